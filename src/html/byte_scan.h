// Looks for characters sixteen at a time.
//
// What ends a name, a value or a run of blanks in markup is mostly a few bytes away. A call of memchr costs more than
// such a search, and a loop over single characters is left at a place that no processor can foretell; here both are one
// step. Where text may go on for long, as in a script, memchr remains the faster one.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace klartext {

inline constexpr std::size_t kBytesAtOnce = 16;

/// A bit for each of the sixteen characters at `bytes`, set where it is one of `kSought`.
template <char... kSought>
std::uint32_t places_of(const char* bytes) {
#if defined(__SSE2__)
  const __m128i characters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  __m128i found = _mm_setzero_si128();
  ((found = _mm_or_si128(found, _mm_cmpeq_epi8(characters, _mm_set1_epi8(kSought)))), ...);
  return static_cast<std::uint32_t>(_mm_movemask_epi8(found));
#else
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < kBytesAtOnce; ++i) found |= std::uint32_t{((bytes[i] == kSought) || ...)} << i;
  return found;
#endif
}

/// The first of these characters at or behind `at`, or the end of the text. `at` is within the text.
template <char... kSought>
std::size_t find_any(std::string_view text, std::size_t at) {
  for (; text.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
    const std::uint32_t found = places_of<kSought...>(text.data() + at);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  while (at < text.size() && ((text[at] != kSought) && ...)) ++at;
  return at;
}

/// The first character at or behind `at` that is none of these, or the end of the text. `at` is within the text.
template <char... kSkipped>
std::size_t skip_any(std::string_view text, std::size_t at) {
  constexpr std::uint32_t kAll = (1U << kBytesAtOnce) - 1;
  for (; text.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
    const std::uint32_t others = places_of<kSkipped...>(text.data() + at) ^ kAll;
    if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others));
  }
  while (at < text.size() && ((text[at] == kSkipped) || ...)) ++at;
  return at;
}

}  // namespace klartext
