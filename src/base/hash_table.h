// Values by hash, in a table of fixed size: open addressing in one array, so that a hash that is not there mostly meets
// an empty slot, and nothing waits for the memory of a node. For lists of words that are known when the program is
// built.
#pragma once

#include <array>
#include <cstddef>

namespace klartext {

/// `kSlots`: a few times as many as there are hashes. A hash of 0 has the value of what is not there.
template <class Hash, class Value, std::size_t kSlots>
class HashTable {
 public:
  /// The hash's value, made where there is none yet.
  Value& operator[](Hash hash) {
    Slot& slot = slots_[slot_of(hash)];
    slot.hash = hash;
    return slot.value;
  }
  /// The hash's value, or an empty one.
  [[nodiscard]] const Value& find(Hash hash) const { return slots_[slot_of(hash)].value; }

 private:
  struct Slot {
    Hash hash = 0;  ///< 0: free
    Value value{};
  };

  /// Where the hash is, or would be.
  [[nodiscard]] std::size_t slot_of(Hash hash) const {
    std::size_t at = hash % kSlots;
    while (slots_[at].hash != hash && slots_[at].hash != 0) at = (at + 1) % kSlots;
    return at;
  }

  std::array<Slot, kSlots> slots_{};
};

}  // namespace klartext
