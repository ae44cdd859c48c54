#include "extract/teaser_cards.h"

#include <algorithm>
#include <array>
#include <deque>
#include <initializer_list>
#include <string>

#include "base/text.h"
#include "base/url.h"

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

/// <article class="post category-kommentar">: a post's own names say what it is filed under.
bool is_filed_as_comment(const Story& story, NodeId n) {
  const auto& hints = story.page.places.hints();
  for (int steps = hints.distance(n, Hint::comment); steps > 0; --steps) n = story.page.document.parent(n);
  return hints.distance(n, Hint::tags) == 0 && hints.distance(n, Hint::entry) == 0;
}

/// A panel of tabs is no menu, and neither is what is called related inside of one.
bool in_navigation(const Places& places, NodeId n) {
  const auto& hints = places.hints();
  return hinted_alone(places, n, Hint::nav, 4, {Hint::content, Hint::widget}) &&
         hints.distance(n, Hint::related) > hints.distance(n, Hint::nav);
}

bool in_furniture(const Story& story, NodeId n) {
  const auto& places = story.page.places;
  return in_navigation(places, n) || places.hinted(n, Hint::furniture_element, 8) ||
         (places.hinted(n, Hint::comment, 6) && !is_filed_as_comment(story, n)) || places.hinted(n, Hint::share, 3) ||
         places.hinted(n, Hint::byline, 2) ||
         hinted_alone(places, n, Hint::tags, 1, {Hint::related, Hint::teaser, Hint::article_element});
}

struct ArticleLink {
  NodeId node;
  WebAddress address;
  AddressSigns signs;
};

bool lead_to_same(const ArticleLink& a, const ArticleLink& b) {
  return a.address == b.address ||
         (!lead_apart(a.address, b.address) && article_key(a.address, a.signs) == article_key(b.address, b.signs));
}

constexpr float kMostlyLinks = 0.6F;

/// "Mehr zum Thema", "Meistgelesen", "Mehr aus Oberwied".
bool stands_over_list(LabelSet label, std::string_view text) {
  return label.has(Label::related) || label.has(Label::popular) || !subject_of_heading(text).empty();
}

/// The blocks that stand over a list. Few are asked for, those several times: each is looked at when it first is.
class ListHeadings {
 public:
  explicit ListHeadings(const Page& page) : page_(page), answers_(page.traits.size(), Answer::unknown) {}

  [[nodiscard]] bool any_in(NodeId n) const {
    const auto [first, last] = page_.document.blocks_of(n);
    for (std::uint32_t i = first; i < last; ++i) {
      if (is_one(i)) return true;
    }
    return false;
  }
  /// A link that is not among the blocks has its text looked at.
  [[nodiscard]] bool is_link_over_list(NodeId a) const {
    const auto block = whole_block(page_, a);
    if (block) return !page_.traits[*block].label.has(Label::read_more) && is_one(*block);
    const auto text = page_.document.text(a);
    const auto label = label_of(text);
    return !label.has(Label::read_more) && stands_over_list(label, text);
  }

 private:
  enum class Answer : std::uint8_t { unknown, no, yes };

  [[nodiscard]] bool is_one(std::uint32_t block) const {
    if (answers_[block] == Answer::unknown) answers_[block] = look_at(block) ? Answer::yes : Answer::no;
    return answers_[block] == Answer::yes;
  }
  [[nodiscard]] bool look_at(std::uint32_t block) const {
    const auto& traits = page_.traits[block];
    const bool link = traits.label.has(Label::read_more) && traits.link_density > kMostlyLinks;
    return !link && stands_over_list(traits.label, page_.document.text(page_.document.blocks()[block]));
  }

  const Page& page_;
  mutable std::vector<Answer> answers_;
};

struct PageLinks {
  std::vector<ArticleLink> articles;  ///< those that may lead to an article
  std::vector<NodeId> all;
  ListHeadings list_headings;
  std::deque<std::string> written_out;  ///< the few addresses that are not slices of the page
};

/// "Alle Nachrichten aus Oberwied", "All sports news".
bool calls_for_all(std::string_view text) {
  constexpr std::array<std::string_view, 2> kAll = {"alle", "all"};
  constexpr std::array<std::string_view, 10> kArticles = {"news",     "nachrichten", "meldungen", "artikel", "beiträge",
                                                          "articles", "stories",     "posts",     "videos",  "themen"};
  const auto is_one_of = [](const auto& known, std::string_view word) {
    return std::any_of(known.begin(), known.end(), [word](auto k) { return equals_ignoring_case(word, k); });
  };
  if (!text.empty() && is_ascii_letter(text.front()) && text.front() != 'a' && text.front() != 'A') return false;
  std::size_t at = 0;
  if (!is_one_of(kAll, next_word(text, at))) return false;
  const auto others = words(text.substr(at));
  return !others.empty() && is_one_of(kArticles, others.back());
}

/// The link of a list's heading or end leads to the whole list.
bool is_link_of_list(const Page& page, const ListHeadings& list_headings, NodeId a) {
  return list_headings.is_link_over_list(a) || calls_for_all(page.document.text(a));
}

/// Links inside running text are part of it, unless the text is "Read also: …".
bool is_inside_prose(const Story& story, NodeId a) {
  const auto [first, last] = story.page.document.blocks_of(a);
  if (first == last) return false;
  const auto& traits = story.page.traits[first];
  return traits.link_density < kMostlyLinks && traits.words > 3 && !traits.prefix_label.has(Label::related);
}

/// Empty where the link leads nowhere.
WebAddress address_of(const Page& page, std::string_view href, PageLinks& links) {
  const WebAddress address = address_as_written(page.base_url, href);
  if (!address.host.empty()) return address;
  auto url = absolute_url(page, href);
  return url ? web_address(links.written_out.emplace_back(std::move(*url))) : WebAddress{};
}

/// Is an address of this page's publisher, and of another page?
class Neighbourhood {
 public:
  explicit Neighbourhood(const Page& page)
      : site_(web_address(page.base_url)),
        publisher_(publisher_of(site_)),
        page_(web_address(page.url)),
        page_key_(article_key(page.url)) {}

  [[nodiscard]] bool is_of_publisher(const WebAddress& address) const {
    return publisher_.empty() || address.host == site_.host || publisher_of(address) == publisher_;
  }
  [[nodiscard]] bool is_this_page(const ArticleLink& link) const {
    return !lead_apart(link.address, page_) && same_page(article_key(link.address, link.signs), page_key_);
  }

 private:
  WebAddress site_;
  std::string_view publisher_;
  WebAddress page_;
  std::string page_key_;
};

PageLinks page_links(const Story& story) {
  const auto& document = story.page.document;
  const Neighbourhood neighbourhood(story.page);
  PageLinks links{{}, {}, ListHeadings(story.page), {}};
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.tag(n) != Tag::a) continue;
    const auto href = document.attribute(n, Attribute::href);
    if (href.empty()) continue;
    links.all.push_back(n);
    if (in_furniture(story, n) || is_inside_prose(story, n)) continue;
    const WebAddress address = address_of(story.page, href, links);
    if (address.host.empty() || !neighbourhood.is_of_publisher(address)) continue;
    const ArticleLink link{n, address, signs_of(address)};
    if (link.signs.leads_elsewhere || is_link_of_list(story.page, links.list_headings, n)) continue;
    if (!neighbourhood.is_this_page(link)) links.articles.push_back(link);
  }
  return links;
}

/// A card has its picture's and its headline's link, and perhaps some to its section, author and comments.
constexpr std::ptrdiff_t kMostLinksOfCard = 8;

bool holds_many_links(const Document& document, const std::vector<NodeId>& links, NodeId n) {
  const auto first = std::lower_bound(links.begin(), links.end(), n);
  return std::lower_bound(first, links.end(), document.end(n)) - first > kMostLinksOfCard;
}

/// Is the node too much for one card: the headline's, or simply long?
bool is_more_than_card(const Story& story, const PageLinks& links, NodeId n) {
  const auto& document = story.page.document;
  if (holds_many_links(document, links.all, n)) return true;
  if (document.tag(n) == Tag::body || document.text_end(n) - document.text_begin(n) > kLongestCardBytes) return true;
  return story.headline.node != kNoNode && document.contains(n, story.headline.node);
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
    if (lead_to_same(links[i], links[begin])) return i;
    if (links[i].signs.article) break;
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
    // With nothing else between, the heading is the label of this card alone.
    if (i > run.end && all_links.list_headings.any_in(around)) break;
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
    // A link laid over its card has no text: label and title stand behind it.
    if (!document.text(node).empty() && all_links.list_headings.any_in(up)) break;
    node = up;
  }
  return node;
}

}  // namespace

std::vector<TeaserCard> find_cards(const Story& story) {
  const PageLinks page = page_links(story);
  const auto& links = page.articles;
  std::vector<TeaserCard> cards;
  for (std::size_t begin = 0; begin < links.size();) {
    const LinkRun run = run_from(story, page, begin);
    cards.push_back({card_node(story, page, run), links[begin].node, links[begin].signs});
    begin = run.end;
  }
  return cards;
}

}  // namespace klartext
