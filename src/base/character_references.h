// HTML character references ("&auml;", "&#8211;", "&#x2013;") outside the parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klartext {

struct NamedCharacter {
  char32_t character;
  bool bare;  ///< HTML understands this name also without a semicolon
};

/// The character of a reference's name, without '&' and ';'.
std::optional<NamedCharacter> named_character(std::string_view name);

/// `text` with its references decoded once; what is no reference stays as it is. Numbers 128…159 mean windows-1252.
std::string decode_references(std::string_view text);

}  // namespace klartext
