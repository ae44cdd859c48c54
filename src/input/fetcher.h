// Many addresses at once.
//
// A thread of its own runs libcurl's multi interface over one pool of connections. Addresses are handed in from any
// thread; each result comes back through a function. An address lives as a `FetchJob` (fetch_engine.h) that goes round:
//
//   submit ─► robots.txt? ─► cache? ─► waits for its host's turn ─► request ─► answer ─► page or error ─► done
//     ▲                                          ▲                     │          │
//     └──────── redirect, meta refresh ──────────┼─────────────────────┼──────────┘
//                                                └── worth a try ──────┘
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "input/fetch.h"

namespace klartext {

class Fetcher {
 public:
  /// Gets the outcome, in the fetcher's thread: it should hand it on and return.
  using Done = std::function<void(Result<FetchedPage>)>;

  explicit Fetcher(const FetchOptions& options);
  /// Drops what is under way without calling back.
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  /// Fetches an address some time soon. `listed`: it comes from a list, so robots.txt is obeyed in automatic mode.
  /// Whoever submits without end must wait for results now and then: what is submitted is held in memory.
  void submit(std::string url, bool listed, Done done);

  /// A host that is being asked at the moment, for showing; empty if none.
  [[nodiscard]] std::string current_host() const;

 private:
  class Thread;
  std::unique_ptr<Thread> thread_;
};

}  // namespace klartext
