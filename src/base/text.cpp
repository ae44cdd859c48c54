// Text as it goes into a record, and text for comparing.
//
// `clean` runs over every text of every page, so it is one pass over bytes with a class per byte; only a byte that may
// open a special character (white space beyond ASCII, zero-width, combining) is decoded. NFC is looked at only when a
// character was seen that could change under it. `fold` is the same pass with another way to write, unless it meets
// such a character.
#include "base/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/sixteen_characters.h"
#include "base/unicode.h"

namespace klartext {
namespace {

/// What `clean` does with a byte outside a special character.
enum class ByteClass : std::uint8_t {
  plain,    ///< copied; also the bytes of U+00C0…U+02FF and U+03C0…U+047F, where nothing is special
  blank,    ///< ASCII white space
  control,  ///< dropped
  special,  ///< opens a character that must be looked at
};

constexpr std::array<ByteClass, 256> kByteClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) classes[byte] = ByteClass::control;
  for (std::size_t byte = 0x09; byte <= 0x0D; ++byte) classes[byte] = ByteClass::blank;
  classes[0x20] = ByteClass::blank;
  classes[0x7F] = ByteClass::control;
  classes[0xC2] = ByteClass::special;
  for (std::size_t byte = 0xCC; byte < 0x100; ++byte) classes[byte] = ByteClass::special;
  for (const std::size_t byte : {0xCFU, 0xD0U, 0xD1U}) classes[byte] = ByteClass::plain;
  return classes;
}();

ByteClass class_of(char c) { return kByteClasses[static_cast<std::uint8_t>(c)]; }

/// Kept and never changed by NFC, as the tables say too: dashes, quotes and the ellipsis; Han and kana.
bool stays(char32_t c) {
  return (c >= 0x2010 && c <= 0x2027) || (c >= 0x3030 && c <= 0x9FFF && c != 0x3099 && c != 0x309A);
}

/// Collects cleaned text: blanks are written only before the next visible character. `Append` writes a visible run.
template <void (*Append)(std::string&, std::string_view)>
class Cleaner {
 public:
  explicit Cleaner(std::size_t size) { out_.reserve(size); }

  void visible(std::string_view run) {
    if (blank_pending_ && !out_.empty()) out_.push_back(' ');
    blank_pending_ = false;
    Append(out_, run);
  }
  void blank() { blank_pending_ = true; }

  void special(std::string_view bytes, char32_t character) {
    if (stays(character)) return visible(bytes);
    switch (character_kind(character)) {
      case CharacterKind::space:
        return blank();
      case CharacterKind::dropped:
        return;
      case CharacterKind::kept:
        break;
    }
    nfc_needed_ = nfc_needed_ || may_change_in_nfc(character);
    visible(bytes);
  }
  [[nodiscard]] bool nfc_needed() const { return nfc_needed_; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool blank_pending_ = false;
  bool nfc_needed_ = false;
};

/// How many of sixteen characters are visible ASCII or single blanks between such, up to the first that is neither.
std::size_t plain_ascii_size(const SixteenCharacters& characters) {
  const std::uint32_t visible = characters.within<'!', '~'>();
  const std::uint32_t blanks = characters.within<' ', ' '>() & visible << 1U & visible >> 1U;
  return static_cast<std::size_t>(std::countr_zero(~(visible | blanks)));
}

/// End of the run of plain bytes from `at` on; a single blank between two plain bytes belongs to the run.
std::size_t plain_run_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text.size() - at >= SixteenCharacters::kCount) {
      const std::size_t size = plain_ascii_size(SixteenCharacters(text.data() + at));
      at += size;
      if (size == SixteenCharacters::kCount) continue;
    }
    if (class_of(text[at]) == ByteClass::plain) {
      ++at;
    } else if (text[at] == ' ' && at + 1 < text.size() && class_of(text[at + 1]) == ByteClass::plain) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

template <void (*Append)(std::string&, std::string_view)>
Cleaner<Append> cleaned_with(std::string_view text) {
  Cleaner<Append> cleaner(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    switch (class_of(text[at])) {
      case ByteClass::plain:
        at = plain_run_end(text, at);
        cleaner.visible(text.substr(begin, at - begin));
        break;
      case ByteClass::blank:
        ++at;
        cleaner.blank();
        break;
      case ByteClass::control:
        ++at;
        break;
      case ByteClass::special: {
        const char32_t character = next_character(text, at);
        cleaner.special(text.substr(begin, at - begin), character);
      }
    }
  }
  return cleaner;
}

void append_as_it_is(std::string& out, std::string_view run) { out.append(run); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_trimmed(char c) { return class_of(c) == ByteClass::blank; }

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

struct Spelling {
  char32_t character;
  std::string_view ascii;
};

/// Typographic characters and what a typewriter has for them, by code point.
constexpr std::array<Spelling, 24> kTypewriter{{
    {0x00AB, "\""},  {0x00B4, "'"}, {0x00BB, "\""}, {0x02BC, "'"},  {0x2010, "-"},  {0x2011, "-"},
    {0x2012, "-"},   {0x2013, "-"}, {0x2014, "-"},  {0x2015, "-"},  {0x2018, "'"},  {0x2019, "'"},
    {0x201A, "'"},   {0x201B, "'"}, {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x201F, "\""},
    {0x2026, "..."}, {0x2032, "'"}, {0x2033, "\""}, {0x2039, "'"},  {0x203A, "'"},  {0x2212, "-"},
}};

/// Between the quotes of Latin-1 and this stand letters alone.
constexpr char32_t kFirstTypewritten = 0x02BC;

void append_folded(std::string& out, char32_t character) {
  if (character < 0x80) return out.push_back(lower(static_cast<char>(character)));
  if (character >= 0xC0 && character < kFirstTypewritten) return append_case_folded(out, character);
  const auto* spelling = std::lower_bound(kTypewriter.begin(), kTypewriter.end(), character,
                                          [](const Spelling& row, char32_t c) { return row.character < c; });
  if (spelling != kTypewriter.end() && spelling->character == character) {
    out.append(spelling->ascii);
  } else {
    append_case_folded(out, character);
  }
}

bool is_ascii(char c) { return static_cast<std::uint8_t>(c) < 0x80; }

/// Behind the ASCII characters from `at` on.
std::size_t ascii_run_end(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kBeyondAscii = 0x8080808080808080U;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kBeyondAscii) != 0) break;
  }
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}

void append_folded_run(std::string& out, std::string_view run) {
  for (std::size_t at = 0; at < run.size();) {
    const std::size_t end = ascii_run_end(run, at);
    const std::size_t begin = out.size();
    out.append(run.substr(at, end - at));
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(begin), lower);
    at = end;
    if (at < run.size()) append_folded(out, next_character(run, at));
  }
}

bool is_visible_ascii(char c) { return c > ' ' && c < 0x7F; }

/// Does a character stand here that `fold` leaves where it is, for nothing around it to change: visible ASCII, or a
/// single blank between such?
bool is_settled(std::string_view text, std::size_t at) {
  return is_visible_ascii(text[at]) ||
         (text[at] == ' ' && at > 0 && at + 1 < text.size() && is_visible_ascii(text[at + 1]));
}

/// True only where `fold` surely makes different texts of the two, told from where they begin to differ. No combining
/// mark may follow there, as it changes the letter before it.
bool begin_unlike(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at < shorter && lower(a[at]) == lower(b[at]) && is_settled(a, at) && is_settled(b, at)) ++at;
  const auto ends_or_stands_alone = [at](std::string_view text) {
    return at == text.size() || (is_visible_ascii(text[at]) &&
                                 (at + 1 == text.size() || text[at + 1] == ' ' || is_visible_ascii(text[at + 1])));
  };
  if (!ends_or_stands_alone(a) || !ends_or_stands_alone(b)) return false;
  return at == shorter ? a.size() != b.size() : lower(a[at]) != lower(b[at]);
}

constexpr std::array<bool, 256> kAsciiWordCharacters = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = is_ascii_letter_or_digit(static_cast<char>(c));
  return table;
}();

bool is_ascii_word_character(char c) { return kAsciiWordCharacters[static_cast<std::uint8_t>(c)]; }

bool is_word_character(char32_t character) { return is_letter(character) || is_digit(character) || is_mark(character); }

/// Is the character at `at`, which is moved behind it, part of a word?
bool take_word_character(std::string_view text, std::size_t& at) {
  return is_ascii(text[at]) ? is_ascii_word_character(text[at++]) : is_word_character(next_character(text, at));
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    if (is_trimmed(text.front())) {
      text.remove_prefix(1);
    } else if (is_trimmed(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  return text;
}

std::string clean(std::string_view text) {
  auto cleaned = cleaned_with<append_as_it_is>(text);
  return cleaned.nfc_needed() ? to_nfc(cleaned.take()) : cleaned.take();
}

std::string fold(std::string_view text) {
  auto folded = cleaned_with<append_folded_run>(text);
  if (!folded.nfc_needed()) return folded.take();
  std::string out;
  append_folded_run(out, clean(text));
  return out;
}

bool folds_to(std::string_view text, std::string_view folded) {
  return !begin_unlike(text, folded) && fold(text) == folded;
}

bool fold_alike(std::string_view a, std::string_view b) {
  return a == b || (!begin_unlike(a, b) && fold(a) == fold(b));
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char x, char y) { return lower(x) == lower(y); }) != text.end() ||
         part.empty();
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

bool ends_with_ignoring_case(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && equals_ignoring_case(text.substr(text.size() - suffix.size()), suffix);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    // The library looks each character up in the separators; for a single one there is a faster search.
    const std::size_t found = separators.size() == 1 ? text.find(separators.front()) : text.find_first_of(separators);
    const std::size_t stop = std::min(found, text.size());
    const std::string_view part = trim(text.substr(0, stop));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(stop + 1, text.size()));
  }
  return parts;
}

std::string_view next_word(std::string_view text, std::size_t& at) {
  std::size_t begin = at;
  while (at < text.size()) {
    const std::size_t here = at;
    if (take_word_character(text, at)) continue;
    if (here > begin) {
      at = here;
      break;
    }
    begin = at;
  }
  return text.substr(begin, at - begin);
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t at = 0;
  for (auto word = next_word(text, at); !word.empty(); word = next_word(text, at)) found.push_back(word);
  return found;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; !next_word(text, at).empty();) ++count;
  return count;
}

std::string shorten(std::string_view text, std::size_t limit) {
  if (limit == 0) return {};
  std::size_t at = 0;
  std::size_t kept = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == limit) return std::string(text.substr(0, kept)) + "…";
    next_character(text, at);
    if (count + 1 < limit) kept = at;
  }
  return std::string(text);
}

}  // namespace klartext
