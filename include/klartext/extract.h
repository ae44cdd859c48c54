// The main door: bytes of a page in, article out.
#pragma once

#include <chrono>
#include <string_view>

#include "klartext/article.h"
#include "klartext/result.h"
#include "klartext/source.h"

namespace klartext {

struct ExtractOptions {
  bool explain = false;  ///< fill `Article::explain`; costs time, as losing rules are run too
  /// When to give the page up with the error `timeout`. It is looked at between the steps of the work: a news page ends
  /// some milliseconds later, a page of 20 MB that is made to take long, up to 2.5 seconds. By default never.
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

/// Reads the article of one page.
///
/// `bytes` is the page as it was fetched or saved, in any character encoding; it is only read during the call.
/// Errors: `not_html` (binary, or no markup and no text), `no_article` (a page without an article: a section front, a
/// login form), `too_large` (a parsing budget was reached), `timeout` (the deadline in the options has passed),
/// `profile` (a built-in site profile is damaged). Thread-safe: any number of calls may run at once; nothing is shared
/// but constant tables.
Result<Article> extract(std::string_view bytes, const Source& source, const ExtractOptions& options = {});

}  // namespace klartext
