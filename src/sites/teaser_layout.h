// How a page lays its teasers out: each date's container, the gaps and borders between, the place of the pictures.
//
//    heading  gap 0  [core 0]  gap 1  [core 1]  …  gap n
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sites/teaser_items.h"

namespace klartext::sites {

/// Where a page puts its teasers' pictures.
enum class Place : std::uint8_t { behind_text, before_title, behind_title };

/// Items [first, last) of the zone.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Views into the sheet and the items, which outlive it.
struct TeaserLayout {
  const Sheet& sheet;
  const Profile& profile;
  const std::vector<Item>& items;
  std::vector<std::size_t> dates;  ///< places of the dates
  std::vector<NodeId> containers;  ///< one per date
  std::vector<Range> cores;        ///< items in each container
  std::vector<bool> titled;        ///< the container holds text before its date
  /// One per gap: the item before which the page itself parts two teasers; the last ends before the last border.
  std::vector<std::optional<std::size_t>> borders;
};

/// Finds containers, cores and borders. `bounds`: nodes that no container holds; `end`: the node behind the zone.
TeaserLayout lay_out(const Sheet& sheet, const Profile& profile, const std::vector<Item>& items,
                     const std::vector<NodeId>& bounds, NodeId end);

/// The gap before core i, or behind the last one for i == cores.size().
Range gap_before(const TeaserLayout& layout, std::size_t i);

bool is_text(const TeaserLayout& layout, std::size_t item);
std::size_t count_of(const TeaserLayout& layout, const Range& range, Item::Type type);
/// First item of the type in the range, or its end.
std::size_t first_of(const TeaserLayout& layout, const Range& range, Item::Type type);

/// Address of a teaser: of the first link among its core's items. Empty: none.
std::string_view teaser_address(const TeaserLayout& layout, std::size_t core);

/// Where this page puts its pictures. There is at least one date.
Place find_place(const TeaserLayout& layout);

}  // namespace klartext::sites
