// How far a batch has come: for a person at a terminal, or for another program.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cli/tally.h"

namespace klartext {

/// What has been done.
struct Counts {
  std::uint64_t inputs = 0;  ///< an archive is one
  Tally tally;
};

/// What the run knows besides.
struct Surroundings {
  std::optional<std::uint64_t> total;  ///< inputs, once they are counted
  std::string host;                    ///< being asked now; may be empty
};

class Progress {
 public:
  enum class Mode : std::uint8_t {
    none,
    terminal,  ///< one line, written anew; nothing unless standard error is a terminal
    json,      ///< an object a line
  };

  explicit Progress(Mode mode);
  /// Says how far it has come, a few times a second on a terminal, once a second in JSON.
  void show(const Counts& counts, const Surroundings& surroundings);
  /// Takes the line away, so that something else can be written.
  void clear();
  /// The last word: nothing is shown behind it.
  void finish(const Counts& counts);
  /// Since the beginning.
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  Mode mode_;
  bool visible_ = false;
  Surroundings surroundings_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point shown_ = started_;
};

/// "120 of 500 inputs, 3 failed, 41 pages/s, 0:09 left, www.example.org"
std::string progress_line(const Counts& counts, const Surroundings& surroundings, double seconds);

/// The same as an object, ending in a newline.
std::string progress_json(const Counts& counts, const Surroundings& surroundings, double seconds, bool finished);

/// "500 inputs: 470 articles, 30 failed (timeout 30), 12.2 s, 41 pages/s"
std::string summary(const Counts& counts, double seconds);

}  // namespace klartext
