#include "extract/names.h"

#include <algorithm>

#include "base/text.h"

namespace klartext {
namespace {

bool is_naming(Attribute attribute) {
  switch (attribute) {
    case Attribute::class_:
    case Attribute::id:
    case Attribute::itemprop:
    case Attribute::data_testid:
    case Attribute::data_component:
      return true;
    default:
      return false;
  }
}

/// Of ASCII letters and digits. Most words differ in length or in the first letter.
bool is_same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.front() | 0x20) == (b.front() | 0x20) && equals_ignoring_case(a, b);
}

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
  for (std::size_t at = 0; at < names.size();) {
    if (!is_ascii_letter_or_digit(names[at])) {
      ++at;
      continue;
    }
    if (opens_filing(names, at) && is_filed_entry(names)) {
      at = std::min(names.find(' ', at), names.size());
      continue;
    }
    const std::size_t end = word_end(names, at);
    const auto word = names.substr(at, end - at);
    if (std::any_of(words.begin(), words.end(), [word](auto w) { return is_same_word(w, word); })) return true;
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
  bool called = false;
  document.each_attribute(n, [&](Attribute name, std::string_view value) {
    called = called || (is_naming(name) && hold_word(value, words));
  });
  return called;
}

NodeId nearest_called(const Document& document, NodeId n, std::span<const std::string_view> words, int steps) {
  for (; n != kNoNode && steps >= 0; n = document.parent(n), --steps) {
    if (is_called(document, n, words)) return n;
  }
  return kNoNode;
}

}  // namespace klartext
