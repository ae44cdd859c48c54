#include "extract/card_fields.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/caption_parts.h"
#include "extract/heading_parts.h"
#include "extract/images.h"
#include "extract/person_names.h"
#include "extract/title_noise.h"

namespace klartext {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::uint32_t kMostKickerWords = 8;
constexpr std::uint32_t kFewestTitleWords = 2;
constexpr std::uint32_t kFewestTextWords = 7;

struct Card {
  const Page& page;
  const TeaserCard& card;
  const std::vector<CardPart>& parts;
};

/// "Photo: AP", "© 2026 …".
bool is_credit(const CardPart& part) {
  return label_before_colon(part.text).has(Label::caption_credit) || part.text.starts_with("©");
}

/// A date or a duration has hardly a word with letters.
bool has_words(std::string_view text) {
  std::size_t at = 0;
  for (auto word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
    std::size_t first = 0;
    if (is_letter(next_character(word, first))) return true;
  }
  return false;
}

bool is_dated(const Page& page, const CardPart& part) { return !find_dates(part.text, page.language).empty(); }

bool is_under_picture(const Card& card, const CardPart& part) {
  const NodeId caption = card.page.document.closest(part.node, Tag::figcaption);
  return caption != kNoNode && card.page.document.contains(card.card.node, caption);
}

/// "More from this section" closes a list, "Photo: AP" and sentences without a link stand under the picture: no
/// headlines.
bool may_be_title(const Card& card, const CardPart& part) {
  const bool caption = (part.prose || is_under_picture(card, part)) && !part.in_link && part.heading_level == 0;
  return part.label.empty() && part.words >= kFewestTitleWords && !caption && !is_credit(part) &&
         has_words(part.text) && subject_of_heading(part.text).empty();
}

/// Letters and digits alone: what two spellings of one headline have in common.
std::string letters_of(std::string_view text) {
  const std::string folded = fold(text);
  std::string letters;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(folded, at);
    if (is_letter(c) || is_digit(c)) letters.append(folded, begin, at - begin);
  }
  return letters;
}

/// Is one of the card's pictures said to show what the text says?
bool is_pictured(const Card& card, std::string_view text) {
  const auto& document = card.page.document;
  std::string letters;
  for (NodeId n = card.card.node; n < document.end(card.card.node); ++n) {
    if (document.tag(n) != Tag::img) continue;
    const auto alt = document.attribute(n, Attribute::alt);
    if (alt.empty()) continue;
    if (letters.empty()) letters = letters_of(text);
    if (letters_of(alt) == letters) return true;
  }
  return false;
}

/// Headings before links before prose; of two headings the one that the picture is called by, or the greater. A kicker,
/// told by its name or the colon behind it, is no headline as long as there is another.
int title_rank(const Card& card, const CardPart& part) {
  constexpr int kPictured = 20;
  constexpr int kHeading = 100;
  constexpr int kKicker = 60;
  constexpr int kLink = 4;
  const auto& document = card.page.document;
  const bool kicker = part.before_colon || is_called_kicker(document, part.node);
  const bool tag = card.page.places.hints().distance(part.node, Hint::tags) == 0;
  const bool named = part.heading_level > 0 && is_pictured(card, part.text);
  return (named ? kPictured : 0) + (part.heading_level > 0 ? kHeading - 8 * part.heading_level : 0) -
         (kicker ? kKicker : 0) + (part.in_link ? kLink : 0) + (part.prose ? 0 : 2) + (tag ? 0 : 1);
}

/// "Lesen Sie auch: Title" without its label.
std::string without_label(const std::string& text) {
  return label_before_colon(text).has(Label::related) ? clean(std::string_view(text).substr(text.find(':') + 1)) : text;
}

constexpr std::array<std::string_view, 16> kUnitsOfTime = {"uhr",   "h",     "min",   "hour",   "hr",  "day",
                                                           "week",  "month", "year",  "stunde", "tag", "woche",
                                                           "monat", "jahr",  "heure", "hora"};

bool opens_with_digit(std::string_view word) { return word.front() >= '0' && word.front() <= '9'; }

/// "11:05 Uhr", "vor 23 Stunden", "2 days ago", "4 min. read": a number, a unit, and one word more at most.
bool is_time(std::string_view text) {
  std::size_t numbers = 0;
  std::size_t units = 0;
  std::size_t others = 0;
  for (const auto word : words(text)) {
    const bool unit = std::any_of(kUnitsOfTime.begin(), kUnitsOfTime.end(),
                                  [word](auto u) { return starts_with_ignoring_case(word, u); });
    if (opens_with_digit(word)) {
      ++numbers;
    } else if (unit) {
      ++units;
    } else if (has_words(word)) {
      ++others;
    }
  }
  return numbers > 0 && units > 0 && others <= 1;
}

/// "Von Eva Brandt", "/ Eva Brandt"; "Interview: Eva Brandt" and "Interview | Die Elbe" are kickers.
bool is_byline(std::string_view text) {
  return text.starts_with('/') || (begins_with_byline(text) && !names_form(text.substr(0, text.find_first_of(":|"))));
}

/// Stands between kicker and title, or beside them, in many cards: when, by whom, how long.
bool is_aside(const Card& card, const CardPart& part) {
  return !part.label.empty() || names_form(part.text) || is_byline(part.text) ||
         card.page.document.tag(part.node) == Tag::time || is_dated(card.page, part) || is_time(part.text) ||
         !has_words(part.text) || card.page.places.hinted(part.node, Hint::byline, 1) || is_under_picture(card, part);
}

bool may_be_kicker(const Card& card, const CardPart& part) {
  return !is_aside(card, part) && part.words <= kMostKickerWords && !part.prose && !is_credit(part) &&
         part.text.find("://") == std::string::npos;
}

/// <a><span>Kicker</span> <span>Title</span></a>: of two such lines alike the second is the headline, unless the page
/// calls only the first so.
bool is_kicker_before(const Card& card, const CardPart& part, const CardPart& next) {
  const auto& document = card.page.document;
  const auto& hints = card.page.places.hints();
  const auto called_title = [&](const CardPart& p) { return hints.distance(p.node, Hint::title) == 0; };
  return part.heading_level == 0 && part.in_link && next.in_link && !next.prose && may_be_title(card, next) &&
         may_be_kicker(card, part) && !is_aside(card, next) && next.node != part.node &&
         document.tag(part.node) == document.tag(next.node) &&
         document.parent(part.node) == document.parent(next.node) && (called_title(next) || !called_title(part));
}

/// The part of the highest rank, the longest of equals; in most cards only one may be the title.
std::size_t title_part(const Card& card) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < card.parts.size(); ++i) {
    if (may_be_title(card, card.parts[i])) candidates.push_back(i);
  }
  std::size_t best = candidates.empty() ? kNone : candidates.front();
  int best_rank = candidates.size() < 2 ? 0 : title_rank(card, card.parts[best]);
  for (std::size_t c = 1; c < candidates.size(); ++c) {
    const auto& part = card.parts[candidates[c]];
    const int rank = title_rank(card, part);
    if (rank > best_rank || (rank == best_rank && part.text.size() > card.parts[best].text.size())) {
      best = candidates[c];
      best_rank = rank;
    }
  }
  const bool kicker =
      best != kNone && best + 1 < card.parts.size() && is_kicker_before(card, card.parts[best], card.parts[best + 1]);
  return kicker ? best + 1 : best;
}

/// The part right before the title, or one behind it that is called so.
std::size_t kicker_part(const Card& card, std::size_t title) {
  for (std::size_t i = title; i-- > 0;) {
    if (is_aside(card, card.parts[i])) continue;
    if (may_be_kicker(card, card.parts[i])) return i;
    break;
  }
  for (std::size_t i = title + 1; i < card.parts.size(); ++i) {
    if (is_called_kicker(card.page.document, card.parts[i].node) && may_be_kicker(card, card.parts[i])) return i;
  }
  return kNone;
}

/// "Interview", "Video.", by itself above the title or behind it.
void read_type(Teaser& teaser, const Card& card, std::size_t title) {
  for (std::size_t i = 0; i < card.parts.size() && !teaser.type; ++i) {
    const std::string_view text = card.parts[i].text;
    if (i == title || !names_form(text)) continue;
    teaser.type = without_mark_before(without_mark_behind(text.substr(0, text.find_last_not_of('.') + 1)));
  }
}

void read_text(Teaser& teaser, const Card& card, std::size_t title) {
  for (std::size_t i = title + 1; i < card.parts.size() && !teaser.teaser; ++i) {
    const auto& part = card.parts[i];
    const bool text = part.words >= kFewestTextWords && part.label.empty() && part.text != teaser.title;
    if (text && (part.in_link || !is_under_picture(card, part))) teaser.teaser = part.text;
  }
}

/// A date within a sentence is about something else; "[22.6.2021] The council …" begins with its own.
constexpr std::size_t kOpeningBytes = 1;

void read_date(Teaser& teaser, const Card& card) {
  const auto& document = card.page.document;
  for (NodeId n = card.card.node; n < document.end(card.card.node) && !teaser.date; ++n) {
    if (document.tag(n) != Tag::time) continue;
    if (const auto date = parse_date(document.attribute(n, Attribute::datetime))) teaser.date = date->iso();
  }
  for (std::size_t i = 0; i < card.parts.size() && !teaser.date; ++i) {
    const auto& part = card.parts[i];
    const auto dates = find_dates(part.text, card.page.language);
    const bool tells = !dates.empty() && (!part.prose || dates.front().begin <= kOpeningBytes);
    if (tells) teaser.date = dates.front().date.iso_day();
  }
}

/// The text under the picture, else what it is said to show; neither if it only repeats the title.
std::optional<std::string> caption_of(const Card& card, NodeId img, std::string_view title) {
  const auto& document = card.page.document;
  const NodeId figure = document.closest(img, Tag::figure);
  NodeId n = figure == kNoNode || !document.contains(card.card.node, figure) ? document.end(img) : figure;
  const NodeId end = document.end(n == figure ? figure : img);
  while (n < end && document.tag(n) != Tag::figcaption) ++n;
  auto caption = n < end ? split_caption(clean(document.text(n))).caption : std::nullopt;
  if (!caption || fold_alike(*caption, title)) caption = clean(document.attribute(img, Attribute::alt));
  if (caption->empty() || fold_alike(*caption, title)) return std::nullopt;
  return caption;
}

void read_image(Teaser& teaser, const Card& card) {
  const auto& document = card.page.document;
  for (NodeId n = card.card.node; n < document.end(card.card.node); ++n) {
    if (document.tag(n) != Tag::img) continue;
    auto url = image_url(card.page, n);
    if (!url) continue;
    teaser.image = TeaserImage{std::move(*url), caption_of(card, n, teaser.title.value_or(""))};
    return;
  }
}

}  // namespace

Teaser read_card(const Page& page, const TeaserCard& teaser_card, const std::vector<CardPart>& parts) {
  const Card card{page, teaser_card, parts};
  Teaser teaser;
  teaser.url = absolute_url(page, page.document.attribute(teaser_card.link, Attribute::href));
  const std::size_t title = title_part(card);
  if (title == kNone) return teaser;
  teaser.title = without_noise(without_label(card.parts[title].text));
  if (const auto kicker = kicker_part(card, title); kicker != kNone) {
    auto text = without_mark_before(without_mark_behind(card.parts[kicker].text));
    if (!text.empty() && !fold_alike(text, *teaser.title)) teaser.kicker = std::move(text);
  }
  read_type(teaser, card, title);
  read_text(teaser, card, title);
  read_date(teaser, card);
  read_image(teaser, card);
  return teaser;
}

}  // namespace klartext
