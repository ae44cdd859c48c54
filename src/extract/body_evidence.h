// Which blocks of the page stand in the text that JSON-LD gives as articleBody.
//
// A quarter of the news pages repeat their text there: complete, cut at a paywall, or as one run without paragraphs.
// The page's own blocks remain the output; this is evidence of where the article begins and ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/page.h"

namespace klartext {

class BodyEvidence {
 public:
  explicit BodyEvidence(const Page& page);
  /// Is there a text to compare with, and is a fair part of it printed on the page?
  [[nodiscard]] bool usable() const { return usable_; }
  /// Share of the block's words that stand in the articleBody in the same order, 0…1; 0 if not usable.
  [[nodiscard]] float coverage(std::size_t block) const { return usable_ ? coverage_[block] : 0.0F; }
  /// The articleBody's own words are this many.
  [[nodiscard]] std::size_t words() const { return words_; }
  /// Their hashes, by the other idea of a word (text_profile.h); empty where nothing is stated.
  [[nodiscard]] const std::vector<std::uint32_t>& hashes() const { return hashes_; }
  /// Share of the articleBody's words that blocks of the page cover, 0…1.
  [[nodiscard]] double printed_share() const { return printed_share_; }

 private:
  std::vector<std::uint32_t> hashes_;
  std::vector<float> coverage_;
  std::size_t words_ = 0;
  double printed_share_ = 0;
  bool usable_ = false;
};

}  // namespace klartext
