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
  std::size_t length;
};

/// Longest name in the table ("CloseCurlyDoubleQuote").
constexpr std::size_t kLongestName = 21;

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
  return Reference{character_of_number(number), closed ? at + 1 : at};
}

/// `text` begins with "&".
std::optional<Reference> named_reference(std::string_view text) {
  std::size_t at = 1;
  while (at < text.size() && at <= kLongestName + 1 && is_alphanumeric(text[at])) ++at;
  const auto named = named_character(text.substr(1, at - 1));
  if (!named) return std::nullopt;
  if (at < text.size() && text[at] == ';') return Reference{named->character, at + 1};
  const bool bare = named->bare && (at == text.size() || text[at] != '=');
  return bare ? std::optional(Reference{named->character, at}) : std::nullopt;
}

}  // namespace

std::string decode_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t amp = text.find('&'); amp != std::string_view::npos; amp = text.find('&')) {
    out.append(text.substr(0, amp));
    text.remove_prefix(amp);
    const auto reference = text.size() > 1 && text[1] == '#' ? numeric_reference(text) : named_reference(text);
    if (reference) {
      append_utf8(out, reference->character);
      text.remove_prefix(reference->length);
    } else {
      out.push_back('&');
      text.remove_prefix(1);
    }
  }
  out.append(text);
  return out;
}

}  // namespace klartext
