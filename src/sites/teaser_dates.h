// Every teaser's date where most pages print it: between headline and text.
#pragma once

#include <vector>

#include "sites/teaser_items.h"

namespace klartext::sites {

/// Gives an empty date to each teaser that ends in "mehr..." and prints none.
std::vector<Item> add_missing_dates(const std::vector<Item>& items);

/// Moves the dates of a page that prints them above its headlines or behind its texts; a moved date stands in the line
/// and at the node of the text behind it.
std::vector<Item> settle_dates(const Sheet& sheet, const Profile& profile, std::vector<Item> items);

}  // namespace klartext::sites
