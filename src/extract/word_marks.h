// Marks of words, by their hashes: a quick no for a run of words, before its own hash is asked for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace klartext {

class WordMarks {
 public:
  /// A bit for each of up to eight texts.
  using Marks = std::uint8_t;

  void add(std::uint32_t word, Marks marks) { marks_[word % kSlots] |= marks; }
  /// All marks of the word, and perhaps those of another one.
  [[nodiscard]] Marks of(std::uint32_t word) const { return marks_[word % kSlots]; }

 private:
  static constexpr std::size_t kSlots = 4096;  ///< some ten times the different words of a long article
  std::array<Marks, kSlots> marks_{};
};

}  // namespace klartext
