// The words of dates: month names, time zones, and the small words around a time of day.
#pragma once

#include <optional>
#include <string_view>

namespace klartext {

/// 1…12 for a month's name or abbreviation in any language of the table, in any case, without its dot. A name that
/// means different months in different languages ("listopad") needs `language` (BCP 47).
std::optional<int> month_of(std::string_view word, std::string_view language);

/// Minutes east of UTC for "CEST", "EST", "UTC", "Z", …: upper case only.
std::optional<int> zone_offset(std::string_view name);

/// "de", "of", "di", …: words between day, month and year.
bool joins_date_parts(std::string_view word);

/// "st", "er", "º": what makes a day's number an ordinal.
bool is_ordinal_ending(std::string_view word);

/// "um", "at", "alle", "kl": words between a date and its time of day.
bool leads_to_time(std::string_view word);

/// "Uhr", "uur", "h": words behind a time of day.
bool closes_time(std::string_view word);

}  // namespace klartext
