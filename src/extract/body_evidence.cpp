#include "extract/body_evidence.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "base/hash_set.h"
#include "extract/text_profile.h"

namespace klartext {
namespace {

/// Runs of this many words are compared; shorter blocks are compared whole.
constexpr std::size_t kShingleWords = 4;
/// An articleBody with fewer words says nothing.
constexpr std::size_t kFewestWords = 40;
/// At least this share of it must be printed on the page, else it is the text of another page or of a script.
constexpr double kLeastPrintedShare = 0.3;

using Words = std::span<const std::uint32_t>;

std::uint64_t shingle_at(Words words, std::size_t at, std::size_t size) {
  std::uint64_t hash = size;
  for (std::size_t i = at; i < at + size; ++i) hash = hash * 0x9E3779B97F4A7C15ULL + words[i];
  return hash ^ (hash >> 32U);
}

void add_shingles(HashSet& shingles, Words words) {
  for (std::size_t size = 1; size <= kShingleWords; ++size) {
    for (std::size_t at = 0; at + size <= words.size(); ++at) shingles.insert(shingle_at(words, at, size));
  }
}

float covered_share(const HashSet& shingles, Words words) {
  if (words.empty()) return 0;
  const std::size_t size = std::min(kShingleWords, words.size());
  const std::size_t count = words.size() - size + 1;
  std::size_t hits = 0;
  for (std::size_t at = 0; at < count; ++at) hits += shingles.contains(shingle_at(words, at, size)) ? 1U : 0U;
  return static_cast<float>(hits) / static_cast<float>(count);
}

}  // namespace

BodyEvidence::BodyEvidence(const Page& page) {
  if (page.article == nullptr) return;
  const auto body_words = hash_letter_words(page.article->article_body);
  words_ = body_words.size();
  if (words_ < kFewestWords) return;
  HashSet shingles;
  shingles.reserve(words_ * kShingleWords);
  add_shingles(shingles, body_words);
  double printed = 0;
  coverage_.reserve(page.document.blocks().size());
  std::vector<std::uint32_t> letter_words;
  for (std::size_t i = 0; i < page.document.blocks().size(); ++i) {
    Words block_words = page.texts.words(i);
    if (!page.texts.profile(i).plain) {
      letter_words = hash_letter_words(page.document.text(page.document.blocks()[i]));
      block_words = letter_words;
    }
    coverage_.push_back(covered_share(shingles, block_words));
    if (block_words.size() > kShingleWords)
      printed += static_cast<double>(coverage_.back()) * static_cast<double>(block_words.size());
  }
  printed_share_ = std::min(1.0, printed / static_cast<double>(words_));
  usable_ = printed_share_ >= kLeastPrintedShare;
}

}  // namespace klartext
