// Points in time as HTTP writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klartext {

/// Seconds since 1970.
using Timestamp = std::int64_t;

Timestamp now_in_seconds();

/// "Sun, 06 Nov 1994 08:49:37 GMT" and the older forms; nullopt for anything else.
std::optional<Timestamp> parse_http_date(std::string_view text);

/// "2026-03-01T10:20:30Z", and its day alone.
std::string iso_timestamp(Timestamp time);
std::string iso_day(Timestamp time);

/// A non-negative number of seconds, as in Retry-After and max-age; nullopt if it is none.
std::optional<Timestamp> parse_seconds(std::string_view text);

}  // namespace klartext
