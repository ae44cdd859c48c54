#include "extract/stated_dates.h"

#include <algorithm>
#include <array>
#include <span>

#include "extract/date_lines.h"

namespace klartext {
namespace {

using MetaKeys = std::span<const std::string_view>;

/// Meta tags of the publication in the order of trust; measured: article:published_time is right on 253 of 264 pages.
constexpr std::array kPublishedMeta = std::to_array<std::string_view>({
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.published",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "published_at",
    "publication_date",
    "publication-date",
    "published-date",
    "article.published",
    "article:publish_date",
    "article_date_original",
    "article:post_date",
    "pubdate",
    "pub_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.available",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "rnews:datepublished",
    "og:article:published_time",
    "originalpublicationdate",
    "og:pubdate",
    "article:pubdate",
    "bt:pubdate",
    "date.publication",
    "prism.publicationdate",
});

/// Measured on conflicts with the day printed in the article's head: dcterms.date is wrong on 2 of 2, date on 1 of 2.
constexpr std::array kDateMeta =
    std::to_array<std::string_view>({"dc.date", "dcterms.date", "date", "article.created", "dcterms.created",
                                     "dc.date.created", "dc.created", "created", "date.created", "datecreated"});

constexpr std::array kModifiedMeta = std::to_array<std::string_view>(
    {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
     "last-modified", "lastmod", "modified-date", "date.modified", "article:modified"});

FoundDate from_meta(const Story& story, MetaKeys keys) {
  for (const auto key : keys) {
    for (const auto content : story.page.facts.all_meta(key)) {
      if (auto found = stated_date(story, content, kNoNode, key)) return found;
    }
  }
  return std::nullopt;
}

/// Microdata that stands in a teaser is about another page.
bool is_of_another_page(const Story& story, const ArticleFacts& article) {
  if (article.node == kNoNode) return false;
  const auto& document = story.page.document;
  const auto holds = [&](NodeId n) { return n != kNoNode && document.contains(article.node, n); };
  if (holds(story.headline.node)) return false;
  const auto& kept = story.body.blocks;
  if (std::ranges::any_of(kept, [&](std::uint32_t i) { return holds(document.blocks()[i].first); })) return false;
  return document.blocks_of(article.node).second > story.headline.last_block && !kept.empty();
}

FoundDate published(const Story& story, const ArticleFacts& article) {
  if (is_of_another_page(story, article)) return std::nullopt;
  return stated_date(story, article.date_published, article.node, "structured data");
}

}  // namespace

FoundDate stated_date(const Story& story, std::string_view text, NodeId node, std::string_view where) {
  const auto date = parse_date(text, day_first_in(story.page.dialect));
  if (!date || !is_believed(story, *date)) return std::nullopt;
  return Finding<Date>{*date, node, where};
}

FoundDate published_of_this_article(const Story& story) {
  return story.page.article == nullptr ? std::nullopt : published(story, *story.page.article);
}

FoundDate published_of_any_article(const Story& story) {
  for (const auto& article : story.page.facts.articles) {
    if (auto found = published(story, article)) return found;
  }
  return std::nullopt;
}

FoundDate published_of_any_node(const Story& story) {
  for (const auto& date : story.page.facts.json_ld_dates) {
    if (auto found = stated_date(story, date, kNoNode, "json-ld")) return found;
  }
  return std::nullopt;
}

FoundDate published_in_meta(const Story& story) { return from_meta(story, kPublishedMeta); }
FoundDate dated_in_meta(const Story& story) { return from_meta(story, kDateMeta); }
FoundDate published_before_edit(const Story& story) {
  const auto* article = story.page.article;
  if (article == nullptr || article->date_published != article->date_modified) return std::nullopt;
  const auto edited = published(story, *article);
  auto first = published_in_meta(story);
  return edited && first && first->value.days() < edited->value.days() ? first : std::nullopt;
}

FoundDate modified_in_meta(const Story& story) { return from_meta(story, kModifiedMeta); }

FoundDate created(const Story& story) {
  const auto* article = story.page.article;
  return article == nullptr ? std::nullopt
                            : stated_date(story, article->date_created, article->node, "structured data");
}

FoundDate date_in_address(const Story& story) {
  const auto date = date_in_url(story.page.url.empty() ? story.page.base_url : story.page.url);
  if (!date || !is_believed(story, *date)) return std::nullopt;
  return Finding<Date>{*date, kNoNode, "url"};
}

FoundDate modified_of_this_article(const Story& story) {
  const auto* article = story.page.article;
  if (article == nullptr || is_of_another_page(story, *article)) return std::nullopt;
  return stated_date(story, article->date_modified, article->node, "structured data");
}

}  // namespace klartext
