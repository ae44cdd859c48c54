// The forms in which dates are printed. Each looks at a bounded number of bytes around a number.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"

namespace klartext {

struct DateContext {
  std::string_view text;
  std::string_view language;      ///< BCP 47, may be empty
  std::optional<bool> day_first;  ///< order of 03/04/2021
  std::size_t last_end = 0;       ///< end of the date found before
};

/// What a form found.
struct DateMatch {
  Date date;
  std::size_t begin = 0;
  std::size_t end = 0;
  char joint = ' ';                ///< what stands between its numbers
  bool letters_may_touch = false;  ///< CJK text has no blanks
};

/// Looks for a date whose first digits, or whose first digits behind a month's name, stand at `number_begin`.
using DateForm = std::optional<DateMatch> (*)(const DateContext&, std::size_t number_begin);

/// Forms that may begin with a number of so many digits, in the order in which they are to be tried.
std::span<const DateForm> date_forms(std::size_t digits);

}  // namespace klartext
