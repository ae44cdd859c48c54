// One pass over a line of text: the counts that tell prose from furniture, in any language, and the words as numbers.
//
// Two ideas of a word are at home here. The block model was trained with words of bytes: any character beyond ASCII is
// part of one, punctuation apart, so that scripts without blanks make long words. The rules count words of letters and
// digits, and of such scripts two characters as one word. In the languages of Europe both are the same.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/word_classes.h"

namespace klartext {

struct TextProfile {
  std::uint32_t words = 0;  ///< of bytes, and so to `function_words`
  std::uint32_t word_bytes = 0;
  std::uint32_t digits = 0;
  std::uint32_t upper = 0;  ///< ASCII capitals
  std::uint32_t commas = 0;
  std::uint32_t sentence_ends = 0;  ///< . ! ? behind a word and before a blank or the end
  std::uint32_t bars = 0;           ///< | • » › /
  std::uint32_t function_words = 0;
  std::uint32_t letter_words = 0;  ///< scripts without blanks between words: two characters count as one word
  std::uint32_t sentences =
      0;  ///< ends of sentences: a full stop, question or exclamation mark before a blank or the end
  std::array<std::uint8_t, kWordClassCount> class_words{};  ///< of each class, counted up to kMostClassWords
  bool has_url_or_at = false;
  bool has_copyright = false;
  bool ends_sentence = false;  ///< the last character (quotes and brackets aside) ends a sentence
  bool plain = true;           ///< both ideas of a word find the same words
};

inline constexpr std::uint8_t kMostClassWords = 8;
inline constexpr std::size_t kBytesOfWord = 5;  ///< with the blank behind it, few texts have less; to reserve room

/// Of what stands in `text` from `begin` to `end`; appends the hash of each word of bytes (base/word_hash.h) to
/// `word_hashes`. A part of a longer text is read faster than one alone: what is behind it may be looked at.
TextProfile profile_text(std::string_view text, std::size_t begin, std::size_t end,
                         std::vector<std::uint32_t>& word_hashes);

/// Hashes of the words of a text, for comparing word sequences.
std::vector<std::uint32_t> hash_words(std::string_view text);
/// The same of words of letters and digits: slower, and no others where the text is plain.
std::vector<std::uint32_t> hash_letter_words(std::string_view text);

}  // namespace klartext
