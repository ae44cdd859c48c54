#include "html/readable_text.h"

#include <bit>

#include "base/byte_scan.h"
#include "base/text.h"

namespace klartext {
namespace {

/// Where in the sixteen characters at `bytes` words of ASCII, with one blank between two of them, come to an end. What
/// is behind the last character is not known, so a blank in its place ends them.
std::uint32_t ends_of_plain_run(const char* bytes) {
  constexpr std::uint32_t kWithNext = (1U << (kBytesAtOnce - 1)) - 1;
  const SixteenCharacters characters(bytes);
  const std::uint32_t others = characters.up_to<' '>() | characters.among<'\x7F'>() | characters.beyond_ascii();
  const std::uint32_t between_words = characters.among<' '>() & ~(others >> 1) & kWithNext;
  return others & ~between_words;
}

/// Behind the words that begin at `at` and stand as they are to be read: of ASCII, with one blank between two of them.
std::size_t plain_run_end(std::string_view raw, std::size_t at) {
  while (true) {
    for (; raw.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
      const std::uint32_t ends = ends_of_plain_run(raw.data() + at);
      if (ends == 0) continue;
      at += static_cast<std::size_t>(std::countr_zero(ends));
      break;
    }
    while (at < raw.size() && is_plain_ascii(raw[at])) ++at;
    const bool goes_on = at + 1 < raw.size() && raw[at] == ' ' && is_plain_ascii(raw[at + 1]);
    if (!goes_on) return at;
    at += 2;
  }
}

}  // namespace

CharacterClass classify(char32_t c) {
  if (c < 0x300) {
    if (c == 0xA0) return CharacterClass::space;
    if (c >= 0x80 && c < 0xA0) return CharacterClass::no_text;
    return c == 0xAD ? CharacterClass::dropped : CharacterClass::ordinary;
  }
  if (c >= 0x2000 && c <= 0x206F) {
    if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F) return CharacterClass::space;
    const bool dropped = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c >= 0x2060;
    return dropped ? CharacterClass::dropped : CharacterClass::ordinary;
  }
  if (c == 0x3000 || c == 0x1680) return CharacterClass::space;
  if (c == 0xFEFF || c == 0x180E || c == 0xFFF9 || c == 0xFFFA || c == 0xFFFB) return CharacterClass::dropped;
  if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return CharacterClass::no_text;
  const bool composed_already = (c >= 0x400 && c <= 0x482) || (c >= 0x1E00 && c <= 0x1EFF) ||
                                (c >= 0x20A0 && c < 0x20D0) || (c >= 0x4E00 && c < 0xA000) ||
                                (c >= 0x1F300 && c < 0x20000) || c == 0x2122 || c == 0xFFFD;
  return composed_already ? CharacterClass::ordinary : CharacterClass::may_compose;
}

ReadableRun readable_run(std::string_view raw, std::size_t at) {
  ReadableRun run;
  while (true) {
    run.end = plain_run_end(raw, at);
    if (run.end == raw.size() || static_cast<unsigned char>(raw[run.end]) < 0x80) return run;
    at = run.end;
    const auto kind = classify(next_character(raw, at));
    if (kind != CharacterClass::ordinary && kind != CharacterClass::may_compose) return run;
    run.may_compose = run.may_compose || kind == CharacterClass::may_compose;
  }
}

}  // namespace klartext
