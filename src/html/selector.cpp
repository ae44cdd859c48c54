#include "html/selector.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace klartext {
namespace {

/// Parts of one path from ancestor to node: the matcher keeps them as bits of one word. Hand-written selectors have
/// three or four.
constexpr std::size_t kMaxCompounds = 64;
constexpr std::string_view kBlanks = " \t\r\n\f";

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t begin = words.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return false;
    const std::size_t end = std::min(words.find_first_of(kBlanks, begin), words.size());
    if (equals_ignoring_case(words.substr(begin, end - begin), word)) return true;
    words.remove_prefix(end);
  }
  return false;
}

}  // namespace

/// Reads one selector from left to right.
class SelectorParser {
 public:
  explicit SelectorParser(std::string_view text) : text_(text) {}

  Result<Selector> parse() {
    Selector selector;
    do {
      std::vector<Selector::Compound> path;
      if (!read_path(path)) return error();
      selector.alternatives_.push_back(std::move(path));
    } while (take(','));
    if (at_ < text_.size()) return fail_at_rest(), error();
    return selector;
  }

 private:
  using Compound = Selector::Compound;
  using Condition = Selector::Condition;

  bool read_path(std::vector<Compound>& path) {
    skip_blanks();
    do {
      Compound compound;
      compound.child_of_previous = !path.empty() && take('>');
      skip_blanks();
      if (!read_compound(compound)) return false;
      path.push_back(std::move(compound));
      skip_blanks();
    } while (at_ < text_.size() && text_[at_] != ',');
    return path.size() <= kMaxCompounds || fail("more than 64 parts in a row");
  }

  bool read_compound(Compound& compound) {
    const std::size_t begin = at_;
    if (!take('*') && at_ < text_.size() && is_name_character(text_[at_]) && !read_tag(compound)) return false;
    while (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == '#' || text_[at_] == '[')) {
      if (!read_condition(compound)) return false;
    }
    return at_ > begin || fail_at_rest();
  }

  bool read_tag(Compound& compound) {
    const std::string_view name = take_name();
    const auto tag = tag_from_name(name);
    if (!tag) return fail("no such tag: " + std::string(name));
    compound.any_tag = false;
    compound.tag = *tag;
    return true;
  }

  bool read_condition(Compound& compound) {
    if (take('.')) return add_name(compound, Condition::Kind::word, Attribute::class_);
    if (take('#')) return add_name(compound, Condition::Kind::equals, Attribute::id);
    take('[');
    return read_attribute(compound);
  }

  bool add_name(Compound& compound, Condition::Kind kind, Attribute attribute) {
    const std::string_view name = take_name();
    if (name.empty()) return fail_at_rest();
    compound.conditions.push_back({kind, attribute, std::string(name)});
    return true;
  }

  bool read_attribute(Compound& compound) {
    skip_blanks();
    const std::string_view name = take_name();
    const auto attribute = attribute_from_name(name);
    if (!attribute) return fail("no such attribute: " + std::string(name));
    skip_blanks();
    Condition condition{Condition::Kind::present, *attribute, {}};
    if (!take(']') && !(read_operator(condition) && read_value(condition))) return false;
    compound.conditions.push_back(std::move(condition));
    return true;
  }

  bool read_operator(Condition& condition) {
    constexpr std::string_view kSigns = "=~*^$";
    constexpr Condition::Kind kKinds[] = {Condition::Kind::equals, Condition::Kind::word, Condition::Kind::part,
                                          Condition::Kind::prefix, Condition::Kind::suffix};
    const std::size_t sign = at_ < text_.size() ? kSigns.find(text_[at_]) : std::string_view::npos;
    if (sign == std::string_view::npos) return fail_at_rest();
    condition.kind = kKinds[sign];
    ++at_;
    return sign == 0 || take('=') || fail_at_rest();
  }

  bool read_value(Condition& condition) {
    skip_blanks();
    const char quote = at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'') ? text_[at_++] : ']';
    const std::size_t end = text_.find(quote, at_);
    if (end == std::string_view::npos) return fail_at_rest();
    condition.value = quote == ']' ? trim(text_.substr(at_, end - at_)) : text_.substr(at_, end - at_);
    at_ = quote == ']' ? end : end + 1;
    skip_blanks();
    return take(']') || fail_at_rest();
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size()); }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool fail(std::string what) {
    what_ = std::move(what);
    return false;
  }
  bool fail_at_rest() {
    return fail(at_ < text_.size() ? "cannot read \"" + std::string(text_.substr(at_)) + "\"" : "ends too early");
  }
  [[nodiscard]] Error error() const {
    return {ErrorCode::profile, "selector \"" + std::string(text_) + "\": " + what_};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string what_;
};

Result<Selector> Selector::parse(std::string_view text) { return SelectorParser(text).parse(); }

bool Selector::holds(const Condition& condition, const Document& document, NodeId n) {
  if (condition.kind == Condition::Kind::present) return document.has(n, condition.attribute);
  const std::string_view value = document.attribute(n, condition.attribute);
  if (condition.kind == Condition::Kind::equals) {
    return equals_ignoring_case(value, condition.value) && document.has(n, condition.attribute);
  }
  if (condition.value.empty()) return false;  // as in CSS: nothing begins with, ends in or holds the empty word
  switch (condition.kind) {
    case Condition::Kind::word:
      return has_word(value, condition.value);
    case Condition::Kind::part:
      return contains_ignoring_case(value, condition.value);
    case Condition::Kind::prefix:
      return starts_with_ignoring_case(value, condition.value);
    default:
      return ends_with_ignoring_case(value, condition.value);
  }
}

bool Selector::matches(const Compound& compound, const Document& document, NodeId n) {
  if (document.is_text(n) || (!compound.any_tag && compound.tag != document.tag(n))) return false;
  return std::all_of(compound.conditions.begin(), compound.conditions.end(),
                     [&](const Condition& condition) { return holds(condition, document, n); });
}

bool Selector::matches(const std::vector<Compound>& compounds, const Document& document, NodeId n) {
  const std::size_t last = compounds.size() - 1;
  if (!matches(compounds[last], document, n)) return false;
  std::uint64_t here = std::uint64_t{1} << last;  // parts found in this node
  std::uint64_t above = 0;                        // parts that some ancestor has to be
  while (true) {
    if ((here & 1) != 0) return true;
    std::uint64_t parent = 0;  // parts that the parent has to be
    for (std::size_t i = 1; i <= last; ++i) {
      if ((here >> i & 1) == 0) continue;
      (compounds[i].child_of_previous ? parent : above) |= std::uint64_t{1} << (i - 1);
    }
    n = document.parent(n);
    if (n == kNoNode || (parent | above) == 0) return false;
    here = 0;
    for (std::size_t i = 0; i < last; ++i) {
      if (((parent | above) >> i & 1) != 0 && matches(compounds[i], document, n)) here |= std::uint64_t{1} << i;
    }
  }
}

bool Selector::matches(const Document& document, NodeId n) const {
  return std::any_of(alternatives_.begin(), alternatives_.end(),
                     [&](const auto& compounds) { return matches(compounds, document, n); });
}

std::vector<NodeId> Selector::select(const Document& document, NodeId root) const {
  std::vector<NodeId> found;
  for (NodeId n = root; n < document.end(root); ++n) {
    if (matches(document, n)) found.push_back(n);
  }
  return found;
}

}  // namespace klartext
