// Finds a name among a fixed list, in any case of letters. A name is looked at as two numbers, its first eight and its
// last eight letters, so a look-up is one step and one comparison, whatever the length.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

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

/// Characters as a number, the first in its lowest byte.
template <std::size_t kBytes>
constexpr std::uint64_t number_from(const char* letters) {
  std::uint64_t number = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::memcpy(&number, letters, kBytes);
    return number;
  }
  for (std::size_t i = 0; i < kBytes; ++i) {
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(letters[i])) << (8 * i);
  }
  return number;
}

/// A name as numbers, letters lowered: names of the same length, at most 16, are the same where these are.
struct NameKey {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;  ///< of a name with more than eight letters

  constexpr NameKey() = default;
  constexpr explicit NameKey(std::string_view name) {
    const char* const letters = name.data();
    const std::size_t size = name.size();
    if (size >= 8) {
      head = lowered_eight(number_from<8>(letters));
      tail = size == 8 ? 0 : lowered_eight(number_from<8>(letters + size - 8));
    } else if (size >= 4) {
      head = lowered_eight(number_from<4>(letters) | number_from<4>(letters + size - 4) << 32);
    } else if (size > 0) {
      head = lowered_eight(number_from<1>(letters) | number_from<1>(letters + size / 2) << 8 |
                           number_from<1>(letters + size - 1) << 16);
    }
  }
  constexpr bool operator==(const NameKey&) const = default;
};

template <std::size_t kCount>
class NameTable {
 public:
  /// `names` in lower case, fewer than 255, each once.
  constexpr explicit NameTable(const std::array<std::string_view, kCount>& names) : names_(names) {
    static_assert(kCount < kFree);
    index_.fill(kFree);
    for (std::size_t i = 0; i < kCount; ++i) {
      const NameKey key(names_[i]);
      std::size_t slot = first_slot(key, names_[i].size());
      while (index_[slot] != kFree) slot = (slot + 1) % kSlots;
      index_[slot] = static_cast<std::uint8_t>(i);
      keys_[i] = key;
    }
  }

  /// Index in the list, or kCount.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
    const NameKey key(name);
    for (std::size_t slot = first_slot(key, name.size()); index_[slot] != kFree; slot = (slot + 1) % kSlots) {
      if (is(name, key, index_[slot])) return index_[slot];
    }
    return kCount;
  }
  [[nodiscard]] constexpr std::string_view name(std::size_t index) const { return names_[index]; }

 private:
  static constexpr std::size_t kSlots = 1024;
  static constexpr int kSlotBits = 10;
  static constexpr std::uint8_t kFree = 0xFF;
  static constexpr std::size_t kLettersInKey = 16;

  static constexpr std::size_t first_slot(const NameKey& key, std::size_t size) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio
    return static_cast<std::size_t>(((key.head ^ (key.tail >> 3) ^ size) * kMix) >> (64 - kSlotBits));
  }
  [[nodiscard]] constexpr bool is(std::string_view name, const NameKey& key, std::size_t index) const {
    if (key != keys_[index] || name.size() != names_[index].size()) return false;
    return name.size() <= kLettersInKey || same_name(name, names_[index]);
  }

  std::array<std::string_view, kCount> names_;
  std::array<NameKey, kCount> keys_{};
  std::array<std::uint8_t, kSlots> index_{};
};

}  // namespace klartext
