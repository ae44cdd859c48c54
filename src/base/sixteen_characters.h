// Sixteen characters of a text, looked at together.
//
// A loop over single characters is left at a place that no processor can foretell, and words are short: where they end
// is one step here. Only ASCII is told apart; what stands beyond it is in no range.
#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#else
#include <array>
#include <cstring>
#endif

namespace klartext {

/// A set of sixteen characters has bit i for the i-th of them.
class SixteenCharacters {
 public:
  static constexpr std::size_t kCount = 16;
  static constexpr std::uint32_t kAll = (std::uint32_t{1} << kCount) - 1;

#if defined(__SSE2__)
  explicit SixteenCharacters(const char* text) : characters_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text))) {}

  /// Those from `kFirst` to `kLast`.
  template <char kFirst, char kLast>
  [[nodiscard]] std::uint32_t within() const {
    return mask(range<kFirst, kLast>(characters_));
  }
  /// Letters and digits.
  [[nodiscard]] std::uint32_t of_words() const {
    const __m128i lowered = _mm_or_si128(characters_, _mm_set1_epi8(0x20));
    return mask(_mm_or_si128(range<'a', 'z'>(lowered), range<'0', '9'>(characters_)));
  }

 private:
  /// The instruction compares numbers with a sign: the range is moved to where these begin.
  template <char kFirst, char kLast>
  static __m128i range(__m128i characters) {
    constexpr int kLeast = -128;
    const __m128i moved = _mm_add_epi8(characters, _mm_set1_epi8(static_cast<char>(kLeast - kFirst)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(kLeast + kLast - kFirst + 1)));
  }
  static std::uint32_t mask(__m128i found) { return static_cast<std::uint32_t>(_mm_movemask_epi8(found)); }

  __m128i characters_;
#else
  explicit SixteenCharacters(const char* text) { std::memcpy(characters_.data(), text, kCount); }

  template <char kFirst, char kLast>
  [[nodiscard]] std::uint32_t within() const {
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
      found |= std::uint32_t{characters_[i] >= kFirst && characters_[i] <= kLast} << i;
    }
    return found;
  }
  [[nodiscard]] std::uint32_t of_words() const { return within<'a', 'z'>() | within<'A', 'Z'>() | within<'0', '9'>(); }

 private:
  std::array<char, kCount> characters_;
#endif
};

}  // namespace klartext
