// Dates that machines wrote: ISO 8601 in the spellings that pages use, seconds since 1970, and, as the last resort, any
// printed form that makes up the whole string.
#include <algorithm>
#include <array>
#include <chrono>

#include "base/date.h"
#include "base/date_scan.h"
#include "base/text.h"

namespace klartext {
namespace {

/// What calls itself a date and is longer is a text.
constexpr std::size_t kLongestDate = 120;

bool is_all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_ascii_digit); }

std::optional<Date> from_epoch_seconds(long long seconds) {
  const std::chrono::sys_seconds point{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(point);
  const std::chrono::year_month_day calendar(day);
  auto date = valid_date(static_cast<int>(calendar.year()), static_cast<int>(static_cast<unsigned>(calendar.month())),
                         static_cast<int>(static_cast<unsigned>(calendar.day())));
  if (date) set_time(*date, {static_cast<int>((point - day).count()), true, 0});
  return date;
}

/// "1624371000" (seconds), "1624371000000" (milliseconds)
std::optional<Date> epoch(std::string_view text) {
  constexpr std::size_t kSecondsDigits = 10;
  constexpr std::size_t kMillisecondsDigits = 13;
  const bool believed = text.size() == kMillisecondsDigits || text.size() == kSecondsDigits;
  if (!believed || !is_all_digits(text)) return std::nullopt;
  long long seconds = 0;
  for (const char digit : text.substr(0, kSecondsDigits)) seconds = seconds * 10 + (digit - '0');
  return from_epoch_seconds(seconds);
}

/// Year, month and day of "2021-06-22", "2021/6/22", "20210622".
std::optional<Date> take_iso_day(Scanner& scanner) {
  if (const auto compact = scanner.take_number(8, 8)) {
    return valid_date(*compact / 10000, *compact / 100 % 100, *compact % 100);
  }
  const auto year = scanner.take_number(4, 4);
  const bool dash = year && scanner.take("-");
  if (!year || (!dash && !scanner.take("/"))) return std::nullopt;
  const auto month = scanner.take_number(1, 2);
  if (!month || !scanner.take(dash ? "-" : "/")) return std::nullopt;
  const auto day = scanner.take_number(1, 2);
  return day ? valid_date(*year, *month, *day) : std::nullopt;
}

/// ISO 8601 and its relatives: 'T', 't', '_', a comma or blanks before the time; what stands behind is not looked at.
std::optional<Date> iso_8601(std::string_view text) {
  Scanner scanner{text};
  auto date = take_iso_day(scanner);
  if (!date || is_ascii_digit(scanner.peek())) return std::nullopt;
  if (!scanner.take_any({"T", "t", "_", ", ", ","})) scanner.skip_blanks();
  scanner.skip_blanks();
  if (const auto time = take_time(scanner, TimeTrust::machine)) set_time(*date, *time);
  return date;
}

/// "20210622143000"
std::optional<Date> fourteen_digits(std::string_view text) {
  constexpr std::size_t kDayDigits = 8;
  if (text.size() != 14 || !is_all_digits(text)) return std::nullopt;
  return iso_8601(std::string(text.substr(0, kDayDigits)) + "T" + std::string(text.substr(kDayDigits)));
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_digit); }

/// A printed date, with nothing around it that has digits.
std::optional<Date> printed(std::string_view text, std::optional<bool> day_first) {
  const auto dates = find_dates_ordered(text, {}, day_first);
  if (dates.size() != 1) return std::nullopt;
  const PrintedDate& only = dates.front();
  if (has_digit(text.substr(0, only.begin)) || has_digit(text.substr(only.end))) return std::nullopt;
  return only.date;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text, std::optional<bool> day_first) {
  text = trim(text);
  if (text.empty() || text.size() > kLongestDate) return std::nullopt;
  if (auto date = epoch(text)) return date;
  if (auto date = fourteen_digits(text)) return date;
  if (auto date = iso_8601(text)) return date;
  return printed(text, day_first);
}

}  // namespace klartext
