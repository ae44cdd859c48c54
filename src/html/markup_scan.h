// The HTML tokenizer's rules for where things end, over whole slices instead of characters: tags with their attributes,
// comments, the text of <script>, <style> and <title>. Nothing is decoded and nothing is copied.
//
// Positions are byte offsets into the page; `npos` stands for "not before the end of the page".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_scan.h"

namespace klartext {

inline constexpr std::size_t kNowhere = std::string_view::npos;

/// Blank, tab, line feed, form feed, carriage return.
constexpr bool is_markup_space(char c) {
  constexpr std::uint64_t kSpaces = 1ULL << ' ' | 1ULL << '\t' | 1ULL << '\n' | 1ULL << '\f' | 1ULL << '\r';
  return static_cast<unsigned char>(c) <= ' ' && (kSpaces >> static_cast<unsigned>(c) & 1) != 0;
}
/// The first other character at or behind `at`, or the end of the text.
inline std::size_t skip_markup_spaces(std::string_view text, std::size_t at) {
  return skip_any<' ', '\n', '\t', '\r', '\f'>(text, at);
}

/// One attribute as written.
struct AttributeSpan {
  std::string_view name;
  std::string_view value;  ///< without quotes, character references as written

  /// name="value", or the name where there is no value.
  [[nodiscard]] std::string_view whole() const;
};

/// Attributes of one tag that are looked at. Most on one tag of 1,855 news pages: 63.
inline constexpr std::size_t kMaxAttributes = 256;

/// The attributes of a tag, in memory that is there from the beginning.
class AttributeSpans {
 public:
  [[nodiscard]] const AttributeSpan* begin() const { return spans_.data(); }
  [[nodiscard]] const AttributeSpan* end() const { return spans_.data() + size_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  const AttributeSpan& operator[](std::size_t i) const { return spans_[i]; }
  void clear() { size_ = 0; }
  /// Room for one more; of those behind the last that is looked at, none is kept.
  AttributeSpan& add() { return size_ < kMaxAttributes ? spans_[size_++] : spans_[kMaxAttributes]; }

 private:
  std::vector<AttributeSpan> spans_ = std::vector<AttributeSpan>(kMaxAttributes + 1);
  std::size_t size_ = 0;
};

struct TagSpan {
  std::string_view name;      ///< stands behind '<' or "</"
  AttributeSpans attributes;  ///< the first kMaxAttributes
  bool self_closing = false;
  std::size_t end = 0;             ///< behind its '>', or kNowhere: the page ends inside the tag, and the tag is none
  const char* page_end = nullptr;  ///< of the page that all these are slices of

  /// The name with the '<' or "</" before it.
  [[nodiscard]] std::string_view opening() const {
    const std::size_t before = *(name.data() - 1) == '/' ? 2 : 1;
    return {name.data() - before, name.size() + before};
  }
  /// Characters from where this name of the tag begins to the end of the page.
  [[nodiscard]] std::size_t readable(std::string_view part) const {
    return static_cast<std::size_t>(page_end - part.data());
  }
};

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
