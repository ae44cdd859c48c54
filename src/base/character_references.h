// HTML character references ("&auml;", "&#8211;", "&#x2013;") outside the parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klartext {

struct NamedCharacter {
  char32_t character;
  char32_t second;  ///< 0: the name stands for one character
  bool bare;        ///< HTML understands this name also without a semicolon
};

/// What follows a name without a semicolon decides in an attribute whether it is a reference ("?a=1&copy=2").
enum class ReferencePlace : std::uint8_t { text, attribute };

/// The character of a reference's name, without '&' and ';'.
std::optional<NamedCharacter> named_character(std::string_view name);

/// Appends `text` with its references decoded once; what is no reference stays as it is. Numbers 128…159 mean
/// windows-1252.
void append_decoded(std::string& out, std::string_view text, ReferencePlace place);

/// The same, for text that is no markup: read as in an attribute.
std::string decode_references(std::string_view text);

}  // namespace klartext
