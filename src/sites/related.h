// The teasers under "Weitere Meldungen und Beiträge aus dem Bereich …".
#pragma once

#include <string_view>
#include <vector>

#include "html/render.h"
#include "sites/frame.h"
#include "sites/landmarks.h"
#include "sites/profile.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

/// Reads the teasers under `heading`; they end at the article's first line, `top`, if they stand before it. Drops
/// advertisements between them into the mask.
Found<std::vector<Teaser>> read_related(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                        const NamedHeading& heading, std::uint32_t top, std::uint32_t anchor,
                                        std::string_view base_url, Mask& mask);

}  // namespace klartext::sites
