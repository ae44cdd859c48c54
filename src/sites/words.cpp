// Folding is costly, so every list has a length beyond which a line cannot be one of its words.
#include "sites/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/url.h"

namespace klartext::sites {
namespace {

/// Bytes of punctuation that a page may put around a landmark.
constexpr std::size_t kDressBytes = 24;
/// An address spells a title only if that is long enough not to stand in any address.
constexpr std::size_t kSpelledAtLeast = 4;

bool is_punctuation(char32_t c) {
  constexpr std::u32string_view kMarks = U" .:…»«›‹→-–—|*·•[](){}<>+#\u25BA\u25B6\u25B8_,;\"'!=";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// Of a UTF-8 sequence: not its first byte.
bool is_continuation_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

std::size_t first_real(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_punctuation(next_character(text, next))) break;
    at = next;
  }
  return at;
}

/// Behind the last character that is no punctuation; looked for from the end, where it nearly always stands.
std::size_t last_real(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t at = end - 1;
    while (at > 0 && is_continuation_byte(text[at])) --at;
    std::size_t behind = at;
    if (!is_punctuation(next_character(text, behind))) break;
    end = at;
  }
  return end;
}

bool ends_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char32_t c = next_character(text, at);
  return !is_letter(c) && !is_digit(c);
}

/// Cheap refusal before folding: the first letters differ. A plain one is the same when folded, with a plain one behind
/// it.
bool may_begin(std::string_view text, std::string_view phrase) {
  const auto is_plain = [](char c) { return is_ascii_letter_or_digit(c) || c == ' '; };
  const bool settled = !text.empty() && is_ascii_letter_or_digit(text[0]) && (text.size() == 1 || is_plain(text[1]));
  return !settled || starts_with_ignoring_case(phrase, text.substr(0, 1));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kUmlauts = {
    {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}}};

std::string ascii_letters_and_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '%' && at + 2 < text.size()) {
      at += 2;  // a percent triplet in some old encoding
    } else if (c < 0x80 && (is_digit(c) || is_letter(c))) {
      out.push_back(static_cast<char>(c));
    }
  }
  return out;
}

std::string_view last_path_segment(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  while (!address.empty() && address.back() == '/') address.remove_suffix(1);
  const auto slash = address.rfind('/');
  if (slash != std::string_view::npos) address.remove_prefix(slash + 1);
  const auto dot = address.rfind('.');
  return dot != std::string_view::npos && address.size() - dot <= 6 ? address.substr(0, dot) : address;
}

}  // namespace

std::string bare(std::string_view text) {
  std::string folded = fold(text);
  folded.resize(last_real(folded));
  folded.erase(0, first_real(folded));
  return folded;
}

bool has_words(std::string_view text) { return first_real(text) < text.size(); }

void Phrases::add(std::string_view phrase) {
  auto folded = bare(phrase);
  if (folded.empty()) folded = fold(phrase);
  longest_ = std::max(longest_, folded.size());
  folded_.push_back(std::move(folded));
}

bool Phrases::are_all_of(std::string_view text) const {
  if (text.empty() || text.size() > longest_ + kDressBytes) return false;
  const auto rest = text.substr(first_real(text));
  if (std::none_of(folded_.begin(), folded_.end(), [rest](const auto& phrase) { return may_begin(rest, phrase); })) {
    return false;
  }
  const auto folded = bare(text);
  return std::find(folded_.begin(), folded_.end(), folded) != folded_.end();
}

std::optional<std::size_t> Phrases::open(std::string_view text) const {
  const std::size_t skipped = first_real(text);
  const std::string_view rest = text.substr(skipped);
  for (const auto& phrase : folded_) {
    // Folding keeps the number of bytes of the letters that profiles use, so the cut can be made in the printed text.
    const auto opening = rest.substr(0, phrase.size());
    if (opening.size() < phrase.size() || !folds_to(opening, phrase)) continue;
    if (ends_word(rest, phrase.size())) return skipped + phrase.size();
  }
  return std::nullopt;
}

bool Phrases::are_opened_by(std::string_view text) const {
  if (text.empty() || text.size() > longest_) return false;
  const auto folded = bare(text);
  return !folded.empty() && std::any_of(folded_.begin(), folded_.end(), [&](const std::string& phrase) {
    return phrase.size() > folded.size() && phrase.starts_with(folded) && phrase[folded.size()] == ' ';
  });
}

bool Phrases::stand_in(std::string_view text) const {
  const auto folded = fold(text);
  return std::any_of(folded_.begin(), folded_.end(),
                     [&](const std::string& phrase) { return folded.find(phrase) != std::string::npos; });
}

std::string spelled_out(std::string_view text) {
  std::string folded = fold(text);
  for (const auto& [umlaut, letters] : kUmlauts) {
    for (auto at = folded.find(umlaut); at != std::string::npos; at = folded.find(umlaut, at)) {
      folded.replace(at, umlaut.size(), letters);
    }
  }
  return ascii_letters_and_digits(folded);
}

std::string spelled_ascii(std::string_view text) { return ascii_letters_and_digits(lower_ascii(text)); }

bool address_spells(std::string_view address, std::string_view words) {
  const auto segment = last_path_segment(address);
  const auto ends_with = [](const std::string& spelled, const std::string& wanted) {
    return wanted.size() >= kSpelledAtLeast && spelled.ends_with(wanted);
  };
  return ends_with(spelled_out(percent_decode(segment)), spelled_out(words)) ||
         ends_with(spelled_ascii(segment), spelled_ascii(words));
}

std::string_view without_quotes(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kQuotes = {
      {{"„", "“"}, {"“", "”"}, {"\"", "\""}, {"»", "«"}, {"«", "»"}}};
  for (const auto& [open, close] : kQuotes) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    return trim(text.substr(open.size(), text.size() - open.size() - close.size()));
  }
  return text;
}

std::string_view without_colon(std::string_view text) {
  text = trim(text);
  while (!text.empty() && text.back() == ':') text = trim(text.substr(0, text.size() - 1));
  return text;
}

bool is_printed_address(std::string_view text) {
  return text.find(' ') == std::string_view::npos && (is_http_url(text) || starts_with_ignoring_case(text, "www."));
}

bool ends_like_a_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

}  // namespace klartext::sites
