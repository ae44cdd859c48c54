// Walking is by ranges of ids, never by recursion.
#include "facts/json_graph.h"

#include "facts/schema_org.h"

namespace klartext {

namespace {

constexpr std::string_view kList = "@list";

/// {"@list": […]}: what it holds is the next value.
bool is_list_object(const JsonTree& tree, JsonTree::Id id) {
  if (tree.kind(id) != JsonTree::Kind::object || tree.end(id) == id + 1) return false;
  return tree.key(id + 1) == kList && tree.member(id, kList) == id + 1;
}

}  // namespace

JsonItems JsonValue::items() const { return *this ? JsonItems(tree_, id_, end()) : JsonItems(nullptr, 0, 0); }

void JsonItems::Iterator::enter_lists() {
  while (id_ < end_ && (tree_->kind(id_) == JsonTree::Kind::array || is_list_object(*tree_, id_))) ++id_;
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
