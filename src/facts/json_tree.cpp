// Filled by the parser, which calls back for each value.
#include "facts/json_tree.h"

#include "base/text.h"
#include "facts/json_parser.h"
#include "facts/json_repair.h"

namespace klartext {
namespace {

/// Real pages: half of the scripts are below 1.2 kB, the largest of 1,921 has 41 kB and nests 12 deep. Live blogs reach
/// hundreds of kB.
constexpr std::size_t kMostBytes = 4U << 20U;
constexpr std::size_t kMostValues = 200'000;
constexpr std::size_t kDeepest = 100;

}  // namespace

/// Told by the parser what there is.
class JsonTreeBuilder final : public JsonSink {
 public:
  explicit JsonTreeBuilder(std::size_t bytes) {
    constexpr std::size_t kBytesPerValue = 40;  // measured on 1,941 scripts: 53
    tree_.text_.reserve(bytes);
    tree_.values_.reserve(bytes / kBytesPerValue);
  }
  bool string(std::string_view text) override { return add(JsonTree::Kind::string, text); }
  bool number(std::string_view text) override { return add(JsonTree::Kind::number, text); }
  bool word(std::string_view text) override {
    return text == "null" ? add(JsonTree::Kind::null, {}) : add(JsonTree::Kind::boolean, text);
  }
  bool open(char bracket) override {
    if (skipped_depth_ > 0 || open_.size() >= kDeepest) {
      ++skipped_depth_;
      return true;
    }
    open_.push_back(static_cast<JsonTree::Id>(tree_.values_.size()));
    return add(bracket == '{' ? JsonTree::Kind::object : JsonTree::Kind::array, {});
  }
  bool close() override {
    if (skipped_depth_ > 0) {
      --skipped_depth_;
      return true;
    }
    tree_.values_[open_.back()].end = static_cast<JsonTree::Id>(tree_.values_.size());
    open_.pop_back();
    return true;
  }
  bool key(std::string_view name) override {
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
  JsonTreeBuilder builder(text.size());
  if (!is_valid_utf8(text) || !JsonParser(text, builder).run()) return std::nullopt;
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
