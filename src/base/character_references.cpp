// Decoding of character references as browsers do it, for text that no HTML parser has seen.
#include "base/character_references.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace klartext {
namespace {

/// A decoded reference and how many bytes of the text it took, the '&' included.
struct Reference {
  char32_t character;
  char32_t second;
  std::size_t length;
};

/// Longest name in the table ("CounterClockwiseContourIntegral"), and longest of those without a semicolon ("frac12").
constexpr std::size_t kLongestName = 31;
constexpr std::size_t kLongestBareName = 6;

/// What numeric references 128…159 stand for: the characters of windows-1252.
constexpr std::array<char32_t, 32> kWindows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int digit_value(char c, std::uint32_t base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char32_t character_of_number(char32_t number) {
  if (number >= 0x80 && number < 0xA0) return kWindows1252[number - 0x80];
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  return number == 0 || surrogate || number > 0x10FFFF ? U'\uFFFD' : number;
}

/// `text` begins with "&#".
std::optional<Reference> numeric_reference(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::uint32_t base = hexadecimal ? 16 : 10;
  const std::size_t begin = hexadecimal ? 3 : 2;
  constexpr std::uint32_t kTooLarge = 0x110000;
  std::uint32_t number = 0;
  std::size_t at = begin;
  for (; at < text.size() && digit_value(text[at], base) >= 0; ++at) {
    number = number * base + static_cast<std::uint32_t>(digit_value(text[at], base));
    number = std::min(number, kTooLarge);
  }
  if (at == begin) return std::nullopt;
  const bool closed = at < text.size() && text[at] == ';';
  return Reference{character_of_number(number), 0, closed ? at + 1 : at};
}

/// `text` begins with "&".
std::optional<Reference> named_reference(std::string_view text, ReferencePlace place) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName + 1 && is_alphanumeric(text[end])) ++end;
  if (end < text.size() && text[end] == ';') {
    if (const auto named = named_character(text.substr(1, end - 1)))
      return Reference{named->character, named->second, end + 1};
  }
  // Without a semicolon the longest name that the word begins with counts; in an attribute, only the whole word.
  const std::size_t longest = std::min(end, kLongestBareName + 1);
  for (std::size_t at = longest; at > 1; --at) {
    if (place == ReferencePlace::attribute && (at < end || (at < text.size() && text[at] == '='))) break;
    const auto named = named_character(text.substr(1, at - 1));
    if (named && named->bare) return Reference{named->character, named->second, at};
  }
  return std::nullopt;
}

}  // namespace

void append_decoded(std::string& out, std::string_view text, ReferencePlace place) {
  for (std::size_t amp = text.find('&'); amp != std::string_view::npos; amp = text.find('&')) {
    out.append(text.substr(0, amp));
    text.remove_prefix(amp);
    const auto reference = text.size() > 1 && text[1] == '#' ? numeric_reference(text) : named_reference(text, place);
    if (reference) {
      append_utf8(out, reference->character);
      if (reference->second != 0) append_utf8(out, reference->second);
      text.remove_prefix(reference->length);
    } else {
      out.push_back('&');
      text.remove_prefix(1);
    }
  }
  out.append(text);
}

std::string decode_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_decoded(out, text, ReferencePlace::attribute);
  return out;
}

}  // namespace klartext
