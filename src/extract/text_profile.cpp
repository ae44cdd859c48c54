// Nearly every word is of ASCII and nearly every mark is a blank: the end of such a word is found sixteen characters at
// a time, its capitals and digits are counted eight at a time, with the hash. The rest is looked at byte by byte.
#include "extract/text_profile.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/sixteen_characters.h"
#include "base/text.h"
#include "base/word_hash.h"

namespace klartext {
namespace {

/// What the reader of a line does with a byte.
enum class Kind : std::uint8_t {
  other,  ///< parts words, and says nothing
  blank,
  word,  ///< ASCII letter or digit
  wide,  ///< of a character beyond ASCII
  comma,
  bar,
  at,
  colon,
  end,      ///< may end a sentence
  closing,  ///< may stand between the end of a sentence and the blank
};

constexpr auto kKinds = [] {
  std::array<Kind, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    if (is_ascii_letter_or_digit(static_cast<char>(c))) table[c] = Kind::word;
    if (c >= 0x80) table[c] = Kind::wide;
  }
  table[' '] = Kind::blank;
  table[','] = Kind::comma;
  table['@'] = Kind::at;
  table[':'] = Kind::colon;
  for (const char c : std::string_view("|/>")) table[static_cast<unsigned char>(c)] = Kind::bar;
  for (const char c : std::string_view(".!?")) table[static_cast<unsigned char>(c)] = Kind::end;
  for (const char c : std::string_view("\"')]")) table[static_cast<unsigned char>(c)] = Kind::closing;
  return table;
}();

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
Kind kind_at(std::string_view text, std::size_t at) { return kKinds[byte_at(text, at)]; }

// --- beyond ASCII ---

/// Every byte of a character beyond ASCII is of a word, but for general punctuation (E2 80 xx) and the marks of Latin-1
/// (C2 xx).
bool starts_punctuation(std::string_view text, std::size_t at) {
  const auto c = byte_at(text, at);
  return c == 0xC2 || (c == 0xE2 && at + 2 < text.size() && byte_at(text, at + 1) == 0x80);
}

/// Bytes that begin letters and nothing else: Latin, apart from × and ÷, and Cyrillic.
constexpr bool begins_letter(unsigned char c) { return (c >= 0xC3 && c <= 0xC9) || c == 0xD0 || c == 0xD1; }
bool is_times_or_divided(std::string_view text, std::size_t at) {
  return byte_at(text, at) == 0xC3 && at + 1 < text.size() &&
         (byte_at(text, at + 1) == 0x97 || byte_at(text, at + 1) == 0xB7);
}

bool is_ideograph(char32_t c) { return (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4); }
bool ends_a_sentence(char32_t c) {
  return c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964 || c == 0x061F || c == 0x06D4;
}
bool closes(char32_t c) {
  return c == 0x201C || c == 0x201D || c == 0xBB || c == 0xAB || c == 0x2019 || c == 0x203A || c == 0x2018 ||
         c == 0x300D;
}
bool is_copyright(char32_t c) { return c == 0xA9 || c == 0xAE; }                          // © ®
bool is_bar(char32_t c) { return c == 0x2022 || c == 0xBB || c == 0x203A || c == 0xB7; }  // • » › ·

/// How many of eight bytes have this bit.
std::uint32_t count_bytes(std::uint64_t bytes, unsigned bit) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  return static_cast<std::uint32_t>(((bytes >> bit & kOnes) * kOnes) >> 56U);
}

class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end, TextProfile& profile,
             std::vector<std::uint32_t>& hashes)
      : text_(text), at_(begin), begin_(begin), end_(end), profile_(profile), hashes_(hashes) {}

  void read() {
    while (at_ < end_) {
      const Kind kind = kind_at(text_, at_);
      if (kind == Kind::word) {
        if (!take_short_words()) take_word();
      } else if (kind == Kind::blank) {
        take_blank();
      } else if (kind == Kind::wide) {
        starts_punctuation(text_, at_) ? take_wide_mark() : take_word();
      } else {
        take_mark(kind);
      }
    }
    profile_.letter_words += ideographs_ / 2;
    profile_.ends_sentence = after_end_;
    profile_.sentences += after_end_ ? 1 : 0;
  }

 private:
  /// Words of less than sixteen characters, all ASCII, with a blank between them. False: there is none.
  bool take_short_words() {
    const std::size_t begin = at_;
    std::size_t at = at_;
    std::uint32_t words = 0;
    std::uint32_t bytes = 0;
    while (at + SixteenCharacters::kCount <= text_.size()) {
      const std::uint32_t others = ~SixteenCharacters(text_.data() + at).of_words() & SixteenCharacters::kAll;
      const auto size = static_cast<std::uint32_t>(std::countr_zero(others | (SixteenCharacters::kAll + 1)));
      if (size == 0 || size == SixteenCharacters::kCount) break;
      const char behind = text_[at + size];
      if (static_cast<unsigned char>(behind) >= 0x80 || at + size > end_) break;
      hashes_.push_back(hash_short_word(at, size));
      ++words;
      bytes += size;
      at += size;
      if (behind != ' ' || at + 1 >= end_) break;
      ++at;
    }
    if (words == 0) return false;
    profile_.words += words;
    profile_.word_bytes += bytes;
    profile_.letter_words += words - (in_letter_word_ ? 1 : 0);
    in_letter_word_ = kind_at(text_, at - 1) == Kind::word;
    after_end_ = false;
    at_ = at;
    return at > begin;
  }

  std::uint32_t hash_short_word(std::size_t at, std::size_t size) {
    WordHash hash;
    const std::uint64_t first = eight_characters(text_, at, at + size);
    hash.add_ascii(first);
    count_capitals_and_digits(first);
    if (size <= 8) return hash.value();
    const std::uint64_t rest = eight_characters(text_, at + 8, at + size);
    hash.add_ascii(rest);
    count_capitals_and_digits(rest);
    return hash.value();
  }

  /// Of letters 0x40 is set, and in a capital 0x20 is not; of digits 0x20 is set and 0x40 is not.
  void count_capitals_and_digits(std::uint64_t ascii) {
    const std::uint64_t either = (ascii ^ ascii >> 1U) & 0x2020202020202020U;
    if (either == 0) return;
    const std::uint32_t digits = count_bytes(either & ascii, 5);
    profile_.digits += digits;
    profile_.upper += count_bytes(either, 5) - digits;
  }

  /// Any word of bytes.
  void take_word() {
    const std::size_t begin = at_;
    bool letters_alone = true;
    for (; at_ < end_; ++at_) {
      const auto c = byte_at(text_, at_);
      if (c < 0x80) {
        if (kKinds[c] != Kind::word) break;
        profile_.digits += c <= '9' ? 1 : 0;
        profile_.upper += c >= 'A' && c <= 'Z' ? 1 : 0;
      } else if (c >= 0xC0) {
        if (starts_punctuation(text_, at_)) break;
        letters_alone = letters_alone && begins_letter(c) && !is_times_or_divided(text_, at_);
      }
    }
    letters_alone ? begin_letter_word() : read_letters(begin);
    ++profile_.words;
    profile_.word_bytes += static_cast<std::uint32_t>(at_ - begin);
    hashes_.push_back(hash_word(text_, begin, at_));
  }

  /// The letters and what else the word of bytes holds.
  void read_letters(std::size_t at) {
    profile_.plain = false;
    while (at < at_) add_character(next_character(text_, at));
  }

  void take_wide_mark() {
    const char32_t mark = next_character(text_, at_);
    if (is_copyright(mark)) profile_.has_copyright = true;
    if (is_bar(mark)) ++profile_.bars;
    if (is_letter(mark)) profile_.plain = false;  // ª º µ
    add_character(mark);
  }

  void add_character(char32_t c) {
    const bool ideograph = is_ideograph(c);
    if (!ideograph && (is_letter(c) || is_digit(c))) return begin_letter_word();
    in_letter_word_ = false;
    if (ideograph) ++ideographs_;
    if (after_end_ && ideograph) ++profile_.sentences;
    after_end_ = ends_a_sentence(c) || (after_end_ && closes(c));
  }

  void begin_letter_word() {
    profile_.letter_words += in_letter_word_ ? 0 : 1;
    in_letter_word_ = true;
    after_end_ = false;
  }

  void take_blank() {
    ++at_;
    in_letter_word_ = false;
    profile_.sentences += after_end_ ? 1 : 0;
    after_end_ = false;
  }

  void take_mark(Kind kind) {
    profile_.commas += kind == Kind::comma ? 1 : 0;
    profile_.bars += kind == Kind::bar ? 1 : 0;
    if (kind == Kind::at || (kind == Kind::colon && text_.substr(at_, end_ - at_).starts_with("://"))) {
      profile_.has_url_or_at = true;
    }
    if (kind == Kind::end && is_behind_word() && is_before_gap()) ++profile_.sentence_ends;
    in_letter_word_ = false;
    after_end_ = kind == Kind::end || (after_end_ && kind == Kind::closing);
    ++at_;
  }
  [[nodiscard]] bool is_behind_word() const {
    if (at_ == begin_) return false;
    const Kind kind = kind_at(text_, at_ - 1);
    return kind == Kind::word || kind == Kind::wide || text_[at_ - 1] == ')';
  }
  [[nodiscard]] bool is_before_gap() const {
    if (at_ + 1 >= end_) return true;
    const Kind kind = kind_at(text_, at_ + 1);
    return kind == Kind::blank || kind == Kind::wide || text_[at_ + 1] == '"';
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  std::size_t end_;
  TextProfile& profile_;
  std::vector<std::uint32_t>& hashes_;
  std::uint32_t ideographs_ = 0;
  bool in_letter_word_ = false;
  bool after_end_ = false;  ///< behind the end of a sentence, and at most what closes it
};

void count_known_words(TextProfile& profile, const std::vector<std::uint32_t>& hashes, std::size_t first) {
  const KnownWords& known = known_words();
  for (std::size_t i = first; i < hashes.size(); ++i) {
    const KnownWord word = known.find(hashes[i]);
    profile.function_words += word.is_function_word ? 1 : 0;
    if (word.word_class == kWordClassCount) continue;
    std::uint8_t& count = profile.class_words[word.word_class];
    count = static_cast<std::uint8_t>(count + (count < kMostClassWords ? 1 : 0));
  }
}

}  // namespace

TextProfile profile_text(std::string_view text, std::size_t begin, std::size_t end,
                         std::vector<std::uint32_t>& word_hashes) {
  const std::size_t first = word_hashes.size();
  TextProfile profile;
  LineReader(text, begin, end, profile, word_hashes).read();
  count_known_words(profile, word_hashes, first);
  return profile;
}

std::vector<std::uint32_t> hash_words(std::string_view text) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(text.size() / kBytesOfWord + 1);
  TextProfile unused;
  LineReader(text, 0, text.size(), unused, hashes).read();
  return hashes;
}

std::vector<std::uint32_t> hash_letter_words(std::string_view text) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(text.size() / kBytesOfWord + 1);
  std::size_t at = 0;
  for (auto word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
    const auto begin = static_cast<std::size_t>(word.data() - text.data());
    hashes.push_back(hash_word(text, begin, begin + word.size()));
  }
  return hashes;
}

}  // namespace klartext
