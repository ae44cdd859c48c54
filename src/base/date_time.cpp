// Time of day and offset from UTC, as printed behind or before a date.
#include <cstdint>
#include <cstdlib>

#include "base/date_scan.h"
#include "base/date_table.h"
#include "base/text.h"

namespace klartext {
namespace {

/// Digits and separators of a time, before it is clear what they are.
struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool has_seconds = false;
  bool certain = false;  ///< its form alone makes it a time
  bool dotted = false;   ///< "14.30", which may be something else
};

void skip_fraction(Scanner& scanner) {
  if ((scanner.peek() != '.' && scanner.peek() != ',') || !is_ascii_digit(scanner.peek(1))) return;
  ++scanner.at;
  while (is_ascii_digit(scanner.peek())) ++scanner.at;
}

void take_seconds(Scanner& scanner, std::string_view separator, Clock& clock) {
  Scanner ahead = scanner;
  if (!ahead.take(separator)) return;
  const auto second = ahead.take_number(2, 2);
  if (!second) return;
  clock.second = *second;
  clock.has_seconds = true;
  scanner = ahead;
  skip_fraction(scanner);
}

/// "h", "h30", " h 30", "u30", "時30分" behind an hour.
bool take_hour_letter(Scanner& scanner, Clock& clock) {
  Scanner ahead = scanner;
  ahead.skip_blanks();
  const bool needs_minutes = ahead.peek() == 'u';  // "14u30"; a word otherwise
  if (!ahead.take_any({"h", "H", "時", "时", "시", "点", "u"})) return false;
  Scanner end = ahead;
  ahead.skip_blanks();
  const auto minute = ahead.take_number(2, 2);
  if (minute) {
    clock.minute = *minute;
    end = ahead;
    end.take_any({"min", "分", "분", "m"});
  }
  if ((needs_minutes && !minute) || !Scanner(end).take_word().empty()) return false;
  scanner = end;
  return true;
}

bool take_minutes(Scanner& scanner, std::string_view separator, Clock& clock) {
  Scanner ahead = scanner;
  if (!ahead.take(separator)) return false;
  const auto minute = ahead.take_number(2, 2);
  if (!minute) return false;
  clock.minute = *minute;
  scanner = ahead;
  take_seconds(scanner, separator, clock);
  return true;
}

std::optional<Clock> take_compact_clock(Scanner& scanner) {
  const std::size_t begin = scanner.at;
  if (const auto hhmmss = scanner.take_number(6, 6)) {
    skip_fraction(scanner);
    return Clock{*hhmmss / 10000, *hhmmss / 100 % 100, *hhmmss % 100, true, true};
  }
  if (const auto hhmm = scanner.take_number(4, 4)) return Clock{*hhmm / 100, *hhmm % 100, 0, false, true};
  scanner.at = begin;
  return std::nullopt;
}

std::optional<Clock> take_clock(Scanner& scanner) {
  Clock clock;
  const auto hour = scanner.take_number(1, 2);
  if (!hour) return std::nullopt;
  clock.hour = *hour;
  clock.certain = take_minutes(scanner, ":", clock);
  if (!clock.certain) clock.dotted = take_minutes(scanner, ".", clock);
  if (!clock.certain && !clock.dotted) clock.certain = take_hour_letter(scanner, clock);
  return clock;
}

enum class Half : std::uint8_t { none, morning, afternoon };

Half take_half(Scanner& scanner) {
  Scanner ahead = scanner;
  ahead.skip_blanks();
  const char letter = static_cast<char>(ahead.peek() | 0x20);
  if (letter != 'a' && letter != 'p') return Half::none;
  ++ahead.at;
  ahead.take(".");
  ahead.skip_blanks();
  if ((ahead.peek() | 0x20) != 'm') return Half::none;
  ++ahead.at;
  if (!ahead.take_word().empty()) return Half::none;
  ahead.take(".");
  scanner = ahead;
  return letter == 'p' ? Half::afternoon : Half::morning;
}

bool take_closing(Scanner& scanner) {
  Scanner ahead = scanner;
  ahead.skip_blanks();
  if (!closes_time(ahead.take_word())) return false;
  scanner = ahead;
  return true;
}

/// Offsets in use lie between -12 and +14 hours, at full quarters of an hour.
std::optional<int> believed_offset(int sign, int hours, int minutes) {
  if (hours > 14 || minutes > 59 || minutes % 15 != 0) return std::nullopt;
  return sign * (hours * 60 + minutes);
}

/// "+02:00", "+0200", "+2". A '-' may also part two times of day: it counts only where `minus_counts`, or before four
/// digits.
std::optional<int> take_numeric_offset(Scanner& scanner, bool minus_counts) {
  Scanner ahead = scanner;
  const bool minus = ahead.take_any({"-", "\u2212"});
  if (!minus && !ahead.take("+")) return std::nullopt;
  std::optional<int> offset;
  if (const auto hhmm = ahead.take_number(4, 4)) {
    offset = believed_offset(minus ? -1 : 1, *hhmm / 100, *hhmm % 100);
  } else if (const auto hours = ahead.take_number(1, 2); hours && (!minus || minus_counts)) {
    const bool colon = ahead.take(":");
    offset = believed_offset(minus ? -1 : 1, *hours, colon ? ahead.take_number(2, 2).value_or(99) : 0);
  }
  if (offset) scanner = ahead;
  return offset;
}

/// "CEST", "GMT+2", "CET+0100". A name behind a numeric offset ("+0200 CEST", "(MEZ)") is passed over.
std::optional<int> take_named_offset(Scanner& scanner) {
  Scanner ahead = scanner;
  const bool bracket = ahead.take("(");
  const std::string_view name = ahead.take_word();
  auto offset = zone_offset(name);
  if (!offset) return std::nullopt;
  if (const auto numeric = take_numeric_offset(ahead, true)) offset = numeric;
  if (bracket) ahead.take(")");
  scanner = ahead;
  return offset;
}

std::optional<int> take_offset(Scanner& scanner, bool minus_counts) {
  Scanner ahead = scanner;
  ahead.skip_blanks();
  auto offset = take_numeric_offset(ahead, minus_counts);
  if (!offset) offset = take_named_offset(ahead);
  if (offset) scanner = ahead;
  return offset;
}

bool to_24_hours(Clock& clock, Half half) {
  constexpr int kNoon = 12;
  if (half == Half::afternoon && clock.hour < kNoon) clock.hour += kNoon;
  if (half == Half::morning && clock.hour == kNoon) clock.hour = 0;
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60;
}

Half take_half_before(Scanner& scanner) {
  Half half = Half::none;
  if (scanner.take_any({"오후", "下午", "午後"})) half = Half::afternoon;
  if (half == Half::none && scanner.take_any({"오전", "上午", "午前"})) half = Half::morning;
  if (half != Half::none) scanner.skip_blanks();
  return half;
}

}  // namespace

std::optional<TimeOfDay> take_time(Scanner& scanner, TimeTrust trust) {
  Scanner ahead = scanner;
  Half half = take_half_before(ahead);
  auto clock = trust == TimeTrust::machine ? take_compact_clock(ahead) : std::nullopt;
  if (!clock) clock = take_clock(ahead);
  if (!clock) return std::nullopt;
  if (half == Half::none) half = take_half(ahead);
  const bool closed = take_closing(ahead);
  const bool certain = clock->certain || closed || half != Half::none || (clock->dotted && trust == TimeTrust::led);
  if (!certain || is_ascii_digit(ahead.peek()) || !to_24_hours(*clock, half)) return std::nullopt;
  TimeOfDay time{(clock->hour * 60 + clock->minute) * 60 + clock->second, clock->has_seconds, std::nullopt};
  time.offset_minutes = take_offset(ahead, trust == TimeTrust::machine || clock->has_seconds);
  scanner = ahead;
  return time;
}

std::optional<TimeOfDay> take_time_behind_date(Scanner& scanner) {
  constexpr int kMostSteps = 8;
  Scanner ahead = scanner;
  if (ahead.peek() == 'T' && is_ascii_digit(ahead.peek(1))) {
    ++ahead.at;
    auto time = take_time(ahead, TimeTrust::machine);
    if (time) scanner = ahead;
    return time;
  }
  TimeTrust trust = TimeTrust::plain;
  for (int step = 0; step < kMostSteps; ++step) {
    ahead.skip_blanks();
    if (auto time = take_time(ahead, trust)) {
      scanner = ahead;
      return time;
    }
    if (ahead.take_any({",", ";", "|", "/", "(", "[", "•", "·", "–", "—", "-", "@"})) continue;
    if (trust == TimeTrust::led && ahead.take(".")) continue;
    if (!leads_to_time(ahead.take_word())) break;
    trust = TimeTrust::led;
  }
  return std::nullopt;
}

void set_time(Date& date, const TimeOfDay& time) {
  date.second_of_day = time.second;
  date.has_seconds = time.has_seconds;
  date.offset_minutes = time.offset_minutes;
}

}  // namespace klartext
