// Any text as a JSON-LD script: what is mended is JSON, and every fact is valid UTF-8.
#include <nlohmann/json.hpp>
#include <string>

#include "base/text.h"
#include "check.h"
#include "facts/json_ld.h"
#include "facts/json_repair.h"
#include "facts/json_tree.h"

using namespace klartext;

namespace {

void check_tree(const JsonTree& tree) {
  for (JsonTree::Id id = 0; id < tree.size(); ++id) {
    fuzz::require(tree.end(id) > id && tree.end(id) <= tree.size(), "a value's range is within the tree");
    fuzz::require(is_valid_utf8(tree.text(id)) && is_valid_utf8(tree.key(id)), "values are valid UTF-8");
  }
}

void check_article(const ArticleFacts& article) {
  for (const auto* text : {&article.headline, &article.description, &article.article_body, &article.url,
                           &article.publisher, &article.date_published}) {
    fuzz::require(is_valid_utf8(*text), "facts are valid UTF-8");
  }
  for (const auto& author : article.authors) fuzz::require(is_valid_utf8(author.name), "names are valid UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = to_valid_utf8(fuzz::text_of(data, size));
  const std::string mended = repair_json(text);
  fuzz::require(mended.empty() || nlohmann::json::accept(mended), "mended JSON is JSON");
  if (const auto tree = JsonTree::parse(text)) check_tree(*tree);
  Facts facts;
  read_json_ld({text, text.substr(text.size() / 2)}, facts);
  for (const auto& article : facts.articles) check_article(article);
  return 0;
}
