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
constexpr std::array<std::string_view, 17> kAuthorNames = {
    "author",      "authors",   "byline",    "bylines", "autor",      "autoren",   "auteur",    "autore", "writer",
    "contributor", "redakteur", "verfasser", "creator", "authorname", "redaktion", "posted_by", "fn"};
/// Parts of a byline that hold no name.
constexpr std::array<std::string_view, 22> kBesideNames = {
    "bio",  "image", "img",  "avatar", "photo", "role",        "title", "position", "job",   "social",  "date",
    "time", "desc",  "meta", "follow", "share", "description", "email", "comment",  "count", "twitter", "box"};
/// "author-box__name" is the name after all.
constexpr std::array<std::string_view, 3> kNameNames = {"name", "fn", "byline"};
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

bool in_foreign_place(const Story& story, NodeId n) {
  const auto& page = story.page;
  if (in_page_footer(page.document, n) || page.document.closest(n, Tag::figure) != kNoNode) return true;
  return std::any_of(kForeignPlaces.begin(), kForeignPlaces.end(), [&](const ForeignPlace& place) {
    return page.places.hinted_beside(n, place.hint, place.within_steps, story.headline.node);
  });
}

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

/// "Anna Beispiel", in any case of letters; no headings, weekdays or counts of minutes.
bool is_name_alone(std::string_view text) {
  const auto own_words = split(text, " ");
  if (own_words.size() < 2 || own_words.size() > 4 || text.find_first_of("0123456789!?:\"") != std::string_view::npos)
    return false;
  const bool capitalized =
      std::all_of(own_words.begin(), own_words.end(), [](auto word) { return starts_upper(word); });
  return capitalized && looks_like_person(text) && !has_furniture_word(text) && !has_role_word(text) &&
         label_of(text).empty();
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

bool has_date(const Story& story, std::string_view text) { return !find_dates(text, story.page.dialect).empty(); }

}  // namespace

bool has_author(const Authors& authors, std::string_view name) {
  const std::string folded = fold(name);
  return std::any_of(authors.begin(), authors.end(), [&](const Author& a) { return fold(a.name) == folded; });
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
    if (!links_an_author(document, n) || in_foreign_place(story, n)) continue;
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
    if (!is_marked(document, n) || !is_innermost(document, n) || in_foreign_place(story, n)) continue;
    if (is_credited_otherwise(document, n)) continue;
    const auto block = document.blocks_of(n).first;
    if (first != kNoNode && block > last_block + kWidestGapBlocks) break;
    const auto before = authors.size();
    add_marked(authors, document.text(n), std::nullopt);
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
    if (!begins_with_byline(text) || in_foreign_place(story, block.node)) continue;
    if (auto result = found(named_in(text), block.node)) return result;
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
    if (story.page.traits[i + 1].words > kMostBylineWords || in_foreign_place(story, next.node)) continue;
    if (auto result = found(named_in(document.text(next)), next.node)) return result;
  }
  return std::nullopt;
}

/// The last lines of the text, and the one that stands beside its last paragraph whether or not the text takes it in.
std::vector<std::uint32_t> closing_lines(const Story& story) {
  constexpr std::size_t kLastBlocks = 3;
  const auto& document = story.page.document;
  auto lines = story.body.blocks;
  if (lines.empty()) return lines;
  const std::uint32_t next = lines.back() + 1;
  const auto parent_of = [&](std::uint32_t i) { return document.parent(document.blocks()[i].node); };
  const bool beside = next < document.blocks().size() && parent_of(next) == parent_of(lines.back());
  if (beside && document.blocks()[next].link_bytes == 0) lines.push_back(next);
  lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(std::min(lines.size(), kLastBlocks + 1)));
  return lines;
}

FoundAuthors signature(const Story& story) {
  const auto lines = closing_lines(story);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Block& block = story.page.document.blocks()[lines[i]];
    const auto text = story.page.document.text(block);
    const auto name = trim(text.substr(0, text.find_first_of("\n,")));
    const bool follows_text = story.page.traits[lines[i - 1]].prose;
    const bool short_line = block.heading_level == 0 && story.page.traits[lines[i]].words <= kMostBylineWords;
    if (!follows_text || !short_line || !is_name_alone(name) || in_foreign_place(story, block.node)) continue;
    return found({{std::string(name), Author::Type::person, {}}}, block.node);
  }
  return std::nullopt;
}

FoundAuthors authors_beside_date(const Story& story, BlockRange range) {
  const auto& document = story.page.document;
  const auto& blocks = document.blocks();
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const auto text = document.text(blocks[i]);
    if (story.page.traits[i].words > kMostBylineWords || story.page.traits[i].prose || !has_date(story, text)) continue;
    if (in_foreign_place(story, blocks[i].node)) continue;
    Authors authors;
    for (const auto& name : author_names(text)) {
      if (is_name_alone(name)) authors.push_back({name, Author::Type::person, {}});
    }
    if (auto result = found(std::move(authors), blocks[i].node)) return result;
    for (const std::uint32_t near : {i - 1, i + 1}) {
      if (near < range.first || near >= range.second || blocks[near].kind == BlockKind::heading) continue;
      if (!is_name_alone(document.text(blocks[near]))) continue;
      add_authors(authors, document.text(blocks[near]), std::nullopt);
      if (auto result = found(std::move(authors), blocks[near].node)) return result;
    }
  }
  return std::nullopt;
}

}  // namespace klartext
