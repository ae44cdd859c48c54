// How many pages became what, and the exit status that follows from it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "klartext/result.h"

namespace klartext {

inline constexpr int kExitOk = 0;
inline constexpr int kExitSomeFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitInternal = 70;

/// Number of error codes; `internal` is the last.
inline constexpr std::size_t kErrorCodes = static_cast<std::size_t>(ErrorCode::internal) + 1;

/// Number of pages by what became of them.
class Tally {
 public:
  void count_article() { ++articles_; }
  /// One whose record an earlier run has written.
  void count_kept() { ++articles_, ++kept_; }
  void count_duplicate() { ++duplicates_; }
  void count_error(ErrorCode code) { ++errors_[static_cast<std::size_t>(code)]; }

  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t kept() const { return kept_; }
  [[nodiscard]] std::uint64_t duplicates() const { return duplicates_; }
  [[nodiscard]] std::uint64_t errors() const;
  [[nodiscard]] std::uint64_t errors(ErrorCode code) const { return errors_[static_cast<std::size_t>(code)]; }
  [[nodiscard]] std::uint64_t pages() const { return articles_ + duplicates_ + errors(); }
  /// Pages that took work: all but those an earlier run has done.
  [[nodiscard]] std::uint64_t worked_on() const { return articles_ - kept_ + duplicates_ + errors(); }
  /// 0, 1 or 70: a fold over all that was counted.
  [[nodiscard]] int exit_status() const;

 private:
  std::uint64_t articles_ = 0;
  std::uint64_t kept_ = 0;
  std::uint64_t duplicates_ = 0;
  std::array<std::uint64_t, kErrorCodes> errors_{};
};

/// "9870 articles (4000 there already), 12 duplicates, 118 failed (http_status 100, timeout 18)"
std::string to_text(const Tally& tally);

}  // namespace klartext
