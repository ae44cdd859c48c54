// How many pages became what, and the exit status that follows from it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "klartext/result.h"

namespace klartext {

/// Number of pages by what became of them.
class Tally {
 public:
  void count(const std::optional<ErrorCode>& error);
  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t errors() const;
  /// 0, 1 or 70: a fold over all that was counted.
  [[nodiscard]] int exit_status() const;

 private:
  static constexpr std::size_t kCodes = static_cast<std::size_t>(ErrorCode::internal) + 1;
  std::uint64_t articles_ = 0;
  std::array<std::uint64_t, kCodes> errors_{};
};

inline constexpr int kExitOk = 0;
inline constexpr int kExitSomeFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitInternal = 70;

}  // namespace klartext
