#include "extract/teaser_cards.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"

namespace klartext {
namespace {

/// Path steps that lead to lists, forms and persons.
constexpr std::array<std::string_view, 34> kOtherPaths = {
    "tag",     "tags",    "thema",   "themen",  "topic",     "topics",     "category",    "categories", "kategorie",
    "author",  "authors", "autor",   "autoren", "auteur",    "section",    "sections",    "search",     "suche",
    "login",   "user",    "account", "abo",     "subscribe", "newsletter", "newsletters", "impressum",  "datenschutz",
    "privacy", "contact", "kontakt", "about",   "profile",   "people",     "schlagwort"};
/// An article's address says its headline in several words, or holds a number.
constexpr std::ptrdiff_t kFewestHyphens = 3;
constexpr std::size_t kShortestNumber = 5;
constexpr std::size_t kLongestCardBytes = 1500;

bool is_digit_character(char c) { return c >= '0' && c <= '9'; }

std::size_t longest_number(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = is_digit_character(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool in_furniture(const Story& story, NodeId n) {
  const auto& places = story.page.places;
  return places.hinted(n, Hint::nav, 4) || places.hinted(n, Hint::furniture_element, 8) ||
         places.hinted(n, Hint::comment, 6) || places.hinted(n, Hint::share, 3) || places.hinted(n, Hint::byline, 2) ||
         places.hinted(n, Hint::tags, 1);
}

struct ArticleLink {
  NodeId node;
  std::string url;
  std::string key;
};

/// Links inside running text are part of it, unless the text is "Read also: …".
bool is_inside_prose(const Story& story, NodeId a) {
  const auto [first, last] = story.page.document.blocks_of(a);
  if (first == last) return false;
  const auto& traits = story.page.traits[first];
  return traits.link_density < 0.6F && traits.words > 3 && !traits.prefix_label.has(Label::related);
}

std::vector<ArticleLink> article_links(const Story& story) {
  const auto& document = story.page.document;
  const std::string own = comparable_url(story.page.url);
  const auto domain = registrable_domain(story.page.base_url);
  std::vector<ArticleLink> links;
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.tag(n) != Tag::a) continue;
    const auto href = document.attribute(n, Attribute::href);
    if (href.empty() || in_furniture(story, n) || is_inside_prose(story, n)) continue;
    auto url = absolute_url(story.page, href);
    if (!url || (!domain.empty() && registrable_domain(*url) != domain) || !looks_like_article_address(*url)) continue;
    auto key = comparable_url(*url);
    if (key != own) links.push_back({n, std::move(*url), std::move(key)});
  }
  return links;
}

/// Is the node too much for one card: the headline's, a part of the body's, or simply long?
bool is_too_wide(const Story& story, NodeId n) {
  const auto& document = story.page.document;
  if (document.tag(n) == Tag::body || document.text_end(n) - document.text_begin(n) > kLongestCardBytes) return true;
  if (story.headline.node != kNoNode && document.contains(n, story.headline.node)) return true;
  const auto [first, last] = document.blocks_of(n);
  const auto at = std::lower_bound(story.body.blocks.begin(), story.body.blocks.end(), first);
  return at != story.body.blocks.end() && *at < last;
}

/// Climbs from the links [begin, end) of one address as long as no other link gets inside.
NodeId card_node(const Story& story, const std::vector<ArticleLink>& links, std::size_t begin, std::size_t end) {
  const auto& document = story.page.document;
  const NodeId after_previous = begin == 0 ? 0 : links[begin - 1].node;
  const NodeId next = end == links.size() ? document.size() : links[end].node;
  NodeId node = links[begin].node;
  for (NodeId up = document.parent(node); up != kNoNode; up = document.parent(up)) {
    const bool alone = (begin == 0 || up > after_previous) && document.end(up) <= next;
    if (!alone || is_too_wide(story, up)) break;
    node = up;
  }
  return node;
}

/// Blocks of the card and what part each plays.
struct CardReader {
  const Page& page;
  const TeaserCard& card;
  std::uint32_t first;
  std::uint32_t last;

  [[nodiscard]] std::string_view text(std::uint32_t i) const { return page.document.text(page.document.blocks()[i]); }
  [[nodiscard]] bool is_title_candidate(std::uint32_t i) const {
    return !page.document.blocks()[i].hidden && page.traits[i].label.empty() && page.traits[i].words >= 2;
  }
  [[nodiscard]] std::uint32_t title_block() const;
};

/// The first heading, else the block with the most link text, else the first that may be one; `last` for none.
std::uint32_t CardReader::title_block() const {
  std::uint32_t best = last;
  std::uint32_t best_links = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (!is_title_candidate(i)) continue;
    const Block& block = page.document.blocks()[i];
    if (block.heading_level > 0) return i;
    if (page.traits[i].prose && best != last) continue;
    if (best == last || block.link_bytes > best_links) {
      best = i;
      best_links = block.link_bytes;
    }
  }
  return best;
}

std::string title_text(const CardReader& reader, std::uint32_t block) {
  const auto text = reader.text(block);
  const auto colon = text.find(':');
  if (reader.page.traits[block].prefix_label.has(Label::related)) return clean(text.substr(colon + 1));
  return clean(text);
}

void read_kicker(Teaser& teaser, const CardReader& reader, std::uint32_t title) {
  constexpr std::uint32_t kMostKickerWords = 8;
  if (title == reader.first) return;
  const auto& traits = reader.page.traits[title - 1];
  if (!traits.label.empty() || traits.words == 0 || traits.words > kMostKickerWords) return;
  if (!find_dates(reader.text(title - 1), reader.page.language).empty()) return;
  std::string kicker = clean(reader.text(title - 1));
  while (kicker.ends_with(':')) kicker.pop_back();
  teaser.kicker = std::move(kicker);
}

void read_text(Teaser& teaser, const CardReader& reader, std::uint32_t title) {
  for (std::uint32_t i = title + 1; i < reader.last && !teaser.teaser; ++i) {
    if (reader.page.traits[i].prose || (reader.page.traits[i].words > 8 && reader.page.traits[i].label.empty())) {
      teaser.teaser = clean(reader.text(i));
    }
  }
}

void read_date(Teaser& teaser, const CardReader& reader) {
  const auto& document = reader.page.document;
  for (NodeId n = reader.card.node; n < document.end(reader.card.node); ++n) {
    if (document.tag(n) != Tag::time) continue;
    if (const auto date = parse_date(document.attribute(n, Attribute::datetime))) teaser.date = date->iso();
  }
  for (std::uint32_t i = reader.first; i < reader.last && !teaser.date; ++i) {
    if (reader.page.traits[i].prose) continue;
    const auto dates = find_dates(reader.text(i), reader.page.language);
    if (!dates.empty()) teaser.date = dates.front().date.iso_day();
  }
}

}  // namespace

bool looks_like_article_address(std::string_view url) {
  const auto path = url_path(url);
  const auto steps = split(path, "/");
  if (steps.empty()) return false;
  for (const auto step : steps) {
    if (std::find(kOtherPaths.begin(), kOtherPaths.end(), step) != kOtherPaths.end()) return false;
  }
  const auto last = steps.back();
  if (std::count(last.begin(), last.end(), '-') >= kFewestHyphens || longest_number(path) >= kShortestNumber)
    return true;
  return std::count(path.begin(), path.end(), '-') > kFewestHyphens || last.ends_with(".html") ||
         url.find("?id=") != std::string_view::npos;
}

std::vector<TeaserCard> find_cards(const Story& story) {
  const auto links = article_links(story);
  std::vector<TeaserCard> cards;
  for (std::size_t begin = 0; begin < links.size();) {
    std::size_t end = begin + 1;
    while (end < links.size() && links[end].key == links[begin].key) ++end;
    cards.push_back({card_node(story, links, begin, end), links[begin].node, links[begin].url, links[begin].key});
    begin = end;
  }
  return cards;
}

Teaser read_card(const Page& page, const TeaserCard& card) {
  const auto [first, last] = page.document.blocks_of(card.node);
  const CardReader reader{page, card, first, last};
  Teaser teaser;
  teaser.url = card.url;
  const std::uint32_t title = reader.title_block();
  if (title == last) return teaser;
  teaser.title = title_text(reader, title);
  read_kicker(teaser, reader, title);
  read_text(teaser, reader, title);
  read_date(teaser, reader);
  return teaser;
}

}  // namespace klartext
