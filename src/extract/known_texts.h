// Texts that a page gives of its article beside the printed one, and how much of them a block holds.
//
// Compared are shingles: runs of three words, as hashes (A. Broder, "On the resemblance and containment of documents",
// 1997). A run can only be known if each of its words is; so a table of single words is asked first, which spares most
// blocks of a page, its menus and teasers, any hash of a run.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash_set.h"
#include "extract/word_marks.h"

namespace klartext {

class KnownTexts {
 public:
  static constexpr std::size_t kCount = 3;  ///< the stated articleBody, the description, the headline

  /// The articleBody by the hashes of its words, as they are there already.
  KnownTexts(std::span<const std::uint32_t> article_body, std::string_view description, std::string_view headline);

  /// Share of the shingles of these words (by their hashes) that are in each of the texts; -1 where there is nothing to
  /// compare.
  [[nodiscard]] std::array<float, kCount> overlaps(std::span<const std::uint32_t> words) const;

 private:
  void add(std::size_t number, std::span<const std::uint32_t> words);

  std::array<HashSet, kCount> shingles_;
  WordMarks words_;  ///< of each text a bit
};

}  // namespace klartext
