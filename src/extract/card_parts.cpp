#include "extract/card_parts.h"

#include <algorithm>

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

void finish(CardPart& part, const Document& document, NodeId card) {
  part.text = clean(part.text);
  part.words = static_cast<std::uint32_t>(count_words(part.text));
  part.prose = part.words >= kProseWords && ends_like_prose(part.text);
  part.label = label_of(part.text);
  for (NodeId n = part.node; n != kNoNode; n = document.parent(n)) {
    if (const int level = heading_level(document.tag(n)); level > 0)
      part.heading_level = static_cast<std::uint8_t>(level);
    if (document.tag(n) == Tag::a) part.in_link = true;
    if (n == card) break;
  }
  // A card inside <a> or <h3> as a whole.
  part.in_link = part.in_link || document.closest(part.node, Tag::a) != kNoNode;
}

}  // namespace

std::vector<CardPart> card_parts(const Page& page, NodeId card) {
  const auto& document = page.document;
  const auto [first, last] = document.blocks_of(card);
  std::vector<CardPart> parts;
  for (std::uint32_t i = first; i < last; ++i) {
    const Block& block = document.blocks()[i];
    if (block.hidden) continue;
    const std::size_t parts_before = parts.size();
    for (NodeId n = std::max(block.first, card); n < std::min(block.last, document.end(card)); ++n) {
      if (!document.is_text(n)) continue;
      const NodeId element = part_element(document, n, card);
      const bool joins = parts.size() > parts_before && parts.back().node == element;
      if (!joins) parts.push_back({element, {}, 0, 0, false, false, false, {}});
      parts.back().text.append(joins ? " " : "").append(document.text(n));
    }
  }
  for (auto& part : parts) finish(part, document, card);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].before_colon = parts[i].text.ends_with(':') || (i + 1 < parts.size() && parts[i + 1].text == ":");
  }
  std::erase_if(parts, [](const CardPart& part) { return part.words == 0; });
  return parts;
}

}  // namespace klartext
