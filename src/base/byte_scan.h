// Looks for characters sixteen or sixty-four at a time.
//
// What ends a name, a value or a run of blanks in markup is mostly a few bytes away. A call of memchr costs more than
// such a search, and a loop over single characters is left at a place that no processor can foretell; here both are one
// step. Where text may go on for long, as in a script, memchr remains the faster one.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "base/sixteen_characters.h"

namespace klartext {

inline constexpr std::size_t kBytesAtOnce = SixteenCharacters::kCount;
inline constexpr std::size_t kManyBytesAtOnce = 64;

/// A bit for each of the sixty-four characters at `bytes`, set where it is one of `kSought`.
template <char... kSought>
std::uint64_t many_places_of(const char* bytes) {
  const auto part = [bytes](std::size_t i) {
    return std::uint64_t{SixteenCharacters(bytes + i * kBytesAtOnce).among<kSought...>()} << (i * kBytesAtOnce);
  };
  return part(0) | part(1) | part(2) | part(3);
}

/// So many of the sixteen characters that end a text have been looked at when a search has come to `at`.
inline std::size_t seen_of_last(std::string_view text, std::size_t at) { return at + kBytesAtOnce - text.size(); }

/// The first of these characters at or behind `at`, or the end of the text. `at` is within the text.
template <char... kSought>
std::size_t find_any(std::string_view text, std::size_t at) {
  for (; text.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
    const std::uint32_t found = SixteenCharacters(text.data() + at).among<kSought...>();
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  if (text.size() >= kBytesAtOnce) {
    const char* const last = text.data() + text.size() - kBytesAtOnce;
    const std::uint32_t found = SixteenCharacters(last).among<kSought...>() >> seen_of_last(text, at);
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
  for (; text.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
    const std::uint32_t others = SixteenCharacters(text.data() + at).among<kSkipped...>() ^ SixteenCharacters::kAll;
    if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others));
  }
  while (at < text.size() && ((text[at] == kSkipped) || ...)) ++at;
  return at;
}

}  // namespace klartext
