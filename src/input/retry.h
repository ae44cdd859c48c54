// Whether a request that failed is worth another try, and when.
#pragma once

#include <optional>

#include "input/answer.h"
#include "input/http_time.h"

namespace klartext {

/// What to do about a failure.
struct Retry {
  double wait_seconds = 0;
  bool whole_host = false;  ///< the server asked for patience: other requests to it wait too
};

/// After `tries` requests for an address, the last of which was `attempt`. nullopt: it is final, because it is no
/// failure, or will not change, or all tries are used, or the server asks for more patience than
/// `max_retry_wait_seconds`. `chance` in [0, 1) spreads the tries of many requests that failed together.
std::optional<Retry> retry_after(const Attempt& attempt, int tries, const FetchOptions& options, double chance,
                                 Timestamp now);

}  // namespace klartext
