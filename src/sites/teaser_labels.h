// The type labels of teasers: "Bericht", "Interview".
#pragma once

#include <vector>

#include "sites/teaser_groups.h"

namespace klartext::sites {

/// Takes the labels that are drawn or have a line to themselves out of the groups' items, into their `label`.
void take_labels(const Sheet& sheet, const Profile& profile, std::vector<ItemGroup>& groups);

}  // namespace klartext::sites
