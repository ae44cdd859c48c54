// How much a cache may hold.
//
// The addresses are spread evenly over 256 shelves (folders), so each shelf has a 256th of the whole and is looked
// after alone: a store that fills one makes its oldest files go, and no list of all files is ever made. Two runs that
// share a cache each count for themselves, and count anew whenever they clear up.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace klartext {

class CacheBudget {
 public:
  /// `max_bytes` of all files in the shelves of `folder`; 0: no limit.
  CacheBudget(std::string folder, std::uint64_t max_bytes) : folder_(std::move(folder)), max_bytes_(max_bytes) {}

  /// A file of `bytes` bytes was stored in `shelf` ("3f"): makes room if that is now too full. What was not used for
  /// longest, by the time on the file, goes first, and the newest file never.
  void stored(const std::string& shelf, std::uint64_t bytes);

 private:
  [[nodiscard]] std::uint64_t clear_up(const std::string& shelf, std::uint64_t keep) const;

  std::string folder_;
  std::uint64_t max_bytes_;
  std::unordered_map<std::string, std::uint64_t> filled_;  ///< bytes in the shelves that were stored into
};

}  // namespace klartext
