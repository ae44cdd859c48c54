// The readers in their order: JSON-LD before microdata.
#include "facts/facts.h"

#include "facts/json_ld.h"
#include "facts/meta.h"
#include "facts/microdata.h"

namespace klartext {

std::string_view Facts::meta(std::string_view key) const {
  for (const MetaTag& tag : meta_tags) {
    if (tag.key == key && !tag.content.empty()) return tag.content;
  }
  return {};
}

std::vector<std::string_view> Facts::all_meta(std::string_view key) const {
  std::vector<std::string_view> contents;
  for (const MetaTag& tag : meta_tags) {
    if (tag.key == key && !tag.content.empty()) contents.push_back(tag.content);
  }
  return contents;
}

namespace {

/// Some frameworks, asked for a script of JSON-LD, write a meta tag: <meta name="script:ld+json" content="{…}">.
std::vector<std::string> misplaced_json_ld(const Facts& facts) {
  std::vector<std::string> scripts;
  for (const MetaTag& tag : facts.meta_tags) {
    if (tag.key.ends_with("ld+json")) scripts.push_back(tag.content);
  }
  return scripts;
}

}  // namespace

Facts read_facts(const Document& document) {
  Facts facts;
  read_meta(document, facts);
  read_json_ld(document.json_ld(), facts);
  read_json_ld(misplaced_json_ld(facts), facts);
  read_microdata(document, facts);
  return facts;
}

}  // namespace klartext
