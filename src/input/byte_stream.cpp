// Files are read with plain system calls: what fails has a number that says why, and nothing throws.
#include "input/byte_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace klartext {
namespace {

/// Large enough for most pages to come in one or two calls.
constexpr std::size_t kBufferBytes = std::size_t{64} << 10U;

class FileStream : public ByteStream {
 public:
  FileStream(int descriptor, bool owned, const Interrupt* interrupt)
      : descriptor_(descriptor), owned_(owned), interrupt_(interrupt) {}
  ~FileStream() override {
    if (owned_) close(descriptor_);
  }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  Result<std::size_t> read(std::span<char> room) override {
    if (failed_ || (interrupt_ != nullptr && !interrupt_->wait_for(descriptor_))) return std::size_t{0};
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, room.data(), room.size());
    } while (count < 0 && errno == EINTR);
    if (count >= 0) return static_cast<std::size_t>(count);
    failed_ = true;
    return !owned_ && errno == EBADF ? Error{ErrorCode::unreadable, "standard input is closed"} : system_error(errno);
  }

  [[nodiscard]] std::size_t expected_bytes() const override {
    struct stat about {};
    if (fstat(descriptor_, &about) != 0 || !S_ISREG(about.st_mode)) return 0;
    const off_t at = lseek(descriptor_, 0, SEEK_CUR);
    return at < 0 || at > about.st_size ? 0 : static_cast<std::size_t>(about.st_size - at);
  }

 private:
  int descriptor_;
  bool owned_;
  const Interrupt* interrupt_;
  bool failed_ = false;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(std::span<char> room) override {
    const std::size_t count = std::min(room.size(), bytes_.size() - at_);
    std::copy_n(bytes_.data() + at_, count, room.data());
    at_ += count;
    return count;
  }

  [[nodiscard]] std::size_t expected_bytes() const override { return bytes_.size() - at_; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

/// Gives back what a buffer had read ahead, the error it had met, then the stream it had read from.
class PrependedStream : public ByteStream {
 public:
  PrependedStream(std::string first, std::optional<Error> error, std::unique_ptr<ByteStream> rest)
      : first_(std::move(first)), error_(std::move(error)), rest_(std::move(rest)) {}

  Result<std::size_t> read(std::span<char> room) override {
    const auto count = first_.read(room);
    if (!count.ok() || *count > 0) return count;
    if (error_) return *std::exchange(error_, std::nullopt);
    return rest_->read(room);
  }

  [[nodiscard]] std::size_t expected_bytes() const override {
    return first_.expected_bytes() + rest_->expected_bytes();
  }

 private:
  MemoryStream first_;
  std::optional<Error> error_;
  std::unique_ptr<ByteStream> rest_;
};

}  // namespace

Error system_error(int error_number) {
  const bool missing = error_number == ENOENT || error_number == ENOTDIR;
  std::string message = std::generic_category().message(error_number);
  std::transform(message.begin(), message.begin() + 1, message.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return {missing ? ErrorCode::not_found : ErrorCode::unreadable, std::move(message)};
}

Result<std::unique_ptr<ByteStream>> open_file(const std::string& path, const Interrupt* interrupt) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return system_error(errno);
  return std::unique_ptr<ByteStream>(std::make_unique<FileStream>(descriptor, true, interrupt));
}

std::unique_ptr<ByteStream> standard_input(const Interrupt* interrupt) {
  return std::make_unique<FileStream>(STDIN_FILENO, false, interrupt);
}

Interrupt::Interrupt() : event_(eventfd(0, EFD_CLOEXEC)) {}
Interrupt::~Interrupt() { close(event_); }

void Interrupt::raise() const { eventfd_write(event_, 1); }

bool Interrupt::wait_for(int descriptor) const {
  std::array<pollfd, 2> both = {{{descriptor, POLLIN, 0}, {event_, POLLIN, 0}}};
  while (poll(both.data(), both.size(), -1) < 0 && errno == EINTR) {
  }
  return both[1].revents == 0;
}

std::unique_ptr<ByteStream> stream_of(std::string bytes) { return std::make_unique<MemoryStream>(std::move(bytes)); }

BufferedReader::BufferedReader(std::unique_ptr<ByteStream> stream)
    : stream_(std::move(stream)), buffer_(std::make_unique_for_overwrite<char[]>(kBufferBytes)) {}

std::string_view BufferedReader::buffered() const { return {buffer_.get() + begin_, end_ - begin_}; }

/// Reads more behind what is buffered. False at the end, on an error, and when the buffer is full.
bool BufferedReader::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (ended_ || error_ || end_ == kBufferBytes) return false;
  const auto count = stream_->read({buffer_.get() + end_, kBufferBytes - end_});
  if (!count) {
    error_ = count.error();
    return false;
  }
  end_ += *count;
  ended_ = *count == 0;
  return !ended_;
}

std::string_view BufferedReader::peek(std::size_t count) {
  while (buffered().size() < count && fill()) {
  }
  return buffered();
}

void BufferedReader::take(std::size_t count) {
  begin_ += count;
  position_ += count;
}

Result<std::string> BufferedReader::read_until(char end, std::size_t limit) {
  std::string line;
  bool fits = true;
  while (!peek(1).empty()) {
    const auto found = buffered().find(end);
    const auto piece = buffered().substr(0, found);
    fits = fits && line.size() + piece.size() <= limit;
    if (fits) line.append(piece);
    take(piece.size() + (found == std::string_view::npos ? 0 : 1));
    if (found != std::string_view::npos) break;
  }
  if (!fits) return Error{ErrorCode::too_large, "longer than " + std::to_string(limit) + " bytes"};
  return line;
}

std::string BufferedReader::read(std::size_t count) {
  std::string bytes(buffered().substr(0, count));
  take(bytes.size());
  while (bytes.size() < count && !peek(1).empty()) {
    const auto piece = buffered().substr(0, count - bytes.size());
    bytes.append(piece);
    take(piece.size());
  }
  return bytes;
}

std::uint64_t BufferedReader::skip(std::uint64_t count) {
  const std::uint64_t before = position_;
  while (count > position_ - before && !peek(1).empty()) {
    take(static_cast<std::size_t>(std::min<std::uint64_t>(buffered().size(), count - (position_ - before))));
  }
  return position_ - before;
}

Result<std::string> BufferedReader::read_all(std::size_t limit) {
  std::string bytes;
  bytes.reserve(std::min(limit, buffered().size() + stream_->expected_bytes()));
  while (!peek(1).empty()) {
    if (buffered().size() > limit - bytes.size()) {
      return Error{ErrorCode::too_large, "more than " + std::to_string(limit) + " bytes"};
    }
    bytes.append(buffered());
    take(buffered().size());
  }
  if (auto error = take_error()) return *error;
  return bytes;
}

bool BufferedReader::at_end() { return peek(1).empty() && !error_; }

std::optional<Error> BufferedReader::take_error() { return std::exchange(error_, std::nullopt); }

std::unique_ptr<ByteStream> BufferedReader::into_stream() && {
  return std::make_unique<PrependedStream>(std::string(buffered()), std::move(error_), std::move(stream_));
}

}  // namespace klartext
