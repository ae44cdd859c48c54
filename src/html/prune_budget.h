// What one page may ask of the parser. Below these limits prune changes nothing; beyond them tags are dropped and their
// text stays, as browsers do it with depth.
#pragma once

#include <cstddef>

namespace klartext {

/// Elements open at once. Gumbo looks through them at nearly every tag.
inline constexpr std::size_t kMaxDepth = 256;

/// Formatting elements (<b>, <font>, …) remembered at once, with the markers of table cells.
inline constexpr std::size_t kMaxFormatting = 100;

/// Unclosed formatting elements are opened again in every block: as many as this and one for every so many bytes.
inline constexpr std::size_t kMaxReopened = 10'000;
inline constexpr std::size_t kBytesPerReopened = 32;

/// Start tags of a page.
inline constexpr std::size_t kMaxStartTags = std::size_t{1} << 20;

}  // namespace klartext
