// A lock tells the living from the dead: the system lets go of it when a process ends, however it ends.
#include "input/warc_rescue.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cstdio>
#include <memory>
#include <vector>

namespace klartext {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10U;
constexpr std::string_view kArchiveSuffix = ".warc.gz.open";

/// Follows the gzip members of a stream of bytes and forgets what is in them.
class Members {
 public:
  Members() { sound_ = inflateInit2(&state_, 15 + 16) == Z_OK; }
  ~Members() { inflateEnd(&state_); }
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  /// False when what came is no member.
  bool take(std::vector<char>& piece, std::size_t size) {
    state_.next_in = reinterpret_cast<Bytef*>(piece.data());
    state_.avail_in = static_cast<uInt>(size);
    while (sound_ && state_.avail_in > 0) {
      state_.next_out = forgotten_.data();
      state_.avail_out = static_cast<uInt>(forgotten_.size());
      const auto before = state_.avail_in;
      const int result = inflate(&state_, Z_NO_FLUSH);
      taken_ += before - state_.avail_in;
      if (result == Z_STREAM_END) {
        whole_ = taken_;
        ++count_;
        inflateReset(&state_);
      }
      sound_ = result == Z_OK || result == Z_STREAM_END;
    }
    return sound_;
  }

  [[nodiscard]] off_t whole_bytes() const { return whole_; }
  [[nodiscard]] int count() const { return count_; }

 private:
  z_stream state_ = {};
  std::array<Bytef, kPieceBytes> forgotten_{};
  off_t taken_ = 0;
  off_t whole_ = 0;
  int count_ = 0;
  bool sound_ = false;
};

/// Cuts off what is no whole member. False if only the record about the archive itself is left, or nothing.
bool cut_to_whole_records(int descriptor) {
  const auto members = std::make_unique<Members>();
  std::vector<char> piece(kPieceBytes);
  ssize_t count = 0;
  while ((count = read(descriptor, piece.data(), piece.size())) > 0) {
    if (!members->take(piece, static_cast<std::size_t>(count))) break;
  }
  return members->count() > 1 && ftruncate(descriptor, members->whole_bytes()) == 0;
}

void complete(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return;
  if (lock_archive(descriptor)) {
    if (cut_to_whole_records(descriptor)) {
      std::rename(path.c_str(), path.substr(0, path.size() - kOpenSuffix.size()).c_str());
    } else {
      unlink(path.c_str());
    }
  }
  close(descriptor);
}

}  // namespace

bool lock_archive(int descriptor) {
  struct stat status = {};
  return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

void complete_left_archives(const std::string& folder) {
  DIR* entries = opendir(folder.c_str());
  if (entries == nullptr) return;
  std::vector<std::string> paths;
  while (const dirent* entry = readdir(entries)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with("klartext-") && name.ends_with(kArchiveSuffix))
      paths.push_back(folder + "/" + std::string(name));
  }
  closedir(entries);
  for (const auto& path : paths) complete(path);
}

}  // namespace klartext
