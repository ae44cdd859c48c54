// The order is that of the bytes of each name, so that it is the same on every machine and in every locale.
#include "input/folder_walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "input/byte_stream.h"

namespace klartext {
namespace {

struct DirectoryCloser {
  void operator()(DIR* directory) const { closedir(directory); }
};

/// False for names that need no second look: hidden ones, and plain files that are no pages.
constexpr std::string_view kNoPage =
    "no page in this folder: its files are read if they end in .html, .htm, .xhtml, .shtml, .mhtml, .mht or .warc, "
    "perhaps with .gz or .zst";

bool is_of_interest(const dirent& entry) {
  const std::string_view name = entry.d_name;
  return !name.starts_with('.') && (entry.d_type != DT_REG || has_page_extension(name));
}

/// Names of interest in a folder, each followed by a NUL.
Result<std::string> names_in(const std::string& path) {
  const std::unique_ptr<DIR, DirectoryCloser> directory(opendir(path.c_str()));
  if (!directory) return system_error(errno);
  std::string names;
  errno = 0;
  while (const dirent* entry = readdir(directory.get())) {
    if (is_of_interest(*entry)) names.append(entry->d_name).push_back('\0');
  }
  if (errno != 0) return system_error(errno);
  return names;
}

/// Last in order first, so that the next name can be taken from the back.
std::vector<std::string_view> in_reverse_order(std::string_view names) {
  std::vector<std::string_view> sorted;
  while (!names.empty()) {
    const auto end = names.find('\0');
    sorted.push_back(names.substr(0, end));
    names.remove_prefix(end + 1);
  }
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  return sorted;
}

}  // namespace

FolderWalk::FolderWalk(std::string root) : root_(std::move(root)) {}

InputItem FolderWalk::item(const std::string& path, std::optional<Error> error) const {
  InputItem result;
  result.input.name = path;
  result.input.root = root_;
  result.error = std::move(error);
  return result;
}

bool FolderWalk::is_open(Identity identity) const {
  return std::any_of(open_.begin(), open_.end(), [&](const auto& folder) { return folder.identity == identity; });
}

std::optional<InputItem> FolderWalk::next() {
  auto found = next_of_all();
  const bool is_bare = !std::exchange(gave_, true) && !found;
  return is_bare ? item(root_, Error{ErrorCode::not_found, std::string(kNoPage)}) : found;
}

std::optional<InputItem> FolderWalk::next_of_all() {
  if (!std::exchange(started_, true)) {
    if (auto found = visit(root_)) return found;
  }
  while (!open_.empty()) {
    auto& folder = open_.back();
    if (folder.unvisited.empty()) {
      open_.pop_back();
      continue;
    }
    const std::string path = folder.path + std::string(folder.unvisited.back());
    folder.unvisited.pop_back();
    if (auto found = visit(path)) return found;
  }
  return std::nullopt;
}

/// A file's item, a folder's error, or nothing: a folder that was opened, a name of no interest.
std::optional<InputItem> FolderWalk::visit(const std::string& path) {
  struct stat status = {};
  if (lstat(path.c_str(), &status) != 0) return item(path, system_error(errno));
  const bool is_link = S_ISLNK(status.st_mode);
  if (is_link && stat(path.c_str(), &status) != 0) return item(path, system_error(errno));
  if (S_ISDIR(status.st_mode)) return enter(path, {status.st_dev, status.st_ino}, is_link && path != root_);
  if (S_ISREG(status.st_mode) && has_page_extension(path)) return item(path);
  return std::nullopt;
}

std::optional<InputItem> FolderWalk::enter(const std::string& path, Identity identity, bool through_link) {
  if (is_open(identity)) return std::nullopt;
  if (through_link) {
    if (std::find(linked_.begin(), linked_.end(), identity) != linked_.end()) return std::nullopt;
    linked_.push_back(identity);
  }
  auto names = names_in(path);
  if (!names) return item(path, names.error());
  open_.push_back({path.ends_with('/') ? path : path + '/', identity, std::move(*names), {}});
  open_.back().unvisited = in_reverse_order(open_.back().names);
  return std::nullopt;
}

}  // namespace klartext
