// Is the article readable without paying? Only what the page declares counts.
#pragma once

#include <optional>

#include "extract/page.h"

namespace klartext {

/// nullopt where the page does not say.
std::optional<bool> read_free(const Page& page);

}  // namespace klartext
