// A cursor over text in which dates are looked for, and the scanner of a time of day.
//
// Every step looks at a bounded number of bytes, so that looking around each number of a text stays linear.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/text.h"

namespace klartext {

/// Read position in a text. The `take_` functions move it only when they find what they ask for.
struct Scanner {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  [[nodiscard]] bool at_end() const { return at >= text.size(); }
  /// A run of ASCII digits whose length lies in the bounds.
  std::optional<int> take_number(std::size_t min_digits, std::size_t max_digits);
  bool take(std::string_view bytes);
  /// The first of `choices` that stands here.
  bool take_any(std::initializer_list<std::string_view> choices);
  /// A run of letters of any script, of at most 40 bytes; empty where there is none.
  std::string_view take_word();
  /// At most four blanks, U+00A0 and U+202F among them; no line breaks.
  void skip_blanks();
};

/// A time of day with what belongs to it.
struct TimeOfDay {
  int second = 0;  ///< of the day
  bool has_seconds = false;
  std::optional<int> offset_minutes;
};

/// How far a number may be taken for a time.
enum class TimeTrust : std::uint8_t {
  plain,    ///< "14:30", "14h30", "2 pm", "14 Uhr"; "14.30" only with "Uhr", "pm" or the like
  led,      ///< a word such as "kl" stands before it: "14.30" too
  machine,  ///< behind the T of ISO 8601: "1430", and "-05:00" glued to it
};

/// A time of day at the scanner, with its zone. Moves behind it.
std::optional<TimeOfDay> take_time(Scanner& scanner, TimeTrust trust);

/// A time of day behind a date, past blanks, commas, "um", "at", …; nothing moves where there is none.
std::optional<TimeOfDay> take_time_behind_date(Scanner& scanner);

/// Years that are believed.
inline constexpr int kFirstYear = 1990;
inline constexpr int kLastYear = 2100;

/// The date if it is one: month and day exist, the year is believed.
std::optional<Date> valid_date(int year, int month, int day);

void set_time(Date& date, const TimeOfDay& time);

/// As `find_dates`, with the order of 03/04/2021 given.
std::vector<PrintedDate> find_dates_ordered(std::string_view text, std::string_view language,
                                            std::optional<bool> day_first);

}  // namespace klartext
