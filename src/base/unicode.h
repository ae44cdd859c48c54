// What is known about a single character, and the two things that need Unicode's tables: NFC and case folding.
//
// The only door to utf8proc. The common page never goes through it: `may_change_in_nfc` answers from a short table that
// a Latin, Greek, Cyrillic, Arabic or CJK text as keyboards produce it is in NFC already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace klartext {

/// What becomes of a character on its way into a record.
enum class CharacterKind : std::uint8_t {
  kept,
  space,    ///< any white space or line break: one blank
  dropped,  ///< soft hyphen, zero-width, control, bidi override, noncharacter
};

CharacterKind character_kind(char32_t character);

/// False only where a text of such characters is surely in NFC.
bool may_change_in_nfc(char32_t character);

/// `text` (valid UTF-8) in NFC. Of a pile of more than 30 marks on one letter only the first 30 stay (as in Unicode's
/// stream-safe text), which keeps this linear.
std::string to_nfc(std::string_view text);

/// Simple lower case of one character.
char32_t to_lower(char32_t character);
/// Full case folding of one character: "ß" gives "ss".
void append_case_folded(std::string& out, char32_t character);
/// A combining mark of any kind (Mn, Mc, Me).
bool is_mark(char32_t character);

}  // namespace klartext
