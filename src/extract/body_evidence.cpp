#include "extract/body_evidence.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "base/text.h"

namespace klartext {
namespace {

/// Runs of this many words are compared; shorter blocks are compared whole.
constexpr std::size_t kShingleWords = 4;
/// An articleBody with fewer words says nothing.
constexpr std::size_t kFewestWords = 40;
/// At least this share of it must be printed on the page, else it is the text of another page or of a script.
constexpr double kLeastPrintedShare = 0.3;

using Shingles = std::unordered_set<std::uint64_t>;

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  for (const auto word : words(text)) hashes.push_back(std::hash<std::string_view>{}(lower_ascii(word)));
  return hashes;
}

std::uint64_t shingle_at(const std::vector<std::uint64_t>& words, std::size_t at, std::size_t size) {
  std::uint64_t hash = size;
  for (std::size_t i = at; i < at + size; ++i) hash = hash * 0x9E3779B97F4A7C15ULL + words[i];
  return hash;
}

void add_shingles(Shingles& shingles, const std::vector<std::uint64_t>& words) {
  for (std::size_t size = 1; size <= kShingleWords; ++size) {
    for (std::size_t at = 0; at + size <= words.size(); ++at) shingles.insert(shingle_at(words, at, size));
  }
}

float covered_share(const Shingles& shingles, const std::vector<std::uint64_t>& words) {
  if (words.empty()) return 0;
  const std::size_t size = std::min(kShingleWords, words.size());
  const std::size_t count = words.size() - size + 1;
  std::size_t hits = 0;
  for (std::size_t at = 0; at < count; ++at) hits += shingles.count(shingle_at(words, at, size));
  return static_cast<float>(hits) / static_cast<float>(count);
}

}  // namespace

BodyEvidence::BodyEvidence(const Page& page) {
  if (page.article == nullptr) return;
  const auto body_words = word_hashes(page.article->article_body);
  words_ = body_words.size();
  if (words_ < kFewestWords) return;
  Shingles shingles;
  shingles.reserve(words_ * kShingleWords);
  add_shingles(shingles, body_words);
  double printed = 0;
  for (const auto& block : page.document.blocks()) {
    const auto block_words = word_hashes(page.document.text(block));
    coverage_.push_back(covered_share(shingles, block_words));
    if (block_words.size() > kShingleWords)
      printed += static_cast<double>(coverage_.back()) * static_cast<double>(block_words.size());
  }
  printed_share_ = std::min(1.0, printed / static_cast<double>(words_));
  usable_ = printed_share_ >= kLeastPrintedShare;
}

}  // namespace klartext
