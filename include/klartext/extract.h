// The main door: bytes of a page in, article out.
#pragma once

#include <string_view>

#include "klartext/article.h"
#include "klartext/result.h"
#include "klartext/source.h"

namespace klartext {

struct ExtractOptions {
  bool explain = false;  ///< fill `Article::explain`; costs time, as losing rules are run too
};

/// Reads the article of one page.
///
/// `bytes` is the page as it was fetched or saved, in any character encoding; it is only read during the call.
/// Errors: `not_html` (binary, or no markup and no text), `no_article` (a page without an article: a section front, a
/// login form), `too_large` (a parsing budget was reached), `profile` (a built-in site profile is damaged).
/// Thread-safe: any number of calls may run at once; nothing is shared but constant tables.
Result<Article> extract(std::string_view bytes, const Source& source, const ExtractOptions& options = {});

}  // namespace klartext
