// "Lesen Sie auch: …": other articles that the text itself leads to.
#pragma once

#include <string_view>
#include <vector>

#include "html/render.h"
#include "sites/frame.h"
#include "sites/landmarks.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

/// Teasers behind the pointers between anchor and below, in the page's order; their lines go into the mask.
std::vector<Teaser> read_pointed(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                 const Frame& frame, std::string_view base_url, Mask& mask);

}  // namespace klartext::sites
