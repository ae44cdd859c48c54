// Outcomes of one input that wait for its turn: the first in memory, the rest in a temporary file.
//
// An archive of a million pages may be read while the input before it is still being fetched. Its records must not be
// held in memory, and its worker must not be made to wait either: the page that all wait for may be the one that needs
// the worker. So they go to a file without a name, in TMPDIR or /var/tmp, which is gone when the program is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "cli/outcome.h"

namespace klartext {

/// First in, first out. Not thread-safe.
class OutcomeQueue {
 public:
  /// Keeps an outcome, in memory only if `in_memory` and none before it had to go to the file. Returns the bytes of
  /// memory it takes, or why the file cannot be written.
  Result<std::size_t> push(Outcome outcome, bool in_memory);
  /// The next outcome; nullopt if there is none.
  std::optional<Outcome> pop();

 private:
  class File;
  struct FileCloser {
    void operator()(File* file) const;
  };
  std::deque<Outcome> in_memory_;
  std::unique_ptr<File, FileCloser> file_;
};

/// Bytes of memory that an outcome takes, about.
std::size_t weight_of(const Outcome& outcome);

}  // namespace klartext
