// In the file an outcome is its strings, each behind its length, and its numbers.
#include "cli/outcome_queue.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace klartext {
namespace {

/// Not /tmp, which is memory on many machines.
constexpr const char* kTemporaryFolder = "/var/tmp";

std::string temporary_folder() {
  const char* chosen = std::getenv("TMPDIR");
  return chosen != nullptr && *chosen != '\0' ? chosen : kTemporaryFolder;
}

int open_nameless(const std::string& folder) {
  std::string name = folder + "/klartext-XXXXXX";
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0) unlink(name.c_str());
  return descriptor;
}

/// The numbers of an outcome, as they lie in the file.
struct Numbers {
  Identity identity;
  std::uint64_t earlier = 0;
  bool has_earlier = false;
  bool has_error = false;
  ErrorCode error = ErrorCode::internal;
};

template <class SomeOutcome, class Use>
void for_each_text(SomeOutcome& outcome, Use use) {
  use(outcome.record.text);
  use(outcome.record.source);
  use(outcome.record.name);
  use(outcome.diagnostic);
  use(outcome.error_record);
}

}  // namespace

/// A stream that is written at its end and read from its front.
class OutcomeQueue::File {
 public:
  explicit File(std::FILE* stream) : stream_(stream) {}
  ~File() { std::fclose(stream_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool write(const Outcome& outcome) {
    if (std::fseek(stream_, 0, SEEK_END) != 0) return false;
    const Numbers numbers{outcome.identity, outcome.record.earlier.value_or(0), outcome.record.earlier.has_value(),
                          outcome.error.has_value(), outcome.error.value_or(ErrorCode::internal)};
    put(&numbers, sizeof numbers);
    for_each_text(outcome, [&](const std::string& text) {
      const std::uint64_t size = text.size();
      put(&size, sizeof size);
      put(text.data(), text.size());
    });
    ++count_;
    return std::fflush(stream_) == 0 && std::ferror(stream_) == 0;
  }

  std::optional<Outcome> read() {
    if (count_ == 0) return std::nullopt;
    if (std::fseek(stream_, front_, SEEK_SET) != 0) return unreadable();
    --count_;
    Outcome outcome;
    Numbers numbers;
    get(&numbers, sizeof numbers);
    for_each_text(outcome, [&](std::string& text) {
      std::uint64_t size = 0;
      get(&size, sizeof size);
      text.resize(size);
      get(text.data(), size);
    });
    if (!sound_) return unreadable();
    front_ = std::ftell(stream_);
    outcome.identity = numbers.identity;
    if (numbers.has_earlier) outcome.record.earlier = numbers.earlier;
    if (numbers.has_error) outcome.error = numbers.error;
    return outcome;
  }

 private:
  /// In place of all that is left.
  Outcome unreadable() {
    count_ = 0;
    return failure("-", {ErrorCode::internal, "the temporary file of records that wait cannot be read back"});
  }

  void put(const void* bytes, std::size_t size) { std::fwrite(bytes, 1, size, stream_); }
  void get(void* bytes, std::size_t size) { sound_ = sound_ && std::fread(bytes, 1, size, stream_) == size; }

  std::FILE* stream_;
  long front_ = 0;
  std::uint64_t count_ = 0;
  bool sound_ = true;
};

void OutcomeQueue::FileCloser::operator()(File* file) const { delete file; }

std::size_t weight_of(const Outcome& outcome) {
  std::size_t bytes = sizeof(Outcome);
  for_each_text(outcome, [&](const std::string& text) { bytes += text.size(); });
  return bytes;
}

Result<std::size_t> OutcomeQueue::push(Outcome outcome, bool in_memory) {
  if (in_memory && !file_) {
    in_memory_.push_back(std::move(outcome));
    return weight_of(in_memory_.back());
  }
  const std::string folder = temporary_folder();
  const auto cannot = [&] {
    return Error{ErrorCode::unreadable, "cannot write a temporary file in " + folder + ": " + std::strerror(errno) +
                                            " (TMPDIR names another folder)"};
  };
  if (!file_) {
    const int descriptor = open_nameless(folder);
    std::FILE* stream = descriptor < 0 ? nullptr : fdopen(descriptor, "w+b");
    if (stream == nullptr) return cannot();
    file_.reset(new File(stream));
  }
  if (!file_->write(outcome)) return cannot();
  return std::size_t{0};
}

std::optional<Outcome> OutcomeQueue::pop() {
  if (!in_memory_.empty()) {
    Outcome outcome = std::move(in_memory_.front());
    in_memory_.pop_front();
    return outcome;
  }
  return file_ ? file_->read() : std::nullopt;
}

}  // namespace klartext
