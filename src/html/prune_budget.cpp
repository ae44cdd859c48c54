#include "html/prune_budget.h"

namespace klartext {

bool PruneBudget::weigh_start(const TreeShadow& tree, Element element, bool closes_soon) {
  const bool formatting = traits(element).end == EndRule::formatting;
  const bool fits = !too_deep(tree) || closes_soon || never_open(element) || element == Element::plaintext;
  if (fits && !(formatting && (tree.formatting().size() >= kMaxFormatting || reopening_used_up(tree)))) {
    ++start_tags_;
    return true;
  }
  ++dropped_[static_cast<std::size_t>(element)];
  return false;
}

bool PruneBudget::weigh_end(const TreeShadow& tree, Element element) {
  auto& dropped = dropped_[static_cast<std::size_t>(element)];
  if (dropped > 0) {
    --dropped;
    return false;
  }
  const bool easy = !tree.open().empty() && tree.open().back().element == element;
  return !deep_for_too_long() || !too_deep(tree) || easy;
}

}  // namespace klartext
