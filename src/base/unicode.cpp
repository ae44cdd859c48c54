// The utf8proc door. Everything that is common is answered before it is opened.
#include "base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "base/text.h"

namespace klartext {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool in_ranges(const std::array<Range, N>& ranges, char32_t character) {
  const auto* after = std::upper_bound(ranges.begin(), ranges.end(), character,
                                       [](char32_t c, const Range& range) { return c < range.first; });
  return after != ranges.begin() && character <= std::prev(after)->last;
}

/// White space in the sense of Unicode's White_Space property.
constexpr std::array<Range, 10> kSpaces{{{0x09, 0x0D},
                                         {0x20, 0x20},
                                         {0x85, 0x85},
                                         {0xA0, 0xA0},
                                         {0x1680, 0x1680},
                                         {0x2000, 0x200A},
                                         {0x2028, 0x2029},
                                         {0x202F, 0x202F},
                                         {0x205F, 0x205F},
                                         {0x3000, 0x3000}}};

/// Controls, soft hyphen, zero-width characters, directional marks and overrides, byte order mark, noncharacters.
constexpr std::array<Range, 15> kDropped{{{0x00, 0x08},
                                          {0x0E, 0x1F},
                                          {0x7F, 0x84},
                                          {0x86, 0x9F},
                                          {0xAD, 0xAD},
                                          {0x061C, 0x061C},
                                          {0x180E, 0x180E},
                                          {0x200B, 0x200F},
                                          {0x202A, 0x202E},
                                          {0x2060, 0x206F},
                                          {0xFDD0, 0xFDEF},
                                          {0xFEFF, 0xFEFF},
                                          {0xFFF9, 0xFFFB},
                                          {0xFFFE, 0xFFFF},
                                          {0xE0000, 0xE007F}}};

/// Ranges without a combining mark and without a character that NFC replaces or composes with the one before it.
constexpr std::array<Range, 17> kSafeInNfc{{{0x0000, 0x02FF},
                                            {0x0388, 0x0482},    // Greek, Cyrillic
                                            {0x048A, 0x0590},    // Cyrillic, Armenian
                                            {0x05D0, 0x060F},    // Hebrew letters, Arabic punctuation
                                            {0x061B, 0x064A},    // Arabic letters
                                            {0x0660, 0x066F},    // Arabic digits
                                            {0x0671, 0x06D5},    // Persian, Urdu letters
                                            {0x0904, 0x093B},    // Devanagari letters
                                            {0x093D, 0x094C},    // Devanagari vowel signs
                                            {0x0E01, 0x0E37},    // Thai letters
                                            {0x1E00, 0x1EFF},    // Vietnamese
                                            {0x2002, 0x20CF},    // punctuation, currency
                                            {0x2190, 0x2328},    // arrows, mathematics
                                            {0x2500, 0x2ADB},    // shapes, dingbats
                                            {0x3001, 0x3029},    // CJK punctuation
                                            {0x3400, 0x9FFF},    // CJK
                                            {0xAC00, 0xD7A3}}};  // Hangul syllables

/// Kana apart from the voicing marks, full-width forms, emoji: further safe ranges, rarer ones.
constexpr std::array<Range, 4> kAlsoSafeInNfc{
    {{0x3030, 0x3098}, {0x309B, 0x33FF}, {0xFE30, 0xFFFD}, {0x1F300, 0x1FAFF}}};

/// Unicode's stream-safe limit (UAX #15, section 13).
constexpr int kMaxMarks = 30;

utf8proc_int32_t code(char32_t character) { return static_cast<utf8proc_int32_t>(character); }

bool is_category(char32_t character, utf8proc_category_t first, utf8proc_category_t last) {
  const utf8proc_category_t category = utf8proc_category(code(character));
  return first <= category && category <= last;
}

/// utf8proc sorts marks by repeated exchange, which is quadratic in the length of a pile of them.
std::string with_bounded_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  int marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    marks = utf8proc_get_property(code(character))->combining_class != 0 ? marks + 1 : 0;
    if (marks <= kMaxMarks) out.append(text.substr(begin, at - begin));
  }
  return out;
}

/// `text` goes through the tables.
std::string mapped_to_nfc(std::string_view text) {
  const std::string bounded = with_bounded_marks(text);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bounded.data()),
                                               static_cast<utf8proc_ssize_t>(bounded.size()), &mapped,
                                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(mapped, &std::free);
  if (length < 0) return bounded;
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

/// Behind the last character that may change before 64 bytes of safe ones. Safe characters never compose with what
/// stands before them, so the text may be cut there.
std::size_t end_of_unsafe_run(std::string_view text, std::size_t at) {
  constexpr std::size_t kSafeBytes = 64;
  std::size_t end = at;
  while (at < text.size() && at - end < kSafeBytes) {
    if (may_change_in_nfc(next_character(text, at))) end = at;
  }
  return end;
}

/// Kana, Han, Yi and Hangul have no case.
bool is_caseless(char32_t c) { return (c >= 0x2E80 && c < 0xA640) || (c >= 0xAC00 && c < 0xD7A4); }

}  // namespace

CharacterKind character_kind(char32_t character) {
  if (character > 0x20 && character < 0x7F) return CharacterKind::kept;
  if (in_ranges(kSpaces, character)) return CharacterKind::space;
  if (in_ranges(kDropped, character)) return CharacterKind::dropped;
  return CharacterKind::kept;
}

bool may_change_in_nfc(char32_t character) {
  if (character <= kSafeInNfc.front().last) return false;
  return !in_ranges(kSafeInNfc, character) && !in_ranges(kAlsoSafeInNfc, character);
}

std::string to_nfc(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  std::size_t starter = 0;  // the last safe character, with which what follows may compose
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!may_change_in_nfc(next_character(text, at))) {
      starter = begin;
      continue;
    }
    starter = std::max(starter, copied);
    at = end_of_unsafe_run(text, at);
    out.append(text.substr(copied, starter - copied));
    out.append(mapped_to_nfc(text.substr(starter, at - starter)));
    copied = starter = at;
  }
  return out.append(text.substr(copied));
}

char32_t to_lower(char32_t character) { return static_cast<char32_t>(utf8proc_tolower(code(character))); }

void append_case_folded(std::string& out, char32_t character) {
  constexpr char32_t kSharpS = 0xDF;
  if (character >= 0xC0 && character <= 0xFF && character != kSharpS) {
    return append_utf8(out, is_wide_letter(character) ? character | 0x20U : character);
  }
  if (is_caseless(character)) return append_utf8(out, character);
  constexpr utf8proc_ssize_t kLongestFolding = 8;  // Unicode's longest full folding has 3 characters
  std::array<utf8proc_int32_t, kLongestFolding> folded{};
  int boundary = 0;
  const utf8proc_ssize_t count =
      utf8proc_decompose_char(code(character), folded.data(), kLongestFolding, UTF8PROC_CASEFOLD, &boundary);
  if (count <= 0 || count > kLongestFolding) return append_utf8(out, character);
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    append_utf8(out, static_cast<char32_t>(folded[static_cast<std::size_t>(i)]));
  }
}

bool is_mark(char32_t character) { return is_category(character, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME); }

bool is_wide_letter(char32_t character) {
  if (character >= 0xC0 && character < 0x2B0) return character != 0xD7 && character != 0xF7;  // Latin, without × and ÷
  return is_category(character, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool is_wide_digit(char32_t character) { return is_category(character, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_ND); }

bool starts_upper(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  return is_category(next_character(text, at), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LU);
}

}  // namespace klartext
