// When two pages are the same article (--skip-duplicates): by their address, or by their text.
//
// The address is the canonical one as `comparable_url` sees it, so that http, "www." and tracking parameters tell
// nothing apart. A canonical link to the front page, which some sites put on every page, says nothing and does not
// count. The text is headline and body, case-folded: the headline belongs to it because what stands in front of a
// paywall is the same under many headlines. So an agency's text under two headlines is two articles: better one too
// many than one lost.
#include "base/stable_hash.h"
#include "base/text.h"
#include "base/url.h"
#include "cli/outcome.h"
#include "output/read_record.h"

namespace klartext {
namespace {

bool is_front_page(std::string_view url) {
  const std::string_view path = url_path(url);
  return path.find_first_not_of('/') == std::string_view::npos && url.find('?') == std::string_view::npos;
}

Identity identity_of(const std::optional<std::string>& url, const std::optional<std::string>& title,
                     const std::optional<std::string>& body) {
  Identity identity;
  if (url && !is_front_page(*url)) identity.address = stable_hash(comparable_url(*url));
  if (body && !body->empty()) identity.text = stable_hash(fold(title.value_or("") + "\n" + *body));
  return identity;
}

}  // namespace

Identity identity_of(const Article& article) { return identity_of(article.url, article.title, article.body); }

Identity identity_of_record(std::string_view json) {
  const RecordText record = read_record(json);
  return identity_of(record.url, record.title, record.body);
}

}  // namespace klartext
