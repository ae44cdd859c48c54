#include "extract/paywall.h"

#include "base/text.h"

namespace klartext {

std::optional<bool> read_free(const Page& page) {
  if (page.article != nullptr && page.article->free) return page.article->free;
  for (const auto& article : page.facts.articles) {
    if (article.free) return article.free;
  }
  if (page.facts.free) return page.facts.free;
  const auto tier = page.facts.meta("article:content_tier");
  if (equals_ignoring_case(tier, "free")) return true;
  if (equals_ignoring_case(tier, "locked") || equals_ignoring_case(tier, "metered")) return false;
  return std::nullopt;
}

}  // namespace klartext
