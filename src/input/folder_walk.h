// The files below a folder, one at a time.
#pragma once

#include <sys/types.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/input.h"

namespace klartext {

/// Walks a folder in bytewise order, depth first. Holds the names of the folders on the way to the current file and
/// nothing else.
class FolderWalk {
 public:
  explicit FolderWalk(std::string root);

  /// The next file with the extension of a page, or an error: for a folder that cannot be read, and for the whole if
  /// there is no page in it.
  std::optional<InputItem> next();

 private:
  using Identity = std::pair<dev_t, ino_t>;

  /// A folder whose names are being gone through.
  struct Open {
    std::string path;  ///< ends in '/'
    Identity identity;
    std::string names;                        ///< all names one behind the other
    std::vector<std::string_view> unvisited;  ///< slices of `names`, the next one last
  };

  std::optional<InputItem> next_of_all();
  std::optional<InputItem> visit(const std::string& path);
  std::optional<InputItem> enter(const std::string& path, Identity identity, bool through_link);
  [[nodiscard]] bool is_open(Identity identity) const;
  [[nodiscard]] InputItem item(const std::string& path, std::optional<Error> error = std::nullopt) const;

  std::string root_;
  std::deque<Open> open_;         // its elements do not move: `unvisited` points into `names`
  std::vector<Identity> linked_;  ///< folders entered through a link: each once, else links could multiply a tree
  bool started_ = false;
  bool gave_ = false;
};

}  // namespace klartext
