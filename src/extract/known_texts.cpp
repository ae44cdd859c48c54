#include "extract/known_texts.h"

#include <algorithm>

#include "base/word_hash.h"
#include "extract/text_profile.h"

namespace klartext {
namespace {

constexpr std::size_t kShingle = 3;
constexpr float kNothingToCompare = -1.0F;

}  // namespace

KnownTexts::KnownTexts(std::span<const std::uint32_t> article_body, std::string_view description,
                       std::string_view headline) {
  add(0, article_body);
  add(1, hash_words(description));
  add(2, hash_words(headline));
}

/// A text of fewer than three words is one shingle.
void KnownTexts::add(std::size_t number, std::span<const std::uint32_t> words) {
  if (words.empty()) return;
  for (const auto word : words) words_.add(word, static_cast<WordMarks::Marks>(1U << number));
  const std::size_t size = std::min(kShingle, words.size());
  shingles_[number].reserve(words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    shingles_[number].insert(hash_of_words(words.subspan(i, size)));
  }
}

std::array<float, KnownTexts::kCount> KnownTexts::overlaps(std::span<const std::uint32_t> words) const {
  std::array<float, kCount> shares{};
  shares.fill(kNothingToCompare);
  if (words.empty()) return shares;
  const std::size_t size = std::min(kShingle, words.size());
  std::array<std::uint32_t, kCount> hits{};
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    const auto shingle = words.subspan(i, size);
    WordMarks::Marks texts = (1U << kCount) - 1;
    for (const auto word : shingle) texts &= words_.of(word);
    if (texts == 0) continue;
    const auto hash = hash_of_words(shingle);
    for (std::size_t text = 0; text < kCount; ++text) hits[text] += shingles_[text].contains(hash) ? 1U : 0U;
  }
  const auto all = static_cast<float>(words.size() - size + 1);
  for (std::size_t text = 0; text < kCount; ++text) {
    if (!shingles_[text].empty()) shares[text] = static_cast<float>(hits[text]) / all;
  }
  return shares;
}

}  // namespace klartext
