// In one line the first colon parts kicker and title; a kicker on a line or in an element of its own needs none. A type
// label is a known word in an element of its own, any single word beside a linked title, or a known word that stands
// loose at the end of the title.
#include "sites/teaser_title.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "sites/parts.h"

namespace klartext::sites {
namespace {

constexpr std::size_t kLabelBytes = 32;
constexpr std::size_t kKickerBytes = 80;

std::string_view without_brackets(std::string_view text) {
  text = trim(text);
  constexpr std::string_view kOpening = "([|-/";
  constexpr std::string_view kClosing = ")]|-/";
  while (!text.empty() && kOpening.find(text.front()) != std::string_view::npos) text = trim(text.substr(1));
  while (!text.empty() && kClosing.find(text.back()) != std::string_view::npos) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

bool is_single_word(std::string_view text) {
  return text.size() <= kLabelBytes && starts_upper(text) && text.find_first_of(" :.,!?\"") == std::string_view::npos;
}

/// The last piece is a label: a known word, or a word beside a title that is a link.
bool is_label_at_end(const TeaserStyle& style, const Parts& parts) {
  const Piece& last = parts.pieces.back();
  const auto text = without_brackets(style.sheet.text(last));
  if (style.profile.types.are_all_of(text)) return true;
  const bool beside_link = last.link == kNoNode && parts.pieces[parts.size() - 2].link != kNoNode;
  return beside_link && is_single_word(text);
}

bool is_label_in_front(const TeaserStyle& style, const Parts& parts) {
  const auto text = style.sheet.text(parts.pieces.front());
  if (text.ends_with(':') || own_element(parts, 1) == kNoNode) return false;
  // A kicker may be called like a label ("Interview"); a label stands apart from kicker and title both.
  return style.profile.types.are_all_of(without_brackets(text)) && parts.size() > 2;
}

void erase_piece(Parts& parts, std::size_t i) {
  parts.pieces.erase(parts.pieces.begin() + static_cast<std::ptrdiff_t>(i));
  parts.lines.erase(parts.lines.begin() + static_cast<std::ptrdiff_t>(i));
}

void take_label_from_line(const TeaserStyle& style, Parts& parts, TeaserTitle& title) {
  if (parts.size() < 2 || title.type) return;
  if (is_label_at_end(style, parts)) {
    title.type = std::string(without_brackets(style.sheet.text(parts.pieces.back())));
    erase_piece(parts, parts.size() - 1);
  } else if (is_label_in_front(style, parts)) {
    title.type = std::string(without_brackets(style.sheet.text(parts.pieces.front())));
    erase_piece(parts, 0);
  }
}

/// "Das Klima im Blick" is a title by itself, and "Bericht" behind its noun no part of it: German nouns join without a
/// blank. A title of two words, "Smart City", may still be a name that goes before the word, and there are words that
/// names like to end in: "Smart City Studie".
bool stands_loose_behind(std::string_view title, std::string_view word, const Profile& profile) {
  constexpr std::size_t kFewestWords = 3;
  const auto last = trim(title.substr(title.rfind(' ') + 1));
  return !profile.types_in_names.are_all_of(word) && count_words(title) >= kFewestWords && starts_upper(last) &&
         is_ascii_letter_or_digit(last.back());
}

/// A label at the end of a title, and where the title ends.
struct LabelAtEnd {
  std::string_view title;
  std::string_view label;
  bool set_apart = false;  ///< by brackets or a sign
};

/// "Das Klima im Blick Bericht", "… (Im Gespräch)", "… | Bericht"
LabelAtEnd label_at_end(std::string_view text) {
  constexpr std::string_view kBrackets = "([";
  constexpr std::array<std::string_view, 4> kSigns = {"-", "–", "|", "/"};
  const bool bracketed = text.ends_with(')') || text.ends_with(']');
  const auto cut = bracketed ? text.find_last_of(kBrackets) : text.rfind(' ');
  if (cut == std::string_view::npos) return {};
  LabelAtEnd found{trim(text.substr(0, cut)), without_brackets(text.substr(cut)), bracketed};
  for (const auto sign : kSigns) {
    if (bracketed || !found.title.ends_with(" " + std::string(sign))) continue;
    found.title = trim(found.title.substr(0, found.title.size() - sign.size()));
    found.set_apart = true;
  }
  return found;
}

/// The address spells the title with or without the label; where it spells neither, signs or the words around it tell.
void take_label_in_text(const TeaserStyle& style, std::string_view address, std::string& text, TeaserTitle& title) {
  const auto [before, label, set_apart] = label_at_end(text);
  if (title.type || !style.profile.types.are_all_of(label)) return;
  const auto colon = find_kicker_colon(text);
  const auto from = colon == std::string_view::npos ? 0 : colon + 1;
  if (before.size() <= from || (!address.empty() && address_spells(address, text.substr(from)))) return;
  const auto rest = trim(before.substr(from));
  const bool spelled = !address.empty() && address_spells(address, rest);
  if (!spelled && !set_apart && !stands_loose_behind(rest, label, style.profile)) return;
  title.type = std::string(label);
  text.resize(before.size());
}

/// The address ends with the second part alone, so the first is no part of the title.
Cut cut_by_address(const Parts& parts, std::string_view address) {
  if (address.empty() || address_spells(address, parts.join(0, parts.size()))) return {};
  for (std::size_t cut = 1; cut < parts.size(); ++cut) {
    if (own_element(parts, cut) == kNoNode) continue;
    if (address_spells(address, parts.join(cut, parts.size()))) return {cut, true, "address spells the title"};
  }
  return {};
}

/// A kicker without a colon in an element of its own, before any colon of the title.
Cut cut_without_colon(const Parts& parts, std::string_view address) {
  if (const Cut cut = cut_by_address(parts, address); cut.at > 0) return cut;
  const Cut cut = cut_by_elements(parts);
  return cut.at > 0 && find_kicker_colon(parts.join(0, cut.at)) == std::string_view::npos ? cut : Cut{};
}

/// "<b>Lindenau</b>: Beliebter Chatbot": the colon stands behind the kicker's element.
std::string_view without_opening_colon(std::string_view text) {
  return text.starts_with(": ") ? trim(text.substr(1)) : text;
}

/// The title, without the label that its text ends with.
void set_title(const TeaserStyle& style, std::string_view address, std::string text, TeaserTitle& title) {
  take_label_in_text(style, address, text, title);
  title.title = std::string(without_opening_colon(text));
}

/// Where the kicker ends in a headline that holds it, and the title begins.
void split_line(const TeaserStyle& style, const Parts& parts, std::string_view address, TeaserTitle& title) {
  std::string text = parts.join(0, parts.size());
  if (title.kicker) {
    set_title(style, address, std::move(text), title);
    return;
  }
  Cut cut = cut_at_colon(parts);
  if (cut.at == 0) cut = cut_without_colon(parts, address);
  if (cut.at > 0 && cut.kicker_first) {
    title.kicker = std::string(without_colon(parts.join(0, cut.at)));
    set_title(style, address, parts.join(cut.at, parts.size()), title);
    return;
  }
  const auto colon = find_kicker_colon(text);
  if (colon != std::string_view::npos) {
    title.kicker = std::string(without_colon(std::string_view(text).substr(0, colon)));
    text = std::string(trim(std::string_view(text).substr(colon + 1)));
  }
  set_title(style, address, std::move(text), title);
}

/// The kicker's words; a known label in an element of its own behind them is the teaser's type.
std::string read_kicker(const TeaserStyle& style, const Item& item, TeaserTitle& title) {
  Parts parts = parts_of(style.sheet, item.line, item.span);
  if (parts.size() > 1 && !title.type) {
    const auto last = without_brackets(style.sheet.text(parts.pieces.back()));
    if (style.profile.types.are_all_of(last)) {
      title.type = std::string(last);
      erase_piece(parts, parts.size() - 1);
    }
  }
  return std::string(without_colon(parts.join(0, parts.size())));
}

/// A longer text or a sentence in that place is the caption of the teaser above.
bool may_be_kicker(std::string_view text) { return text.size() <= kKickerBytes && !ends_like_a_sentence(text); }

/// The line before the title, unless all kickers of the page stand in the title's line; or the line behind it, if only
/// that ends in a colon.
void take_kicker_line(const TeaserStyle& style, std::vector<Item>& texts, TeaserTitle& title) {
  if (texts.size() < 2) return;
  const auto last = style.sheet.text(texts.back().span);
  const auto before = style.sheet.text(texts[texts.size() - 2].span);
  if (last.ends_with(':') && !before.ends_with(':')) {
    title.kicker = std::string(without_colon(last));
    texts.pop_back();
  } else if (before.ends_with(':') || (!style.kicker_inline && may_be_kicker(before))) {
    title.kicker = read_kicker(style, texts[texts.size() - 2], title);
    texts.erase(texts.end() - 2);
  }
}

}  // namespace

std::size_t find_kicker_colon(std::string_view text) {
  for (auto at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (at > 0 && at + 1 < text.size() && text[at + 1] == ' ') return at;
  }
  return std::string_view::npos;
}

TeaserTitle read_teaser_title(const TeaserStyle& style, std::vector<Item> texts, std::string_view label,
                              std::string_view address) {
  TeaserTitle title;
  if (!label.empty()) title.type = std::string(without_brackets(label));
  if (texts.empty()) return title;
  take_kicker_line(style, texts, title);
  Parts parts = parts_of(style.sheet, texts.back().line, texts.back().span);
  if (parts.pieces.empty()) return title;
  take_label_from_line(style, parts, title);
  split_line(style, parts, address, title);
  return title;
}

}  // namespace klartext::sites
