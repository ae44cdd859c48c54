// A JSON text as a flat array of values in document order, so that walking, keeping and dropping it need no recursion.
//
//    {"a": [1, "x"], "b": null}      id kind    key end
//                                    0  object      5
//                                    1  array   a   4
//                                    2  number      3
//                                    3  string      4
//                                    4  null    b   5
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext {

/// The only door to nlohmann/json for reading pages. What is nested deeper than 100 values is left out.
class JsonTree {
 public:
  using Id = std::uint32_t;
  static constexpr Id kNone = 0xFFFFFFFFU;
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  /// Reads `text` strictly, else after `repair_json`. nullopt: no JSON, or beyond the limits in json_tree.cpp.
  static std::optional<JsonTree> parse(std::string_view text);

  [[nodiscard]] Id size() const { return static_cast<Id>(values_.size()); }
  [[nodiscard]] Kind kind(Id id) const { return values_[id].kind; }
  /// Behind the last value inside `id`; also the id of its next sibling, if it has one.
  [[nodiscard]] Id end(Id id) const { return values_[id].end; }
  /// Name of the member whose value `id` is; empty in arrays. The views live as long as the tree and are not moved.
  [[nodiscard]] std::string_view key(Id id) const;
  /// A string's text, a number as written, "true" or "false"; empty for the others.
  [[nodiscard]] std::string_view text(Id id) const;
  /// Value of the last member with this key, or kNone; `id` may be of any kind, or kNone.
  [[nodiscard]] Id member(Id id, std::string_view name) const;

 private:
  friend class JsonTreeBuilder;
  struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };
  struct Value {
    Kind kind = Kind::null;
    Id end = 0;
    Slice key;
    Slice text;
  };
  [[nodiscard]] std::string_view slice(Slice slice) const {
    return std::string_view(text_).substr(slice.begin, slice.length);
  }

  std::vector<Value> values_;
  std::string text_;
};

}  // namespace klartext
