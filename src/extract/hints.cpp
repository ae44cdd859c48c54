#include "extract/hints.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "base/hash_set.h"
#include "base/text.h"

namespace klartext {
namespace {

constexpr std::uint64_t bit(Hint hint) { return std::uint64_t{1} << static_cast<unsigned>(hint); }
static_assert(kHintCount <= 64);

/// The words of the table by hash, in open addressing: a word that hints at nothing mostly meets an empty slot.
class Words {
 public:
  Words() {
    const auto add = [this](std::string_view list, Hint hint) {
      for (const auto word : split(list, " ")) {
        Slot& slot = slots_[slot_of(word)];
        slot.word = word;
        slot.hints |= bit(hint);
      }
    };
#define X(kind, list) add(list, Hint::kind);
    KLARTEXT_HINTS(X)
#undef X
  }

  /// `word` of at least two ASCII letters or digits, in any case.
  [[nodiscard]] std::uint64_t hints(std::string_view word) const { return slots_[slot_of(word)].hints; }

 private:
  struct Slot {
    std::string_view word;
    std::uint64_t hints = 0;  ///< 0: free
  };
  static constexpr std::size_t kSlots = 2048;  // four times the words

  static std::size_t hash_of(std::string_view word) {
    const auto letter = [word](std::size_t i) { return static_cast<std::size_t>(word[i] | 0x20); };
    const std::size_t last = word.size() - 1;
    return word.size() * 131 + letter(0) * 37 + letter(last) * 1009 + letter(last / 2) * 293 + letter(1) * 17;
  }

  /// Where the word is, or would be.
  [[nodiscard]] std::size_t slot_of(std::string_view word) const {
    std::size_t at = hash_of(word) % kSlots;
    while (slots_[at].hints != 0 && !equals_ignoring_case(slots_[at].word, word)) at = (at + 1) % kSlots;
    return at;
  }

  std::array<Slot, kSlots> slots_;
};

const Words& known_words() {
  static const Words kWords;
  return kWords;
}

/// What a byte is in a name.
enum class NameByte : std::uint8_t { none, lower, upper, digit };

constexpr auto kNameBytes = [] {
  std::array<NameByte, 256> table{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = NameByte::lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = NameByte::upper;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = NameByte::digit;
  return table;
}();

NameByte byte_of(char c) { return kNameBytes[static_cast<unsigned char>(c)]; }

/// The word at `at`, which is moved behind it: it ends at anything but a letter or digit, and where a capital follows a
/// small letter.
std::string_view read_word(std::string_view names, std::size_t& at) {
  const std::size_t begin = at;
  for (NameByte before = NameByte::none; at < names.size(); ++at) {
    const NameByte kind = byte_of(names[at]);
    if (kind == NameByte::none || (kind == NameByte::upper && before == NameByte::lower)) break;
    before = kind;
  }
  return names.substr(begin, at - begin);
}

std::uint64_t hint_of_tag(Tag tag) {
  switch (tag) {
    case Tag::article:
      return bit(Hint::article_element);
    case Tag::main:
      return bit(Hint::main_element);
    case Tag::section:
      return bit(Hint::section_element);
    case Tag::aside:
      return bit(Hint::aside_element);
    case Tag::header:
      return bit(Hint::header_element);
    case Tag::footer:
      return bit(Hint::footer_element);
    case Tag::figure:
    case Tag::figcaption:
      return bit(Hint::figure_element);
    case Tag::li:
      return bit(Hint::list_item_element);
    case Tag::ul:
    case Tag::ol:
      return bit(Hint::list_element);
    case Tag::table:
      return bit(Hint::table_element);
    case Tag::form:
      return bit(Hint::form_element);
    case Tag::blockquote:
      return bit(Hint::quote_element);
    case Tag::p:
      return bit(Hint::paragraph_element);
    case Tag::a:
      return bit(Hint::link_element);
    case Tag::time:
      return bit(Hint::time_element);
    case Tag::nav:
    case Tag::button:
    case Tag::dialog:
      return bit(Hint::furniture_element);
    default:
      return heading_level(tag) > 0 ? bit(Hint::heading_element) : 0;
  }
}

std::uint64_t hints_of_role(std::string_view role) {
  if (role == "main") return bit(Hint::main_element);
  if (role == "article") return bit(Hint::article_element);
  if (role == "complementary") return bit(Hint::aside_element);
  if (role == "contentinfo") return bit(Hint::footer_element);
  if (role == "banner") return bit(Hint::header_element);
  if (role == "heading") return bit(Hint::heading_element);
  return role == "navigation" || role == "dialog" ? bit(Hint::furniture_element) : 0;
}

/// The classes of a page are few, and most stand on many elements: each is read once.
class ClassHints {
 public:
  std::uint64_t of(std::string_view names) {
    if (names.empty()) return 0;
    const std::uint32_t number = numbers_.number(std::hash<std::string_view>{}(names));
    if (number == hints_.size()) hints_.push_back(hints_in_names(names));
    return hints_[number];
  }

 private:
  HashNumbers numbers_;
  std::vector<std::uint64_t> hints_;
};

std::uint64_t hints_of_attribute(Attribute name, std::string_view value, ClassHints& classes) {
  switch (name) {
    case Attribute::class_:
      return classes.of(value);
    case Attribute::id:
    case Attribute::data_testid:
    case Attribute::data_component:
      return hints_in_names(value);
    case Attribute::role:
      return hints_of_role(value);
    case Attribute::itemprop:
      return contains_ignoring_case(value, "articleBody") ? bit(Hint::body_property) : 0;
    default:
      return 0;
  }
}

std::uint64_t hints_of(const Document& document, NodeId n, ClassHints& classes) {
  std::uint64_t hints = hint_of_tag(document.tag(n));
  document.each_attribute(
      n, [&](Attribute name, std::string_view value) { hints |= hints_of_attribute(name, value, classes); });
  return hints;
}

}  // namespace

std::uint64_t hints_in_names(std::string_view names) {
  const Words& known = known_words();
  std::uint64_t hints = 0;
  for (std::size_t at = 0; at < names.size();) {
    const auto word = read_word(names, at);
    if (word.empty()) ++at;
    if (word.size() > 1) hints |= known.hints(word);
  }
  return hints;
}

Hints::Hints(const Document& document) {
  row_of_.resize(document.size());
  rows_.reserve(document.size() / 2 + 1);
  HintDistances nowhere{};
  nowhere.fill(kHintFar);
  ClassHints classes;
  NodeId code_end = 0;  // "comment", "keyword" and "title" colour the words of a listing
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.is_text(n) || n < code_end) {
      row_of_[n] = row_of_[document.parent(n)];
      continue;
    }
    HintDistances row = n == 0 ? nowhere : rows_[row_of_[document.parent(n)]];
    for (auto& distance : row) distance = static_cast<std::uint8_t>(distance + (distance < kHintFar ? 1 : 0));
    for (std::uint64_t hints = hints_of(document, n, classes); hints != 0; hints &= hints - 1) {
      row[static_cast<std::size_t>(__builtin_ctzll(hints))] = 0;
    }
    if (document.tag(n) == Tag::pre) code_end = document.end(n);
    row_of_[n] = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back(row);
  }
}

}  // namespace klartext
