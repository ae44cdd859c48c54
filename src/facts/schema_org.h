// The words of schema.org that JSON-LD and microdata share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace klartext {

/// "NewsArticle" of "https://schema.org/NewsArticle", "schema:NewsArticle" or "NewsArticle".
std::string_view schema_name(std::string_view term);

/// A type of article that news pages use. CreativeWork counts for one only where it has a headline or a text.
bool is_article_type(std::string_view name);
/// A property whose articles are not the page's own: "citation", "comment", "itemListElement", …
bool is_foreign_member(std::string_view name);
bool is_person_type(std::string_view name);
bool is_organization_type(std::string_view name);
FactAuthor::Type author_type(std::string_view name);

/// A boolean in any spelling: "True", "false", "http://schema.org/False", "1".
std::optional<bool> schema_boolean(std::string_view text);

/// An address as written, but for blanks around it and "&amp;" in it.
std::string address(std::string_view text);

/// A scrap of a node ("@id" and "@type" alone) tells nothing.
bool tells_something(const ArticleFacts& article);

/// Appends what is new and not empty.
void add_unique(std::vector<std::string>& list, std::string text);

}  // namespace klartext
