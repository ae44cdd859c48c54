#include "extract/teaser_cards.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "extract/card_parts.h"

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

/// The front page, a list, a form: no label makes that an article.
bool leads_elsewhere(std::string_view url) {
  const auto steps = split(url_path(url), "/");
  return steps.empty() || std::any_of(steps.begin(), steps.end(), [](std::string_view step) {
           return std::find(kOtherPaths.begin(), kOtherPaths.end(), step) != kOtherPaths.end();
         });
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
    if (!url || (!domain.empty() && registrable_domain(*url) != domain) || leads_elsewhere(*url)) continue;
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
  const auto& traits = story.page.traits;
  for (auto i = first; i < last; ++i) {
    if (traits[i].label.has(Label::related) || traits[i].label.has(Label::popular)) return true;
  }
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

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::uint32_t kMostKickerWords = 8;
constexpr std::uint32_t kFewestTitleWords = 2;
constexpr std::uint32_t kFewestTextWords = 7;

bool may_be_title(const CardPart& part) { return part.label.empty() && part.words >= kFewestTitleWords; }

/// The longest part of the first heading, else the longest linked part that is no prose, else the first that may be
/// one.
std::size_t title_part(const std::vector<CardPart>& parts) {
  std::size_t best = kNone;
  const auto rank = [](const CardPart& part) {
    return (part.heading_level > 0 ? 4 : 0) + (part.in_link ? 2 : 0) + (part.prose ? 0 : 1);
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!may_be_title(parts[i])) continue;
    const bool better = best == kNone || rank(parts[i]) > rank(parts[best]) ||
                        (rank(parts[i]) == rank(parts[best]) && parts[i].text.size() > parts[best].text.size());
    if (better) best = i;
  }
  return best;
}

/// "Lesen Sie auch: Title" without its label.
std::string without_label(const std::string& text) {
  return label_before_colon(text).has(Label::related) ? clean(std::string_view(text).substr(text.find(':') + 1)) : text;
}

bool may_be_kicker(const Page& page, const CardPart& part) {
  return part.label.empty() && part.words > 0 && part.words <= kMostKickerWords && !part.prose &&
         find_dates(part.text, page.language).empty();
}

/// The part right before the title; labels between do not count.
void read_kicker(Teaser& teaser, const Page& page, const std::vector<CardPart>& parts, std::size_t title) {
  for (std::size_t i = title; i-- > 0;) {
    if (!parts[i].label.empty()) continue;
    if (!may_be_kicker(page, parts[i])) return;
    std::string kicker = parts[i].text;
    while (kicker.ends_with(':') || kicker.ends_with(' ')) kicker.pop_back();
    if (!kicker.empty()) teaser.kicker = std::move(kicker);
    return;
  }
}

void read_text(Teaser& teaser, const std::vector<CardPart>& parts, std::size_t title) {
  for (std::size_t i = title + 1; i < parts.size() && !teaser.teaser; ++i) {
    if (parts[i].words >= kFewestTextWords && parts[i].label.empty() && parts[i].text != teaser.title) {
      teaser.teaser = parts[i].text;
    }
  }
}

void read_date(Teaser& teaser, const Page& page, NodeId card, const std::vector<CardPart>& parts) {
  const auto& document = page.document;
  for (NodeId n = card; n < document.end(card) && !teaser.date; ++n) {
    if (document.tag(n) != Tag::time) continue;
    if (const auto date = parse_date(document.attribute(n, Attribute::datetime))) teaser.date = date->iso();
  }
  for (std::size_t i = 0; i < parts.size() && !teaser.date; ++i) {
    if (parts[i].prose) continue;
    const auto dates = find_dates(parts[i].text, page.language);
    if (!dates.empty()) teaser.date = dates.front().date.iso_day();
  }
}

}  // namespace

bool looks_like_article_address(std::string_view url) {
  if (leads_elsewhere(url)) return false;
  const auto path = url_path(url);
  const auto steps = split(path, "/");
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
  const auto parts = card_parts(page, card.node);
  Teaser teaser;
  teaser.url = card.url;
  const std::size_t title = title_part(parts);
  if (title == kNone) return teaser;
  teaser.title = without_label(parts[title].text);
  read_kicker(teaser, page, parts, title);
  read_text(teaser, parts, title);
  read_date(teaser, page, card.node, parts);
  return teaser;
}

}  // namespace klartext
