// The JSON-LD of a page as one graph: values of several trees, with references by @id followed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/json_tree.h"

namespace klartext {

class JsonItems;

/// One value of one tree; a false one stands for "absent" and has no members, no text and no items.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonTree* tree, JsonTree::Id id) : tree_(tree), id_(id) {}

  explicit operator bool() const { return id_ != JsonTree::kNone; }
  [[nodiscard]] JsonTree::Kind kind() const { return id_ == JsonTree::kNone ? JsonTree::Kind::null : tree_->kind(id_); }
  [[nodiscard]] bool is_object() const { return kind() == JsonTree::Kind::object; }
  [[nodiscard]] JsonTree::Id id() const { return id_; }
  [[nodiscard]] JsonTree::Id end() const { return tree_->end(id_); }
  [[nodiscard]] std::string_view key() const { return tree_->key(id_); }
  [[nodiscard]] JsonValue operator[](std::string_view name) const {
    return tree_ == nullptr ? JsonValue{} : JsonValue{tree_, tree_->member(id_, name)};
  }
  /// Text of a string or number, as written.
  [[nodiscard]] std::string_view raw() const { return id_ == JsonTree::kNone ? std::string_view{} : tree_->text(id_); }
  /// The value itself, or the items of a list and of the lists in it; {"@list": […]} is a list.
  [[nodiscard]] JsonItems items() const;
  /// Name of the first type for which `accepted` holds, without its prefix; empty where there is none.
  [[nodiscard]] std::string_view type(bool (*accepted)(std::string_view)) const;

 private:
  const JsonTree* tree_ = nullptr;
  JsonTree::Id id_ = JsonTree::kNone;
};

/// A value, or the items of a list in their order, for a loop over them.
class JsonItems {
 public:
  class Iterator {
   public:
    Iterator(const JsonTree* tree, JsonTree::Id id, JsonTree::Id end) : tree_(tree), id_(id), end_(end) {
      enter_lists();
    }
    JsonValue operator*() const { return {tree_, id_}; }
    Iterator& operator++() {
      id_ = tree_->end(id_);
      enter_lists();
      return *this;
    }
    bool operator==(const Iterator& other) const { return id_ == other.id_; }

   private:
    void enter_lists();

    const JsonTree* tree_;
    JsonTree::Id id_;
    JsonTree::Id end_;
  };

  JsonItems(const JsonTree* tree, JsonTree::Id id, JsonTree::Id end) : tree_(tree), id_(id), end_(end) {}
  [[nodiscard]] Iterator begin() const { return {tree_, id_, end_}; }
  [[nodiscard]] Iterator end() const { return {tree_, end_, end_}; }

 private:
  const JsonTree* tree_;
  JsonTree::Id id_;
  JsonTree::Id end_;
};

/// Finds nodes by @id over all scripts.
class JsonGraph {
 public:
  explicit JsonGraph(std::vector<JsonTree> trees);
  JsonGraph(const JsonGraph&) = delete;
  JsonGraph& operator=(const JsonGraph&) = delete;
  [[nodiscard]] const std::vector<JsonTree>& trees() const { return trees_; }
  /// The node that `value` refers to when it is {"@id": …} alone, else `value`.
  [[nodiscard]] JsonValue resolved(JsonValue value) const;

 private:
  std::vector<JsonTree> trees_;
  std::unordered_map<std::string_view, JsonValue> by_id_;
};

}  // namespace klartext
