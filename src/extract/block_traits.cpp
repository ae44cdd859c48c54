#include "extract/block_traits.h"

#include <algorithm>
#include <string_view>

namespace klartext {
namespace {

/// A block reads like prose from this many words with an end of sentence, or from more words without one.
constexpr std::uint32_t kProseWords = 8;
constexpr std::uint32_t kProseWordsWithoutEnd = 20;
/// Prose may hold links; a block that is half links is a list or a teaser.
constexpr float kProseLinkDensity = 0.5F;

BlockTraits traits_of(std::string_view text, const Block& block, const TextProfile& profile) {
  BlockTraits traits;
  traits.words = profile.letter_words;
  traits.ends_sentence = profile.ends_sentence;
  traits.sentences = profile.sentences;
  traits.link_density =
      static_cast<float>(block.link_bytes) / static_cast<float>(std::max<std::size_t>(text.size(), 1));
  const bool long_enough = traits.words >= (traits.sentences > 0 ? kProseWords : kProseWordsWithoutEnd);
  traits.prose = long_enough && traits.link_density < kProseLinkDensity;
  traits.label = label_of(text);
  traits.prefix_label = label_before_colon(text);
  return traits;
}

/// Some pages hide everything until a script has run: with at least this share of the prose unseen, nothing is.
constexpr double kAllUnseenShare = 0.8;

void mark_unseen(std::vector<BlockTraits>& traits, const std::vector<Block>& blocks) {
  double all = 0;
  double unseen = 0;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    traits[i].unseen = blocks[i].hidden || blocks[i].furniture;
    if (!traits[i].prose) continue;
    all += traits[i].words;
    unseen += traits[i].unseen ? traits[i].words : 0;
  }
  if (unseen < kAllUnseenShare * all || all <= 0) return;
  for (auto& trait : traits) trait.unseen = false;
}

}  // namespace

std::vector<BlockTraits> block_traits(const Document& document, const BlockTexts& texts) {
  const auto& blocks = document.blocks();
  std::vector<BlockTraits> traits;
  traits.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    traits.push_back(traits_of(document.text(blocks[i]), blocks[i], texts.profile(i)));
  }
  mark_unseen(traits, blocks);
  return traits;
}

}  // namespace klartext
