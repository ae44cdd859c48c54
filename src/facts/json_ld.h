// JSON-LD: what the scripts of a page say, all of them taken as one graph.
#pragma once

#include <string>
#include <vector>

#include "facts/facts.h"

namespace klartext {

/// Adds what `scripts` say to `facts`: articles, breadcrumbs, site names, dates, and the number of damaged scripts.
void read_json_ld(const std::vector<std::string>& scripts, Facts& facts);

}  // namespace klartext
