// The pruned page as it grows: a skeleton for the parser, and texts and attributes beside it. Knows when two pieces of
// text that something dropped had parted would be read otherwise once they touch, and then writes an empty comment
// between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "html/element.h"
#include "html/markup_scan.h"
#include "html/skeleton.h"

namespace klartext {

/// What was left out between two pieces of text.
enum class Gap : std::uint8_t {
  none,
  token,  ///< something the tree builder ignores: text goes on behind it
  node,   ///< something that would have ended the text
};

/// Where text is about to be written.
struct TextPlace {
  bool preformatted = false;  ///< its white space can be seen
  bool table = false;         ///< directly in a table: text is moved out of it, white space is not
  bool outside = false;       ///< before <body> or in a <colgroup>: text goes elsewhere, white space before it does not
  bool white_space = false;   ///< it is nothing else
  bool blank = false;         ///< … and written as such, without character references
};

class PruneWriter {
 public:
  explicit PruneWriter(std::size_t page_bytes);

  void left_out(Gap gap) {
    if (gap > gap_) gap_ = gap;
  }
  void text(std::string_view text, TextPlace place);
  /// `all`: keep every attribute.
  void start_tag(const TagSpan& tag, Element element, bool all);
  void end_tag(std::string_view name) { verbatim("</"), verbatim(name), verbatim(">"); }
  /// `spaced`: as the parser reads it where it stands in an svg, with a blank behind the name.
  void end_tag(const TagSpan& tag, bool spaced);
  /// The text of an element or section that holds nothing else.
  void only_text(std::string_view text, Skeleton::Reading reading);
  void verbatim(std::string_view markup);
  /// To be called before </form> and before a tag that opens and closes nothing. Gumbo moves text that stands right
  /// before </form> behind the form, even across such a tag, but not beyond a comment.
  void keep_text_apart();

  [[nodiscard]] Skeleton take() { return std::move(out_); }

 private:
  [[nodiscard]] bool reads_otherwise(std::string_view text, TextPlace place) const;
  void text_ends();

  Skeleton out_;
  std::size_t text_begin_ = 0;     ///< of the text at the end of the markup
  bool text_is_blank_ = true;      ///< it is white space so far
  std::size_t joint_ = kNowhere;   ///< where that text last came together
  Gap gap_ = Gap::none;            ///< since the last piece of text or tag
  bool drops_line_break_ = false;  ///< behind <pre>
};

}  // namespace klartext
