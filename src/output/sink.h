// Where records go: standard output, or a file that appears only when it is whole.
//
// A file is written aside as "NAME.part" and renamed at the end, so that NAME is always complete. What is no plain file
// (a pipe, /dev/null) is written straight. Every `write` reaches the system at once: a reader of the pipe sees each
// record when it is made.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "klartext/result.h"

namespace klartext {

/// What became of a write. `closed`: nobody reads any more (EPIPE), which is no error.
enum class Written : std::uint8_t { ok, closed, failed };

class Sink {
 public:
  virtual ~Sink() = default;
  virtual Written write(std::string_view text) = 0;
  /// Nothing more comes: the file takes its name. Without it, the destructor removes what was written aside.
  virtual Written finish() = 0;
  /// After `failed`: "cannot write out.jsonl: No space left on device".
  [[nodiscard]] virtual const std::string& problem() const = 0;
};

/// Standard output. Not closed at the end.
std::unique_ptr<Sink> open_stdout_sink();

/// A file, or an error that says why it cannot be written.
Result<std::unique_ptr<Sink>> open_file_sink(const std::string& path);

}  // namespace klartext
