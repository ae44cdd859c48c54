// Sixteen characters of a text, looked at together: the one place that knows the processor's instructions for that.
//
// A loop over single characters is left at a place that no processor can foretell, and words are short: where they end
// is one step here. Only ASCII is told apart; what stands beyond it is in no range.
#pragma once

#include <cstddef>
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

  /// Those that are one of `kSought`.
  template <char... kSought>
  [[nodiscard]] std::uint32_t among() const {
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(characters_, _mm_set1_epi8(kSought)))), ...);
    return mask(found);
  }
  /// Those from `kFirst` to `kLast`.
  template <char kFirst, char kLast>
  [[nodiscard]] std::uint32_t within() const {
    return mask(range<kFirst, kLast>(characters_));
  }
  /// Those up to `kLast`: control characters and blanks.
  template <char kLast>
  [[nodiscard]] std::uint32_t up_to() const {
    return mask(_mm_cmpeq_epi8(_mm_min_epu8(characters_, _mm_set1_epi8(kLast)), characters_));
  }
  [[nodiscard]] std::uint32_t beyond_ascii() const { return mask(characters_); }
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

  template <char... kSought>
  [[nodiscard]] std::uint32_t among() const {
    return where([](char c) { return ((c == kSought) || ...); });
  }
  template <char kFirst, char kLast>
  [[nodiscard]] std::uint32_t within() const {
    return where([](char c) { return c >= kFirst && c <= kLast; });
  }
  template <char kLast>
  [[nodiscard]] std::uint32_t up_to() const {
    return where([](char c) { return static_cast<unsigned char>(c) <= static_cast<unsigned char>(kLast); });
  }
  [[nodiscard]] std::uint32_t beyond_ascii() const {
    return where([](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  }
  [[nodiscard]] std::uint32_t of_words() const { return within<'a', 'z'>() | within<'A', 'Z'>() | within<'0', '9'>(); }

 private:
  template <class Holds>
  [[nodiscard]] std::uint32_t where(Holds holds) const {
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < kCount; ++i) found |= std::uint32_t{holds(characters_[i])} << i;
    return found;
  }

  std::array<char, kCount> characters_;
#endif
};

}  // namespace klartext
