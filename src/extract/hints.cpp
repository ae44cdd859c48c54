#include "extract/hints.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <string_view>

#include "base/hash_set.h"
#include "base/sixteen_characters.h"
#include "base/text.h"
#include "base/word_hash.h"
#include "extract/names.h"

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
        outlines_.set(outline_of(word));
      }
    };
#define X(kind, list) add(list, Hint::kind);
    KLARTEXT_HINTS(X)
#undef X
  }

  /// `word` of at least two ASCII letters or digits, in any case.
  [[nodiscard]] std::uint64_t hints(std::string_view word) const {
    return outlines_.test(outline_of(word)) ? slots_[slot_of(word)].hints : 0;
  }

 private:
  struct Slot {
    std::string_view word;
    std::uint64_t hints = 0;  ///< 0: free
  };
  static constexpr std::size_t kSlots = 2048;  // four times the words

  /// Length, first and last letter: enough to know most words that hint at nothing.
  static std::size_t outline_of(std::string_view word) {
    constexpr std::size_t kLetterBits = 5;
    constexpr std::size_t kLetter = (1U << kLetterBits) - 1;
    const auto letter = [](char c) { return static_cast<std::size_t>(c) & kLetter; };
    return (std::min<std::size_t>(word.size(), kLetter) << kLetterBits | letter(word.front())) << kLetterBits |
           letter(word.back());
  }

  static std::size_t hash_of(std::string_view word) {
    const auto letter = [word](std::size_t i) { return static_cast<std::size_t>(word[i] | 0x20); };
    const std::size_t last = word.size() - 1;
    return word.size() * 131 + letter(0) * 37 + letter(last) * 1009 + letter(last / 2) * 293 + letter(1) * 17;
  }

  /// Where the word is, or would be.
  [[nodiscard]] std::size_t slot_of(std::string_view word) const {
    std::size_t at = hash_of(word) % kSlots;
    while (slots_[at].hints != 0 && !is_lowered(slots_[at].word, word)) at = (at + 1) % kSlots;
    return at;
  }
  static bool is_lowered(std::string_view known, std::string_view word) {
    return known.size() == word.size() &&
           std::equal(known.begin(), known.end(), word.begin(), [](char lower, char c) { return lower == (c | 0x20); });
  }

  std::array<Slot, kSlots> slots_;
  std::bitset<std::size_t{1} << 15U> outlines_;
};

const Words& known_words() {
  static const Words kWords;
  return kWords;
}

/// Sixteen characters of names, and where the words in them begin and end: at anything but a letter or digit, and where
/// a capital follows a small letter.
class NamesWindow {
 public:
  explicit NamesWindow(const char* names) {
    const SixteenCharacters characters(names);
    const std::uint32_t small = characters.within<'a', 'z'>();
    const std::uint32_t capital = characters.within<'A', 'Z'>();
    letters_ = small | capital | characters.within<'0', '9'>();
    ends_ = ~letters_ | (capital & small << 1U);
  }
  /// Is there a word from `at` on?
  [[nodiscard]] bool has_word(std::size_t at) const { return letters_ >> at != 0; }
  /// Where the next one begins, if there is one.
  [[nodiscard]] std::size_t word_begin(std::size_t at) const {
    return at + static_cast<std::size_t>(std::countr_zero(letters_ >> at));
  }
  /// Where the one from `begin` on ends; kCount where it may go on behind the window.
  [[nodiscard]] std::size_t word_end(std::size_t begin) const {
    return begin + 1 + static_cast<std::size_t>(std::countr_zero(ends_ >> (begin + 1)));
  }

 private:
  std::uint32_t letters_ = 0;
  std::uint32_t ends_ = 0;
};

/// What a window of whole words hints at, and how much of it was read: up to a word that may go on behind it.
struct WindowHints {
  std::uint64_t hints = 0;
  std::size_t read = SixteenCharacters::kCount;
};

WindowHints hints_in_window(const Words& known, const char* names) {
  WindowHints found;
  const NamesWindow window(names);
  for (std::size_t at = 0; window.has_word(at);) {
    const std::size_t begin = window.word_begin(at);
    at = window.word_end(begin);
    if (at == SixteenCharacters::kCount) {
      found.read = begin;
      break;
    }
    if (at - begin > 1) found.hints |= known.hints(std::string_view(names + begin, at - begin));
  }
  return found;
}

struct TagHint {
  Tag tag;
  Hint hint;
};
constexpr std::array kTagHints = {
    TagHint{Tag::article, Hint::article_element},  TagHint{Tag::main, Hint::main_element},
    TagHint{Tag::section, Hint::section_element},  TagHint{Tag::aside, Hint::aside_element},
    TagHint{Tag::header, Hint::header_element},    TagHint{Tag::footer, Hint::footer_element},
    TagHint{Tag::figure, Hint::figure_element},    TagHint{Tag::figcaption, Hint::figure_element},
    TagHint{Tag::li, Hint::list_item_element},     TagHint{Tag::ul, Hint::list_element},
    TagHint{Tag::ol, Hint::list_element},          TagHint{Tag::table, Hint::table_element},
    TagHint{Tag::form, Hint::form_element},        TagHint{Tag::blockquote, Hint::quote_element},
    TagHint{Tag::p, Hint::paragraph_element},      TagHint{Tag::a, Hint::link_element},
    TagHint{Tag::time, Hint::time_element},        TagHint{Tag::nav, Hint::furniture_element},
    TagHint{Tag::button, Hint::furniture_element}, TagHint{Tag::dialog, Hint::furniture_element},
    TagHint{Tag::h1, Hint::heading_element},       TagHint{Tag::h2, Hint::heading_element},
    TagHint{Tag::h3, Hint::heading_element},       TagHint{Tag::h4, Hint::heading_element},
    TagHint{Tag::h5, Hint::heading_element},       TagHint{Tag::h6, Hint::heading_element},
};

/// By tag.
constexpr auto kHintsOfTags = [] {
  std::array<std::uint64_t, kTagCount> table{};
  for (const TagHint& row : kTagHints) table[static_cast<std::size_t>(row.tag)] = bit(row.hint);
  return table;
}();

std::uint64_t hint_of_tag(Tag tag) { return kHintsOfTags[static_cast<std::size_t>(tag)]; }

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
  /// Of the class attributes numbered so far, in order; number 0 is that of elements without one.
  std::uint32_t number(std::string_view names) {
    const std::uint32_t number = numbers_.number(hash_text(names));
    if (number == hints_.size()) hints_.push_back(hints_in_names(names));
    return number;
  }
  [[nodiscard]] std::uint64_t of(std::uint32_t number) const { return hints_[number]; }

 private:
  HashNumbers numbers_;
  std::vector<std::uint64_t> hints_;
};

/// Apart from its classes.
std::uint64_t hints_of_attribute(Attribute name, std::string_view value) {
  switch (name) {
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

void step_away(const HintDistances& from, HintDistances& to) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    to[i] = static_cast<std::uint8_t>(from[i] + (from[i] < kHintFar ? 1 : 0));
  }
}

}  // namespace

std::uint64_t hints_in_names(std::string_view names) {
  constexpr std::size_t kWindow = SixteenCharacters::kCount;
  const Words& known = known_words();
  std::uint64_t hints = 0;
  std::size_t at = 0;
  while (names.size() - at >= kWindow) {
    const WindowHints found = hints_in_window(known, names.data() + at);
    hints |= found.hints;
    at += found.read;
    if (found.read > 0) continue;
    const std::size_t end = name_word_end(names, at);
    hints |= known.hints(names.substr(at, end - at));
    at = end;
  }
  std::array<char, kWindow> rest{};
  std::copy(names.begin() + static_cast<std::ptrdiff_t>(at), names.end(), rest.begin());
  return hints | hints_in_window(known, rest.data()).hints;
}

Hints::Hints(const Document& document) {
  row_of_.resize(document.size());
  class_of_.resize(document.size());
  rows_.reserve(document.size() / 2 + 1);
  ClassHints classes;
  const std::uint32_t no_class = classes.number({});
  NodeId code_end = 0;  // "comment", "keyword" and "title" colour the words of a listing
  for (NodeId n = 0, size = document.size(); n < size; ++n) {
    if (document.is_text(n)) {
      row_of_[n] = row_of_[document.parent(n)];
      continue;
    }
    std::uint64_t hints = hint_of_tag(document.tag(n));
    std::uint32_t number = no_class;
    document.each_attribute(n, [&](Attribute name, std::string_view value) {
      if (name == Attribute::class_) number = classes.number(value);
      hints |= hints_of_attribute(name, value);
    });
    class_of_[n] = number;
    if (n < code_end) {
      row_of_[n] = row_of_[document.parent(n)];
      continue;
    }
    hints |= classes.of(number);
    if (document.tag(n) == Tag::pre) code_end = document.end(n);
    row_of_[n] = static_cast<std::uint32_t>(rows_.size());
    HintDistances& row = rows_.emplace_back();
    n == 0 ? row.fill(kHintFar) : step_away(rows_[row_of_[document.parent(n)]], row);
    for (; hints != 0; hints &= hints - 1) row[static_cast<std::size_t>(std::countr_zero(hints))] = 0;
  }
}

}  // namespace klartext
