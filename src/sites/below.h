// What stands below the body: links, tags, the print and PDF versions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/render.h"
#include "sites/frame.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

/// Everything that the readers below the body, and of the pointers within it, look at.
struct BelowScene {
  const Sheet& sheet;
  const Landmarks& landmarks;
  const Profile& profile;
  const Frame& frame;
  std::string_view base_url;
  std::uint32_t top = 0;  ///< first line of headline or text
};

/// Keywords behind the tags label: text, links, elements of their own, or a list.
Found<std::vector<std::string>> read_tags(const BelowScene& scene);

/// The line behind the last one that holds keywords; `frame.below` if there are none.
std::uint32_t end_of_tags(const BelowScene& scene);

/// Links listed behind the last paragraph or, if none are, behind the tags; drops their lines into the mask.
Found<std::vector<Link>> read_links(const BelowScene& scene, Mask& mask);

/// The address behind a tool's word between headline and stop, be it a text or a picture's alt.
std::optional<Found<std::string>> read_tool(const BelowScene& scene, const Phrases& words, std::string_view rule);

}  // namespace klartext::sites
