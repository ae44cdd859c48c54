// The whole way of one page: bytes → UTF-8 → Document → facts → a known site's reading, else the generic rules →
// Article.
#include "klartext/extract.h"

#include <utility>

#include "extract/is_article.h"
#include "extract/record.h"
#include "facts/facts.h"
#include "html/document.h"
#include "input/charset.h"
#include "input/sniff.h"
#include "sites/profile.h"
#include "sites/site.h"

namespace klartext {
namespace {

/// With a reading the landmarks' losers are the generic candidates, so these rules run only for explanations.
void explain_losers(const Story& story, const ExtractOptions& options, Evidence& evidence) {
  if (!options.explain) return;
  Article unused;
  fill_by_rules(unused, story, evidence);
}

Result<Article> article_of(const Page& page, const Document& document, const ExtractOptions& options) {
  Evidence evidence(document, options.explain);
  Evidence generic(document, options.explain);
  const auto answer = read_site(document, page.url, page.base_url);
  const bool stated = page.article != nullptr && !page.article->headline.empty();
  if (!answer && !stated) return answer.error();
  if (document.out_of_time()) return time_is_up();
  const auto reading = answer ? *answer : std::nullopt;
  const Story story = find_story(page, reading ? generic : evidence);
  if (document.out_of_time()) return time_is_up();
  Article article;
  if (!reading) {
    if (auto reason = why_no_article(story)) return Error{ErrorCode::no_article, std::move(*reason)};
    fill_page_fields(article, story, evidence);
    fill_by_rules(article, story, evidence);
  } else {
    fill_page_fields(article, story, evidence);
    fill_by_reading(article, *reading, story, evidence);
    explain_losers(story, options, generic);
    evidence.add_losers(generic.take());
  }
  article.explain = evidence.take();
  return article;
}

}  // namespace

Result<Article> extract(std::string_view bytes, const Source& source, const ExtractOptions& options) {
  if (const auto what = not_a_page(bytes)) return Error{ErrorCode::not_html, not_a_page_message(*what)};
  if (const auto& profiles = site_profiles(); !profiles) return profiles.error();
  auto document = Document::parse(Utf8Page(bytes, source.content_type).text(), Deadline(options.deadline));
  if (!document) return document.error();
  if (document->all_text().empty()) return Error{ErrorCode::not_html, "there is neither markup nor text in it"};
  const Facts facts = read_facts(*document);
  if (document->out_of_time()) return time_is_up();
  const Page page = read_page(*document, facts, source);
  auto article = article_of(page, *document, options);
  if (document->out_of_time()) return time_is_up();
  return article;
}

}  // namespace klartext
