#include "extract/block_texts.h"

namespace klartext {

BlockTexts::BlockTexts(const Document& document) {
  const auto& blocks = document.blocks();
  profiles_.reserve(blocks.size());
  words_begin_.reserve(blocks.size() + 1);
  words_.reserve(document.all_text().size() / kBytesOfWord);
  for (const auto& block : blocks) {
    words_begin_.push_back(static_cast<std::uint32_t>(words_.size()));
    profiles_.push_back(profile_text(document.all_text(), block.begin, block.end, words_));
  }
  words_begin_.push_back(static_cast<std::uint32_t>(words_.size()));
}

}  // namespace klartext
