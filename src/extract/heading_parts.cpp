#include "extract/heading_parts.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/names.h"

namespace klartext {
namespace {

constexpr NameWords kKickerNames(
    "kicker overline topline dachzeile spitzmarke roofline eyebrow preheadline pretitle pretitel suptitle surtitre "
    "volanta antetitulo cintillo occhiello strapline overtitle overhead subtopic catchline vorzeile oberzeile "
    "superhead titelkopf obertitel");

/// Elements that part; <em>, <b>, <q> or <a> only set words of one headline apart.
constexpr std::array kPartingTags = {Tag::span, Tag::div, Tag::small, Tag::p};
constexpr std::size_t kFewestTitleWords = 2;
/// What may stand between a kicker and its headline.
constexpr std::array<std::string_view, 5> kMarks = {":", "|", "-", "–", "—"};

bool parts(Tag tag) { return std::find(kPartingTags.begin(), kPartingTags.end(), tag) != kPartingTags.end(); }

/// First child of n that prints something.
NodeId first_printed_child(const Document& document, NodeId n) {
  NodeId child = document.first_child(n);
  while (child != kNoNode && document.text(child).empty()) child = document.next_sibling(child);
  return child;
}

/// <strong>Kicker</strong><span>:</span> Title: a mark in an element of its own parts, whatever stands before it.
bool is_before_mark(const Document& document, NodeId opening) {
  NodeId next = document.next_sibling(opening);
  while (next != kNoNode && document.text(next).empty()) next = document.next_sibling(next);
  if (next == kNoNode || document.is_text(next)) return false;
  return std::find(kMarks.begin(), kMarks.end(), trim(document.text(next))) != kMarks.end();
}

/// The element that opens the heading, with more of the heading behind it.
NodeId opening_element(const Document& document, NodeId heading) {
  NodeId child = first_printed_child(document, heading);
  while (child != kNoNode && !document.is_text(child) && document.text(child) == document.text(heading)) {
    child = first_printed_child(document, child);
  }
  if (child == kNoNode || document.is_text(child)) return kNoNode;
  return parts(document.tag(child)) || is_before_mark(document, child) ? child : kNoNode;
}

/// The headline itself stands in no element of its own: the kicker alone is dressed.
bool is_bare_behind(const Document& document, NodeId opening) {
  NodeId next = document.next_sibling(opening);
  while (next != kNoNode && document.text(next).empty()) next = document.next_sibling(next);
  return next != kNoNode && document.is_text(next) && !words(document.text(next)).empty();
}

bool starts_lower(std::string_view text) {
  std::size_t at = 0;
  return is_letter(next_character(text, at)) && !starts_upper(text);
}

bool states_in_one(std::span<const TitleNomination> stated, const HeadingParts& parts) {
  const std::string whole = fold(parts.kicker + ' ' + parts.title);
  return std::any_of(stated.begin(), stated.end(),
                     [&](const auto& s) { return s.folded.find(whole) != std::string::npos; });
}

bool states_title(std::span<const TitleNomination> stated, const HeadingParts& parts) {
  const std::string title = fold(parts.title);
  return std::any_of(stated.begin(), stated.end(),
                     [&](const auto& s) { return s.folded.find(title) != std::string::npos; });
}

}  // namespace

std::string without_mark_behind(std::string_view text) {
  text = trim(text);
  for (const auto mark : kMarks) {
    if (text.ends_with(mark)) text = trim(text.substr(0, text.size() - mark.size()));
  }
  return clean(text);
}

std::string without_mark_before(std::string_view text) {
  text = trim(text);
  for (const auto mark : kMarks) {
    if (text.starts_with(mark)) text = trim(text.substr(mark.size()));
  }
  return clean(text);
}

std::string text_behind(const Document& document, NodeId heading, NodeId opening) {
  const auto begin = document.text_end(opening);
  return without_mark_before(document.all_text().substr(begin, document.text_end(heading) - begin));
}

bool is_called_kicker(const Document& document, NodeId n) { return is_called(document, n, kKickerNames); }

NodeId nearest_called_kicker(const Document& document, NodeId n, int steps) {
  return nearest_called(document, n, kKickerNames, steps);
}

std::optional<HeadingParts> parts_of_heading(const Document& document, NodeId heading,
                                             std::span<const TitleNomination> stated) {
  const NodeId opening = opening_element(document, heading);
  if (opening == kNoNode) return std::nullopt;
  HeadingParts parts{without_mark_behind(document.text(opening)), opening, text_behind(document, heading, opening)};
  if (words(parts.kicker).empty() || count_words(parts.title) < kFewestTitleWords) return std::nullopt;
  if (is_called_kicker(document, opening)) return parts;
  if (starts_lower(parts.title) || states_in_one(stated, parts)) return std::nullopt;
  if (!states_title(stated, parts) && !is_bare_behind(document, opening)) return std::nullopt;
  return parts;
}

}  // namespace klartext
