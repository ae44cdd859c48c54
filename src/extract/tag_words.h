// Tags out of what pages write where keywords are meant: one string with commas, items with counts, technical marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klartext {

using Tags = std::vector<std::string>;

/// Adds the tag that `text` names ("#Bahn", "Bahn (12)", "Category: Bahn") unless it is known or none: a sentence, a
/// number of a database, a mark that a program left for another.
void add_tag(Tags& tags, std::string_view text);

/// Adds the tags of a list in one string: parted at semicolons, else commas or dots of a list, else bars, else the
/// marks of hashtags.
void add_tag_list(Tags& tags, std::string_view list);

}  // namespace klartext
