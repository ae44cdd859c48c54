#include "extract/hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/text.h"

namespace klartext {
namespace {

/// Most words in names hint at nothing, and most of these show it by their first letter and length.
struct Words {
  std::unordered_map<std::string_view, std::uint64_t> hints;
  std::array<std::uint32_t, 128> lengths{};  ///< by first letter; bit n: there is such a word of n letters
};

constexpr std::uint64_t bit(Hint hint) { return std::uint64_t{1} << static_cast<unsigned>(hint); }
static_assert(kHintCount <= 64);

Words make_words() {
  Words words;
  const auto add = [&words](std::string_view list, Hint hint) {
    for (const auto word : split(list, " ")) {
      words.hints[word] |= bit(hint);
      words.lengths[static_cast<unsigned char>(word.front())] |= 1U << word.size();
    }
  };
#define X(kind, list) add(list, Hint::kind);
  KLARTEXT_HINTS(X)
#undef X
  return words;
}

const Words& known_words() {
  static const Words kWords = make_words();
  return kWords;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// A word ends at anything but a letter, and where a capital follows a small letter.
std::size_t word_end(std::string_view names, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < names.size() && is_ascii_letter(names[end]) && !(is_upper(names[end]) && is_lower(names[end - 1])))
    ++end;
  return end;
}

constexpr std::size_t kLongestWord = 24;

std::uint64_t hints_of_word(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestWord) return 0;
  const Words& known = known_words();
  const char first = is_upper(word.front()) ? static_cast<char>(word.front() + 32) : word.front();
  if ((known.lengths[static_cast<unsigned char>(first)] >> word.size() & 1U) == 0) return 0;
  std::array<char, kLongestWord> lowered{};
  std::transform(word.begin(), word.end(), lowered.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; });
  const auto found = known.hints.find(std::string_view(lowered.data(), word.size()));
  return found == known.hints.end() ? 0 : found->second;
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

std::uint64_t hints_of(const Document& document, NodeId n) {
  std::uint64_t hints = hint_of_tag(document.tag(n));
  for (const auto name : {Attribute::class_, Attribute::id, Attribute::data_testid, Attribute::data_component}) {
    hints |= hints_in_names(document.attribute(n, name));
  }
  hints |= hints_of_role(document.attribute(n, Attribute::role));
  const auto property = document.attribute(n, Attribute::itemprop);
  if (contains_ignoring_case(property, "articleBody")) hints |= bit(Hint::body_property);
  return hints;
}

}  // namespace

std::uint64_t hints_in_names(std::string_view names) {
  std::uint64_t hints = 0;
  for (std::size_t at = 0; at < names.size();) {
    if (!is_ascii_letter(names[at])) {
      ++at;
      continue;
    }
    const std::size_t end = word_end(names, at);
    hints |= hints_of_word(names.substr(at, end - at));
    at = end;
  }
  return hints;
}

Hints::Hints(const Document& document) {
  row_of_.resize(document.size());
  rows_.reserve(document.size() / 2 + 1);
  HintDistances nowhere{};
  nowhere.fill(kHintFar);
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.is_text(n)) {
      row_of_[n] = row_of_[document.parent(n)];
      continue;
    }
    HintDistances row = n == 0 ? nowhere : rows_[row_of_[document.parent(n)]];
    for (auto& distance : row) distance = static_cast<std::uint8_t>(std::min<int>(distance + 1, kHintFar));
    for (std::uint64_t hints = hints_of(document, n); hints != 0; hints &= hints - 1) {
      row[static_cast<std::size_t>(__builtin_ctzll(hints))] = 0;
    }
    row_of_[n] = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back(row);
  }
}

}  // namespace klartext
