// A page that lists articles: a section, a topic, a front page.
//
// Its feed says it best. Where it names none, its teasers are read as those of related articles are; nothing on it is
// taken for the text or the headline of an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "klartext/result.h"
#include "klartext/source.h"
#include "listing/listed_article.h"

namespace klartext {

struct SectionPage {
  std::vector<std::string> feeds;       ///< addresses of the feeds that the page names, the best first
  std::vector<ListedArticle> articles;  ///< its teasers, in the page's order
};

/// Errors as `extract()` for what cannot be read as a page.
Result<SectionPage> read_section_page(std::string_view bytes, const Source& source);

}  // namespace klartext
