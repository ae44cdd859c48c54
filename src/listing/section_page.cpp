// A card is an article if its address looks like one, or if it reads like one: with a date or a text of its own. Cards
// to sections and topics have neither.
#include "listing/section_page.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "extract/article_address.h"
#include "extract/card_fields.h"
#include "extract/card_parts.h"
#include "extract/story.h"
#include "facts/facts.h"
#include "html/document.h"
#include "input/charset.h"
#include "input/sniff.h"

namespace klartext {
namespace {

constexpr std::array<std::string_view, 3> kFeedTypes = {"application/rss+xml", "application/atom+xml",
                                                        "application/rdf+xml"};

/// Words of a feed of something else than articles, in its title or address. WordPress names one on every page.
constexpr std::array<std::string_view, 4> kOtherFeeds = {"comment", "kommentar", "commentaire", "comentario"};

/// A shorter title is a section's or a topic's.
constexpr std::size_t kFewestTitleWords = 3;

bool has_word(std::string_view words, std::string_view word) {
  const auto all = split(words, " \t\r\n");
  return std::any_of(all.begin(), all.end(), [&](auto one) { return equals_ignoring_case(one, word); });
}

bool is_feed_link(const Document& document, NodeId n) {
  if (document.tag(n) != Tag::link || !has_word(document.attribute(n, Attribute::rel), "alternate")) return false;
  const auto type = lower_ascii(trim(document.attribute(n, Attribute::type)));
  const bool is_feed = std::any_of(kFeedTypes.begin(), kFeedTypes.end(), [&](auto t) { return type.starts_with(t); });
  const auto about =
      std::string(document.attribute(n, Attribute::title)) + " " + std::string(document.attribute(n, Attribute::href));
  return is_feed && std::none_of(kOtherFeeds.begin(), kOtherFeeds.end(),
                                 [&](auto word) { return contains_ignoring_case(about, word); });
}

/// Is the feed one of this section, rather than of the whole site? "/politik/feed/" on "/politik/".
bool is_of_section(std::string_view feed, std::string_view page_url) {
  const auto section = url_path(page_url);
  return section.size() > 1 && url_path(feed).starts_with(section);
}

std::vector<std::string> feeds_of(const Page& page) {
  std::vector<std::string> feeds;
  for (NodeId n = 0; n < page.document.size(); ++n) {
    if (!is_feed_link(page.document, n)) continue;
    auto url = absolute_url(page, page.document.attribute(n, Attribute::href));
    if (url && is_http_url(*url)) feeds.push_back(std::move(*url));
  }
  std::stable_partition(feeds.begin(), feeds.end(), [&](const auto& feed) { return is_of_section(feed, page.url); });
  return feeds;
}

/// "Passwort vergessen?", "Druckversion"
bool is_furniture(std::string_view title) {
  constexpr std::array kLabels = {Label::login, Label::print, Label::share, Label::newsletter, Label::navigation};
  const LabelSet label = label_of(title);
  return std::any_of(kLabels.begin(), kLabels.end(), [&label](Label one) { return label.has(one); });
}

bool reads_like_article(const Teaser& teaser) {
  if (!teaser.title || words(*teaser.title).empty() || is_furniture(*teaser.title)) return false;
  const bool tells_more = teaser.date || teaser.teaser;
  const std::size_t words = count_words(*teaser.title);
  return tells_more || words >= kFewestTitleWords || (words > 1 && looks_like_article_address(*teaser.url));
}

std::vector<ListedArticle> teasers_of(const Page& page) {
  const Story story{page, BodyEvidence(page), {}, {}, {}};
  std::vector<ListedArticle> articles;
  for (const auto& card : find_cards(story)) {
    const auto parts = card_parts(page, card.node);
    Teaser teaser = read_card(page, card, parts);
    if (!is_http_url(*teaser.url) || !reads_like_article(teaser) || is_advertisement(parts)) continue;
    articles.push_back({*teaser.url, std::move(teaser.title), std::move(teaser.date)});
  }
  return articles;
}

}  // namespace

Result<SectionPage> read_section_page(std::string_view bytes, const Source& source) {
  if (const auto what = not_a_page(bytes)) {
    return Error{ErrorCode::not_html,
                 *what == "empty" ? not_a_page_message(*what)
                                  : "this is " + std::string(*what) + ", neither a feed nor a sitemap nor a web page"};
  }
  auto document = Document::parse(Utf8Page(bytes, source.content_type).text());
  if (!document) return document.error();
  const Facts facts = read_facts(*document);
  const Page page = read_page(*document, facts, source);
  return SectionPage{feeds_of(page), teasers_of(page)};
}

}  // namespace klartext
