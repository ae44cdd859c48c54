// Walking is by ranges of ids, never by recursion.
#include "facts/json_graph.h"

#include "facts/schema_org.h"

namespace klartext {

std::vector<JsonValue> JsonValue::items() const {
  std::vector<JsonValue> found;
  if (!*this) return found;
  for (JsonTree::Id id = id_; id < tree_->end(id_);) {
    const JsonTree::Kind kind = tree_->kind(id);
    const bool list = kind == JsonTree::Kind::array || tree_->member(id, "@list") == id + 1;
    if (!list) found.emplace_back(tree_, id);
    id = list ? id + 1 : tree_->end(id);
  }
  return found;
}

std::string_view JsonValue::type(bool (*accepted)(std::string_view)) const {
  for (const JsonValue& item : (*this)["@type"].items()) {
    const std::string_view name = schema_name(item.raw());
    if (accepted(name)) return name;
  }
  return {};
}

JsonGraph::JsonGraph(std::vector<JsonTree> trees) : trees_(std::move(trees)) {
  for (const JsonTree& tree : trees_) {
    for (JsonTree::Id id = 0; id < tree.size(); ++id) {
      const JsonValue value(&tree, id);
      const std::string_view name = value["@id"].raw();
      if (!name.empty() && (value["name"] || value["url"] || value["givenName"])) by_id_.try_emplace(name, value);
    }
  }
}

JsonValue JsonGraph::resolved(JsonValue value) const {
  const JsonValue reference = value["@id"];
  if (!reference || value["name"]) return value;
  const auto target = by_id_.find(reference.raw());
  return target == by_id_.end() ? value : target->second;
}

}  // namespace klartext
