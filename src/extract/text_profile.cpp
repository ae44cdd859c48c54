#include "extract/text_profile.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext {
namespace {

// The most frequent function words of the languages that news is written in; prose holds a third of them, menus few.
constexpr std::string_view kFunctionWords =
    "der die das und in den von zu mit ist des auf für im nicht ein eine dem sich als auch es an werden aus er hat "
    "dass "
    "sie nach wird bei einer um am sind noch wie einem über einen so zum haben nur oder aber vor zur bis mehr durch "
    "man "
    "sein wurde sei the of and to in a is that for it as was with be by on not he his but at are this have from or had "
    "an they which she were their we been has will would who said can if more about out so what its than into them i "
    "you "
    "le la les de et un une du est que dans qui pour au sur pas plus par se ne avec ce sont il elle des en aux été "
    "mais "
    "el los las y del se con una por su para como más al lo es no sus ha fue pero entre desde "
    "il che di è per non si da sono della alla nel dei anche ma delle gli "
    "o os não uma do dos das em mais foi ao "
    "het een van op te dat zijn voor met niet aan er ook maar om bij "
    "och att det som på för av är den till om har inte jag men var ett "
    "og det er til på av som ikke med har en at af "
    "w i na z się nie do jest że o to jak po co ale za od "
    "ja on ei se että oli hän mutta ovat "
    "és hogy nem egy az is "
    "bir ve bu için de da ile "
    "и в не на что с он как это по к у из за но о для от "
    "і у на що з та до не про "
    "a se si že je v s z k ";

constexpr std::uint32_t kHashStart = 2166136261U;
constexpr std::uint32_t step(std::uint32_t hash, unsigned char c) { return (hash ^ c) * 16777619U; }

/// Letters and digits; every byte of a multi-byte character counts as a letter except general punctuation (E2 80 xx).
constexpr bool is_word_byte(unsigned char c) { return c >= 0x80 || is_ascii_letter_or_digit(static_cast<char>(c)); }

/// What the word reader does with a byte.
struct ByteOfWord {
  unsigned char lowered = 0;  ///< 0: no byte of a word
  bool may_be_punctuation = false;
  std::uint8_t digit = 0;
  std::uint8_t upper = 0;
};

constexpr auto kBytes = [] {
  std::array<ByteOfWord, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    if (!is_word_byte(static_cast<unsigned char>(c))) continue;
    table[c] = {static_cast<unsigned char>(upper ? c + 32 : c), c == 0xC2 || c == 0xE2, digit, upper};
  }
  return table;
}();

bool starts_punctuation(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (at + 1 < text.size() && c == 0xC2) return static_cast<unsigned char>(text[at + 1]) < 0xC0;
  return c == 0xE2 && at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80;
}

std::size_t punctuation_size(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) == 0xC2 ? 2 : 3;
}

struct Word {
  std::uint32_t hash = kHashStart;
  std::uint32_t bytes = 0;
  std::uint32_t digits = 0;
  std::uint32_t upper = 0;
};

/// The word at `at`, which is moved behind it.
Word read_word(std::string_view text, std::size_t& at) {
  Word word;
  const std::size_t begin = at;
  for (; at < text.size(); ++at) {
    const ByteOfWord& byte = kBytes[static_cast<unsigned char>(text[at])];
    if (byte.lowered == 0 || (byte.may_be_punctuation && starts_punctuation(text, at))) break;
    word.digits += byte.digit;
    word.upper += byte.upper;
    word.hash = step(word.hash, byte.lowered);
  }
  word.bytes = static_cast<std::uint32_t>(at - begin);
  return word;
}

/// A sorted array of hashes: membership without strings.
std::vector<std::uint32_t> make_function_words() {
  std::vector<std::uint32_t> hashes = hash_words(kFunctionWords);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

/// Bit per 12-bit hash prefix: most words that are no function word are dismissed by one look.
class FunctionWords {
 public:
  FunctionWords() : hashes_(make_function_words()) {
    for (const auto hash : hashes_) filter_[slot(hash)] = true;
  }
  [[nodiscard]] bool contains(std::uint32_t hash) const {
    return filter_[slot(hash)] && std::binary_search(hashes_.begin(), hashes_.end(), hash);
  }

 private:
  static std::size_t slot(std::uint32_t hash) { return hash >> 19U; }
  std::vector<std::uint32_t> hashes_;
  std::array<bool, 8192> filter_{};
};

const FunctionWords& function_words() {
  static const FunctionWords kWords;
  return kWords;
}

void count_word(TextProfile& profile, const Word& word) {
  ++profile.words;
  profile.word_bytes += word.bytes;
  profile.digits += word.digits;
  profile.upper += word.upper;
  profile.function_words += function_words().contains(word.hash) ? 1U : 0U;
}

void count_mark(TextProfile& profile, std::string_view text, std::size_t at, bool behind_word) {
  const char c = text[at];
  if (c == ',') ++profile.commas;
  if (c == '|' || c == '/' || c == '>') ++profile.bars;
  if (c == '@') profile.has_url_or_at = true;
  if (c == ':' && text.substr(at, 3) == "://") profile.has_url_or_at = true;
  const bool ends = c == '.' || c == '!' || c == '?';
  const bool at_gap = at + 1 >= text.size() || text[at + 1] == ' ' ||
                      static_cast<unsigned char>(text[at + 1]) >= 0x80 || text[at + 1] == '"';
  if (ends && behind_word && at_gap) ++profile.sentence_ends;
}

void count_punctuation(TextProfile& profile, std::string_view mark) {
  if (mark == "©" || mark == "®") profile.has_copyright = true;
  if (mark == "•" || mark == "»" || mark == "›" || mark == "·") ++profile.bars;
}

}  // namespace

TextProfile profile_text(std::string_view text, std::vector<std::uint32_t>& word_hashes) {
  TextProfile profile;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;  // every second look, and counts for nothing
    } else if (starts_punctuation(text, at)) {
      const auto size = punctuation_size(text, at);
      count_punctuation(profile, text.substr(at, size));
      at += size;
    } else if (!is_word_byte(static_cast<unsigned char>(text[at]))) {
      const bool behind_word =
          at > 0 && (is_word_byte(static_cast<unsigned char>(text[at - 1])) || text[at - 1] == ')');
      count_mark(profile, text, at, behind_word);
      ++at;
    } else {
      const Word word = read_word(text, at);
      count_word(profile, word);
      word_hashes.push_back(word.hash);
    }
  }
  return profile;
}

std::vector<std::uint32_t> hash_words(std::string_view text) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(text.size() / 6 + 1);
  for (std::size_t at = 0; at < text.size();) {
    if (starts_punctuation(text, at)) {
      at += punctuation_size(text, at);
    } else if (is_word_byte(static_cast<unsigned char>(text[at]))) {
      hashes.push_back(read_word(text, at).hash);
    } else {
      ++at;
    }
  }
  return hashes;
}

}  // namespace klartext
