// The HTML tokenizer's rules for where things end, over whole slices instead of characters: tags with their attributes,
// comments, the text of <script>, <style> and <title>. Nothing is decoded and nothing is copied.
//
// Positions are byte offsets into the page; `npos` stands for "not before the end of the page".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "html/byte_scan.h"

namespace klartext {

inline constexpr std::size_t kNowhere = std::string_view::npos;

constexpr bool is_markup_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
/// The first other character at or behind `at`, or the end of the text.
inline std::size_t skip_markup_spaces(std::string_view text, std::size_t at) {
  return skip_any<' ', '\n', '\t', '\r', '\f'>(text, at);
}

/// One attribute as written.
struct AttributeSpan {
  std::string_view name;
  std::string_view value;  ///< without quotes, character references as written
  std::string_view whole;  ///< name="value"
};

struct TagSpan {
  std::string_view name;
  std::vector<AttributeSpan> attributes;  ///< the first kMaxAttributes
  bool self_closing = false;
  std::size_t end = 0;  ///< behind its '>', or kNowhere: the page ends inside the tag, and the tag is none
};

/// Attributes of one tag that are looked at. Most on one tag of 1,855 news pages: 63.
inline constexpr std::size_t kMaxAttributes = 256;

/// Reads the tag whose name begins at `name_begin`. `tag` is an argument so that its memory is used again.
void scan_tag(std::string_view page, std::size_t name_begin, TagSpan& tag);

/// Behind the comment, processing instruction or declaration that begins with the '<' at `begin` ("<!", "<?", "</ ").
std::size_t comment_end(std::string_view page, std::size_t begin);

/// The '<' of the end tag `</name` that ends raw or escapable text.
std::size_t raw_text_end(std::string_view page, std::size_t begin, std::string_view name);

/// The same for <script>, where `<!-- <script> … </script> -->` hides an end tag.
std::size_t script_end(std::string_view page, std::size_t begin);

/// Behind the "]]>" of a CDATA section whose text begins at `begin`.
std::size_t cdata_end(std::string_view page, std::size_t begin);

/// Length of the white space that a piece of text begins with, written as such or as character references (&#32;,
/// &Tab;).
std::size_t white_space_length(std::string_view text);
inline bool is_white_space(std::string_view text) { return white_space_length(text) == text.size(); }

/// True if `text` occurs at `at`, in any case of letters. `text` in lower case.
bool occurs_at(std::string_view page, std::size_t at, std::string_view text);

}  // namespace klartext
