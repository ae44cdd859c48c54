#include "extract/body_evidence.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash_set.h"
#include "base/word_hash.h"
#include "extract/text_profile.h"
#include "extract/word_marks.h"

namespace klartext {
namespace {

/// Runs of this many words are compared; shorter blocks are compared whole.
constexpr std::size_t kShingleWords = 4;
/// An articleBody with fewer words says nothing.
constexpr std::size_t kFewestWords = 40;
/// At least this share of it must be printed on the page, else it is the text of another page or of a script.
constexpr double kLeastPrintedShare = 0.3;

using Words = std::span<const std::uint32_t>;
constexpr WordMarks::Marks kMark = 1;

/// The words of letters of a page's blocks.
class BlockWords {
 public:
  explicit BlockWords(const Page& page) : page_(page) {}
  [[nodiscard]] std::size_t count() const { return page_.document.blocks().size(); }
  /// Valid until the next call.
  Words of(std::size_t block) {
    if (page_.texts.profile(block).plain) return page_.texts.words(block);
    return read_apart_ = hash_letter_words(page_.document.text(page_.document.blocks()[block]));
  }

 private:
  const Page& page_;
  std::vector<std::uint32_t> read_apart_;
};

/// The shingles of the articleBody that blocks may be looked up in: all of full size, and of the shorter ones those
/// that are a whole block, which are few.
class StatedShingles {
 public:
  StatedShingles(Words stated, BlockWords& blocks) {
    shingles_.reserve(stated.size());
    for (const auto word : stated) words_.add(word, kMark);
    for (std::size_t at = 0; at + kShingleWords <= stated.size(); ++at)
      shingles_.insert(hash_of_words(stated.subspan(at, kShingleWords)));
    add_short_blocks(stated, blocks);
  }

  /// Of all shingles of a block.
  [[nodiscard]] float covered_share(Words words) const {
    if (words.empty()) return 0;
    if (words.size() < kShingleWords) return shingles_.contains(hash_of_words(words)) ? 1 : 0;
    const std::size_t count = words.size() - kShingleWords + 1;
    std::size_t hits = 0;
    for (std::size_t at = 0; at < count; ++at) hits += holds(words, at) ? 1U : 0U;
    return static_cast<float>(hits) / static_cast<float>(count);
  }

 private:
  void add_short_blocks(Words stated, BlockWords& blocks) {
    HashSet asked;
    WordMarks first_words;
    for (std::size_t i = 0; i < blocks.count(); ++i) {
      const Words words = blocks.of(i);
      if (words.empty() || words.size() >= kShingleWords) continue;
      asked.insert(hash_of_words(words));
      first_words.add(words.front(), kMark);
    }
    for (std::size_t at = 0; at < stated.size(); ++at) {
      if (first_words.of(stated[at]) == 0) continue;
      for (std::size_t size = 1; size < kShingleWords && at + size <= stated.size(); ++size) {
        const auto shingle = hash_of_words(stated.subspan(at, size));
        if (asked.contains(shingle)) shingles_.insert(shingle);
      }
    }
  }

  [[nodiscard]] bool holds(Words words, std::size_t at) const {
    return words_.of(words[at]) != 0 && words_.of(words[at + kShingleWords - 1]) != 0 &&
           shingles_.contains(hash_of_words(words.subspan(at, kShingleWords)));
  }

  HashSet shingles_;
  WordMarks words_;
};

}  // namespace

BodyEvidence::BodyEvidence(const Page& page) {
  if (page.article == nullptr) return;
  const std::string_view body = page.article->article_body;
  hashes_.reserve(body.size() / kBytesOfWord + 1);
  const bool plain = profile_text(body, 0, body.size(), hashes_).plain;
  const auto read_apart = plain ? std::vector<std::uint32_t>() : hash_letter_words(body);
  const Words body_words = plain ? hashes_ : read_apart;
  words_ = body_words.size();
  if (words_ < kFewestWords) return;
  BlockWords blocks(page);
  const StatedShingles stated(body_words, blocks);
  double printed = 0;
  coverage_.reserve(blocks.count());
  for (std::size_t i = 0; i < blocks.count(); ++i) {
    const Words words = blocks.of(i);
    coverage_.push_back(stated.covered_share(words));
    if (words.size() > kShingleWords)
      printed += static_cast<double>(coverage_.back()) * static_cast<double>(words.size());
  }
  printed_share_ = std::min(1.0, printed / static_cast<double>(words_));
  usable_ = printed_share_ >= kLeastPrintedShare;
}

}  // namespace klartext
