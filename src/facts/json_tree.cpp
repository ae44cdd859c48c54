// Filled by nlohmann's event parser, which keeps its own stack on the heap and calls back for each value.
#include "facts/json_tree.h"

#include <nlohmann/json.hpp>

#include "facts/json_repair.h"

namespace klartext {
namespace {

/// Real pages: half of the scripts are below 1.2 kB, the largest of 1,921 has 41 kB and nests 12 deep. Live blogs reach
/// hundreds of kB.
constexpr std::size_t kMostBytes = 4U << 20U;
constexpr std::size_t kMostValues = 200'000;
constexpr std::size_t kDeepest = 100;

}  // namespace

/// Receives the parser's events. Returning false ends the parse.
class JsonTreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add(JsonTree::Kind::null, {}); }
  bool boolean(bool value) override { return add(JsonTree::Kind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(JsonTree::Kind::number, std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(JsonTree::Kind::number, std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override {
    return add(JsonTree::Kind::number, text);
  }
  bool string(string_t& text) override { return add(JsonTree::Kind::string, text); }
  bool binary(binary_t& /*bytes*/) override { return false; }
  bool start_object(std::size_t /*elements*/) override { return open(JsonTree::Kind::object); }
  bool start_array(std::size_t /*elements*/) override { return open(JsonTree::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*e*/) override {
    return false;
  }
  bool key(string_t& name) override {
    if (skipped_depth_ == 0) key_ = keep(name);
    return true;
  }

  JsonTree take() { return std::move(tree_); }

 private:
  bool add(JsonTree::Kind kind, std::string_view text) {
    if (skipped_depth_ > 0) return true;
    const auto next = static_cast<JsonTree::Id>(tree_.values_.size() + 1);
    tree_.values_.push_back({kind, next, key_, keep(text)});
    key_ = {};
    return tree_.values_.size() <= kMostValues;
  }
  bool open(JsonTree::Kind kind) {
    if (skipped_depth_ > 0 || open_.size() >= kDeepest) {
      ++skipped_depth_;
      return true;
    }
    open_.push_back(static_cast<JsonTree::Id>(tree_.values_.size()));
    return add(kind, {});
  }
  bool close() {
    if (skipped_depth_ > 0) {
      --skipped_depth_;
      return true;
    }
    tree_.values_[open_.back()].end = static_cast<JsonTree::Id>(tree_.values_.size());
    open_.pop_back();
    return true;
  }
  JsonTree::Slice keep(std::string_view text) {
    const JsonTree::Slice slice{static_cast<std::uint32_t>(tree_.text_.size()),
                                static_cast<std::uint32_t>(text.size())};
    tree_.text_.append(text);
    return slice;
  }

  JsonTree tree_;
  std::vector<JsonTree::Id> open_;
  std::size_t skipped_depth_ = 0;
  JsonTree::Slice key_;
};

namespace {

std::optional<JsonTree> parse_strictly(std::string_view text) {
  JsonTreeBuilder builder;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  return builder.take();
}

}  // namespace

std::optional<JsonTree> JsonTree::parse(std::string_view text) {
  if (text.size() > kMostBytes) return std::nullopt;
  if (auto tree = parse_strictly(text)) return tree;
  const std::string repaired = repair_json(text);
  return repaired.empty() ? std::nullopt : parse_strictly(repaired);
}

std::string_view JsonTree::key(Id id) const { return slice(values_[id].key); }

std::string_view JsonTree::text(Id id) const { return slice(values_[id].text); }

JsonTree::Id JsonTree::member(Id id, std::string_view name) const {
  if (id == kNone || kind(id) != Kind::object) return kNone;
  Id found = kNone;
  for (Id child = id + 1; child < end(id); child = end(child)) {
    if (key(child) == name) found = child;
  }
  return found;
}

}  // namespace klartext
