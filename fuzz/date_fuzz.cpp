// Any text: dates that are found lie in it in order, are real days, and can be read again as printed.
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "check.h"
#include "input/http_time.h"

using namespace klartext;

namespace {

void check_date(const Date& date) {
  fuzz::require(date.year >= 1990 && date.year <= 2100, "the year is believable");
  fuzz::require(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31, "the day is one");
  const int second = date.second_of_day.value_or(0);
  fuzz::require(second >= 0 && second < 86'400, "the time is one");
  const auto again = parse_date(date.iso());
  fuzz::require(again && again->iso() == date.iso(), "a date can be read as it is printed");
  fuzz::require(again->days() == date.days(), "and is the same day");
}

void check_found(std::string_view text, std::string_view language) {
  std::size_t at = 0;
  for (const auto& found : find_dates(text, language)) {
    fuzz::require(found.begin >= at && found.begin < found.end && found.end <= text.size(), "dates lie in the text");
    fuzz::require(is_valid_utf8(text.substr(found.begin, found.end - found.begin)), "and end at characters");
    at = found.end;
    check_date(found.date);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = to_valid_utf8(fuzz::text_of(data, size));
  for (const std::string_view language : {"", "de", "en-US", "fr"}) check_found(text, language);
  for (const std::optional<bool> day_first : {std::optional<bool>(), std::optional(true), std::optional(false)}) {
    if (const auto date = parse_date(text, day_first)) check_date(*date);
  }
  if (const auto date = date_in_url(text)) check_date(*date);
  if (const auto time = parse_http_date(text)) fuzz::require(!iso_timestamp(*time).empty(), "a time can be printed");
  parse_seconds(text);
  return 0;
}
