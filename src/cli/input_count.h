// How many inputs there are, counted beside the work so that progress can say how much is left.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <thread>

#include "input/input.h"

namespace klartext {

/// Goes through the same inputs in a thread of its own: lists and folders are read a second time, no page is. Nothing
/// is held. What can be read only once (a list that comes through a pipe) is not counted.
class InputCount {
 public:
  InputCount() = default;
  /// Stops counting.
  ~InputCount();
  InputCount(const InputCount&) = delete;
  InputCount& operator=(const InputCount&) = delete;

  /// Begins to count.
  void start(const InputOptions& options);

  /// nullopt until all are counted.
  [[nodiscard]] std::optional<std::uint64_t> total() const;

 private:
  void count(InputStream inputs);

  std::atomic<bool> stopped_ = false;
  std::atomic<bool> counted_ = false;
  std::atomic<std::uint64_t> count_ = 0;
  std::thread thread_;
};

}  // namespace klartext
