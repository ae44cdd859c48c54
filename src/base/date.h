// Dates as pages write them, turned into ISO 8601.
//
// Two doors: `parse_date` for a string that is meant to be a date (JSON-LD, meta, datetime attribute), and `find_dates`
// for running text in any of the languages of the month table. Nothing here ever fills a missing part from today:
// a date has at least a full day or it is none.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext {

/// A calendar day, perhaps with time of day and offset from UTC.
struct Date {
  int year = 0;                       ///< 1990…2100, others are not believed
  int month = 0;                      ///< 1…12
  int day = 0;                        ///< 1…31, valid in its month
  std::optional<int> second_of_day;   ///< 0…86399
  bool has_seconds = false;           ///< the page printed seconds
  std::optional<int> offset_minutes;  ///< from UTC, where the page gives one

  /// "2021-06-22", or "2021-06-22T14:30:00+02:00" where time and offset are known. A time without an offset is dropped:
  /// the record's date-time always has one.
  [[nodiscard]] std::string iso() const;
  [[nodiscard]] std::string iso_day() const;
  /// Days since 1970-01-01, for comparing and counting on.
  [[nodiscard]] long days() const;
  /// The day that is so many days after 1970-01-01.
  static Date of_days(long days);
};

/// The whole of `text` read as a date: ISO 8601 in all its spellings (+hh:mm, Z, +hhmm, none, blank for T, fractions),
/// RFC 2822, epoch seconds or milliseconds, "Fri Apr 28 19:20:36 CEST 2023", and printed forms as in `find_dates`.
/// `day_first` decides 03/04/2021; unknown: nullopt for such an ambiguous date.
std::optional<Date> parse_date(std::string_view text, std::optional<bool> day_first = std::nullopt);

/// Whether 03/04 is the third of April in this language (BCP 47); nullopt where the language alone does not settle it
/// ("en").
std::optional<bool> day_first_in(std::string_view language);

/// A date printed in text, as a byte range of it.
struct PrintedDate {
  Date date;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// All full dates in running text, left to right: "22.6.2021", "22. Juni 2021", "June 22, 2021", "22 juin 2021",
/// "22/06/2021", "2021-06-22", "22 de junio de 2021", … with the time of day behind or before them if there is one.
/// `language` is a BCP 47 tag or empty; it settles the order of 03/04/2021 and ambiguous month names.
std::vector<PrintedDate> find_dates(std::string_view text, std::string_view language = {});

/// How many words of `text` belong to none of its dates.
std::size_t words_beside(std::string_view text, const std::vector<PrintedDate>& dates);

/// A full date in the path of an address ("/2021/06/22/", "-20210622-", "/2021-06-22-"). Year and month alone: nullopt.
std::optional<Date> date_in_url(std::string_view url);

/// Today in UTC.
Date today();

}  // namespace klartext
