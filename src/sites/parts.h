// A headline in pieces: where one element ends and the next begins, a kicker may be parted from a title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sites/sheet.h"

namespace klartext::sites {

/// Pieces of one or more lines in reading order.
struct Parts {
  const Sheet& sheet;
  std::vector<Piece> pieces;
  std::vector<std::uint32_t> lines;  ///< of each piece

  [[nodiscard]] std::size_t size() const { return pieces.size(); }
  /// Text of pieces [first, last), with a blank where lines or words part them.
  [[nodiscard]] std::string join(std::size_t first, std::size_t last) const;
  /// Pieces i - 1 and i stand side by side in one line without a blank.
  [[nodiscard]] bool touch(std::size_t i) const;
};

/// Where a kicker is parted from a title, and why.
struct Cut {
  std::size_t at = 0;  ///< pieces [0, at) and [at, size); 0: nowhere
  bool kicker_first = true;
  std::string_view rule;
};

/// Pieces of the lines [first, last).
Parts parts_of(const Sheet& sheet, std::uint32_t first, std::uint32_t last);
/// Pieces of a slice of one line.
Parts parts_of(const Sheet& sheet, std::uint32_t line, Span span);

/// Pieces [0, cut) fill an element that holds nothing of the rest: that element, or kNoNode.
NodeId own_element(const Parts& parts, std::size_t cut);

/// The first part ends in a colon and in an element or on a line of its own; or the last part does.
Cut cut_at_colon(const Parts& parts);

/// The first part stands in an element of its own that is no mere emphasis.
Cut cut_by_elements(const Parts& parts);

}  // namespace klartext::sites
