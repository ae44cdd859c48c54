#include "extract/block_traits.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace klartext {
namespace {

/// A block reads like prose from this many words with an end of sentence, or from more words without one.
constexpr std::uint32_t kProseWords = 8;
constexpr std::uint32_t kProseWordsWithoutEnd = 20;
/// Prose may hold links; a block that is half links is a list or a teaser.
constexpr float kProseLinkDensity = 0.5F;

// The three beyond ASCII, whose characters are told apart by a table.
bool is_ideograph(char32_t c) { return (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4); }
bool ends_a_sentence(char32_t c) {
  return c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x0964 || c == 0x061F || c == 0x06D4;
}
bool closes(char32_t c) {
  return c == 0x201C || c == 0x201D || c == 0xBB || c == 0xAB || c == 0x2019 || c == 0x203A || c == 0x2018 ||
         c == 0x300D;
}

/// What an ASCII character is to the counter.
enum class Ascii : std::uint8_t { other, word, blank, end, closing };

constexpr auto kAscii = [] {
  std::array<Ascii, 256> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = Ascii::word;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = Ascii::word;
  for (const char c : std::string_view(".!?")) table[static_cast<unsigned char>(c)] = Ascii::end;
  for (const char c : std::string_view("\"')]")) table[static_cast<unsigned char>(c)] = Ascii::closing;
  table[' '] = Ascii::blank;
  return table;
}();

Ascii ascii_kind(char c) { return kAscii[static_cast<unsigned char>(c)]; }

/// Counts words and ends of sentences in one pass.
struct Counter {
  std::uint32_t letters_of_words = 0;
  std::uint32_t ideographs = 0;
  std::uint32_t sentences = 0;
  bool in_word = false;
  bool after_end = false;

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (ascii_kind(text[at]) == Ascii::word) {
        begin_word();
        while (++at < text.size() && ascii_kind(text[at]) == Ascii::word) {
        }
      } else if (static_cast<unsigned char>(text[at]) < 0x80) {
        add_mark(ascii_kind(text[at++]));
      } else {
        add_wide(next_character(text, at));
      }
    }
  }
  [[nodiscard]] std::uint32_t words() const { return letters_of_words + ideographs / 2; }

 private:
  void begin_word() {
    if (!in_word) ++letters_of_words;
    in_word = true;
    after_end = false;
  }
  void add_mark(Ascii kind) {
    in_word = false;
    if (after_end && kind == Ascii::blank) ++sentences;
    after_end = kind == Ascii::end || (after_end && kind == Ascii::closing);
  }
  void add_wide(char32_t c) {
    const bool ideograph = is_ideograph(c);
    if (!ideograph && (is_letter(c) || is_digit(c))) return begin_word();
    in_word = false;
    if (ideograph) ++ideographs;
    if (after_end && ideograph) ++sentences;
    after_end = ends_a_sentence(c) || (after_end && closes(c));
  }
};

BlockTraits traits_of(std::string_view text, const Block& block) {
  Counter counter;
  counter.add(text);
  BlockTraits traits;
  traits.words = counter.words();
  traits.ends_sentence = counter.after_end;
  traits.sentences = counter.sentences + (counter.after_end ? 1 : 0);
  traits.link_density =
      static_cast<float>(block.link_bytes) / static_cast<float>(std::max<std::size_t>(text.size(), 1));
  const bool long_enough = traits.words >= (traits.sentences > 0 ? kProseWords : kProseWordsWithoutEnd);
  traits.prose = long_enough && traits.link_density < kProseLinkDensity;
  traits.label = label_of(text);
  traits.prefix_label = label_before_colon(text);
  return traits;
}

/// Some pages hide everything until a script has run: with at least this share of the prose unseen, nothing is.
constexpr double kAllUnseenShare = 0.8;

void mark_unseen(std::vector<BlockTraits>& traits, const std::vector<Block>& blocks) {
  double all = 0;
  double unseen = 0;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    traits[i].unseen = blocks[i].hidden || blocks[i].furniture;
    if (!traits[i].prose) continue;
    all += traits[i].words;
    unseen += traits[i].unseen ? traits[i].words : 0;
  }
  if (unseen < kAllUnseenShare * all || all <= 0) return;
  for (auto& trait : traits) trait.unseen = false;
}

}  // namespace

std::vector<BlockTraits> block_traits(const Document& document) {
  std::vector<BlockTraits> traits;
  traits.reserve(document.blocks().size());
  for (const auto& block : document.blocks()) traits.push_back(traits_of(document.text(block), block));
  mark_unseen(traits, document.blocks());
  return traits;
}

}  // namespace klartext
