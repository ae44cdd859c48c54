// Looks for characters sixteen or sixty-four at a time.
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
inline constexpr std::size_t kManyBytesAtOnce = 64;

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

/// The same, set also where a character is up to `kHighest` (as unsigned numbers): a control character, a blank.
template <char kHighest, char... kSought>
std::uint32_t low_places_or(const char* bytes) {
#if defined(__SSE2__)
  const __m128i characters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  __m128i found = _mm_cmpeq_epi8(_mm_min_epu8(characters, _mm_set1_epi8(kHighest)), characters);
  ((found = _mm_or_si128(found, _mm_cmpeq_epi8(characters, _mm_set1_epi8(kSought)))), ...);
  return static_cast<std::uint32_t>(_mm_movemask_epi8(found));
#else
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < kBytesAtOnce; ++i) {
    const bool low = static_cast<unsigned char>(bytes[i]) <= static_cast<unsigned char>(kHighest);
    found |= std::uint32_t{low || ((bytes[i] == kSought) || ...)} << i;
  }
  return found;
#endif
}

/// A bit for each of the sixteen characters at `bytes`, set where it is beyond ASCII.
inline std::uint32_t places_beyond_ascii(const char* bytes) {
#if defined(__SSE2__)
  return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes))));
#else
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < kBytesAtOnce; ++i) {
    found |= std::uint32_t{static_cast<unsigned char>(bytes[i]) >= 0x80} << i;
  }
  return found;
#endif
}

/// `places_of` for sixty-four characters.
template <char... kSought>
std::uint64_t many_places_of(const char* bytes) {
  const auto part = [bytes](std::size_t i) {
    return std::uint64_t{places_of<kSought...>(bytes + i * kBytesAtOnce)} << (i * kBytesAtOnce);
  };
  return part(0) | part(1) | part(2) | part(3);
}

/// So many of the sixteen characters that end a text have been looked at when a search has come to `at`.
inline std::size_t seen_of_last(std::string_view text, std::size_t at) { return at + kBytesAtOnce - text.size(); }

/// The first of these characters at or behind `at`, or the end of the text. `at` is within the text.
template <char... kSought>
std::size_t find_any(std::string_view text, std::size_t at) {
  for (; text.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
    const std::uint32_t found = places_of<kSought...>(text.data() + at);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  if (text.size() >= kBytesAtOnce) {
    const char* const last = text.data() + text.size() - kBytesAtOnce;
    const std::uint32_t found = places_of<kSought...>(last) >> seen_of_last(text, at);
    return found == 0 ? text.size() : at + static_cast<std::size_t>(std::countr_zero(found));
  }
  while (at < text.size() && ((text[at] != kSought) && ...)) ++at;
  return at;
}

/// The same where it may be a line of text away: a value or a text of usual length is one step, not a number of steps
/// that is another each time.
template <char... kSought>
std::size_t find_far(std::string_view text, std::size_t at) {
  for (; text.size() - at >= kManyBytesAtOnce; at += kManyBytesAtOnce) {
    const std::uint64_t found = many_places_of<kSought...>(text.data() + at);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  return find_any<kSought...>(text, at);
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
