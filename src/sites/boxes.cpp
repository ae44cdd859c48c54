// A form with a few words around it, an <aside> that recommends something, the offer of a newsletter: what stands in
// the middle of an article and is no part of it.
#include "sites/boxes.h"

#include "base/text.h"
#include "base/url.h"
#include "sites/anchor.h"
#include "sites/match.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

/// The heading above the offer of a newsletter.
constexpr std::size_t kOfferBytes = 60;
/// A box with a form: its heading, a line or two, labels and buttons.
constexpr std::uint32_t kFormLines = 8;

/// "Newsletter", "Kostenlos den Newsletter abonnieren": a few words.
bool offers_newsletter(const Sheet& sheet, const Profile& profile, std::uint32_t i) {
  return sheet.text(i).size() <= kOfferBytes && !ends_like_a_sentence(sheet.text(i)) &&
         profile.newsletters.stand_in(sheet.text(i));
}

/// Its lines stand in the form, or around it as a few words in one box ("Newsletter abonnieren").
bool is_box_of_form(const Sheet& sheet, const Profile& profile, NodeId box, NodeId form) {
  const auto [first, last] = sheet.lines_of(box);
  if (offers_newsletter(sheet, profile, first)) return last - first <= kFormLines;
  for (std::uint32_t i = first; i < last; ++i) {
    if (!sheet.document().contains(form, sheet.line(i).first) && is_prose(sheet, i)) return false;
  }
  return last - first <= kFormLines;
}

/// The box closes with a link to another page of the site.
bool recommends(const Sheet& sheet, const Profile& profile, NodeId box) {
  const auto [first, last] = sheet.lines_of(box);
  if (first == last || last - first > kFormLines || !sheet.is_all_link(sheet.line(last - 1))) return false;
  const auto href = sheet.document().attribute(sheet.pieces(sheet.line(last - 1)).front().link, Attribute::href);
  return !is_http_url(href) || is_host_of(profile, href);
}

/// An <aside> with running text of the article behind it that recommends something: "Kommune21 im Abo".
void find_asides(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, Frame& frame) {
  const Document& document = sheet.document();
  const std::uint32_t prose = last_prose(sheet, landmarks, frame);
  for (std::uint32_t i = frame.anchor + 1; i < prose && frame.boxes.size() < kBoxes; ++i) {
    const NodeId aside = document.closest(sheet.line(i).node, Tag::aside);
    if (aside == kNoNode) continue;
    const std::uint32_t behind = sheet.lines_of(aside).second;
    if (behind > prose || document.contains(aside, sheet.line(frame.anchor).first)) continue;
    if (recommends(sheet, profile, aside)) frame.boxes.push_back(aside);
    i = behind - 1;
  }
}

/// "Newsletter", some words and a link to subscribe, in a box of their own.
void find_offers(const Sheet& sheet, const Profile& profile, Frame& frame) {
  for (std::uint32_t i = frame.anchor + 1; i < frame.stop && frame.boxes.size() < kBoxes; ++i) {
    if (!offers_newsletter(sheet, profile, i)) continue;
    const NodeId box = box_around(sheet, i);
    if (box == kNoNode || sheet.document().contains(box, sheet.line(frame.anchor).first)) continue;
    const auto [first, last] = sheet.lines_of(box);
    if (first != i || last - first > kFormLines || !recommends(sheet, profile, box)) continue;
    frame.boxes.push_back(box);
    i = last - 1;
  }
}

}  // namespace

NodeId box_around(const Sheet& sheet, std::uint32_t line) {
  const Document& document = sheet.document();
  NodeId n = sheet.line(line).node;
  while (n != kNoNode && sheet.lines_of(n).second - sheet.lines_of(n).first < 2) n = document.parent(n);
  return n;
}

std::uint32_t last_prose(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  std::uint32_t i = frame.stop - 1;
  while (i > frame.anchor && (landmarks.kind(i) != Kind::text || !is_prose(sheet, i))) --i;
  return i;
}

void find_form_boxes(const Sheet& sheet, const Profile& profile, std::uint32_t first, std::uint32_t last,
                     NodeId outside, std::vector<NodeId>& boxes) {
  const Document& document = sheet.document();
  for (std::uint32_t i = first; i < last && boxes.size() < kBoxes; ++i) {
    const NodeId furniture = sheet.line(i).furniture;
    const NodeId form = furniture == kNoNode ? kNoNode : document.closest(furniture, Tag::form);
    if (form == kNoNode) continue;
    const NodeId box = document.parent(form);
    if (document.contains(box, outside) || !is_box_of_form(sheet, profile, box, form)) continue;
    boxes.push_back(box);
    i = sheet.lines_of(box).second - 1;
  }
}

void find_boxes(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, Frame& frame) {
  find_form_boxes(sheet, profile, frame.anchor + 1, frame.stop, sheet.line(frame.anchor).first, frame.boxes);
  find_asides(sheet, landmarks, profile, frame);
  find_offers(sheet, profile, frame);
}

}  // namespace klartext::sites
