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

/// What a byte is in a name.
enum class NameByte : std::uint8_t { none, lower, upper, digit };

constexpr auto kNameBytes = [] {
  std::array<NameByte, 256> bytes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) bytes[c] = NameByte::lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes[c] = NameByte::upper;
  for (std::size_t c = '0'; c <= '9'; ++c) bytes[c] = NameByte::digit;
  return bytes;
}();

NameByte class_of(char c) { return kNameBytes[static_cast<std::uint8_t>(c)]; }

bool hold_word(std::string_view names, const NameWords& words) {
  for (std::size_t at = 0; at < names.size();) {
    if (class_of(names[at]) == NameByte::none) {
      ++at;
      continue;
    }
    if (opens_filing(names, at) && is_filed_entry(names)) {
      at = std::min(names.find(' ', at), names.size());
      continue;
    }
    const std::size_t end = name_word_end(names, at);
    if (words.hold(names.substr(at, end - at))) return true;
    at = end;
  }
  return false;
}

}  // namespace

std::size_t name_word_end(std::string_view names, std::size_t begin) {
  std::size_t end = begin + 1;
  for (auto before = class_of(names[begin]); end < names.size(); ++end) {
    const auto here = class_of(names[end]);
    if (here == NameByte::none || (here == NameByte::upper && before == NameByte::lower)) break;
    before = here;
  }
  return end;
}

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
