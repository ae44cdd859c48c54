// What the page says of itself in machine-readable form, read once.
//
// Meta tags, link elements, JSON-LD and microdata come in here and leave as plain structs. Nothing is judged: choosing
// among contradicting facts is the rules' work (src/extract). Strings are clean (`clean_markup`), addresses as written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/document.h"

namespace klartext {

/// One <meta>: key is its property, name, itemprop or http-equiv, lower-cased.
struct MetaTag {
  std::string key;
  std::string content;
};

/// A schema.org Person or Organization, or a bare string.
struct FactAuthor {
  enum class Type : std::uint8_t { unknown, person, organization };
  std::string name;
  Type type = Type::unknown;
  std::string url;
};

/// One schema.org node that is an article (NewsArticle, BlogPosting, Report, …: any subtype of CreativeWork that news
/// pages use), from JSON-LD or microdata. Empty string: not given.
struct ArticleFacts {
  enum class Origin : std::uint8_t { json_ld, microdata };
  Origin origin = Origin::json_ld;
  NodeId node = kNoNode;  ///< microdata: the itemscope element
  std::string type;       ///< "NewsArticle"
  std::string headline;
  std::string alternative_headline;
  std::string name;
  std::string description;
  std::string article_body;
  std::string date_published;
  std::string date_modified;
  std::string date_created;
  std::string language;
  std::string publisher;
  std::string id;  ///< @id
  std::string url;
  std::string main_entity_of_page;  ///< address in mainEntityOfPage
  std::vector<std::string> sections;
  std::vector<std::string> keywords;  ///< one entry per JSON list item, or one string as written
  std::vector<FactAuthor> authors;    ///< author, else creator; nested lists flattened, @id references resolved
  std::vector<std::string> images;
  std::optional<bool> free;  ///< isAccessibleForFree in any spelling
};

struct Facts {
  std::vector<MetaTag> meta_tags;
  std::vector<ArticleFacts> articles;      ///< in page order, JSON-LD before microdata
  std::vector<std::string> breadcrumbs;    ///< names of a BreadcrumbList, outermost first
  std::vector<std::string> site_names;     ///< names of WebSite and publisher Organization nodes
  std::vector<std::string> json_ld_dates;  ///< datePublished of any other node (WebPage, …), page order
  std::optional<bool> free;                ///< isAccessibleForFree of any other node (WebPage, …)
  std::string canonical;                   ///< link rel=canonical, as written
  std::string title;                       ///< <title>
  std::string language;                    ///< html lang, else content-language
  std::string base;                        ///< <base href>, as written
  int damaged_scripts = 0;                 ///< JSON-LD scripts that could not be read even leniently

  /// Content of the first meta tag with this key (lower case) and non-empty content, or empty.
  [[nodiscard]] std::string_view meta(std::string_view key) const;
  /// All of them, in page order.
  [[nodiscard]] std::vector<std::string_view> all_meta(std::string_view key) const;
};

/// Reads the facts of a page. Damaged structured data is skipped, never fatal.
Facts read_facts(const Document& document);

}  // namespace klartext
