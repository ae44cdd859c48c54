// The calendar, and dates in addresses.
#include "base/date.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "base/date_scan.h"
#include "base/date_table.h"
#include "base/url.h"

namespace klartext {
namespace {

bool is_url_joint(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

/// "2021/06/22", "2021-6-22", "2021/jun/22": the same joint twice.
std::optional<Date> date_with_joints(Scanner scanner) {
  const auto year = scanner.take_number(4, 4);
  const char joint = scanner.peek();
  if (!year || !is_url_joint(joint)) return std::nullopt;
  ++scanner.at;
  auto month = scanner.take_number(1, 2);
  if (!month) month = month_of(scanner.take_word(), "en");
  if (!month || scanner.peek() != joint) return std::nullopt;
  ++scanner.at;
  const auto day = scanner.take_number(1, 2);
  return day ? valid_date(*year, *month, *day) : std::nullopt;
}

/// "20210622" between characters that are neither letters nor digits.
std::optional<Date> compact_date(Scanner scanner) {
  const auto number = scanner.take_number(8, 8);
  if (!number || !scanner.take_word().empty()) return std::nullopt;
  return valid_date(*number / 10000, *number / 100 % 100, *number % 100);
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string clock_text(int second_of_day) {
  return two_digits(second_of_day / 3600) + ":" + two_digits(second_of_day / 60 % 60) + ":" +
         two_digits(second_of_day % 60);
}

std::string offset_text(int minutes) {
  const int size = minutes < 0 ? -minutes : minutes;
  return std::string(1, minutes < 0 ? '-' : '+') + two_digits(size / 60) + ":" + two_digits(size % 60);
}

std::chrono::year_month_day to_calendar(const Date& date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

}  // namespace

std::string Date::iso_day() const {
  return two_digits(year / 100) + two_digits(year % 100) + "-" + two_digits(month) + "-" + two_digits(day);
}

std::string Date::iso() const {
  if (!second_of_day || !offset_minutes) return iso_day();
  return iso_day() + "T" + clock_text(*second_of_day) + offset_text(*offset_minutes);
}

long Date::days() const {
  return static_cast<long>(std::chrono::sys_days(to_calendar(*this)).time_since_epoch().count());
}

Date Date::of_days(long days) {
  const std::chrono::year_month_day calendar{std::chrono::sys_days{std::chrono::days{days}}};
  Date date;
  date.year = static_cast<int>(calendar.year());
  date.month = static_cast<int>(static_cast<unsigned>(calendar.month()));
  date.day = static_cast<int>(static_cast<unsigned>(calendar.day()));
  return date;
}

std::optional<Date> valid_date(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  return to_calendar(date).ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> date_in_url(std::string_view url) {
  const std::string_view path = url_host(url).empty() ? url.substr(0, url.find_first_of("?#")) : url_path(url);
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool number_begins = is_ascii_digit(path[at]) && (at == 0 || !is_ascii_digit(path[at - 1]));
    if (!number_begins) continue;
    if (auto date = date_with_joints({path, at})) return date;
    if (at > 0 && !is_url_joint(path[at - 1])) continue;
    if (auto date = compact_date({path, at})) return date;
  }
  return std::nullopt;
}

Date today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Date::of_days(static_cast<long>(now.time_since_epoch().count()));
}

}  // namespace klartext
