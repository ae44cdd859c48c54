// For now: everything stays, and JSON-LD is lifted out by a plain search.
#include "html/prune.h"

#include "base/text.h"

namespace klartext {

Result<PrunedPage> prune(std::string_view html) {
  PrunedPage page;
  page.html = html;
  for (std::size_t at = html.find("<script"); at != std::string_view::npos; at = html.find("<script", at + 1)) {
    const std::size_t begin = html.find('>', at);
    const std::size_t end = html.find("</script", at);
    if (begin == std::string_view::npos || end == std::string_view::npos || begin > end) continue;
    if (contains_ignoring_case(html.substr(at, begin - at), "application/ld+json")) {
      page.json_ld.push_back(html.substr(begin + 1, end - begin - 1));
    }
  }
  return page;
}

}  // namespace klartext
