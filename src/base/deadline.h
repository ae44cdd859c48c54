// Until when the reading of one page may go on: the last net under pages that cost more than they should.
//
// Whoever works through a page asks between two steps, and stops where it is once the time is up: what it has is thrown
// away, since `extract()` then answers with `timeout`. So no step needs an error of its own, and no thread is killed.
#pragma once

#include <chrono>
#include <cstdint>

#include "klartext/result.h"

namespace klartext {

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  /// None: never passed.
  Deadline() = default;
  explicit Deadline(Clock::time_point end) : end_(end) {}

  /// Costs a look at the clock, about 25 ns.
  [[nodiscard]] bool passed() const { return end_ != Clock::time_point::max() && Clock::now() >= end_; }

 private:
  Clock::time_point end_ = Clock::time_point::max();
};

/// For steps too small to look at the clock at each: looks at every 256th.
class SteppedDeadline {
 public:
  explicit SteppedDeadline(Deadline deadline) : deadline_(deadline) {}
  [[nodiscard]] bool passed() { return ++steps_ % kStepsBetween == 0 && deadline_.passed(); }

 private:
  static constexpr std::uint32_t kStepsBetween = 256;

  Deadline deadline_;
  std::uint32_t steps_ = 0;
};

inline Error time_is_up() { return {ErrorCode::timeout, "reading the page took too long"}; }

}  // namespace klartext
