// Which items of the zone belong to which teaser.
#pragma once

#include <string_view>
#include <vector>

#include "sites/teaser_items.h"

namespace klartext::sites {

/// One teaser's items in reading order; `date` is the place of its date among them.
struct ItemGroup {
  std::vector<Item> items;
  std::size_t date = 0;
  std::string label;           ///< a type label that stood on a line or in a picture of its own; taken out of the items
  NodeId container = kNoNode;  ///< the widest element that holds this teaser's date and no other's
};

/// `bounds`: nodes that no teaser's container holds (the heading above, the line behind the zone); `end`: the node
/// behind the zone.
std::vector<ItemGroup> group_teasers(const Sheet& sheet, const Profile& profile, const std::vector<Item>& items,
                                     const std::vector<NodeId>& bounds, NodeId end);

}  // namespace klartext::sites
