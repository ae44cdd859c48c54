// Counts what speaks for and against bytes being UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace klartext {

struct Utf8Scan {
  std::size_t multi_byte = 0;  ///< well-formed sequences of two bytes or more
  std::size_t broken = 0;      ///< ill-formed ones; a sequence cut off by the end of the bytes does not count
  bool cut_off = false;        ///< the last sequence is cut off by the end
  bool has_nul = false;

  /// Nothing to repair.
  [[nodiscard]] bool clean() const { return broken == 0 && !cut_off && !has_nul; }
};

/// One pass; 64 bytes at a time where nothing is broken.
Utf8Scan scan_utf8(std::string_view bytes);

}  // namespace klartext
