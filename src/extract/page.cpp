// Which address, which language, which of its structured-data nodes: the questions a page must answer before any field.
#include "extract/page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "extract/headline.h"
#include "extract/language.h"
#include "extract/site_name.h"

namespace klartext {
namespace {

std::string first_http_url(const std::vector<std::string>& candidates) {
  const auto found = std::find_if(candidates.begin(), candidates.end(), [](const auto& c) { return is_http_url(c); });
  return found == candidates.end() ? std::string{} : *found;
}

std::string resolved(std::string_view base, std::string_view reference) {
  return resolve_url(base, reference).value_or(std::string{});
}

/// A canonical link to the front page is a template's mistake.
bool names_an_article(std::string_view url) { return url_path(url).size() > 1; }

std::string page_url(const Facts& facts, const Source& source) {
  const std::string given = source.url.value_or("");
  const std::string canonical = resolved(given, facts.canonical);
  const std::string open_graph = resolved(given, facts.meta("og:url"));
  if (is_http_url(canonical) && (names_an_article(canonical) || given.empty())) return canonical;
  return first_http_url({given, open_graph, canonical});
}

/// The canonical link of a text taken over from another publisher leads there; og:url says where this page is.
std::string own_address(const Facts& facts, const std::string& url) {
  const std::string open_graph = facts.meta("og:url").empty() ? std::string{} : resolved(url, facts.meta("og:url"));
  const bool elsewhere = is_http_url(open_graph) && names_an_article(open_graph) &&
                         registrable_domain(open_graph) != registrable_domain(url);
  return elsewhere ? open_graph : url;
}

std::string base_url(const Facts& facts, const Source& source, const std::string& url) {
  const std::string from = source.url ? *source.url : own_address(facts, url);
  const std::string declared = facts.base.empty() ? std::string{} : resolved(from, facts.base);
  return is_http_url(declared) ? declared : from;
}

/// Names a node of structured data after this page's address.
bool is_about(const ArticleFacts& article, const Page& page) {
  const std::string own = comparable_url(page.url);
  if (own.empty()) return false;
  const auto same = [&](const std::string& address) {
    return !address.empty() && same_page(comparable_url(resolved(page.base_url, address)), own);
  };
  return same(article.url) || same(article.main_entity_of_page) || same(article.id);
}

bool has_headline_of(const ArticleFacts& article, const std::vector<std::string>& headlines) {
  if (article.headline.empty()) return false;
  const std::string own = fold(article.headline);
  return std::any_of(headlines.begin(), headlines.end(), [&](const auto& headline) {
    return !headline.empty() && (headline.find(own) != std::string::npos || own.find(headline) != std::string::npos);
  });
}

int fullness(const ArticleFacts& article) {
  const std::array<bool, 6> given = {!article.headline.empty(),    !article.date_published.empty(),
                                     !article.authors.empty(),     !article.article_body.empty(),
                                     !article.description.empty(), !article.keywords.empty()};
  return static_cast<int>(std::count(given.begin(), given.end(), true));
}

/// og:title, <title> and the h1s, folded: what the headline of the right node looks like.
std::vector<std::string> printed_headlines(const Page& page) {
  std::vector<std::string> headlines = {fold(page.facts.meta("og:title")), fold(page.facts.title)};
  constexpr std::size_t kMostHeadlines = 8;
  for (const auto& block : page.document.blocks()) {
    if (headlines.size() == kMostHeadlines) break;
    if (block.heading_level == 1) headlines.push_back(fold(page.document.text(block)));
  }
  return headlines;
}

/// A node about this address beats one with this headline beats a fuller one; JSON-LD, which comes first, beats
/// microdata.
const ArticleFacts* choose_article(const Page& page) {
  constexpr int kAboutThisAddress = 100;
  constexpr int kThisHeadline = 50;
  const ArticleFacts* best = nullptr;
  int best_score = -1;
  const auto headlines = printed_headlines(page);
  for (const auto& article : page.facts.articles) {
    const int score = (is_about(article, page) ? kAboutThisAddress : 0) +
                      (has_headline_of(article, headlines) ? kThisHeadline : 0) + fullness(article);
    if (score <= best_score) continue;
    best = &article;
    best_score = score;
  }
  return best;
}

/// The day of the fetch, else today.
Date latest_day(const Source& source) {
  const auto fetched = source.fetched ? parse_date(*source.fetched) : std::nullopt;
  return fetched.value_or(today());
}

}  // namespace

Page read_page(const Document& document, const Facts& facts, const Source& source) {
  BlockTexts texts(document);
  auto traits = block_traits(document, texts);
  Places places(document, traits);
  Page page{document, facts, source, std::move(texts), std::move(traits), std::move(places), nullptr, {}, {}, {}, {},
            {},       {},    {}};
  page.url = page_url(facts, source);
  page.base_url = base_url(facts, source, page.url);
  page.site_names = site_names(page);
  page.latest = latest_day(source);
  page.article = choose_article(page);
  page.publication = publication_names(page);
  page.language = language_of(page);
  page.dialect = dialect_of(page);
  return page;
}

std::optional<std::uint32_t> whole_block(const Page& page, NodeId n) {
  const auto [first, last] = page.document.blocks_of(n);
  if (first + 1 != last) return std::nullopt;
  const bool whole = page.document.text(page.document.blocks()[first]).size() == page.document.text(n).size();
  return whole ? std::optional(first) : std::nullopt;
}

LabelSet label_of(const Page& page, NodeId n) {
  const auto block = whole_block(page, n);
  return block ? page.traits[*block].label : label_of(page.document.text(n));
}

std::optional<std::string> absolute_url(const Page& page, std::string_view reference) {
  return resolve_url(page.base_url, reference);
}

}  // namespace klartext
