// "Lesen Sie auch: …": other articles that the text itself leads to.
#pragma once

#include <vector>

#include "html/render.h"
#include "sites/below.h"
#include "sites/reading.h"

namespace klartext::sites {

/// Teasers behind the pointers between anchor and below, in the page's order; their lines go into the mask.
std::vector<Teaser> read_pointed(const BelowScene& scene, Mask& mask);

}  // namespace klartext::sites
