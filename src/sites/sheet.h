// The page as a reader sees it: visible lines in reading order, and the pictures between them.
//
// A line is a block of the Document that is shown and is no cookie banner. It is cut into pieces, one for each text
// node, so that links, emphasis and elements of their own are at hand; two elements that meet without a blank are two
// pieces of one line. Positions are byte offsets into `document.all_text()`.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "html/document.h"
#include "html/render.h"

namespace klartext::sites {

inline constexpr std::uint32_t kNoLine = 0xFFFFFFFFU;

/// A slice of the document's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
};

/// The text of one text node.
struct Piece {
  NodeId node = kNoNode;
  NodeId link = kNoNode;  ///< the <a href> around it
  Span span;
  bool strong = false;
};

struct Line {
  Span span;
  NodeId node = kNoNode;   ///< nearest block element
  NodeId first = kNoNode;  ///< its nodes are [first, last)
  NodeId last = kNoNode;
  NodeId furniture = kNoNode;  ///< nearest navigation, form, dialog, … around it
  std::uint32_t first_piece = 0;
  std::uint32_t last_piece = 0;
  std::uint32_t link_bytes = 0;
  std::uint32_t strong_bytes = 0;
  Break before = Break::element;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t heading_level = 0;
};

struct Picture {
  NodeId node = kNoNode;
  NodeId link = kNoNode;
  NodeId furniture = kNoNode;
};

class Sheet {
 public:
  explicit Sheet(const Document& document);

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] const std::vector<Picture>& pictures() const { return pictures_; }
  [[nodiscard]] const Line& line(std::uint32_t i) const { return lines_[i]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(lines_.size()); }

  [[nodiscard]] std::string_view text(Span span) const;
  [[nodiscard]] std::string_view text(const Line& line) const { return text(line.span); }
  [[nodiscard]] std::string_view text(const Piece& piece) const { return text(piece.span); }
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return text(lines_[i].span); }

  [[nodiscard]] std::span<const Piece> pieces(const Line& line) const;
  [[nodiscard]] NodeId link_of(NodeId n) const { return marks_[n].link; }
  [[nodiscard]] NodeId furniture_of(NodeId n) const { return marks_[n].furniture; }

  /// First line that ends behind node n; size() if none.
  [[nodiscard]] std::uint32_t line_at_or_after(NodeId n) const;
  /// The node that line `i` begins with; the end of the document behind the last line.
  [[nodiscard]] NodeId begin_of(std::uint32_t i) const { return i < size() ? line(i).first : document_->size(); }
  /// Lines in the subtree of n, as [first, second).
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> lines_of(NodeId n) const;
  /// Pictures among nodes [from, to), as [first, second) into `pictures()`.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> pictures_between(NodeId from, NodeId to) const;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> pictures_of(NodeId n) const {
    return pictures_between(n, document_->end(n));
  }

  /// Nearly all of the line's text is link, or all but the punctuation between links: "Home | Abo | IT-Guide".
  [[nodiscard]] bool is_all_link(const Line& line) const;
  [[nodiscard]] bool is_all_strong(const Line& line) const;
  /// The line stands in a piece of furniture that does not hold `inside` (a page may lie in a <form> as a whole).
  [[nodiscard]] bool is_furniture(const Line& line, NodeId inside) const;

 private:
  struct Mark {
    NodeId link = kNoNode;
    NodeId furniture = kNoNode;
    bool strong = false;
    bool unread = false;
  };
  void mark(NodeId n);
  void add_line(const Block& block);
  void part_closing_date();
  void part_caption_from_date();
  void part_block_elements();
  [[nodiscard]] NodeId block_element(const Piece& piece, NodeId outside) const;
  void cut_line(std::uint32_t piece);
  void count_bytes(Line& line) const;

  const Document* document_;
  std::vector<Mark> marks_;
  std::vector<Line> lines_;
  std::vector<Piece> pieces_;
  std::vector<Picture> pictures_;
};

/// Leaves a line out.
void drop_line(const Line& line, Mask& mask);

}  // namespace klartext::sites
