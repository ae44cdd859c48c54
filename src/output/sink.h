// Where text goes that is one stream: standard output, a device, or a file that appears only when it is whole.
//
// A file is written aside (aside_file.h). What is no plain file (a pipe, /dev/null) is written straight. Every `write`
// reaches the system at once: a reader of the pipe sees each record when it is made.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "klartext/result.h"
#include "output/aside_file.h"

namespace klartext {

class Sink {
 public:
  virtual ~Sink() = default;
  /// All of `text`, or nothing of it where what was written can be taken back.
  virtual Written write(std::string_view text) = 0;
  /// Nothing more comes: the file takes its name. Without it, the destructor removes what was written aside.
  virtual Written finish() = 0;
  /// Nothing more comes, but not all has come: what was written aside stays under the name that is returned; empty if
  /// there is nothing of that kind.
  virtual std::string leave() { return {}; }
  /// After `failed`: "cannot write out.jsonl: No space left on device".
  [[nodiscard]] virtual const std::string& problem() const = 0;
};

/// Standard output. Not closed at the end.
std::unique_ptr<Sink> open_stdout_sink();

/// A file, or an error that says why it cannot be written.
Result<std::unique_ptr<Sink>> open_file_sink(const std::string& path);

/// True for a pipe, a device and the like: something that is written straight.
bool exists_but_is_no_plain_file(const std::string& path);

/// The file a link leads to, so that renaming does not replace the link.
std::string behind_links(const std::string& path);

}  // namespace klartext
