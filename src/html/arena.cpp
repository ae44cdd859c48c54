#include "html/arena.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace klartext {
namespace {

constexpr std::size_t kAlignment = alignof(std::max_align_t);
/// A pruned news page of 100 kB needs about 0.6 MB: one chunk serves nearly all of them.
constexpr std::size_t kFirstChunkBytes = std::size_t{1} << 20;
/// Chunks double up to here: of the last one, half may be in vain.
constexpr std::size_t kLargestChunkBytes = std::size_t{4} << 20;
/// What an idle thread keeps. Larger pages are rare, and their memory goes back to the system.
constexpr std::size_t kKeptBytes = std::size_t{8} << 20;

std::unique_ptr<Arena>& spare_of_this_thread() {
  thread_local std::unique_ptr<Arena> spare;
  return spare;
}

}  // namespace

void* Arena::allocate(std::size_t bytes) {
  bytes = (bytes + kAlignment - 1) & ~(kAlignment - 1);
  used_ += bytes;
  if (bytes > static_cast<std::size_t>(end_ - next_)) return allocate_from_new_chunk(bytes);
  return std::exchange(next_, next_ + bytes);
}

void* Arena::allocate_from_new_chunk(std::size_t bytes) {
  while (chunk_ + 1 < chunks_.size() && chunks_[chunk_ + 1].size < bytes) ++chunk_;
  if (chunk_ + 1 >= chunks_.size()) {
    const std::size_t usual =
        chunks_.empty() ? kFirstChunkBytes : std::min(chunks_.back().size * 2, kLargestChunkBytes);
    const std::size_t size = std::max(bytes, usual);
    chunks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});  // not zeroed: it is written anyway
    chunk_ = chunks_.size() - 1;
  } else {
    ++chunk_;
  }
  next_ = chunks_[chunk_].bytes.get();
  end_ = next_ + chunks_[chunk_].size;
  return std::exchange(next_, next_ + bytes);
}

void Arena::reset() {
  std::size_t kept = 0;
  std::size_t count = 0;
  while (count < chunks_.size() && kept + chunks_[count].size <= kKeptBytes) kept += chunks_[count++].size;
  chunks_.resize(count);
  chunk_ = 0;
  used_ = 0;
  next_ = chunks_.empty() ? nullptr : chunks_.front().bytes.get();
  end_ = chunks_.empty() ? nullptr : next_ + chunks_.front().size;
}

ArenaLoan::ArenaLoan() : arena_(std::move(spare_of_this_thread())) {
  if (!arena_) arena_ = std::make_unique<Arena>();
}

ArenaLoan::~ArenaLoan() {
  arena_->reset();
  spare_of_this_thread() = std::move(arena_);
}

}  // namespace klartext
