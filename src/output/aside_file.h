// A file that is written aside, as NAME.part, and takes its name when it is whole.
//
// NAME is therefore always complete, whenever the program or the machine stops. What stands in NAME.part is whole
// records and at most one that was cut off by a kill: a write that fails takes its half back. While it is open nobody
// else gets it (flock), so that two runs cannot mix their records.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "klartext/result.h"

namespace klartext {

/// What became of a write. `closed`: nobody reads any more (EPIPE), which is no error. `refused`: not under that name,
/// but others may be written.
enum class Written : std::uint8_t { ok, closed, refused, failed };

/// "cannot write out.jsonl: No space left on device"
std::string write_problem(std::string_view path, int error_number);

/// Writes all of `text`, or takes back what part of it was written where that is possible. Returns 0, or the errno.
int write_whole(int descriptor, std::string_view text);

/// What the name of a file that is not whole ends in.
inline constexpr std::string_view kAsideSuffix = ".part";

class AsideFile {
 public:
  enum class Content : std::uint8_t { none, kept };
  /// Opens `target` + `suffix`, without what stands in it or to go on behind that. On an error `errno` says why.
  static Result<AsideFile> open(std::string target, Content content = Content::none,
                                std::string_view suffix = kAsideSuffix);
  /// What has neither taken its name nor been left is removed.
  ~AsideFile();
  AsideFile(AsideFile&& other) noexcept;
  AsideFile& operator=(AsideFile&&) = delete;

  /// All of `text` or nothing. Returns 0, or the errno.
  int write(std::string_view text);
  /// Cuts everything behind the first `size` bytes off.
  void cut(std::uint64_t size);
  /// The file takes its name, in place of one that has it. Returns 0, or the errno.
  int take_name();
  /// The same, but a file that has the name already stays and is EEXIST.
  int take_free_name();
  /// It stays as it is, under the name that is returned; empty if there is nothing in it.
  std::string leave();

  [[nodiscard]] const std::string& target() const { return target_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  AsideFile(int descriptor, std::string target, std::string part, std::uint64_t size);
  int close_descriptor();

  int descriptor_;  ///< -1: taken its name, left or moved from
  std::string target_;
  std::string part_;
  std::uint64_t size_;
};

}  // namespace klartext
