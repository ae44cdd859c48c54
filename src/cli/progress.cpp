// One line, rewritten in place with carriage return and "erase to end of line".
#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace klartext {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr const char* kEraseLine = "\r\033[K";

bool is_smart_terminal() {
  const char* terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return is_smart_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

Progress::Progress(bool shown) : shown_(shown && is_smart_terminal()) {}

void Progress::update(const Tally& tally) {
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - updated_ < kInterval) return;
  updated_ = now;
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const auto done = tally.articles() + tally.errors();
  std::fprintf(stderr, "%s%llu done, %llu failed, %.0f/s", kEraseLine, static_cast<unsigned long long>(done),
               static_cast<unsigned long long>(tally.errors()), static_cast<double>(done) / seconds);
}

void Progress::clear() {
  if (!visible_) return;
  std::fputs(kEraseLine, stderr);
  visible_ = false;
}

}  // namespace klartext
