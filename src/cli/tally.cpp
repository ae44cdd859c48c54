// The exit status is a fold over all results, never the last one.
#include "cli/tally.h"

#include <numeric>

namespace klartext {

void Tally::count(const std::optional<ErrorCode>& error) {
  if (error) {
    ++errors_[static_cast<std::size_t>(*error)];
  } else {
    ++articles_;
  }
}

std::uint64_t Tally::errors() const { return std::accumulate(errors_.begin(), errors_.end(), std::uint64_t{0}); }

int Tally::exit_status() const {
  if (errors_.back() > 0) return kExitInternal;
  return errors() > 0 ? kExitSomeFailed : kExitOk;
}

}  // namespace klartext
