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

enum class CharacterClass : std::uint8_t { none, lower, upper, digit };

constexpr auto kClasses = [] {
  std::array<CharacterClass, 256> classes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = CharacterClass::lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = CharacterClass::upper;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = CharacterClass::digit;
  return classes;
}();

CharacterClass class_of(char c) { return kClasses[static_cast<std::uint8_t>(c)]; }

/// End of the word that begins here: a capital behind a small letter begins the next one.
std::size_t word_end(std::string_view names, std::size_t begin) {
  std::size_t end = begin + 1;
  for (auto before = class_of(names[begin]); end < names.size(); ++end) {
    const auto here = class_of(names[end]);
    if (here == CharacterClass::none || (here == CharacterClass::upper && before == CharacterClass::lower)) break;
    before = here;
  }
  return end;
}

bool hold_word(std::string_view names, const NameWords& words) {
  for (std::size_t at = 0; at < names.size();) {
    if (class_of(names[at]) == CharacterClass::none) {
      ++at;
      continue;
    }
    if (opens_filing(names, at) && is_filed_entry(names)) {
      at = std::min(names.find(' ', at), names.size());
      continue;
    }
    const std::size_t end = word_end(names, at);
    if (words.hold(names.substr(at, end - at))) return true;
    at = end;
  }
  return false;
}

}  // namespace

bool NameWords::is_listed(std::string_view word) const {
  for (std::size_t begin = 0, end = 0; begin < words_.size(); begin = end + 1) {
    end = std::min(words_.find(' ', begin), words_.size());
    if (equals_ignoring_case(words_.substr(begin, end - begin), word)) return true;
  }
  return false;
}

bool is_filed_entry(std::string_view names) { return names.find("hentry") != std::string_view::npos; }

bool opens_filing(std::string_view names, std::size_t at) {
  if (at > 0 && names[at - 1] != ' ') return false;
  const auto rest = names.substr(at);
  return rest.starts_with("tag-") || rest.starts_with("category-");
}

bool is_called(const Document& document, NodeId n, const NameWords& words) {
  bool called = false;
  document.each_attribute(n, [&](Attribute name, std::string_view value) {
    called = called || (is_naming(name) && hold_word(value, words));
  });
  return called;
}

NodeId nearest_called(const Document& document, NodeId n, const NameWords& words, int steps) {
  for (; n != kNoNode && steps >= 0; n = document.parent(n), --steps) {
    if (is_called(document, n, words)) return n;
  }
  return kNoNode;
}

}  // namespace klartext
