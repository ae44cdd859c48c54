// Teasers that print neither a date nor "mehr...": nothing but links, some with a text.
#pragma once

#include <vector>

#include "sites/teaser_items.h"

namespace klartext::sites {

/// The items of the list right behind `heading` (the last node of the related heading), each teaser with an empty date
/// where it would print one; empty if no list of links stands there. `items` are all that the zone holds.
std::vector<Item> find_undated_teasers(const Sheet& sheet, const std::vector<Item>& items, NodeId heading);

}  // namespace klartext::sites
