#include "extract/bylines.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/date.h"
#include "base/text.h"
#include "extract/names.h"
#include "extract/person_names.h"
#include "extract/person_words.h"

namespace klartext {
namespace {

constexpr std::array<std::string_view, 14> kAuthorPaths = {
    "/author/",  "/authors/",     "/autor/",        "/autoren/",    "/auteur/", "/redakteur/", "/autorin/",
    "/auteurs/", "/contributor/", "/contributors/", "/journalist/", "/profil/", "/autores/",   "/newsteam/"};
constexpr NameWords kAuthorNames(
    "author authors byline bylines autor autoren auteur auteurs autore autori autores writer firma signature "
    "redacteur forfatter skribent muhabir yazar autorzy kirjoittaja journalist reporter contributor redakteur "
    "verfasser creator authorname redaktion autoria storybyline posted_by fn");
/// Parts of a byline that hold no name.
constexpr NameWords kBesideNames(
    "bio image img avatar photo role title position job social date time desc meta follow share description email "
    "comment count twitter box");
/// "author-box__name" is the name after all.
constexpr NameWords kNameNames("name fn byline");
constexpr std::size_t kMostAuthors = 30;
/// How much of the text before a name is looked at for "reviewed by".
constexpr std::size_t kCreditBytes = 24;
/// A byline is short.
constexpr std::uint32_t kMostBylineWords = 16;
constexpr std::size_t kMostMarkedBytes = 160;
/// Authors of one article stand together; farther apart begins another's.
constexpr std::uint32_t kWidestGapBlocks = 5;

struct ForeignPlace {
  Hint hint;
  int within_steps;
};
constexpr std::array kForeignPlaces = {
    ForeignPlace{Hint::comment, 5}, ForeignPlace{Hint::teaser, 2},  ForeignPlace{Hint::related, 3},
    ForeignPlace{Hint::popular, 3}, ForeignPlace{Hint::sidebar, 3}, ForeignPlace{Hint::nav, 3},
};

FoundAuthors found(Authors authors, NodeId node) {
  if (authors.empty()) return std::nullopt;
  return Finding<Authors>{std::move(authors), node, {}};
}

std::pair<NodeId, NodeId> nodes_of(const Document& document, BlockRange range) {
  if (range.first >= range.second) return {0, 0};
  const auto& blocks = document.blocks();
  return {blocks[range.first].node, blocks[range.second - 1].last};
}

bool links_an_author(const Document& document, NodeId n) {
  if (document.tag(n) != Tag::a) return false;
  if (contains_ignoring_case(document.attribute(n, Attribute::rel), "author")) return true;
  const auto href = document.attribute(n, Attribute::href);
  return std::any_of(kAuthorPaths.begin(), kAuthorPaths.end(),
                     [href](std::string_view part) { return href.find(part) != std::string_view::npos; });
}

std::optional<std::string> address_of(const Story& story, NodeId a) {
  const auto href = story.page.document.attribute(a, Attribute::href);
  return href.empty() ? std::nullopt : absolute_url(story.page, href);
}

/// "Reviewed by <a>…</a>": the text before the element says that its name is no author's.
bool is_credited_otherwise(const Document& document, NodeId n) {
  const std::size_t end = document.text_begin(n);
  const std::size_t begin = end > kCreditBytes ? end - kCreditBytes : 0;
  return ends_in_other_credit(document.all_text().substr(begin, end - begin));
}

bool is_marked(const Document& document, NodeId n) {
  if (document.is_text(n) || !is_called(document, n, kAuthorNames)) return false;
  if (is_called(document, n, kBesideNames) && !is_called(document, n, kNameNames)) return false;
  const auto text = document.text(n);
  return !text.empty() && text.size() <= kMostMarkedBytes;
}

/// An element called "author" around another one is the frame of the byline.
bool is_innermost(const Document& document, NodeId n) {
  for (NodeId inner = n + 1; inner < document.end(n); ++inner) {
    if (is_marked(document, inner)) return false;
  }
  return true;
}

/// Bylines are set as small headings, never as large ones.
bool is_title(const Block& block) { return block.heading_level > 0 && block.heading_level < 4; }

/// "by ibby", "Geschrieben von Wolke am 3. Mai 2025": one word and nothing else but the byline's own words and a date.
bool names_one_word(std::string_view line, const std::vector<std::string>& names) {
  constexpr std::size_t kLongestLine = 50;  // bytes
  return line.size() <= kLongestLine && names.size() == 1 && split(names.front(), " ").size() == 1 &&
         begins_with_byline(line) && !has_furniture_word(names.front());
}

/// The persons and offices named in a line; a single word is a name only if the line holds nothing else.
Authors named_in(std::string_view text) {
  Authors authors;
  const auto names = author_names(text);
  for (const auto& name : names) {
    const bool office = looks_like_organization(name) && (starts_upper(name) || is_agency(name));
    if ((looks_like_person(name) || office) && !has_furniture_word(name)) add_authors(authors, name, std::nullopt);
  }
  if (authors.empty() && names_one_word(text, names)) add_authors(authors, names.front(), std::nullopt);
  return authors;
}

/// The names in a marked element; a single word is a name only where it is all there is.
void add_marked(Authors& authors, std::string_view text, const std::optional<std::string>& url) {
  for (const auto line : split(text, "\n")) {
    const auto names = author_names(line);
    for (const auto& name : names) {
      const bool sure =
          looks_like_person(name) || (names.size() == 1 && split(name, " ").size() == 1 && starts_upper(name));
      if (!sure && !looks_like_organization(name)) continue;
      if (has_furniture_word(name)) continue;
      add_authors(authors, name, url);
    }
    if (!authors.empty()) return;
  }
}

bool ends_like_word(std::string_view text) {
  const char last = text.empty() ? ' ' : text.back();
  return (last >= 'a' && last <= 'z') || (last >= '0' && last <= '9') || static_cast<unsigned char>(last) >= 0x80;
}

bool begins_like_word(std::string_view text) {
  return starts_upper(text) || (!text.empty() && text.front() >= '0' && text.front() <= '9');
}

bool are_siblings_alike(const Document& document, NodeId a, NodeId b) {
  return document.parent(a) == document.parent(b) && document.tag(a) == document.tag(b) &&
         document.attribute(a, Attribute::class_) == document.attribute(b, Attribute::class_);
}

/// The text with a bar where only the layout parts two words, and between siblings of which the first may be a name:
/// <b>Anna Beispiel</b><i>Redakteurin</i>, <b>Anna Beispiel</b> <b>Bonn</b>.
std::string parted_text(const Document& document, NodeId begin, NodeId end) {
  std::string text;
  NodeId before = kNoNode;
  std::size_t bar = 0;
  for (NodeId n = begin; n < end; ++n) {
    if (!document.is_text(n) || trim(document.text(n)).empty()) continue;
    const auto part = document.all_text().substr(document.text_begin(n), document.text_end(n) - document.text_begin(n));
    const NodeId parent = document.parent(n);
    const bool address = part.substr(0, part.find(' ')).find('@') != std::string_view::npos;
    const bool glued = before != parent && ends_like_word(text) && (begins_like_word(part) || address);
    const bool listed = before != kNoNode && are_siblings_alike(document, before, parent) &&
                        begins_like_word(trim(part)) && count_words(std::string_view(text).substr(bar)) > 1;
    if (before != kNoNode && (glued || (listed && before != parent))) {
      text += '|';
      bar = text.size();
    }
    before = parent;
    text += part;
  }
  return text;
}

std::string parted_text(const Document& document, const Block& block) {
  return parted_text(document, block.first, block.last);
}

std::string parted_text(const Document& document, NodeId n) { return parted_text(document, n, document.end(n)); }

bool has_date(const Story& story, std::string_view text) { return !find_dates(text, story.page.dialect).empty(); }

}  // namespace

bool in_place_of_others(const Story& story, NodeId n) {
  const auto& page = story.page;
  if (in_page_footer(page.document, n) || page.document.closest(n, Tag::figure) != kNoNode) return true;
  return std::any_of(kForeignPlaces.begin(), kForeignPlaces.end(), [&](const ForeignPlace& place) {
    return page.places.hinted_beside(n, place.hint, place.within_steps, story.headline.node);
  });
}

bool is_name_alone(std::string_view text) {
  const auto own_words = split(text, " ");
  if (own_words.size() < 2 || own_words.size() > 4 || text.find_first_of("0123456789!?:,\"") != std::string_view::npos)
    return false;
  const bool capitalized =
      std::all_of(own_words.begin(), own_words.end(), [](auto word) { return starts_upper(word); });
  return capitalized && looks_like_person(text) && !has_furniture_word(text) && !has_role_word(text) &&
         label_of(text).empty();
}

bool has_author(const Authors& authors, std::string_view name) {
  const std::string folded = fold(name);
  return std::any_of(authors.begin(), authors.end(), [&](const Author& a) { return folds_to(a.name, folded); });
}

Author::Type type_of_author(std::string_view name) {
  if (looks_like_initials(name)) return Author::Type::initials;
  return looks_like_organization(name) ? Author::Type::organization : Author::Type::person;
}

void add_authors(Authors& authors, std::string_view text, const std::optional<std::string>& url) {
  const auto names = author_names(text);
  for (const auto& name : names) {
    if (authors.size() == kMostAuthors || has_author(authors, name)) continue;
    authors.push_back({name, type_of_author(name), names.size() == 1 ? url : std::nullopt});
  }
}

FoundAuthors linked_authors(const Story& story, BlockRange range) {
  const auto& document = story.page.document;
  const auto [begin, end] = nodes_of(document, range);
  Authors authors;
  NodeId first = kNoNode;
  for (NodeId n = begin; n < end; ++n) {
    if (!links_an_author(document, n) || in_place_of_others(story, n)) continue;
    if (is_credited_otherwise(document, n)) continue;
    const auto names = author_names(document.text(n));
    if (std::any_of(names.begin(), names.end(), [](const auto& name) { return has_furniture_word(name); })) continue;
    if (first == kNoNode) first = n;
    add_authors(authors, document.text(n), address_of(story, n));
  }
  return found(std::move(authors), first);
}

FoundAuthors marked_authors(const Story& story, BlockRange range) {
  const auto& document = story.page.document;
  const auto [begin, end] = nodes_of(document, range);
  Authors authors;
  NodeId first = kNoNode;
  std::uint32_t last_block = 0;
  for (NodeId n = begin; n < end; ++n) {
    if (!is_marked(document, n) || !is_innermost(document, n) || in_place_of_others(story, n)) continue;
    if (is_credited_otherwise(document, n)) continue;
    const auto block = document.blocks_of(n).first;
    if (first != kNoNode && block > last_block + kWidestGapBlocks) break;
    const auto before = authors.size();
    add_marked(authors, parted_text(document, n), std::nullopt);
    if (authors.size() == before) continue;
    if (first == kNoNode) first = n;
    last_block = block;
  }
  return found(std::move(authors), first);
}

FoundAuthors byline_authors(const Story& story, BlockRange range) {
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const Block& block = story.page.document.blocks()[i];
    const auto text = story.page.document.text(block);
    if (story.page.traits[i].words > kMostBylineWords || is_title(block)) continue;
    if (!begins_with_byline(text) || in_place_of_others(story, block.node)) continue;
    if (auto result = found(named_in(parted_text(story.page.document, block)), block.node)) return result;
  }
  return std::nullopt;
}

FoundAuthors labelled_authors(const Story& story, BlockRange range) {
  const auto& document = story.page.document;
  for (std::uint32_t i = range.first; i + 1 < range.second; ++i) {
    const auto& label = story.page.traits[i].label;
    if (!label.has(Label::byline) && !label.has(Label::author_box)) continue;
    if (ends_in_other_credit(document.text(document.blocks()[i]))) continue;
    const Block& next = document.blocks()[i + 1];
    if (story.page.traits[i + 1].words > kMostBylineWords || in_place_of_others(story, next.node)) continue;
    if (auto result = found(named_in(parted_text(document, next)), next.node)) return result;
  }
  return std::nullopt;
}

namespace {

/// "Follow", "6 min read", "08:30", "·": what stands between a name and its date.
bool is_between_name_and_date(const Story& story, std::uint32_t i) {
  constexpr std::size_t kMostWords = 4;
  const auto text = story.page.document.text(story.page.document.blocks()[i]);
  const auto own_words = words(text);
  if (own_words.empty() || !story.page.traits[i].label.empty()) return true;
  const bool numbers = std::all_of(own_words.begin(), own_words.end(),
                                   [](auto word) { return word.find_first_not_of("0123456789") == word.npos; });
  return numbers || (own_words.size() <= kMostWords && has_furniture_word(text));
}

/// "Anna Beispiel", "Anna Beispiel, Ben Muster", "Anna Beispiel, Redakteurin"
bool holds_names_alone(std::string_view text) {
  const auto parts = split(text, ",");
  return !parts.empty() && is_name_alone(parts.front()) &&
         std::all_of(parts.begin(), parts.end(),
                     [](std::string_view part) { return is_name_alone(part) || has_role_word(part); });
}

/// The nearest name in the blocks before (`step` -1) or behind the date.
std::optional<std::uint32_t> name_near(const Story& story, BlockRange range, std::uint32_t date, int step) {
  constexpr int kReach = 4;  // blocks
  const auto& document = story.page.document;
  auto i = static_cast<std::int64_t>(date);
  for (int n = 0; n < kReach; ++n) {
    i += step;
    if (i < range.first || i >= range.second) return std::nullopt;
    const auto block = static_cast<std::uint32_t>(i);
    if (document.blocks()[block].kind == BlockKind::heading) return std::nullopt;
    if (document.blocks()[block].furniture || in_place_of_others(story, document.blocks()[block].node))
      return std::nullopt;
    if (holds_names_alone(document.text(document.blocks()[block]))) return block;
    if (!is_between_name_and_date(story, block)) return std::nullopt;
  }
  return std::nullopt;
}

Authors names_alone_in(const Story& story, std::uint32_t block) {
  const auto& document = story.page.document;
  Authors authors;
  for (const auto& name : author_names(parted_text(document, document.blocks()[block]))) {
    if (is_name_alone(name)) authors.push_back({name, Author::Type::person, {}});
  }
  return authors;
}

}  // namespace

FoundAuthors authors_beside_date(const Story& story, BlockRange range) {
  const auto& document = story.page.document;
  const auto& blocks = document.blocks();
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const auto text = document.text(blocks[i]);
    if (story.page.traits[i].words > kMostBylineWords || story.page.traits[i].prose || !has_date(story, text)) continue;
    if (in_place_of_others(story, blocks[i].node)) continue;
    if (auto result = found(names_alone_in(story, i), blocks[i].node)) return result;
    for (const int step : {-1, 1}) {
      const auto near = name_near(story, range, i, step);
      if (!near) continue;
      if (auto result = found(names_alone_in(story, *near), blocks[*near].node)) return result;
    }
  }
  return std::nullopt;
}

}  // namespace klartext
