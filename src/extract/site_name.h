// The name of the publication.
#pragma once

#include <optional>
#include <string>

#include "extract/evidence.h"
#include "extract/page.h"

namespace klartext {

std::optional<std::string> read_site_name(const Page& page, Evidence& evidence);

}  // namespace klartext
