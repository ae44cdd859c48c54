// In what kind of place a block stands, as far as the names around it can be trusted.
//
// `Hints` knows how near a telling name is. But <div class="sidebar-open"> around a whole page or <main class="teaser">
// around the whole article says nothing of one block in it: a name on an element that holds most of the page's prose
// does not count.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/block_traits.h"
#include "extract/hints.h"
#include "html/document.h"

namespace klartext {

class Places {
 public:
  Places(const Document& document, const std::vector<BlockTraits>& traits);

  /// Does an element at most `steps` above the node (0: the node itself) hint at this and hold less than most of the
  /// prose?
  [[nodiscard]] bool hinted(NodeId n, Hint hint, int steps) const { return hinting(n, hint, steps) != kNoNode; }
  /// As `hinted`, by an element that does not hold `own` (the headline): "topArticle--teaser" around it is its own
  /// head.
  [[nodiscard]] bool hinted_beside(NodeId n, Hint hint, int steps, NodeId own) const {
    return hinting_beside(n, hint, steps, own) != kNoNode;
  }
  /// The element that hints so, or kNoNode.
  [[nodiscard]] NodeId hinting_beside(NodeId n, Hint hint, int steps, NodeId own) const;
  [[nodiscard]] const Hints& hints() const { return hints_; }
  /// Share of the page's prose inside the node, 0…1.
  [[nodiscard]] double prose_share(NodeId n) const;

 private:
  [[nodiscard]] NodeId hinting(NodeId n, Hint hint, int steps) const;

  const Document* document_;
  Hints hints_;
  std::vector<std::uint32_t> prose_bytes_;  ///< prefix sums over blocks
};

/// In a <footer> that belongs to the page and not to the article.
bool in_page_footer(const Document& document, NodeId n);

}  // namespace klartext
