// A terminal's line is rewritten in place with carriage return and "erase to end of line".
#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "cli/terminal.h"
#include "output/json_writer.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

constexpr auto kTerminalInterval = std::chrono::milliseconds(100);
constexpr auto kJsonInterval = std::chrono::seconds(1);
constexpr const char* kEraseLine = "\r\033[K";
constexpr std::size_t kDefaultColumns = 80;
constexpr long kSecondsPerMinute = 60;
constexpr long kSecondsPerHour = 3600;

template <class... Values>
std::string printed(const char* format, Values... values) {
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), format, values...);
  return {text.data(), static_cast<std::size_t>(length)};
}

double rate(const Counts& counts, double seconds) {
  return seconds > 0 ? static_cast<double>(counts.tally.worked_on()) / seconds : 0;
}

/// What is left takes as long for each input as those have taken that were worked on.
std::optional<double> seconds_left(const Counts& counts, const Surroundings& surroundings, double seconds) {
  const std::uint64_t done = counts.inputs - std::min(counts.inputs, counts.tally.kept());
  if (!surroundings.total || done == 0 || *surroundings.total < counts.inputs) return std::nullopt;
  return seconds / static_cast<double>(done) * static_cast<double>(*surroundings.total - counts.inputs);
}

/// "1:02:03", "2:03"
std::string clock_time(double seconds) {
  const long whole = std::lround(seconds);
  const long minutes = whole / kSecondsPerMinute % kSecondsPerMinute;
  const long rest = whole % kSecondsPerMinute;
  if (whole < kSecondsPerHour) return printed("%ld:%02ld", minutes, rest);
  return printed("%ld:%02ld:%02ld", whole / kSecondsPerHour, minutes, rest);
}

void write_count(JsonWriter& json, std::string_view key, std::uint64_t count) {
  json.key(key);
  json.number(static_cast<long>(count));
}

void write_errors(JsonWriter& json, const Tally& tally) {
  json.key("errors");
  json.begin_object();
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    if (tally.errors(code) > 0) write_count(json, code_name(code), tally.errors(code));
  }
  json.end_object();
}

void write_decimal(JsonWriter& json, std::string_view key, std::optional<double> value) {
  json.key(key);
  value ? json.decimal(*value) : json.null();
}

}  // namespace

std::string progress_line(const Counts& counts, const Surroundings& surroundings, double seconds) {
  std::string line = std::to_string(counts.inputs);
  if (surroundings.total) line += " of " + std::to_string(*surroundings.total);
  line += " inputs, " + std::to_string(counts.tally.errors()) + " failed";
  line += printed(", %.0f pages/s", rate(counts, seconds));
  if (const auto left = seconds_left(counts, surroundings, seconds)) line += ", " + clock_time(*left) + " left";
  if (!surroundings.host.empty()) line += ", " + spell_out_controls(surroundings.host);
  return line;
}

std::string progress_json(const Counts& counts, const Surroundings& surroundings, double seconds, bool finished) {
  JsonWriter json(false);
  json.begin_object();
  write_count(json, "inputs", counts.inputs);
  json.key("total");
  surroundings.total ? json.number(static_cast<long>(*surroundings.total)) : json.null();
  write_count(json, "articles", counts.tally.articles());
  write_count(json, "kept", counts.tally.kept());
  write_count(json, "duplicates", counts.tally.duplicates());
  write_count(json, "failed", counts.tally.errors());
  write_errors(json, counts.tally);
  write_decimal(json, "seconds", seconds);
  write_decimal(json, "pages_per_second", rate(counts, seconds));
  write_decimal(json, "seconds_left", finished ? std::nullopt : seconds_left(counts, surroundings, seconds));
  json.key("host");
  surroundings.host.empty() ? json.null() : json.string(surroundings.host);
  json.key("finished");
  json.boolean(finished);
  json.end_object();
  return json.take();
}

std::string summary(const Counts& counts, double seconds) {
  const std::string inputs = std::to_string(counts.inputs) + (counts.inputs == 1 ? " input" : " inputs");
  return inputs + ": " + to_text(counts.tally) + printed(", %.1f s", seconds) +
         printed(", %.0f pages/s", rate(counts, seconds));
}

Progress::Progress(Mode mode) : mode_(mode == Mode::terminal && !is_smart_terminal() ? Mode::none : mode) {}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - started_).count(); }

void Progress::show(const Counts& counts, const Surroundings& surroundings) {
  const auto now = Clock::now();
  if (mode_ == Mode::none || now - shown_ < (mode_ == Mode::json ? kJsonInterval : kTerminalInterval)) return;
  shown_ = now;
  surroundings_ = surroundings;
  if (mode_ == Mode::json) {
    std::fputs(progress_json(counts, surroundings, seconds(), false).c_str(), stderr);
    return;
  }
  visible_ = true;
  // A line that wraps could not be taken away again.
  const std::string line =
      shorten(progress_line(counts, surroundings, seconds()), columns_of(STDERR_FILENO).value_or(kDefaultColumns) - 1);
  std::fprintf(stderr, "%s%s", kEraseLine, line.c_str());
}

void Progress::clear() {
  if (!visible_) return;
  std::fputs(kEraseLine, stderr);
  visible_ = false;
}

void Progress::finish(const Counts& counts) {
  clear();
  surroundings_.host.clear();
  if (mode_ == Mode::json) std::fputs(progress_json(counts, surroundings_, seconds(), true).c_str(), stderr);
  mode_ = Mode::none;
}

}  // namespace klartext
