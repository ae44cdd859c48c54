#include "extract/names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext {
namespace {

constexpr std::array kNamingAttributes = {Attribute::class_, Attribute::id, Attribute::itemprop, Attribute::data_testid,
                                          Attribute::data_component};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t word_end(std::string_view names, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < names.size() && is_ascii_letter_or_digit(names[end]) &&
         !(is_upper(names[end]) && is_lower(names[end - 1]))) {
    ++end;
  }
  return end;
}

bool hold_word(std::string_view names, std::span<const std::string_view> words) {
  if (names.empty()) return false;
  const bool filed = is_filed_entry(names);
  for (std::size_t at = 0; at < names.size();) {
    if (!is_ascii_letter_or_digit(names[at])) {
      ++at;
      continue;
    }
    if (filed && opens_filing(names, at)) {
      at = std::min(names.find(' ', at), names.size());
      continue;
    }
    const std::size_t end = word_end(names, at);
    const auto word = names.substr(at, end - at);
    const auto is_word = [word](auto w) { return w.size() == word.size() && equals_ignoring_case(w, word); };
    if (std::any_of(words.begin(), words.end(), is_word)) return true;
    at = end;
  }
  return false;
}

}  // namespace

bool is_filed_entry(std::string_view names) { return names.find("hentry") != std::string_view::npos; }

bool opens_filing(std::string_view names, std::size_t at) {
  if (at > 0 && names[at - 1] != ' ') return false;
  const auto rest = names.substr(at);
  return rest.starts_with("tag-") || rest.starts_with("category-");
}

bool is_called(const Document& document, NodeId n, std::span<const std::string_view> words) {
  return std::any_of(kNamingAttributes.begin(), kNamingAttributes.end(),
                     [&](Attribute name) { return hold_word(document.attribute(n, name), words); });
}

NodeId nearest_called(const Document& document, NodeId n, std::span<const std::string_view> words, int steps) {
  for (; n != kNoNode && steps >= 0; n = document.parent(n), --steps) {
    if (is_called(document, n, words)) return n;
  }
  return kNoNode;
}

}  // namespace klartext
