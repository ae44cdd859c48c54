// One class over a file descriptor. The caller ignores SIGPIPE, so a closed pipe comes back as EPIPE.
#include "output/sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace klartext {
namespace {

constexpr mode_t kNewFileMode = 0666;
constexpr std::string_view kAsideSuffix = ".part";

std::string problem_with(std::string_view path, int error_number) {
  return "cannot write " + std::string(path) + ": " + std::strerror(error_number);
}

/// The file a link leads to, so that renaming does not replace the link.
std::string behind_links(const std::string& path) {
  char* resolved = realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string target = resolved;
  std::free(resolved);
  return target;
}

bool exists_but_is_no_plain_file(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

class DescriptorSink : public Sink {
 public:
  DescriptorSink(int descriptor, std::string name, std::string aside)
      : descriptor_(descriptor), name_(std::move(name)), aside_(std::move(aside)) {}
  DescriptorSink(const DescriptorSink&) = delete;
  DescriptorSink& operator=(const DescriptorSink&) = delete;
  ~DescriptorSink() override {
    if (descriptor_ > STDERR_FILENO) close(descriptor_);
    if (!aside_.empty()) unlink(aside_.c_str());
  }

  Written write(std::string_view text) override {
    while (!text.empty()) {
      const ssize_t count = ::write(descriptor_, text.data(), text.size());
      if (count >= 0) {
        text.remove_prefix(static_cast<std::size_t>(count));
      } else if (errno != EINTR) {
        return failed();
      }
    }
    return Written::ok;
  }

  Written finish() override {
    if (descriptor_ <= STDERR_FILENO) return Written::ok;
    if (close(std::exchange(descriptor_, -1)) != 0) return failed();
    if (aside_.empty()) return Written::ok;
    if (rename(aside_.c_str(), name_.c_str()) != 0) return failed();
    aside_.clear();
    return Written::ok;
  }

  [[nodiscard]] const std::string& problem() const override { return problem_; }

 private:
  Written failed() {
    if (errno == EPIPE) return Written::closed;
    problem_ = problem_with(name_, errno);
    return Written::failed;
  }

  int descriptor_;
  std::string name_;
  std::string aside_;  ///< path while it is being written; empty: written straight
  std::string problem_;
};

Result<std::unique_ptr<Sink>> open_descriptor(const std::string& path, const std::string& name, std::string aside) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kNewFileMode);
  if (descriptor < 0) return Error{ErrorCode::unreadable, problem_with(name, errno)};
  return std::unique_ptr<Sink>(std::make_unique<DescriptorSink>(descriptor, name, std::move(aside)));
}

}  // namespace

std::unique_ptr<Sink> open_stdout_sink() {
  return std::make_unique<DescriptorSink>(STDOUT_FILENO, "standard output", std::string());
}

Result<std::unique_ptr<Sink>> open_file_sink(const std::string& path) {
  if (exists_but_is_no_plain_file(path)) return open_descriptor(path, path, {});
  const std::string target = behind_links(path);
  const std::string aside = target + std::string(kAsideSuffix);
  return open_descriptor(aside, target, aside);
}

}  // namespace klartext
