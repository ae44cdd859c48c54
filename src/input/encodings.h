// The encodings of the WHATWG Encoding Standard as data: their names, the labels that mean them, and how each is
// decoded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace klartext {

/// How bytes of an encoding become characters.
enum class EncodingFamily : std::uint8_t { utf8, utf16_le, utf16_be, single_byte, multi_byte };

/// One encoding.
struct Encoding {
  std::string_view name;   ///< as the standard spells it
  const char* iconv_name;  ///< what iconv calls it; for single bytes, the source of its table
  EncodingFamily family;
  std::string_view labels;  ///< lower-case, parted by blanks
};

/// The encoding that a label means, white space around it and case ignored; null for an unknown label. The standard's
/// "replacement" encodings (hz-gb-2312, iso-2022-kr, …) are unknown here: such pages are guessed at like any other.
const Encoding* find_encoding(std::string_view label);

/// The two that guesses fall back to.
const Encoding& utf8_encoding();
const Encoding& windows_1252_encoding();
const Encoding& utf16_encoding(bool big_endian);

/// `bytes` in `encoding` as UTF-8. What cannot be decoded becomes U+FFFD; nothing is lost behind it. Not for UTF-8.
std::string decode(std::string_view bytes, const Encoding& encoding);

}  // namespace klartext
