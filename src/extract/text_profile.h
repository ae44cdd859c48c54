// One pass over a line of text: the counts that tell prose from furniture, in any language.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace klartext {

struct TextProfile {
  std::uint32_t words = 0;
  std::uint32_t word_bytes = 0;
  std::uint32_t digits = 0;
  std::uint32_t upper = 0;  ///< ASCII capitals
  std::uint32_t commas = 0;
  std::uint32_t sentence_ends = 0;  ///< . ! ? behind a word and before a blank or the end
  std::uint32_t bars = 0;           ///< | • » › /
  std::uint32_t function_words = 0;
  bool has_url_or_at = false;
  bool has_copyright = false;
};

/// Counts, and appends the hash of each word (ASCII-lowered) to `word_hashes`.
TextProfile profile_text(std::string_view text, std::vector<std::uint32_t>& word_hashes);

/// Hashes of the words of a text, for comparing word sequences.
std::vector<std::uint32_t> hash_words(std::string_view text);

}  // namespace klartext
