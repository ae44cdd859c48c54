#include "input/cache_budget.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <memory>
#include <tuple>
#include <vector>

namespace klartext {
namespace {

constexpr std::uint64_t kShelves = 256;

/// Clearing up leaves this part, so that not every store has to.
constexpr std::uint64_t kKeptPercent = 80;

struct File {
  std::string name;
  std::uint64_t bytes = 0;
  timespec used = {};
};

struct FolderCloser {
  void operator()(DIR* folder) const { closedir(folder); }
};
using Folder = std::unique_ptr<DIR, FolderCloser>;

/// Files of a folder, the last used first.
std::vector<File> files_of(DIR* folder) {
  std::vector<File> files;
  while (const dirent* entry = readdir(folder)) {
    struct stat status = {};
    if (fstatat(dirfd(folder), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode)) continue;
    files.push_back({entry->d_name, static_cast<std::uint64_t>(status.st_size), status.st_mtim});
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) {
    return std::tie(a.used.tv_sec, a.used.tv_nsec) > std::tie(b.used.tv_sec, b.used.tv_nsec);
  });
  return files;
}

}  // namespace

void CacheBudget::stored(const std::string& shelf, std::uint64_t bytes) {
  if (max_bytes_ == 0) return;
  const std::uint64_t room = max_bytes_ / kShelves;
  const auto [entry, is_new] = filled_.try_emplace(shelf, 0);
  if (is_new) {
    entry->second = clear_up(shelf, std::numeric_limits<std::uint64_t>::max());
  } else {
    entry->second += bytes;
  }
  if (entry->second > room) entry->second = clear_up(shelf, room * kKeptPercent / 100);
}

/// Returns how many bytes are left.
std::uint64_t CacheBudget::clear_up(const std::string& shelf, std::uint64_t keep) const {
  const Folder folder(opendir((folder_ + "/" + shelf).c_str()));
  if (!folder) return 0;
  std::uint64_t kept = 0;
  for (const File& file : files_of(folder.get())) {
    const bool stays = kept == 0 || file.bytes <= keep - std::min(kept, keep);
    if (stays || unlinkat(dirfd(folder.get()), file.name.c_str(), 0) != 0) kept += file.bytes;
  }
  return kept;
}

}  // namespace klartext
