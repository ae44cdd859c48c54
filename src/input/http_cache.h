// Answers kept on disk.
//
// One plain file an address, written aside and renamed, and no database. What speaks for it: a rename is atomic, so
// that kill -9 at any moment leaves whole files only (a torn one, after a power cut, is found out by its checksum and
// counts as absent); any number of runs may share a folder without a lock, the last writer of an address wins and both
// were right; nothing waits for a commit (SQLite in WAL mode with one transaction a page costs about as much as
// fetching a page from loopback, and a second process waits for the first); a page can be looked at, copied and deleted
// with the usual tools. What speaks against it is an inode a page; that is what file systems are for. The time on a
// file says when it was last used, and what was not used for longest goes when all is too much (cache_budget.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input/cache_budget.h"
#include "input/cache_rules.h"
#include "klartext/result.h"

namespace klartext {

class HttpCache {
 public:
  /// Makes the folder if it is not there. `max_bytes`: of all files together, 0 for no limit. Errors: `unreadable`.
  static Result<HttpCache> open(std::string folder, std::uint64_t max_bytes = 0);

  /// What is stored for an address; nullopt if nothing, or nothing sound.
  [[nodiscard]] std::optional<StoredAnswer> find(std::string_view url) const;

  /// Stores an answer in place of what there was. False if the disk refused; the cache is then as before.
  bool store(std::string_view url, const StoredAnswer& stored);

 private:
  HttpCache(std::string folder, std::uint64_t max_bytes) : folder_(folder), budget_(std::move(folder), max_bytes) {}
  [[nodiscard]] std::string path_of(std::string_view url) const;

  std::string folder_;
  CacheBudget budget_;
};

}  // namespace klartext
