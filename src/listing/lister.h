// The addresses of all articles that some feeds, sitemaps and section pages list.
//
//   input ─► fetch or read ─► feed, sitemap? ─► article addresses
//                │                └─ index ───► its sitemaps, in their place of the order
//                └─ section page ─► the feed it names, else its teasers
//
// Documents are read one at a time and articles handed over as they are found, each address once. What is fetched is
// fetched a few documents ahead.
#pragma once

#include <functional>
#include <string>

#include "input/fetch.h"
#include "input/input.h"
#include "input/pages.h"
#include "klartext/result.h"
#include "listing/listed_article.h"

namespace klartext {

struct ListingOptions {
  ReadOptions read;
  FetchOptions fetch;  ///< `fetch.max_bytes` is taken from `read`
  std::string url;     ///< address of the only input, if that is a file
};

/// Gets what is found, in the thread of the caller.
struct ListingEvents {
  /// `source` is the input as the user gave it. False ends the run.
  std::function<bool(const std::string& source, const ListedArticle& article)> article;
  /// `name` is the input or the address of the document that failed. The run goes on.
  std::function<void(const std::string& name, const Error& error)> problem;
};

/// Lists everything in `inputs`. A saved section page is read as it is; only a fetched one leads to its feed. Documents
/// that were not named by the user obey robots.txt as addresses from lists do.
/// Errors: those of fetching and reading; `not_html` (neither feed nor sitemap nor page, or damaged), `no_article` (a
/// page without teasers), `too_large` (too many sitemaps or addresses), `blocked` (indexes nested too deep).
void list_articles(InputStream inputs, ListingOptions options, const ListingEvents& events);

}  // namespace klartext
