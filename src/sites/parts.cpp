// Two elements that meet without a blank are never one word's parts if the first is filled by what stands before.
#include "sites/parts.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext::sites {
namespace {

/// Headlines have few pieces; more are some other thing, and cutting costs the square of their number.
constexpr std::size_t kPieces = 64;

bool is_emphasis(Tag tag) {
  constexpr std::array<Tag, 8> kEmphasis = {Tag::i, Tag::b, Tag::em, Tag::strong, Tag::u, Tag::q, Tag::cite, Tag::sup};
  return std::find(kEmphasis.begin(), kEmphasis.end(), tag) != kEmphasis.end();
}

/// All that stands behind the cut has an element to itself, too: "<em>Lindenau</em> <span>Beliebter Chatbot</span>".
bool rest_has_element(const Parts& parts, std::size_t cut) {
  const Document& document = parts.sheet.document();
  NodeId n = document.parent(parts.pieces[cut].node);
  while (n != kNoNode && !document.contains(n, parts.pieces.back().node)) n = document.parent(n);
  return n != kNoNode && !document.contains(n, parts.pieces[cut - 1].node);
}

/// "<span>Lindenau</span><span>Beliebter Chatbot</span>": how the page sets the first part apart.
bool is_set_apart(const Parts& parts, std::size_t cut) {
  const NodeId element = own_element(parts, cut);
  if (element == kNoNode) return false;
  if (parts.touch(cut) || parts.lines[cut - 1] != parts.lines[cut]) return true;
  return !is_emphasis(parts.sheet.document().tag(element)) || rest_has_element(parts, cut);
}

}  // namespace

bool Parts::touch(std::size_t i) const {
  return lines[i - 1] == lines[i] && pieces[i - 1].span.end == pieces[i].span.begin;
}

std::string Parts::join(std::size_t first, std::size_t last) const {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first && !touch(i)) out += ' ';
    out += sheet.text(pieces[i]);
  }
  return out;
}

Parts parts_of(const Sheet& sheet, std::uint32_t first, std::uint32_t last) {
  Parts parts{sheet, {}, {}};
  for (auto i = first; i < last; ++i) {
    for (const Piece& piece : sheet.pieces(sheet.line(i))) {
      if (parts.size() >= kPieces) return parts;
      parts.pieces.push_back(piece);
      parts.lines.push_back(i);
    }
  }
  return parts;
}

Parts parts_of(const Sheet& sheet, std::uint32_t line, Span span) {
  Parts parts{sheet, {}, {}};
  for (Piece piece : sheet.pieces(sheet.line(line))) {
    piece.span = {std::max(piece.span.begin, span.begin), std::min(piece.span.end, span.end)};
    if (piece.span.empty() || parts.size() >= kPieces) continue;
    parts.pieces.push_back(piece);
    parts.lines.push_back(line);
  }
  return parts;
}

NodeId own_element(const Parts& parts, std::size_t cut) {
  const Document& document = parts.sheet.document();
  NodeId n = document.parent(parts.pieces[cut - 1].node);
  while (n != kNoNode && !document.contains(n, parts.pieces.front().node)) n = document.parent(n);
  return n != kNoNode && !document.contains(n, parts.pieces[cut].node) ? n : kNoNode;
}

Cut cut_at_colon(const Parts& parts) {
  for (std::size_t cut = 1; cut < parts.size(); ++cut) {
    const bool parted =
        parts.lines[cut - 1] != parts.lines[cut] || own_element(parts, cut) != kNoNode || rest_has_element(parts, cut);
    if (parted && parts.join(0, cut).ends_with(':')) return {cut, true, "colon within the heading"};
  }
  if (parts.size() > 1 && parts.join(parts.size() - 1, parts.size()).ends_with(':')) {
    return {parts.size() - 1, false, "colon within the heading"};
  }
  return {};
}

Cut cut_by_elements(const Parts& parts) {
  for (std::size_t cut = 1; cut < parts.size(); ++cut) {
    if (is_set_apart(parts, cut)) return {cut, true, "element of its own within the heading"};
  }
  return {};
}

}  // namespace klartext::sites
