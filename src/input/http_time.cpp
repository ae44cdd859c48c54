#include "input/http_time.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>

#include "base/date.h"

namespace klartext {
namespace {

constexpr Timestamp kSecondsPerDay = 86400;
constexpr Timestamp kSecondsPerMinute = 60;

/// RFC 9111: larger numbers mean "for ever".
constexpr Timestamp kForever = 2147483648;

std::string formatted(Timestamp time, const char* format) {
  const auto seconds = static_cast<std::time_t>(time);
  std::tm parts = {};
  gmtime_r(&seconds, &parts);
  char text[32] = {};
  return {text, std::strftime(text, sizeof text, format, &parts)};
}

}  // namespace

Timestamp now_in_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::optional<Timestamp> parse_http_date(std::string_view text) {
  const auto date = parse_date(text);
  if (!date || !date->second_of_day) return std::nullopt;
  return date->days() * kSecondsPerDay + *date->second_of_day - date->offset_minutes.value_or(0) * kSecondsPerMinute;
}

std::string iso_timestamp(Timestamp time) { return formatted(time, "%Y-%m-%dT%H:%M:%SZ"); }
std::string iso_day(Timestamp time) { return formatted(time, "%Y-%m-%d"); }

std::optional<Timestamp> parse_seconds(std::string_view text) {
  Timestamp seconds = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool is_whole = !text.empty() && parsed.ptr == text.data() + text.size() && text.front() != '-';
  if (!is_whole) return std::nullopt;
  return parsed.ec == std::errc::result_out_of_range ? kForever : std::min(seconds, kForever);
}

}  // namespace klartext
