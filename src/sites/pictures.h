// The pictures of the article itself, with their captions.
#pragma once

#include <string_view>
#include <vector>

#include "html/render.h"
#include "sites/frame.h"
#include "sites/headline.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

/// Finds the pictures between headline and tags; drops their captions into the mask (advertisements are dropped there
/// already).
Found<std::vector<Image>> read_pictures(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                        const Frame& frame, const Headline& headline, std::string_view base_url,
                                        Mask& mask);

}  // namespace klartext::sites
