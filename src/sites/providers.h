// Companies listed under "Ausgewählte Anbieter aus dem Bereich …".
#pragma once

#include <string_view>
#include <vector>

#include "sites/landmarks.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

Found<std::vector<Provider>> read_providers(const Sheet& sheet, const Landmarks& landmarks, std::string_view base_url);

}  // namespace klartext::sites
