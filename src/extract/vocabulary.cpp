// Looking words up in the vocabulary.
#include "extract/vocabulary.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <vector>

#include "base/hash_table.h"
#include "base/text.h"
#include "base/text_map.h"
#include "base/word_hash.h"

namespace klartext {
namespace {

/// Longest label worth folding: "das könnte sie auch interessieren" has 35 bytes, the longest of the table 60.
constexpr std::size_t kLongestLabelBytes = 72;

/// The first two and the last two characters of each text of a table: a quick no, without folding, for nearly every
/// line that is no label. It can be given where these are ASCII and no combining mark follows the first two: folding
/// then leaves them what they are.
class Outlines {
 public:
  /// `text` folded.
  void add(std::string_view text) {
    if (text.size() >= 2 && has_plain_ends(text)) known_.set(outline(text));
  }
  /// False: the text is none of the table, folded or not, with or without a decoration or a count.
  [[nodiscard]] bool may_hold(std::string_view text) const {
    while (!text.empty() && is_ascii(text.front()) && !is_ascii_letter_or_digit(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_ascii(text.back()) && !is_ascii_letter(text.back())) text.remove_suffix(1);
    return text.size() < 3 || !has_plain_ends(text) || !begins_no_mark(text[2]) || known_.test(outline(text));
  }

 private:
  static constexpr std::size_t kBits = 16;  // 2,100 labels set one in 30

  static bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
  static bool is_printable(char c) { return c >= ' ' && c < 0x7F; }
  /// One that is surely no mark: ASCII, or of Latin beyond it.
  static bool begins_no_mark(char c) {
    return is_printable(c) || (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xC9);
  }
  static bool has_plain_ends(std::string_view text) {
    return is_ascii_letter_or_digit(text[0]) && is_ascii_letter_or_digit(text[1]) &&
           is_printable(text[text.size() - 2]) && is_ascii_letter(text.back());
  }
  /// The same for either case of a letter.
  static std::size_t outline(std::string_view text) {
    constexpr std::uint32_t kMix = 0x9E3779B1U;  // 2^32 divided by the golden ratio
    const auto number = [](char c) { return static_cast<std::uint32_t>(c) | 0x20U; };
    const std::uint32_t first = number(text[0]) << 8 | number(text[1]);
    const std::uint32_t last = number(text[text.size() - 2]) << 8 | number(text.back());
    return ((first << 16 | last) * kMix) >> (32 - kBits);
  }

  std::bitset<std::size_t{1} << kBits> known_;
};

/// By `hash_ignoring_case` of the folded label, so that a text need not be folded if it has only ASCII letters. A table
/// of nodes, with the texts themselves, took two in a hundred parts of a page's time waiting for memory.
constexpr std::size_t kLabelSlots = 8192;  // four times the labels
using LabelTable = HashTable<std::uint64_t, LabelSet, kLabelSlots>;

struct Labels {
  LabelTable table;
  Outlines outlines;
};

Labels make_labels() {
  Labels labels;
  for (const auto& row : label_words()) {
    for (const auto words : split(row.words, "|")) {
      const std::string label = fold(words);
      labels.table[hash_ignoring_case(label)].add(row.label);
      labels.outlines.add(label);
    }
  }
  return labels;
}

const Labels& known_labels() {
  static const Labels kLabels = make_labels();
  return kLabels;
}

struct Openings {
  TextSet whole;
  TextSet first_words;  ///< hardly a line begins with one: a quick no
  Outlines outlines;    ///< of these: a quicker one
};

Openings make_openings() {
  Openings openings;
  for (const auto& row : opening_words()) {
    for (const auto opening : split(row.words, "|")) {
      openings.whole.insert(fold(opening));
      openings.outlines.add(*openings.first_words.insert(fold(words(opening).front())).first);
    }
  }
  return openings;
}

const Openings& known_openings() {
  static const Openings kOpenings = make_openings();
  return kOpenings;
}

TextSet make_forms() {
  TextSet forms;
  for (const auto& row : form_words()) {
    for (const auto word : split(row.words, "|")) forms.insert(fold(word));
  }
  return forms;
}

/// Would folding the text do no more than lower its letters, and trim it? Most need not be folded to be looked up.
bool is_lowered_by_folding(std::string_view text) {
  char before = 0;
  for (const char c : text) {
    if (c < ' ' || c >= 0x7F || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return true;
}

bool is_decoration(char32_t c) { return !is_letter(c) && !is_digit(c); }

/// Where the last character of the text begins.
std::size_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

/// Folded text without what decorates a label: arrows, bullets, colons, brackets, a count such as "(12)" at the end.
std::string_view undecorated(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t next = 0; next < text.size() && is_decoration(next_character(text, next));) begin = next;
  text.remove_prefix(begin);
  while (!text.empty()) {
    const std::size_t last = last_character(text);
    std::size_t at = last;
    if (!is_decoration(next_character(text, at))) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::string_view without_count(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9') --end;
  return end == 0 ? text : undecorated(text.substr(0, end));
}

}  // namespace

LabelSet label_of(std::string_view text) {
  const Labels& known = known_labels();
  if (text.empty() || text.size() > kLongestLabelBytes || !known.outlines.may_hold(text)) return {};
  std::string folded;
  if (!is_lowered_by_folding(text)) text = folded = fold(text);
  return known.table.find(hash_ignoring_case(without_count(undecorated(text))));
}

bool names_form(std::string_view text) {
  static const auto kForms = make_forms();
  if (text.empty() || text.size() > kLongestLabelBytes) return false;
  const std::string folded = fold(text);
  return kForms.contains(undecorated(folded));
}

std::string_view subject_of_heading(std::string_view heading) {
  constexpr std::size_t kMostOpeningWords = 6;
  constexpr std::size_t kMostWords = 10;
  if (heading.size() > kLongestLabelBytes) return {};
  std::size_t behind_first = 0;
  const auto first = next_word(heading, behind_first);
  if (first.empty() || !known_openings().outlines.may_hold(first)) return {};
  if (!known_openings().first_words.contains(fold(first))) return {};
  const auto all = words(heading);
  if (all.size() > kMostWords || heading.find_first_of(":\n") != std::string_view::npos) return {};
  for (std::size_t count = std::min(kMostOpeningWords, all.size() - 1); count > 0; --count) {
    const auto begin = static_cast<std::size_t>(all.front().data() - heading.data());
    const auto end = static_cast<std::size_t>(all[count - 1].data() + all[count - 1].size() - heading.data());
    if (known_openings().whole.contains(fold(heading.substr(begin, end - begin)))) {
      return heading.substr(static_cast<std::size_t>(all[count].data() - heading.data()));
    }
  }
  return {};
}

LabelSet label_before_colon(std::string_view text) {
  const auto colon = text.substr(0, kLongestLabelBytes).find(':');
  return colon == std::string_view::npos ? LabelSet{} : label_of(text.substr(0, colon));
}

}  // namespace klartext
