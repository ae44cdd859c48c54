#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace klartext {
namespace {

/// Longer lines are hard to read; shorter ones leave no room beside the names of the options.
constexpr std::size_t kWidestHelp = 100;
constexpr std::size_t kNarrowestHelp = 60;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::optional<std::size_t> columns_of_environment() {
  const std::string_view text = environment("COLUMNS");
  std::size_t columns = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool is_number = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
  return is_number && columns > 0 ? std::optional(columns) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> columns_of(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

bool is_smart_terminal() {
  const std::string_view terminal = environment("TERM");
  return isatty(STDERR_FILENO) == 1 && !terminal.empty() && terminal != "dumb";
}

bool wants_colour() { return is_smart_terminal() && environment("NO_COLOR").empty(); }

std::size_t help_width(int descriptor) {
  auto columns = columns_of_environment();
  if (!columns) columns = columns_of(descriptor);
  return std::clamp(columns.value_or(kWidestHelp), kNarrowestHelp, kWidestHelp);
}

}  // namespace klartext
