// Meta tags are kept as they are, one entry for each of the attributes that may name them.
#include "facts/meta.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext {
namespace {

/// Pages have 20 to 60; a page of a million gives the first of them.
constexpr std::size_t kMostMetaTags = 1000;

constexpr std::array kKeyAttributes{Attribute::property, Attribute::name, Attribute::itemprop, Attribute::http_equiv};

void add_meta_tag(const Document& document, NodeId n, Facts& facts) {
  const std::string_view content = document.attribute(n, Attribute::content);
  if (content.empty() || facts.meta_tags.size() >= kMostMetaTags) return;
  std::string_view added;
  for (const Attribute attribute : kKeyAttributes) {
    const std::string_view key = trim(document.attribute(n, attribute));
    if (key.empty() || equals_ignoring_case(key, added)) continue;
    facts.meta_tags.push_back({lower_ascii(key), clean_markup(content)});
    added = key;
  }
}

bool has_rel(std::string_view rel, std::string_view wanted) {
  return std::ranges::any_of(split(rel, " \t\r\n\f"),
                             [wanted](std::string_view word) { return equals_ignoring_case(word, wanted); });
}

/// Fills `value` unless an element before has done so.
void keep_first(std::string& value, std::string text) {
  if (value.empty()) value = std::move(text);
}

void read_element(const Document& document, NodeId n, Facts& facts) {
  switch (document.tag(n)) {
    case Tag::meta:
      return add_meta_tag(document, n, facts);
    case Tag::title:
      return keep_first(facts.title, clean_markup(document.text(n)));
    case Tag::base:
      return keep_first(facts.base, std::string(trim(document.attribute(n, Attribute::href))));
    case Tag::link:
      if (has_rel(document.attribute(n, Attribute::rel), "canonical")) {
        keep_first(facts.canonical, std::string(trim(document.attribute(n, Attribute::href))));
      }
      return;
    default:
      return;
  }
}

}  // namespace

void read_meta(const Document& document, Facts& facts) {
  for (NodeId n = 0; n < document.size(); ++n) read_element(document, n, facts);
  if (document.size() > 0) facts.language = trim(document.attribute(0, Attribute::lang));
  if (facts.language.empty()) facts.language = facts.meta("content-language");
}

}  // namespace klartext
