// One pass from left to right. What is well-formed comes out as it went in.
#include "listing/xml_repair.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/character_references.h"
#include "base/text.h"

namespace klartext {
namespace {

/// Longer names are no references: the longest of HTML has 31 letters.
constexpr std::size_t kLongestReference = 40;

constexpr std::array<std::string_view, 5> kXmlNames = {"amp", "lt", "gt", "quot", "apos"};

/// Stretches in which '&' is a letter like any other.
struct Raw {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array<Raw, 2> kRaw = {{{"<![CDATA[", "]]>"}, {"<!--", "-->"}}};

/// The characters that XML 1.0 allows.
bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// Bytes of the stretch that `text` begins with, 0 if it begins with none. One that does not end goes to the end.
std::size_t raw_bytes(std::string_view text) {
  for (const auto& raw : kRaw) {
    if (!text.starts_with(raw.begin)) continue;
    const auto end = text.find(raw.end, raw.begin.size());
    return end == std::string_view::npos ? text.size() : end + raw.end.size();
  }
  return 0;
}

/// What "#228", "uuml" or "amp" between '&' and ';' becomes.
std::string replaced_reference(std::string_view name) {
  std::string out;
  if (std::find(kXmlNames.begin(), kXmlNames.end(), name) != kXmlNames.end()) {
    return out.append("&").append(name).append(";");
  }
  if (name.starts_with('#')) {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
    const bool sound = read.ec == std::errc{} && read.ptr == digits.data() + digits.size() && is_xml_character(number);
    return sound ? out.append("&").append(name).append(";") : out;
  }
  if (const auto named = named_character(name)) {
    append_utf8(out, named->character);
    return out;
  }
  return out.append("&amp;").append(name).append(";");
}

/// Appends what the '&' at the front of `text` begins; returns how many bytes of it that was.
std::size_t append_reference(std::string& out, std::string_view text) {
  const auto end = text.substr(0, kLongestReference).find_first_of("; \t\r\n<>&\"'=/", 1);
  if (end == std::string_view::npos || end == 1 || text[end] != ';') {
    out += "&amp;";
    return 1;
  }
  out += replaced_reference(text.substr(1, end - 1));
  return end + 1;
}

/// Appends text without references, less the characters that XML forbids.
void append_allowed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    if (is_xml_character(next_character(text, at))) out.append(text.substr(begin, at - begin));
  }
}

}  // namespace

std::string repaired_xml(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    if (text.front() == '&') {
      text.remove_prefix(append_reference(out, text));
      continue;
    }
    const auto raw = raw_bytes(text);
    const auto plain = raw > 0 ? raw : std::min(text.find_first_of("&<", 1), text.size());
    append_allowed(out, text.substr(0, plain));
    text.remove_prefix(plain);
  }
  return out;
}

}  // namespace klartext
