// Words and texts as numbers, to be compared and looked up.
//
// Eight characters go into the number at once. Two words share 32 bits with a probability of one in four thousand
// million, and two texts 64 bits never in practice; where that is too much, keep the texts themselves.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace klartext {

/// The first `count` of the eight characters at `characters`, or all of them, as a number: the first one lowest.
constexpr std::uint64_t first_characters(const char* characters, std::size_t count) {
  constexpr std::uint64_t kAll = ~std::uint64_t{0};
  std::uint64_t number = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::memcpy(&number, characters, sizeof number);
  } else {
    for (std::size_t i = 0; i < sizeof number; ++i) {
      number |= std::uint64_t{static_cast<unsigned char>(characters[i])} << (8 * i);
    }
  }
  return count < sizeof number ? number & ~(kAll << (8 * count)) : number;
}

/// Up to eight characters of `text` from `at` on, the first one lowest; 0 stands for what is behind `end`.
inline std::uint64_t eight_characters(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::size_t kEight = sizeof(std::uint64_t);
  if (at + kEight <= text.size()) return first_characters(text.data() + at, end - at);
  std::array<char, kEight> characters{};
  std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), std::min(end - at, kEight), characters.begin());
  return first_characters(characters.data(), kEight);
}

class WordHash {
 public:
  /// Of what follows in the word: eight characters, or the rest.
  void add(std::uint64_t characters) {
    constexpr std::uint64_t kBeyondAscii = 0x8080808080808080U;
    mix(characters | (~characters & kBeyondAscii) >> 2U);  // this bit parts a small letter from its capital
  }
  /// The same for ASCII alone.
  void add_ascii(std::uint64_t characters) { mix(characters | 0x2020202020202020U); }
  /// Where the case of letters matters.
  void mix(std::uint64_t characters) {
    hash_ = (hash_ ^ characters) * kMix;
    hash_ ^= hash_ >> 29U;
  }
  [[nodiscard]] std::uint32_t value() const { return static_cast<std::uint32_t>((hash_ * kMix) >> 32U); }
  [[nodiscard]] std::uint64_t long_value() const { return hash_ * kMix ^ hash_ >> 32U; }

 private:
  static constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio
  std::uint64_t hash_ = 0;
};

/// Of the word of letters and digits, whatever the case of its ASCII letters, that stands in `text` from `begin` to
/// `end`.
inline std::uint32_t hash_word(std::string_view text, std::size_t begin, std::size_t end) {
  WordHash hash;
  for (std::size_t at = begin; at < end; at += 8) hash.add(eight_characters(text, at, end));
  return hash.value();
}

/// Of words that follow each other, by their hashes.
inline std::uint64_t hash_of_words(std::span<const std::uint32_t> words) {
  std::uint64_t hash = words.size();
  for (const auto word : words) hash = hash * 0x9E3779B97F4A7C15U + word;
  return hash ^ (hash >> 32U);
}

/// Of any text; equal only for equal texts.
inline std::uint64_t hash_text(std::string_view text) {
  WordHash hash;
  for (std::size_t at = 0; at < text.size(); at += 8) hash.mix(eight_characters(text, at, text.size()));
  return hash.long_value();
}
/// The same, whatever the case of ASCII letters.
inline std::uint64_t hash_ignoring_case(std::string_view text) {
  WordHash hash;
  for (std::size_t at = 0; at < text.size(); at += 8) hash.add(eight_characters(text, at, text.size()));
  return hash.long_value();
}

}  // namespace klartext
