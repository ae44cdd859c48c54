// Small pure functions over UTF-8 text.
//
// Everything here takes and returns valid UTF-8 (the charset door guarantees it) and is linear in its input.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klartext {

/// `text` without leading and trailing white space (ASCII and U+00A0).
std::string_view trim(std::string_view text);

/// Text as it goes into a record: NFC, every run of white space (any Unicode kind, line breaks too) one blank, trimmed;
/// soft hyphens, zero-width and control characters and bidi overrides gone. Typographic characters stay as printed.
std::string clean(std::string_view text);

/// As `clean`, for text that comes from an attribute or a JSON string: decodes HTML character references first
/// (a second time, where a page escaped twice) and drops tags such as <b> that stand in it.
std::string clean_markup(std::string_view text);

/// Text for comparing, never for output: clean, case-folded (utf8proc), quotes, dashes and ellipses to their ASCII
/// form.
std::string fold(std::string_view text);

/// fold(text) == folded, mostly without folding: few texts that are compared begin alike. `folded` is such a text.
bool folds_to(std::string_view text, std::string_view folded);
/// fold(a) == fold(b).
bool fold_alike(std::string_view a, std::string_view b);

/// Case-folded ASCII equality.
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool contains_ignoring_case(std::string_view text, std::string_view part);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
bool ends_with_ignoring_case(std::string_view text, std::string_view suffix);

/// ASCII letters lowered, all else untouched.
std::string lower_ascii(std::string_view text);

/// Number of Unicode code points.
std::size_t length_in_characters(std::string_view text);

/// The same for a character beyond ASCII, or one that may be.
char32_t next_wide_character(std::string_view text, std::size_t& at);
/// Code point at byte offset `at` (which is moved behind it); U+FFFD for a broken sequence. `at < text.size()`.
inline char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return next_wide_character(text, at);
  ++at;
  return byte;
}
void append_utf8(std::string& out, char32_t character);

/// First character is an upper-case letter (any script).
bool starts_upper(std::string_view text);

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter_or_digit(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }

/// The same beyond ASCII, from Unicode's tables.
bool is_wide_letter(char32_t character);
bool is_wide_digit(char32_t character);
inline bool is_letter(char32_t character) {
  return character < 0x80 ? (character | 0x20U) >= 'a' && (character | 0x20U) <= 'z' : is_wide_letter(character);
}
inline bool is_digit(char32_t character) {
  return character < 0x80 ? character >= '0' && character <= '9' : is_wide_digit(character);
}

/// Parts of `text` between any of the bytes in `separators`, trimmed, empty ones left out.
std::vector<std::string_view> split(std::string_view text, std::string_view separators);

/// Words (runs of letters and digits, any script) of `text`, as slices of it.
std::vector<std::string_view> words(std::string_view text);
/// The first word from `at` on (which is moved behind it); empty where there is none.
std::string_view next_word(std::string_view text, std::size_t& at);
std::size_t count_words(std::string_view text);

/// At most `limit` characters, cut at a character, with "…" where something was cut.
std::string shorten(std::string_view text, std::size_t limit);

/// Every ill-formed sequence replaced by U+FFFD (WHATWG "maximal subpart" practice); NUL too.
std::string to_valid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

}  // namespace klartext
