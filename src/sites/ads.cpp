// A label that opens a small container takes the container with it. A label that stands alone in the flow of the
// article takes the pictures and links right behind it, and the lines that a single <br> ties to it; never a paragraph.
#include "sites/ads.h"

#include <algorithm>

#include "base/text.h"

namespace klartext::sites {
namespace {

/// An advertisement's own text: a few short lines.
constexpr std::uint32_t kAdLines = 8;
constexpr std::uint32_t kAdBytes = 500;
constexpr std::size_t kAdLineBytes = 160;

bool is_ordinary(Kind kind) {
  return kind == Kind::text || kind == Kind::ad || kind == Kind::more || kind == Kind::chrome;
}

/// Smallest element with more in it than the label.
NodeId container_of(const Sheet& sheet, const Line& label) {
  const Document& document = sheet.document();
  NodeId n = document.parent(label.first);
  while (n != kNoNode) {
    const auto [first, last] = sheet.lines_of(n);
    const auto [picture, end] = sheet.pictures_of(n);
    if (last - first > 1 || picture < end) return n;
    n = document.parent(n);
  }
  return n;
}

bool is_advertisement(const Sheet& sheet, const Landmarks& landmarks, NodeId container, std::uint32_t label,
                      std::uint32_t anchor) {
  const Document& document = sheet.document();
  if (container == kNoNode || document.contains(container, sheet.line(anchor).first)) return false;
  const auto [first, last] = sheet.lines_of(container);
  if (first != label || last - first > kAdLines) return false;
  std::uint32_t bytes = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    bytes += sheet.line(i).span.size();
    if (!is_ordinary(landmarks.kind(i)) || (sheet.text(i).size() > kAdLineBytes && !sheet.is_all_link(sheet.line(i)))) {
      return false;
    }
  }
  return bytes <= kAdBytes;
}

NodeId block_around(const Document& document, NodeId n) {
  while (n != kNoNode && !is_block(document.tag(n))) n = document.parent(n);
  return n;
}

/// A picture of what comes behind the advertisement: it leads where the next line does, or stands apart and leads
/// nowhere.
bool belongs_to_line(const Sheet& sheet, const Picture& picture, const Picture& before, std::uint32_t next) {
  const Document& document = sheet.document();
  if (picture.link == kNoNode) return block_around(document, picture.node) != block_around(document, before.node);
  if (next >= sheet.size()) return false;
  const NodeId link = sheet.pieces(sheet.line(next)).front().link;
  return link != kNoNode &&
         document.attribute(link, Attribute::href) == document.attribute(picture.link, Attribute::href);
}

/// The advertisement's pictures between its label and the next line.
void drop_pictures(const Sheet& sheet, std::uint32_t label, std::uint32_t next, Mask& mask) {
  const auto [first, last] = sheet.pictures_between(sheet.line(label).first, sheet.begin_of(next));
  for (auto i = first; i < last; ++i) {
    const Picture& picture = sheet.pictures()[i];
    if (i > first && belongs_to_line(sheet, picture, sheet.pictures()[i - 1], next)) return;
    mask.drop(picture.node);
  }
}

/// The label stands in the flow: what belongs to it ends at the first line of the article.
void drop_flowing(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t label, std::uint32_t to, Mask& mask) {
  std::uint32_t next = label + 1;
  while (next < to && landmarks.kind(next) == Kind::text && sheet.line(next).before == Break::line &&
         sheet.text(next).size() <= kAdLineBytes) {
    ++next;
  }
  const bool link_between = next == label + 1 && next + 1 < to && sheet.is_all_link(sheet.line(next)) &&
                            landmarks.kind(next) == Kind::text && landmarks.kind(next + 1) != Kind::dated &&
                            is_prose(sheet, next + 1);
  if (link_between) ++next;
  for (std::uint32_t i = label; i < next; ++i) drop_line(sheet.line(i), mask);
  drop_pictures(sheet, label, next, mask);
}

/// "<span>Anzeige</span> <a>Jetzt informieren</a>" in one line.
bool is_labelled_line(const Sheet& sheet, const Profile& profile, const Line& line) {
  const auto pieces = sheet.pieces(line);
  if (pieces.size() < 2 || line.span.size() > kAdLineBytes || !profile.ad.are_all_of(sheet.text(pieces[0])))
    return false;
  const Tag around = sheet.document().tag(sheet.document().parent(pieces[0].node));
  if (around == Tag::span || around == Tag::small || around == Tag::font || around == Tag::label) return true;
  return std::all_of(pieces.begin() + 1, pieces.end(), [](const Piece& piece) { return piece.link != kNoNode; });
}

}  // namespace

void drop_ads(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, std::uint32_t from,
              std::uint32_t to, std::uint32_t anchor, Mask& mask) {
  for (std::uint32_t i = from; i < to; ++i) {
    const bool label = landmarks.kind(i) == Kind::ad;
    if (!label && !(landmarks.kind(i) == Kind::text && is_labelled_line(sheet, profile, sheet.line(i)))) continue;
    const NodeId container = label ? container_of(sheet, sheet.line(i)) : kNoNode;
    if (label && is_advertisement(sheet, landmarks, container, i, anchor)) {
      mask.drop(container);
    } else {
      drop_flowing(sheet, landmarks, i, to, mask);
    }
  }
}

}  // namespace klartext::sites
