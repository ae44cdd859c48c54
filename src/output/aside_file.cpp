#include "output/aside_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace klartext {
namespace {

constexpr mode_t kNewFileMode = 0666;

/// Only a file that nobody else appends to can be shortened safely.
bool can_be_cut(int descriptor) {
  struct stat status {};
  const int flags = fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_APPEND) == 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

void take_back(int descriptor, std::size_t written) {
  if (written == 0 || !can_be_cut(descriptor)) return;
  const off_t begin = lseek(descriptor, 0, SEEK_CUR) - static_cast<off_t>(written);
  if (begin >= 0 && ftruncate(descriptor, begin) == 0) lseek(descriptor, begin, SEEK_SET);
}

Error cannot_open(const std::string& target, const std::string& part, int error_number) {
  Error error{ErrorCode::unreadable, write_problem(target, error_number)};
  if (error_number == EWOULDBLOCK) error.message = "cannot write " + target + ": another run has " + part + " open";
  errno = error_number;
  return error;
}

}  // namespace

std::string write_problem(std::string_view path, int error_number) {
  return "cannot write " + std::string(path) + ": " + std::strerror(error_number);
}

int write_whole(int descriptor, std::string_view text) {
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t count = ::write(descriptor, text.data() + written, text.size() - written);
    if (count >= 0) {
      written += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      const int reason = errno;
      take_back(descriptor, written);
      return reason;
    }
  }
  return 0;
}

Result<AsideFile> AsideFile::open(std::string target, Content content, std::string_view suffix) {
  std::string part = target + std::string(suffix);
  const int descriptor = ::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kNewFileMode);
  if (descriptor < 0) return cannot_open(target, part, errno);
  struct stat status {};
  const bool ready = flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
                     (content == Content::kept || ftruncate(descriptor, 0) == 0) &&
                     lseek(descriptor, 0, SEEK_END) >= 0 && fstat(descriptor, &status) == 0;
  if (!ready) {
    const int reason = errno;
    close(descriptor);
    return cannot_open(target, part, reason);
  }
  return AsideFile(descriptor, std::move(target), std::move(part), static_cast<std::uint64_t>(status.st_size));
}

AsideFile::AsideFile(int descriptor, std::string target, std::string part, std::uint64_t size)
    : descriptor_(descriptor), target_(std::move(target)), part_(std::move(part)), size_(size) {}

AsideFile::AsideFile(AsideFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      target_(std::move(other.target_)),
      part_(std::move(other.part_)),
      size_(other.size_) {}

AsideFile::~AsideFile() {
  if (descriptor_ < 0) return;
  unlink(part_.c_str());
  close(descriptor_);
}

int AsideFile::write(std::string_view text) {
  const int reason = write_whole(descriptor_, text);
  if (reason == 0) size_ += text.size();
  return reason;
}

void AsideFile::cut(std::uint64_t size) {
  if (size >= size_ || ftruncate(descriptor_, static_cast<off_t>(size)) != 0) return;
  size_ = size;
  lseek(descriptor_, 0, SEEK_END);
}

int AsideFile::close_descriptor() { return close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno; }

int AsideFile::take_name() {
  // Renamed before it is closed, as closing gives the lock away.
  if (rename(part_.c_str(), target_.c_str()) != 0) return errno;
  return close_descriptor();
}

int AsideFile::take_free_name() {
  if (renameat2(AT_FDCWD, part_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0) return close_descriptor();
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (access(target_.c_str(), F_OK) == 0) return EEXIST;  // a file system that knows no better
  return take_name();
}

std::string AsideFile::leave() {
  if (descriptor_ < 0) return {};
  if (size_ == 0) unlink(part_.c_str());
  close_descriptor();
  return size_ == 0 ? std::string() : part_;
}

}  // namespace klartext
