// The pruned page as it grows. Knows when two pieces of text that something dropped had parted would be read otherwise
// once they touch, and then writes an empty comment between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "html/element.h"
#include "html/markup_scan.h"

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
};

class PruneWriter {
 public:
  explicit PruneWriter(std::size_t page_bytes) { out_.reserve(page_bytes); }

  void left_out(Gap gap) {
    if (gap > gap_) gap_ = gap;
  }
  void text(std::string_view text, TextPlace place);
  /// `all`: keep every attribute.
  void start_tag(const TagSpan& tag, Element element, bool all);
  void end_tag(std::string_view name) { end_tag(name, ">"); }
  void end_tag(std::string_view name, std::string_view close);
  /// Markup, or the text of a text element: taken as it is.
  void verbatim(std::string_view markup);
  /// To be called before </form>.
  void before_form_ends();

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] bool reads_otherwise(std::string_view text, TextPlace place) const;
  void text_ends();

  std::string out_;
  std::size_t text_begin_ = 0;     ///< of the text at the end of out_
  std::size_t joint_ = kNowhere;   ///< where that text last came together
  Gap gap_ = Gap::none;            ///< since the last piece of text or tag
  bool drops_line_break_ = false;  ///< behind <pre>
};

}  // namespace klartext
