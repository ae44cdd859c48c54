// Boxes within the article that are not its own.
#pragma once

#include <cstdint>
#include <vector>

#include "sites/frame.h"
#include "sites/landmarks.h"
#include "sites/sheet.h"

namespace klartext::sites {

/// A page has hardly a box within the article; each costs a walk.
inline constexpr std::size_t kBoxes = 4;

/// Smallest element with more in it than this line.
NodeId box_around(const Sheet& sheet, std::uint32_t line);

/// The article's last line of running text before `frame.stop`; the anchor if there is none.
std::uint32_t last_prose(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame);

/// Adds the boxes around forms in lines [first, last) that hold nothing but the form, a heading and a few words; none
/// that holds `outside`. A box that offers a newsletter may say so at length.
void find_form_boxes(const Sheet& sheet, const Profile& profile, std::uint32_t first, std::uint32_t last,
                     NodeId outside, std::vector<NodeId>& boxes);

/// Adds to `frame.boxes` those between anchor and stop.
void find_boxes(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, Frame& frame);

}  // namespace klartext::sites
