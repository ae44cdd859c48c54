#include "extract/subject.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

/// Shorter words are rather grammar than names.
constexpr std::size_t kShortestWord = 5;
/// Words are compared up to here: what follows is mostly an ending or the rest of a compound.
constexpr std::size_t kBeginningBytes = 7;
constexpr std::size_t kMostKeywords = 20;

std::unordered_set<std::string> make_stop_words() {
  std::unordered_set<std::string> all;
  for (const auto& row : stop_words()) {
    for (const auto word : split(row.words, "|")) all.insert(fold(word));
  }
  return all;
}

bool is_stop_word(const std::string& word) {
  static const auto kStopWords = make_stop_words();
  return kStopWords.contains(word);
}

/// Beginnings of the words that may be names, folded; words end at whatever is no letter.
std::vector<std::string> beginnings(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> found;
  std::string word;
  const auto finish = [&] {
    if (word.size() >= kShortestWord && !is_stop_word(word)) found.push_back(word.substr(0, kBeginningBytes));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (is_letter(next_character(folded, at))) {
      word.append(folded, begin, at - begin);
    } else {
      finish();
    }
  }
  finish();
  return found;
}

}  // namespace

Subject::Subject(const Story& story) {
  add(story.headline.title);
  add(story.headline.kicker);
  if (story.page.article == nullptr) return;
  const auto& keywords = story.page.article->keywords;
  for (std::size_t i = 0; i < std::min(keywords.size(), kMostKeywords); ++i) add(keywords[i]);
}

void Subject::add(std::string_view text) {
  for (auto& beginning : beginnings(text)) beginnings_.insert(std::move(beginning));
}

bool Subject::named_in(std::string_view text) const {
  const auto theirs = beginnings(text);
  return std::any_of(theirs.begin(), theirs.end(), [this](const auto& word) { return beginnings_.contains(word); });
}

}  // namespace klartext
