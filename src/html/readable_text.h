// Which characters of a page are read as text, and how far they stand as they are to be read.
#pragma once

#include <cstdint>
#include <string_view>

namespace klartext {

enum class CharacterClass : std::uint8_t {
  ordinary,
  space,
  dropped,      ///< soft hyphens, zero-width characters and bidi controls do not belong to the text
  no_text,      ///< control characters and non-characters
  may_compose,  ///< ordinary, but NFC may write it otherwise: U+0300 and others
};

CharacterClass classify(char32_t c);

/// A letter or sign of ASCII.
constexpr bool is_plain_ascii(char c) { return c > ' ' && c < 0x7F; }

/// Words with one blank between two of them.
struct ReadableRun {
  std::size_t end = 0;
  bool may_compose = false;  ///< one of its characters may
};

/// The run that goes on at `at`, behind one of its characters.
ReadableRun readable_run(std::string_view raw, std::size_t at);

}  // namespace klartext
