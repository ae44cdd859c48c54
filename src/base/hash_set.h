// A set of 64-bit hashes, for remembering what a long run has seen, or which words follow each other in a text; and
// numbers for things that are told apart by such a hash.
//
// Open addressing in one array, at most half full: 16 to 32 bytes a hash, a fifth of what std::unordered_set takes.
// Two of a million things share a 64-bit hash with a probability of 3 in 100 million; where that is too much, keep the
// things themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace klartext {

class HashSet {
 public:
  /// Room for so many without growing.
  void reserve(std::size_t count) {
    while (slots_.size() < 2 * (count + 1)) grow();
  }
  /// False if `hash` was there already.
  bool insert(std::uint64_t hash) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    std::uint64_t& slot = slots_[slot_of(hash)];
    if (slot != kEmpty) return false;
    slot = kept(hash);
    ++size_;
    return true;
  }

  [[nodiscard]] bool contains(std::uint64_t hash) const { return !slots_.empty() && slots_[slot_of(hash)] != kEmpty; }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  static constexpr std::size_t kFirstSlots = 64;
  static constexpr std::uint64_t kEmpty = 0;

  static std::uint64_t kept(std::uint64_t hash) { return hash == kEmpty ? 1 : hash; }

  /// Where the hash is, or would be. Hashes are well mixed, so their low bits choose the slot.
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = kept(hash) & mask;
    while (slots_[at] != kEmpty && slots_[at] != kept(hash)) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    const std::vector<std::uint64_t> old =
        std::exchange(slots_, std::vector<std::uint64_t>(slots_.empty() ? kFirstSlots : 2 * slots_.size(), kEmpty));
    for (const std::uint64_t hash : old) {
      if (hash != kEmpty) slots_[slot_of(hash)] = hash;
    }
  }

  std::vector<std::uint64_t> slots_;  ///< a power of two
  std::size_t size_ = 0;
};

/// Numbers hashes in the order in which they are first seen, from 0 on.
class HashNumbers {
 public:
  std::uint32_t number(std::uint64_t hash) {
    if (2 * (std::size_t{size_} + 1) > slots_.size()) grow();
    Slot& slot = slot_of(hash);
    if (slot.number == kFree) slot = {hash, size_++};
    return slot.number;
  }
  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  static constexpr std::size_t kFirstSlots = 256;
  static constexpr std::uint32_t kFree = 0xFFFFFFFFU;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = kFree;
  };

  Slot& slot_of(std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != kFree && slots_[at].hash != hash) at = (at + 1) & mask;
    return slots_[at];
  }

  void grow() {
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFirstSlots : 2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.number != kFree) slot_of(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;  ///< a power of two
  std::uint32_t size_ = 0;
};

}  // namespace klartext
