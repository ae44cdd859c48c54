// The department the article stands in: "Panorama", "Region".
#pragma once

#include <optional>
#include <string>

#include "extract/evidence.h"
#include "extract/page.h"

namespace klartext {

std::optional<std::string> read_section(const Page& page, Evidence& evidence);

}  // namespace klartext
