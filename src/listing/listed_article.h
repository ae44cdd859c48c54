// An article that a feed, a sitemap or a section page leads to, as that says it.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace klartext {

struct ListedArticle {
  std::string url;                   ///< absolute
  std::optional<std::string> title;  ///< clean text
  std::optional<std::string> date;   ///< ISO 8601; of publication, else of the last change
};

/// Gets what a document lists, in its order.
struct ListingReceiver {
  std::function<void(ListedArticle)> article;
  std::function<void(std::string)> sitemap;  ///< address of a further sitemap to read
};

}  // namespace klartext
