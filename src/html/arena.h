// Memory for one page: handed out by moving a pointer, given back all at once.
//
// The tree builder makes some ten thousand small allocations a page and frees them one by one, recursively. From an
// arena the former cost next to nothing and the latter nothing at all. Arenas are reused: a thread that has parsed a
// page keeps its arena for the next one.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace klartext {

class Arena {
 public:
  /// Never null; aligned for any type. Throws std::bad_alloc only when the system has no memory left.
  void* allocate(std::size_t bytes);
  /// Forgets everything handed out; keeps at most `kKeptBytes` of memory for the next page.
  void reset();
  /// Bytes handed out since the last reset.
  [[nodiscard]] std::size_t used() const { return used_; }

 private:
  struct Chunk {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };
  void* allocate_from_new_chunk(std::size_t bytes);

  std::vector<Chunk> chunks_;
  std::size_t chunk_ = 0;  ///< index of the chunk in use
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
  std::size_t used_ = 0;
};

/// An arena nobody else uses, for as long as this lives: the thread's spare one, or a new one, which becomes its spare.
class ArenaLoan {
 public:
  ArenaLoan();
  ~ArenaLoan();
  ArenaLoan(const ArenaLoan&) = delete;
  ArenaLoan& operator=(const ArenaLoan&) = delete;

  [[nodiscard]] Arena* get() const { return arena_.get(); }

 private:
  std::unique_ptr<Arena> arena_;
};

}  // namespace klartext
