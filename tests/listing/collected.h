// What a listing hands over, as lines of text for comparing.
#pragma once

#include <string>
#include <vector>

#include "klartext/result.h"
#include "listing/listed_article.h"

namespace klartext {

struct Collected {
  std::vector<std::string> lines;  ///< "URL | TITLE | DATE" with "-" for what is missing, or "sitemap URL"
  std::optional<Error> error;

  static std::string line_of(const ListedArticle& article) {
    return article.url + " | " + article.title.value_or("-") + " | " + article.date.value_or("-");
  }

  ListingReceiver receiver() {
    return {[this](const ListedArticle& article) { lines.push_back(line_of(article)); },
            [this](const std::string& url) { lines.push_back("sitemap " + url); }};
  }
};

}  // namespace klartext
