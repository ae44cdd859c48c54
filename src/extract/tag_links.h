// The tags that a reader sees: links to topics, printed in a list near the article.
//
// Three things make a link one of a tag list: rel=tag, an address such as "/tag/bahn", or a container called "tags" or
// labelled "Schlagwörter". None is enough alone: menus, tag clouds and teasers of other articles hold the same links,
// and so does the running text. Links to categories (rel="category tag") are told apart: they name departments.
#pragma once

#include "extract/evidence.h"
#include "extract/story.h"
#include "extract/tag_words.h"

namespace klartext {

/// What makes a link a tag's.
enum class TagLink : std::uint8_t {
  relation,  ///< rel=tag, but not rel="category tag"
  address,   ///< its address holds "/tag/", "/thema/" and the like
  place,     ///< the element around it is called "tags" and the like
  category,  ///< rel="category tag"
};

/// The tags of all such links from the head of the article to a little behind its text, in page order.
std::optional<Finding<Tags>> linked_tags(const Story& story, TagLink kind);

/// The links in the element around a label such as "Schlagwörter" in the range of blocks.
std::optional<Finding<Tags>> labelled_tags(const Story& story, std::pair<std::uint32_t, std::uint32_t> range);

}  // namespace klartext
