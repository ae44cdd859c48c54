// Outcomes come from many threads in any order and leave in the order of the inputs.
//
// The input whose turn it is writes straight through; what comes earlier than its turn waits. How much can wait is
// bounded by the window of the feed.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "cli/outcome.h"
#include "cli/progress.h"
#include "cli/tally.h"
#include "output/sink.h"

namespace klartext {

/// Where the parts of an outcome go.
struct Destinations {
  std::unique_ptr<Sink> records;
  std::unique_ptr<Sink> errors;  ///< null: nowhere
  bool errors_into_records = false;
  bool diagnostics = true;
  bool progress = false;
  std::string_view between;  ///< stands between two records
};

class OrderedOutput {
 public:
  explicit OrderedOutput(Destinations destinations);

  /// One page of input `number`. Thread-safe.
  void add(std::uint64_t number, Outcome outcome);

  /// Input `number` has no more pages. Returns the first number whose turn has not come. Thread-safe.
  std::uint64_t done(std::uint64_t number);

  /// True once nothing more can be written: the reader went away, or writing failed. Thread-safe.
  bool ended() const;

  /// Completes the files. Returns the exit status of the run.
  int finish();

 private:
  struct Waiting {
    std::vector<Outcome> outcomes;
    bool done = false;
  };

  void deliver(const Outcome& outcome);
  void write(Sink& sink, std::string_view text);
  void write_record(const Outcome& outcome);
  void write_error(const Outcome& outcome);
  void note(Sink& sink, Written written);
  void advance();

  mutable std::mutex mutex_;
  Destinations to_;
  std::map<std::uint64_t, Waiting> waiting_;
  std::uint64_t turn_ = 0;
  Tally tally_;
  Progress progress_;
  Written state_ = Written::ok;
  bool first_record_ = true;
  bool coloured_ = wants_colour();
};

}  // namespace klartext
