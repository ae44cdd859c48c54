// A quick no for words that are none of a few: the lengths of those, by first and last letter, are a mask each.
//
// Nearly all words of a page are none of those that somebody looks for, and a mask costs less than a hash.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace klartext {

class WordFilter {
 public:
  constexpr WordFilter() = default;
  template <class Words>
  constexpr explicit WordFilter(const Words& words) {
    for (const std::string_view word : words) add(word);
  }
  /// `word` is not empty.
  constexpr void add(std::string_view word) { lengths_[slot_of(word)] |= bit_of(word); }
  /// False: `word` is none of those added, in either case of ASCII letters.
  [[nodiscard]] constexpr bool may_hold(std::string_view word) const {
    return !word.empty() && (lengths_[slot_of(word)] & bit_of(word)) != 0;
  }

 private:
  static constexpr std::size_t kSlots = 64;
  /// The same for either case of the letters.
  static constexpr std::size_t slot_of(std::string_view word) {
    const auto letter = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)) % 32; };
    return (letter(word.front()) + 2 * letter(word.back())) % kSlots;
  }
  static constexpr std::uint32_t bit_of(std::string_view word) {
    constexpr std::size_t kLongest = 31;
    return std::uint32_t{1} << std::min(word.size(), kLongest);
  }

  std::array<std::uint32_t, kSlots> lengths_{};
};

}  // namespace klartext
