#include "extract/card_parts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace klartext {
namespace {

/// Elements that only set words off inside a part.
bool is_formatting(Tag tag) {
  return tag == Tag::em || tag == Tag::i || tag == Tag::b || tag == Tag::strong || tag == Tag::mark || tag == Tag::u ||
         tag == Tag::sub || tag == Tag::sup || tag == Tag::abbr || tag == Tag::q || tag == Tag::font ||
         tag == Tag::cite;
}

/// The element that a text node is a part of.
NodeId part_element(const Document& document, NodeId text, NodeId card) {
  NodeId n = document.parent(text);
  while (n != card && is_formatting(document.tag(n))) n = document.parent(n);
  return n;
}

constexpr std::uint32_t kProseWords = 9;

bool ends_like_prose(std::string_view text) {
  return text.ends_with('.') || text.ends_with("…") || text.ends_with(".“") || text.ends_with(".\"");
}

}  // namespace

CardPartReader::CardPartReader(const Page& page, NodeId card) : document_(page.document), card_(card) {
  std::tie(block_, last_block_) = document_.blocks_of(card);
  if (block_ == last_block_) return;
  node_ = std::max(document_.blocks()[block_].first, card_);
  pass_to_text();
}

NodeId CardPartReader::end_of_block() const {
  const Block& block = document_.blocks()[block_];
  return block.hidden ? 0 : std::min(block.last, document_.end(card_));
}

/// Moves on to the first text that is not hidden, from `node_` on.
void CardPartReader::pass_to_text() {
  while (block_ < last_block_) {
    const NodeId end = end_of_block();
    while (node_ < end && !document_.is_text(node_)) ++node_;
    if (node_ < end) return;
    if (++block_ < last_block_) node_ = std::max(document_.blocks()[block_].first, card_);
  }
}

bool CardPartReader::next(CardPart& part) {
  if (block_ == last_block_) return false;
  part = {};
  part.node = part_element(document_, node_, card_);
  part.text = document_.text(node_);
  const std::uint32_t block = block_;
  for (++node_, pass_to_text(); block_ == block && part_element(document_, node_, card_) == part.node;) {
    part.text.append(" ").append(document_.text(node_));
    ++node_;
    pass_to_text();
  }
  finish(part);
  return true;
}

void CardPartReader::finish(CardPart& part) const {
  part.text = clean(part.text);
  part.words = static_cast<std::uint32_t>(count_words(part.text));
  part.prose = part.words >= kProseWords && ends_like_prose(part.text);
  part.label = label_of(part.text);
  for (NodeId n = part.node; n != kNoNode; n = document_.parent(n)) {
    if (const int level = heading_level(document_.tag(n)); level > 0)
      part.heading_level = static_cast<std::uint8_t>(level);
    if (document_.tag(n) == Tag::a) part.in_link = true;
    if (n == card_) break;
  }
  // A card inside <a> or <h3> as a whole.
  part.in_link = part.in_link || document_.closest(part.node, Tag::a) != kNoNode;
}

std::vector<CardPart> card_parts(const Page& page, NodeId card) {
  std::vector<CardPart> parts;
  CardPartReader reader(page, card);
  for (CardPart part; reader.next(part);) parts.push_back(std::move(part));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].before_colon = parts[i].text.ends_with(':') || (i + 1 < parts.size() && parts[i + 1].text == ":");
  }
  std::erase_if(parts, [](const CardPart& part) { return part.words == 0; });
  return parts;
}

bool is_advertisement(std::span<const CardPart> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const CardPart& part) { return part.label.has(Label::advertisement); });
}

}  // namespace klartext
