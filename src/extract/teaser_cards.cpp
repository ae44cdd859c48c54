#include "extract/teaser_cards.h"

#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "base/url.h"
#include "extract/article_address.h"
#include "extract/card_parts.h"
#include "extract/title_noise.h"

namespace klartext {
namespace {

constexpr std::size_t kLongestCardBytes = 1500;

/// <div class="tab-panel related">, <article class="teaser topic-politics">: a name that speaks of teasers too does not
/// make a menu or a list of tags.
bool hinted_alone(const Places& places, NodeId n, Hint hint, int steps, std::initializer_list<Hint> others) {
  const auto& hints = places.hints();
  return places.hinted(n, hint, steps) && std::none_of(others.begin(), others.end(), [&](Hint other) {
           return hints.distance(n, other) == hints.distance(n, hint);
         });
}

bool in_furniture(const Story& story, NodeId n) {
  const auto& places = story.page.places;
  return hinted_alone(places, n, Hint::nav, 4, {Hint::related}) || places.hinted(n, Hint::furniture_element, 8) ||
         places.hinted(n, Hint::comment, 6) || places.hinted(n, Hint::share, 3) || places.hinted(n, Hint::byline, 2) ||
         hinted_alone(places, n, Hint::tags, 1, {Hint::related, Hint::teaser, Hint::article_element});
}

struct ArticleLink {
  NodeId node;
  std::string url;
  std::string key;
};

struct PageLinks {
  std::vector<ArticleLink> articles;  ///< those that may lead to an article
  std::vector<NodeId> all;
  std::vector<std::uint32_t> list_headings;  ///< [i]: how many of the blocks before i stand over a list
};

/// "Mehr zum Thema", "Meistgelesen", "Mehr aus Oberwied".
bool stands_over_list(LabelSet label, std::string_view text) {
  return label.has(Label::related) || label.has(Label::popular) || !subject_of_heading(text).empty();
}

std::vector<std::uint32_t> count_list_headings(const Page& page) {
  std::vector<std::uint32_t> counts{0};
  counts.reserve(page.traits.size() + 1);
  for (std::size_t i = 0; i < page.traits.size(); ++i) {
    const bool heading = stands_over_list(page.traits[i].label, page.document.text(page.document.blocks()[i]));
    counts.push_back(counts.back() + (heading ? 1 : 0));
  }
  return counts;
}

/// The link of a list's heading leads to the whole list.
bool is_link_of_heading(const Document& document, NodeId a) {
  const auto text = document.text(a);
  const auto label = label_of(text);
  return stands_over_list(label, text) && !label.has(Label::read_more);
}

/// Links inside running text are part of it, unless the text is "Read also: …".
bool is_inside_prose(const Story& story, NodeId a) {
  const auto [first, last] = story.page.document.blocks_of(a);
  if (first == last) return false;
  const auto& traits = story.page.traits[first];
  return traits.link_density < 0.6F && traits.words > 3 && !traits.prefix_label.has(Label::related);
}

PageLinks page_links(const Story& story) {
  const auto& document = story.page.document;
  const std::string own = article_key(story.page.url);
  const auto publisher = publisher_of(story.page.base_url);
  PageLinks links{{}, {}, count_list_headings(story.page)};
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.tag(n) != Tag::a) continue;
    const auto href = document.attribute(n, Attribute::href);
    if (href.empty()) continue;
    links.all.push_back(n);
    if (in_furniture(story, n) || is_inside_prose(story, n) || is_link_of_heading(document, n)) continue;
    auto url = absolute_url(story.page, href);
    if (!url || (!publisher.empty() && publisher_of(*url) != publisher) || leads_elsewhere(*url)) continue;
    auto key = article_key(*url);
    if (!same_page(key, own)) links.articles.push_back({n, std::move(*url), std::move(key)});
  }
  return links;
}

/// A card has its picture's and its headline's link, and perhaps some to its section, author and comments.
constexpr std::ptrdiff_t kMostLinksOfCard = 5;

bool holds_many_links(const Document& document, const std::vector<NodeId>& links, NodeId n) {
  const auto first = std::lower_bound(links.begin(), links.end(), n);
  return std::lower_bound(first, links.end(), document.end(n)) - first > kMostLinksOfCard;
}

/// Is the node too much for one card: the headline's, a labelled list's, or simply long?
bool is_more_than_card(const Story& story, const PageLinks& links, NodeId n) {
  const auto& document = story.page.document;
  if (holds_many_links(document, links.all, n)) return true;
  if (document.tag(n) == Tag::body || document.text_end(n) - document.text_begin(n) > kLongestCardBytes) return true;
  if (story.headline.node != kNoNode && document.contains(n, story.headline.node)) return true;
  const auto [first, last] = document.blocks_of(n);
  return links.list_headings[first] < links.list_headings[last];
}

bool holds_text_of_body(const Story& story, NodeId n) {
  const auto [first, last] = story.page.document.blocks_of(n);
  const auto at = std::lower_bound(story.body.blocks.begin(), story.body.blocks.end(), first);
  return at != story.body.blocks.end() && *at < last;
}

/// Between picture and headline of a card often stand links to its section or author, never to a second article.
constexpr std::size_t kMostLinksBetween = 2;

/// The next link of the same address with at most such links between, or `links.size()`.
std::size_t next_of_same(const std::vector<ArticleLink>& links, std::size_t begin, std::size_t end) {
  for (std::size_t i = end; i < links.size() && i <= end + kMostLinksBetween; ++i) {
    if (links[i].key == links[begin].key) return i;
    if (looks_like_article_address(links[i].url)) break;
  }
  return links.size();
}

/// Links [begin, end) of one address and the element around them.
struct LinkRun {
  std::size_t begin;
  std::size_t end;
  NodeId node;
};

LinkRun run_from(const Story& story, const PageLinks& all_links, std::size_t begin) {
  const auto& links = all_links.articles;
  LinkRun run{begin, begin + 1, links[begin].node};
  for (std::size_t i = begin; (i = next_of_same(links, begin, run.end)) < links.size();) {
    const NodeId around = story.page.document.common_ancestor(run.node, links[i].node);
    if (is_more_than_card(story, all_links, around)) break;
    run.node = around;
    run.end = i + 1;
  }
  return run;
}

/// Climbs from the links of one address as long as no other link gets inside.
NodeId card_node(const Story& story, const PageLinks& all_links, const LinkRun& run) {
  const auto& links = all_links.articles;
  const auto& document = story.page.document;
  const NodeId after_previous = run.begin == 0 ? 0 : links[run.begin - 1].node;
  const NodeId next = run.end == links.size() ? document.size() : links[run.end].node;
  NodeId node = run.node;
  for (NodeId up = document.parent(node); up != kNoNode; up = document.parent(up)) {
    const bool alone = (run.begin == 0 || up > after_previous) && document.end(up) <= next;
    if (!alone || is_more_than_card(story, all_links, up) || holds_text_of_body(story, up)) break;
    node = up;
  }
  return node;
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::uint32_t kMostKickerWords = 8;
constexpr std::uint32_t kFewestTitleWords = 2;
constexpr std::uint32_t kFewestTextWords = 7;

bool is_credit(const CardPart& part) { return label_before_colon(part.text).has(Label::caption_credit); }

/// A date or a duration has hardly a word with letters.
bool has_words(std::string_view text) {
  const auto all = words(text);
  return std::any_of(all.begin(), all.end(), [](std::string_view word) {
    std::size_t at = 0;
    return is_letter(next_character(word, at));
  });
}

/// "More from this section" closes a list, "Photo: AP" and sentences without a link stand under the picture: no
/// headlines.
bool may_be_title(const CardPart& part) {
  const bool caption = part.prose && !part.in_link && part.heading_level == 0;
  return part.label.empty() && part.words >= kFewestTitleWords && !caption && !is_credit(part) &&
         has_words(part.text) && subject_of_heading(part.text).empty();
}

/// "4 min.", "5 Min. Lesezeit": as long as the article takes to read.
bool is_reading_time(std::string_view text) {
  constexpr std::size_t kMostBytes = 24;
  return text.size() <= kMostBytes && text.front() >= '0' && text.front() <= '9' && contains_ignoring_case(text, "min");
}

/// Headings before links before prose; of two headings the greater, of two parts called alike not the kicker's.
int title_rank(const Page& page, const CardPart& part) {
  constexpr int kHeading = 100;
  constexpr int kLink = 4;
  const bool kicker = part.before_colon || page.places.hints().distance(part.node, Hint::tags) == 0;
  return (part.heading_level > 0 ? kHeading - 8 * part.heading_level : 0) + (part.in_link ? kLink : 0) +
         (part.prose ? 0 : 2) + (kicker ? 0 : 1);
}

/// The part of the highest rank, the longest of equals.
std::size_t title_part(const Page& page, const std::vector<CardPart>& parts) {
  std::size_t best = kNone;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!may_be_title(parts[i])) continue;
    const int lead = best == kNone ? 1 : title_rank(page, parts[i]) - title_rank(page, parts[best]);
    if (lead > 0 || (lead == 0 && parts[i].text.size() > parts[best].text.size())) best = i;
  }
  return best;
}

/// "Lesen Sie auch: Title" without its label.
std::string without_label(const std::string& text) {
  return label_before_colon(text).has(Label::related) ? clean(std::string_view(text).substr(text.find(':') + 1)) : text;
}

bool may_be_kicker(const Page& page, const CardPart& part) {
  return part.label.empty() && part.words > 0 && part.words <= kMostKickerWords && !part.prose &&
         !is_reading_time(part.text) && !is_credit(part) && has_words(part.text) &&
         !page.places.hinted(part.node, Hint::byline, 1) && find_dates(part.text, page.language).empty();
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

/// A date within a sentence is about something else; "[22.6.2021] The council …" begins with its own.
constexpr std::size_t kOpeningBytes = 1;

void read_date(Teaser& teaser, const Page& page, NodeId card, const std::vector<CardPart>& parts) {
  const auto& document = page.document;
  for (NodeId n = card; n < document.end(card) && !teaser.date; ++n) {
    if (document.tag(n) != Tag::time) continue;
    if (const auto date = parse_date(document.attribute(n, Attribute::datetime))) teaser.date = date->iso();
  }
  for (std::size_t i = 0; i < parts.size() && !teaser.date; ++i) {
    const auto dates = find_dates(parts[i].text, page.language);
    const bool tells = !dates.empty() && (!parts[i].prose || dates.front().begin <= kOpeningBytes);
    if (tells) teaser.date = dates.front().date.iso_day();
  }
}

}  // namespace

std::vector<TeaserCard> find_cards(const Story& story) {
  const PageLinks page = page_links(story);
  const auto& links = page.articles;
  std::vector<TeaserCard> cards;
  for (std::size_t begin = 0; begin < links.size();) {
    const LinkRun run = run_from(story, page, begin);
    cards.push_back({card_node(story, page, run), links[begin].node, links[begin].url, links[begin].key});
    begin = run.end;
  }
  return cards;
}

Teaser read_card(const Page& page, const TeaserCard& card) {
  const auto parts = card_parts(page, card.node);
  Teaser teaser;
  teaser.url = card.url;
  const std::size_t title = title_part(page, parts);
  if (title == kNone) return teaser;
  teaser.title = without_noise(without_label(parts[title].text));
  read_kicker(teaser, page, parts, title);
  read_text(teaser, parts, title);
  read_date(teaser, page, card.node, parts);
  return teaser;
}

}  // namespace klartext
