// Words in the names of an element: its class, id, itemprop and test ids, cut at hyphens, underscores and capitals.
//
// `Hints` answers what kind of place a node is in; this answers whether one element is called one of a few words.
#pragma once

#include <span>
#include <string_view>

#include "html/document.h"

namespace klartext {

/// True if the element's own names hold one of `words` (lower case) as a whole word: "article__kicker" is "kicker".
bool is_called(const Document& document, NodeId n, std::span<const std::string_view> words);

/// Nearest such ancestor-or-self at most `steps` up, or kNoNode.
NodeId nearest_called(const Document& document, NodeId n, std::span<const std::string_view> words, int steps);

/// The class of an entry as blogs write it, "post hentry tag-bahn category-verkehr": names what the entry is filed
/// under.
bool is_filed_entry(std::string_view names);
/// Begins at this byte of such a class a name like "tag-bahn", which says nothing of the element's own place?
bool opens_filing(std::string_view names, std::size_t at);

}  // namespace klartext
