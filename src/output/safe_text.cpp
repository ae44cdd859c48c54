// The predicate decides, the functions differ only in what takes a character's place.
#include "output/safe_text.h"

#include <array>

#include "base/text.h"

namespace klartext {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kActing[] = {
    {0x00, 0x1F},      // C0: escape, backspace, bell, …
    {0x7F, 0x9F},      // DEL and C1: 0x9B opens an escape sequence by itself
    {0x061C, 0x061C},  // Arabic letter mark
    {0x200E, 0x200F},  // left-to-right and right-to-left mark
    {0x2028, 0x202E},  // line and paragraph separator, bidi embeddings and overrides
    {0x2066, 0x2069},  // bidi isolates
};

constexpr std::string_view kMarkdownSpecials = "\\`*_[]#|~$";
constexpr std::string_view kLineStartSpecials = "-+=>:";
constexpr char kHexDigits[] = "0123456789abcdef";
constexpr char32_t kLastTwoDigitCode = 0xFF;

void append_spelled_out(std::string& out, char32_t character) {
  const int digits = character <= kLastTwoDigitCode ? 2 : 4;
  out += digits == 2 ? "\\x" : "\\u";
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += kHexDigits[(character >> shift) & 0xFU];
}

/// Calls `visit(character)` for every code point of `text`, ill-formed ones as U+FFFD.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) visit(next_character(text, at));
}

bool is_digit_byte(char byte) { return byte >= '0' && byte <= '9'; }

/// Where "1." or "1)" at the start of a line would open a list, the position of its punctuation; else npos.
std::size_t list_number_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit_byte(text[at])) ++at;
  const bool opens_list = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')');
  return opens_list ? at : std::string_view::npos;
}

void append_markdown(std::string& out, char byte) {
  if (byte == '<') {
    out += "&lt;";
  } else if (byte == '>') {
    out += "&gt;";
  } else if (byte == '&') {
    out += "&amp;";
  } else {
    if (kMarkdownSpecials.find(byte) != std::string_view::npos) out += '\\';
    out += byte;
  }
}

bool is_safe_scheme(std::string_view url) {
  constexpr std::array<std::string_view, 3> kSchemes = {"https://", "http://", "mailto:"};
  for (const std::string_view scheme : kSchemes) {
    if (starts_with_ignoring_case(url, scheme)) return true;
  }
  return false;
}

}  // namespace

bool acts_on_a_terminal(char32_t character) {
  for (const Range& range : kActing) {
    if (character >= range.first && character <= range.last) return true;
  }
  return false;
}

std::string spell_out_controls(std::string_view text) {
  std::string out;
  for_each_character(text, [&](char32_t character) {
    if (acts_on_a_terminal(character)) {
      append_spelled_out(out, character);
    } else {
      append_utf8(out, character);
    }
  });
  return out;
}

std::string drop_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_character(text, [&](char32_t character) {
    if (character == U'\n' || !acts_on_a_terminal(character)) append_utf8(out, character);
  });
  return out;
}

std::string escape_markdown(std::string_view text) {
  const std::string safe = drop_controls(text);
  const std::size_t list_number = list_number_end(safe);
  std::string out;
  out.reserve(safe.size() + safe.size() / 16);
  for (std::size_t at = 0; at < safe.size(); ++at) {
    const bool opens_block = at == 0 && safe[at] != '>' && kLineStartSpecials.find(safe[at]) != std::string_view::npos;
    if (opens_block || at == list_number) out += '\\';
    append_markdown(out, safe[at]);
  }
  return out;
}

std::string markdown_address(std::string_view url) {
  if (!is_safe_scheme(url)) return {};
  constexpr std::string_view kEncoded = "<>\"'`\\ \n()";
  std::string out;
  for (const char byte : drop_controls(url)) {
    if (kEncoded.find(byte) == std::string_view::npos) {
      out += byte;
      continue;
    }
    const auto code = static_cast<unsigned char>(byte);
    out += '%';
    out += kHexDigits[code >> 4U];
    out += kHexDigits[code & 0xFU];
  }
  return out;
}

}  // namespace klartext
