// The cursor's steps.
#include "base/date_scan.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace klartext {

std::optional<int> Scanner::take_number(std::size_t min_digits, std::size_t max_digits) {
  int value = 0;
  std::size_t count = 0;
  for (; count <= max_digits && is_ascii_digit(peek(count)); ++count) value = value * 10 + (peek(count) - '0');
  if (count < min_digits || count > max_digits) return std::nullopt;
  at += count;
  return value;
}

bool Scanner::take(std::string_view bytes) {
  if (text.substr(std::min(at, text.size()), bytes.size()) != bytes) return false;
  at += bytes.size();
  return true;
}

bool Scanner::take_any(std::initializer_list<std::string_view> choices) {
  return std::any_of(choices.begin(), choices.end(), [this](std::string_view choice) { return take(choice); });
}

std::string_view Scanner::take_word() {
  constexpr std::size_t kLongestWord = 40;  // bytes; the longest month name has 22
  const std::size_t begin = at;
  while (!at_end() && at - begin <= kLongestWord) {
    std::size_t next = at;
    const char32_t character = next_character(text, next);
    if (!is_letter(character) && (character < 0x80 || !is_mark(character))) break;
    at = next;
  }
  return text.substr(begin, at - begin);
}

void Scanner::skip_blanks() {
  constexpr int kMostBlanks = 4;
  for (int i = 0; i < kMostBlanks && take_any({" ", "\t", "\u00A0", "\u202F"}); ++i) {
  }
}

}  // namespace klartext
