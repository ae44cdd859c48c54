// The line at the bottom of a terminal that says how far a batch has come.
#pragma once

#include <chrono>
#include <string_view>

#include "cli/tally.h"

namespace klartext {

/// True if standard error is a terminal that understands escape sequences and colour is wanted (NO_COLOR).
bool wants_colour();

class Progress {
 public:
  /// Nothing is ever shown unless `shown` and standard error is a terminal.
  explicit Progress(bool shown);
  /// Writes the line anew, ten times a second at most.
  void update(const Tally& tally);
  /// Takes the line away, so that something else can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool visible_ = false;
  Clock::time_point started_ = Clock::now();
  Clock::time_point updated_ = started_;
};

}  // namespace klartext
