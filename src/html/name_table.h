// Finds a name among a fixed list, in any case of letters. A name is looked at as two numbers, its first eight letters
// and the eight behind them, so a look-up is one step and one comparison, whatever the length.
//
// Most names that are looked up stand in a page, with more of it behind them: then both numbers are read as they lie
// there and cut to the name's length. That is a third of the work, since nothing depends on the length.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/word_hash.h"

namespace klartext {

/// ASCII letters lowered, all else untouched.
constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// ASCII letters count in either case.
constexpr bool same_name(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lowered(a[i]) != lowered(b[i])) return false;
  }
  return true;
}

/// `lowered` for eight characters at once.
constexpr std::uint64_t lowered_eight(std::uint64_t characters) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  const std::uint64_t ascii = characters & (kEach * 0x7F);
  const std::uint64_t from_a = ascii + kEach * (0x80 - 'A');  // the top bit of each that is 'A' or above
  const std::uint64_t beyond_z = ascii + kEach * (0x7F - 'Z');
  const std::uint64_t capitals = (from_a ^ beyond_z) & ~characters & (kEach * 0x80);
  return characters | capitals >> 2;
}

/// The first sixteen letters of a name as numbers: names of the same length up to that are the same where these are.
struct NameKey {
  static constexpr std::size_t kLetters = 16;

  std::uint64_t head = 0;
  std::uint64_t tail = 0;  ///< of a name with more than eight letters

  constexpr NameKey() = default;
  /// `readable`: so many characters may be read from where the name begins, itself included.
  constexpr NameKey(std::string_view name, std::size_t readable) {
    const std::size_t size = std::min(name.size(), kLetters);
    if (readable >= kLetters) {
      read(name.data(), size);
    } else {
      std::array<char, kLetters> letters{};
      std::copy_n(name.begin(), size, letters.begin());
      read(letters.data(), size);
    }
  }
  constexpr bool operator==(const NameKey&) const = default;
  [[nodiscard]] constexpr NameKey lowered() const {
    NameKey key;
    key.head = lowered_eight(head);
    key.tail = lowered_eight(tail);
    return key;
  }
  /// Equal for names that differ only in the case of letters.
  [[nodiscard]] constexpr std::uint64_t hash() const {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio
    constexpr std::uint64_t kLowered = 0x2020202020202020U;
    return ((head | kLowered) ^ ((tail | kLowered) >> 3)) * kMix;
  }

 private:
  constexpr void read(const char* letters, std::size_t size) {
    head = first_characters(letters, size);
    if (size > 8) tail = first_characters(letters + 8, size - 8);
  }
};

template <std::size_t kCount>
class NameTable {
 public:
  /// `names` in lower case, fewer than 255, each once.
  constexpr explicit NameTable(const std::array<std::string_view, kCount>& names) : names_(names) {
    static_assert(kCount < kFree);
    index_.fill(kFree);
    for (std::size_t i = 0; i < kCount; ++i) {
      const NameKey key(names_[i], names_[i].size());
      std::size_t slot = first_slot(key);
      while (index_[slot] != kFree) slot = (slot + 1) % kSlots;
      index_[slot] = static_cast<std::uint8_t>(i);
      keys_[i] = key;
    }
  }

  /// Index in the list, or kCount.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const { return find(name, name.size()); }
  /// The same, faster where sixteen characters are `readable` from where the name begins.
  [[nodiscard]] constexpr std::size_t find(std::string_view name, std::size_t readable) const {
    const NameKey key(name, readable);
    const std::size_t likely = index_[first_slot(key)];
    const bool is_it = likely != kFree && name.size() == names_[likely].size() && key == keys_[likely];
    return is_it && name.size() <= NameKey::kLetters ? likely : search(name, key);
  }
  [[nodiscard]] constexpr std::string_view name(std::size_t index) const { return names_[index]; }

 private:
  static constexpr std::size_t kSlots = 1024;
  static constexpr int kSlotBits = 10;
  static constexpr std::uint8_t kFree = 0xFF;

  static constexpr std::size_t first_slot(const NameKey& key) {
    return static_cast<std::size_t>(key.hash() >> (64 - kSlotBits));
  }
  /// Whatever its length, the case of its letters and its neighbours in the table.
  [[nodiscard, gnu::noinline]] constexpr std::size_t search(std::string_view name, const NameKey& key) const {
    for (std::size_t slot = first_slot(key); index_[slot] != kFree; slot = (slot + 1) % kSlots) {
      const std::size_t index = index_[slot];
      if (key.lowered() == keys_[index] && same_name(name, names_[index])) return index;
    }
    return kCount;
  }

  std::array<std::string_view, kCount> names_;
  std::array<NameKey, kCount> keys_{};
  std::array<std::uint8_t, kSlots> index_{};
};

}  // namespace klartext
