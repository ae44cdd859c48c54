// Outcomes come from many threads in any order and leave in the order of the inputs.
//
// The input whose turn it is writes straight through; what comes earlier than its turn waits, in memory up to a limit,
// then in a temporary file (outcome_queue.h). How many inputs can wait is bounded by the window of the feed.
//
// What depends on what was written before (duplicates, names of files) is decided here, where there is an order, so
// that it is the same whatever --jobs says.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash_set.h"
#include "cli/outcome.h"
#include "cli/outcome_queue.h"
#include "cli/progress.h"
#include "cli/tally.h"
#include "cli/terminal.h"
#include "output/record_store.h"
#include "output/sink.h"

namespace klartext {

/// Where the parts of an outcome go.
struct Destinations {
  std::shared_ptr<RecordStore> records;
  std::unique_ptr<Sink> errors;  ///< null: nowhere
  bool errors_into_records = false;
  bool diagnostics = true;
  bool skip_duplicates = false;
  Progress::Mode progress = Progress::Mode::none;
  bool summary = false;                                    ///< a line at the end
  std::size_t max_waiting_bytes = std::size_t{64} << 20U;  ///< in memory; a page's record has 8 kB
};

class OrderedOutput {
 public:
  explicit OrderedOutput(Destinations destinations);

  /// One page of input `number`. Thread-safe.
  void add(std::uint64_t number, Outcome outcome);

  /// Input `number` has no more pages. Returns the first number whose turn has not come. Thread-safe.
  std::uint64_t done(std::uint64_t number);

  /// True if everything before input `number` is written. Thread-safe.
  bool is_turn(std::uint64_t number) const;

  /// True once nothing more can be written: the reader went away, or writing failed. Thread-safe.
  bool ended() const;

  /// Ends the run with this reason: a failure as if a write had failed. Thread-safe.
  void fail(const std::string& reason);

  /// Says something to the person at the terminal. Thread-safe; does not wait for a write that nobody reads.
  void say(const std::string& line);

  /// Time has passed. Thread-safe; does not wait either.
  void tick(const Surroundings& surroundings);

  /// Completes the files. Returns the exit status of the run.
  int finish();

  /// The run was interrupted: what is complete is written, and left for a run that continues.
  void leave();

 private:
  struct Waiting {
    OutcomeQueue outcomes;
    std::size_t bytes = 0;  ///< in memory
    bool done = false;
  };

  void wait(std::uint64_t number, Outcome outcome);
  void deliver(const Outcome& outcome);
  bool is_duplicate(const Identity& identity);
  void write_record(const Outcome& outcome);
  void write_error(const Outcome& outcome);
  void note(Written written, const std::string& problem);
  void print(std::string_view line);
  void deliver_all(Waiting& waiting);
  void advance();
  void leave_files();
  void conclude();

  mutable std::mutex mutex_;
  Destinations to_;
  std::map<std::uint64_t, Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::uint64_t turn_ = 0;
  Counts counts_;
  HashSet seen_;
  Progress progress_;
  Written state_ = Written::ok;
  bool coloured_ = wants_colour();
};

}  // namespace klartext
