// Bytes that are pulled: from a file, from memory, or unpacked from another stream.
//
// A stream that meets damage says so once and then goes on behind it where that is possible, so that one broken record
// does not cost the rest of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "klartext/result.h"

namespace klartext {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills the front of `room`, which is not empty; returns how much, 0 at the end. After an error the next call goes
  /// on behind the damage, or returns 0.
  virtual Result<std::size_t> read(std::span<char> room) = 0;
  /// How many bytes are still to come, as far as is known without reading; 0 if it is not. No promise: a file may grow.
  [[nodiscard]] virtual std::size_t expected_bytes() const { return 0; }
};

/// Ends reading that waits for a pipe or a terminal, from another thread.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// From now on, streams opened with this are at their end as soon as they would have to wait.
  void raise() const;
  /// Waits until there is something to read. False if it was raised.
  [[nodiscard]] bool wait_for(int descriptor) const;

 private:
  int event_;
};

/// Opens a file (or pipe or device) for reading; a folder is `unreadable`. An interrupt, if given, outlives the stream.
Result<std::unique_ptr<ByteStream>> open_file(const std::string& path, const Interrupt* interrupt = nullptr);
std::unique_ptr<ByteStream> standard_input(const Interrupt* interrupt = nullptr);
std::unique_ptr<ByteStream> stream_of(std::string bytes);

/// The error for a failed system call on `path`: `not_found` or `unreadable`, in the system's words.
Error system_error(int error_number);

/// Reads a stream through a buffer that can be looked at.
class BufferedReader {
 public:
  explicit BufferedReader(std::unique_ptr<ByteStream> stream);

  /// The next bytes without taking them: at least `count` unless the stream ends or fails before; at most the buffer.
  std::string_view peek(std::size_t count);
  /// Takes `count` bytes of what `peek` showed.
  void take(std::size_t count);

  /// Takes up to and including the next `end` and returns what stood before it; what is left if there is none. Longer
  /// than `limit`: `too_large`, and all of it is taken.
  Result<std::string> read_until(char end, std::size_t limit);
  /// Takes up to `count` bytes; fewer only at the end or before damage.
  std::string read(std::size_t count);
  /// Takes and forgets up to `count` bytes; returns how many there were.
  std::uint64_t skip(std::uint64_t count);
  /// Everything that is left; `too_large` beyond `limit`, or the stream's error.
  Result<std::string> read_all(std::size_t limit);

  /// Nothing is left. False while there is an error that has not been taken.
  bool at_end();
  /// The error that stopped the last calls, if any; reading goes on behind it.
  std::optional<Error> take_error();

  /// Bytes taken so far.
  [[nodiscard]] std::uint64_t position() const { return position_; }

  /// A stream of what is not yet taken (to unpack it), errors included.
  std::unique_ptr<ByteStream> into_stream() &&;

 private:
  bool fill();
  [[nodiscard]] std::string_view buffered() const;

  std::unique_ptr<ByteStream> stream_;
  std::unique_ptr<char[]> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t position_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace klartext
