#include "extract/places.h"

namespace klartext {
namespace {

/// An element with at least this share of the page's prose is the frame of the article, whatever it is called.
constexpr double kFrameShare = 0.3;
/// Comments and consent texts outgrow short articles: their names are believed up to here.
constexpr double kFrameShareOfOutgrowing = 0.85;

double frame_share(Hint hint) {
  return hint == Hint::comment || hint == Hint::cookie ? kFrameShareOfOutgrowing : kFrameShare;
}

}  // namespace

Places::Places(const Document& document, const std::vector<BlockTraits>& traits)
    : document_(&document), hints_(document), prose_bytes_(traits.size() + 1, 0) {
  const auto& blocks = document.blocks();
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const bool counts = traits[i].prose && !traits[i].unseen;
    prose_bytes_[i + 1] = prose_bytes_[i] + (counts ? blocks[i].end - blocks[i].begin : 0);
  }
}

double Places::prose_share(NodeId n) const {
  const auto [first, last] = document_->blocks_of(n);
  const auto all = prose_bytes_.back();
  return all == 0 ? 0.0 : static_cast<double>(prose_bytes_[last] - prose_bytes_[first]) / all;
}

NodeId Places::hinting(NodeId n, Hint hint, int steps) const {
  const int distance = hints_.distance(n, hint);
  if (distance > steps) return kNoNode;
  if (document_->is_text(n)) n = document_->parent(n);
  for (int i = 0; i < distance; ++i) n = document_->parent(n);
  return prose_share(n) < frame_share(hint) ? n : kNoNode;
}

NodeId Places::hinting_beside(NodeId n, Hint hint, int steps, NodeId own) const {
  const NodeId place = hinting(n, hint, steps);
  return place != kNoNode && own != kNoNode && document_->contains(place, own) ? kNoNode : place;
}

bool in_page_footer(const Document& document, NodeId n) {
  const NodeId footer = document.closest(n, Tag::footer);
  return footer != kNoNode && document.closest(footer, Tag::article) == kNoNode &&
         document.closest(footer, Tag::main) == kNoNode;
}

}  // namespace klartext
