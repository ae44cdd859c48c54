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

}  // namespace klartext
