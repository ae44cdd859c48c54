// Advertisements: the line "Anzeige" and what it announces.
#pragma once

#include "html/render.h"
#include "sites/frame.h"
#include "sites/landmarks.h"
#include "sites/sheet.h"

namespace klartext::sites {

/// Drops the advertisements in lines [from, to) into the mask. `anchor` is a line of the article that no advertisement
/// holds.
void drop_ads(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, std::uint32_t from,
              std::uint32_t to, std::uint32_t anchor, Mask& mask);

}  // namespace klartext::sites
