#include "extract/known_texts.h"

#include <algorithm>

#include "extract/text_profile.h"

namespace klartext {
namespace {

constexpr std::size_t kShingle = 3;
constexpr float kNothingToCompare = -1.0F;

std::uint64_t hash_of(std::span<const std::uint32_t> shingle) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const auto word : shingle) hash = (hash ^ word) * 1099511628211ULL;
  return hash;
}

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
  for (const auto word : words) with_word(word) |= static_cast<Texts>(1U << number);
  const std::size_t size = std::min(kShingle, words.size());
  shingles_[number].reserve(words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    shingles_[number].insert(hash_of(words.subspan(i, size)));
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
    Texts texts = (1U << kCount) - 1;
    for (const auto word : shingle) texts &= with_word(word);
    if (texts == 0) continue;
    const auto hash = hash_of(shingle);
    for (std::size_t text = 0; text < kCount; ++text) hits[text] += shingles_[text].contains(hash) ? 1U : 0U;
  }
  const auto all = static_cast<float>(words.size() - size + 1);
  for (std::size_t text = 0; text < kCount; ++text) {
    if (!shingles_[text].empty()) shares[text] = static_cast<float>(hits[text]) / all;
  }
  return shares;
}

}  // namespace klartext
