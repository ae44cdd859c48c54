// The caller ignores SIGPIPE and SIGXFSZ, so a closed pipe comes back as EPIPE, a size limit as EFBIG.
#include "output/sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace klartext {
namespace {

class DescriptorSink : public Sink {
 public:
  DescriptorSink(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  DescriptorSink(const DescriptorSink&) = delete;
  DescriptorSink& operator=(const DescriptorSink&) = delete;
  ~DescriptorSink() override { close_own(); }

  Written write(std::string_view text) override { return told(write_whole(descriptor_, text)); }
  Written finish() override { return told(close_own() == 0 ? 0 : errno); }
  [[nodiscard]] const std::string& problem() const override { return problem_; }

 private:
  int close_own() { return descriptor_ > STDERR_FILENO ? close(std::exchange(descriptor_, -1)) : 0; }

  Written told(int reason) {
    if (reason == 0) return Written::ok;
    if (reason == EPIPE) return Written::closed;
    problem_ = reason == EBADF ? "cannot write " + name_ + ": it is closed" : write_problem(name_, reason);
    return Written::failed;
  }

  int descriptor_;
  std::string name_;
  std::string problem_;
};

class FileSink : public Sink {
 public:
  explicit FileSink(AsideFile file) : file_(std::move(file)) {}

  Written write(std::string_view text) override { return told(file_.write(text)); }
  Written finish() override { return told(file_.take_name()); }
  std::string leave() override { return file_.leave(); }
  [[nodiscard]] const std::string& problem() const override { return problem_; }

 private:
  Written told(int reason) {
    if (reason == 0) return Written::ok;
    problem_ = write_problem(file_.target(), reason);
    return Written::failed;
  }

  AsideFile file_;
  std::string problem_;
};

/// One step: a link to a file that is still to be made.
std::string behind_dangling_link(const std::string& path) {
  std::error_code error;
  const std::filesystem::path link(path);
  const auto target = std::filesystem::read_symlink(link, error);
  return error ? path : (link.parent_path() / target).string();
}

}  // namespace

bool exists_but_is_no_plain_file(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

std::string behind_links(const std::string& path) {
  char* resolved = realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return behind_dangling_link(path);
  std::string target = resolved;
  std::free(resolved);
  return target;
}

std::unique_ptr<Sink> open_stdout_sink() { return std::make_unique<DescriptorSink>(STDOUT_FILENO, "standard output"); }

Result<std::unique_ptr<Sink>> open_file_sink(const std::string& path) {
  if (exists_but_is_no_plain_file(path)) {
    const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return Error{ErrorCode::unreadable, write_problem(path, errno)};
    return std::unique_ptr<Sink>(std::make_unique<DescriptorSink>(descriptor, path));
  }
  auto file = AsideFile::open(behind_links(path));
  if (!file) return file.error();
  return std::unique_ptr<Sink>(std::make_unique<FileSink>(std::move(*file)));
}

}  // namespace klartext
