// What became of a page, as text ready to be written, and the count of it all.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/options.h"
#include "input/pages.h"
#include "klartext/result.h"
#include "klartext/serialize.h"

namespace klartext {

/// One page: either a record, or an error told twice, for a person and for a program.
struct Outcome {
  std::string record;
  std::string diagnostic;    ///< "klartext: INPUT: CODE: message\n"
  std::string error_record;  ///< as `serialize_error`
  std::optional<ErrorCode> error;
};

/// How a record is made.
struct RecordOptions {
  SerializeOptions serialize;
  bool explain = false;
  std::string url;  ///< of the only input
};

/// Extracts and writes down one page. Never throws; thread-safe.
Outcome outcome_of(PageItem item, const RecordOptions& options);

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
