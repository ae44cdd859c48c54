// The texts of a page's blocks, read once for all who ask: how each line reads, and its words as numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/text_profile.h"
#include "html/document.h"

namespace klartext {

class BlockTexts {
 public:
  explicit BlockTexts(const Document& document);

  [[nodiscard]] const TextProfile& profile(std::size_t block) const { return profiles_[block]; }
  /// Hashes of the words of a block, in order (text_profile.h).
  [[nodiscard]] std::span<const std::uint32_t> words(std::size_t block) const {
    return {words_.data() + words_begin_[block], words_.data() + words_begin_[block + 1]};
  }

 private:
  std::vector<TextProfile> profiles_;
  std::vector<std::uint32_t> words_;        ///< of all blocks
  std::vector<std::uint32_t> words_begin_;  ///< where a block's words begin; one more at the end
};

}  // namespace klartext
