// Text from strangers, made safe to show.
//
// A page or a file name may hold terminal escapes, bidi overrides and other characters that act instead of being read.
// Whatever leaves klartext goes through one of these functions (JSON strings: `JsonWriter`, by the same predicate).
#pragma once

#include <string>
#include <string_view>

namespace klartext {

/// True for characters that act instead of being read: C0 and C1 controls, DEL, line separators, bidi controls.
bool acts_on_a_terminal(char32_t character);

/// `text` as valid UTF-8 with acting characters spelled out ("\x1b", "\u202e"). For diagnostics: nothing is lost.
std::string spell_out_controls(std::string_view text);

/// `text` as valid UTF-8 without acting characters, line feeds kept. For the text of an article.
std::string drop_controls(std::string_view text);

/// `text` (one block) so that Markdown renders it as it stands: no markup, no raw HTML, no links of its own.
std::string escape_markdown(std::string_view text);

/// An address for the inside of Markdown's <…>: http, https or mailto, no character that could end it; else empty.
std::string markdown_address(std::string_view url);

}  // namespace klartext
