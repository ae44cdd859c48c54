// Any text: what cleaning and escaping give is valid UTF-8, cleaned text stays as it is, and no character that acts on
// a terminal is left.
#include <string>

#include "base/text.h"
#include "base/unicode.h"
#include "check.h"
#include "input/idn.h"
#include "output/safe_text.h"
#include "sites/words.h"

using namespace klartext;

namespace {

bool acts(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (character != U'\n' && acts_on_a_terminal(character)) return true;
  }
  return false;
}

void check_clean(const std::string& cleaned) {
  fuzz::require(is_valid_utf8(cleaned), "cleaned text is valid UTF-8");
  fuzz::require(!acts(cleaned), "cleaned text has no controls");
  fuzz::require(clean(cleaned) == cleaned, "cleaning twice changes nothing");
}

/// Nothing of Markdown's that could carry markup stands in it unescaped.
void check_markdown(std::string_view text) {
  fuzz::require(text.find('<') == std::string_view::npos, "no raw HTML in Markdown");
  for (std::size_t at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - backslashes - 1] == '\\') ++backslashes;
    fuzz::require(backslashes % 2 == 1, "every ] is escaped");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  const std::string text = to_valid_utf8(bytes);
  check_clean(clean(text));
  check_clean(clean_markup(text));
  fuzz::require(is_valid_utf8(fold(text)), "folded text is valid UTF-8");
  fuzz::require(is_valid_utf8(to_nfc(text)), "NFC is valid UTF-8");
  fuzz::require(is_valid_utf8(shorten(text, size / 2)), "shortened text is valid UTF-8");
  fuzz::require(!acts(drop_controls(bytes)) && is_valid_utf8(drop_controls(bytes)), "controls are dropped");
  fuzz::require(!acts(spell_out_controls(bytes)), "controls are spelled out");
  check_markdown(escape_markdown(bytes));
  fuzz::require(is_valid_utf8(sites::bare(text)), "bare text is valid UTF-8");
  sites::address_spells(text.substr(0, text.size() / 2), text.substr(text.size() / 2));
  with_ascii_host("https://" + text);
  return 0;
}
