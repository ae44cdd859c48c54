// Each step takes one kind of addition off; they run from the outside in.
#include "extract/bare_name.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/person_names.h"
#include "extract/person_words.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

/// Small words inside names; behind any other small word stands a place or an office: "Anna Beispiel aus Bonn".
constexpr std::array<std::string_view, 40> kParticles = {
    "de",  "da",  "do",   "dos", "das", "del", "della", "di",  "du",  "des", "la", "le", "lo", "van",
    "von", "vom", "zu",   "zum", "zur", "der", "den",   "het", "ten", "ter", "te", "el", "al", "bin",
    "ibn", "ben", "bint", "y",   "e",   "i",   "af",    "av",  "dem", "auf", "st", "op"};
/// A name has at least so many words before another small word ends it.
constexpr std::size_t kFewestNameWords = 2;

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

std::string_view without_brackets(std::string_view text) {
  const auto open = text.find_first_of("([{<");
  if (open == 0 && text.find_first_of(")]}>") == text.size() - 1) return text.substr(1, text.size() - 2);
  return open == std::string_view::npos ? text : trim(text.substr(0, open));
}

std::ptrdiff_t capitals_of(std::string_view word) {
  return std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "Anna Beispiel aus Bonn" and "Jane Doe for Stadtblatt" are the persons; "Bureau of Cartography" stays.
std::string_view without_tail(std::string_view name) {
  const auto own_words = split(name, " ");
  if (own_words.empty() || !starts_upper(own_words.front()) || has_organization_word(name)) return name;
  for (std::size_t i = 1; i < own_words.size(); ++i) {
    const auto word = own_words[i];
    const bool small = lower_ascii(word) == word && !starts_upper(word) && !is_particle(word);
    if (!small) continue;
    const bool ends_name = i >= kFewestNameWords || leads_to_date(word);
    return ends_name ? trim(name.substr(0, static_cast<std::size_t>(word.data() - name.data()))) : name;
  }
  return name;
}

/// "Jane Doe PhD" → "Jane Doe", and "Peter Maier/dpa" → "Peter Maier"; "dpa/hei" stays.
std::string_view without_appendix(std::string_view name) {
  for (auto blank = name.rfind(' '); blank != std::string_view::npos; blank = name.rfind(' ')) {
    if (!is_credential(name.substr(blank + 1)) || capitals_of(name.substr(blank + 1)) < 2) break;
    name = trim(name.substr(0, blank));
  }
  const auto slash = name.find('/');
  return slash != std::string_view::npos && looks_like_person(trim(name.substr(0, slash))) ? trim(name.substr(0, slash))
                                                                                           : name;
}

/// "Anni Koskela Julkaistu" of "Anni Koskela Julkaistu 14.11.2022": the words that announce the date.
std::string_view without_stamp(std::string_view name) {
  constexpr std::size_t kLongestStamp = 3;  // words
  const auto own_words = split(name, " ");
  for (std::size_t i = std::max(own_words.size(), kLongestStamp) - kLongestStamp; i < own_words.size(); ++i) {
    if (i < kFewestNameWords) continue;
    const auto begin = static_cast<std::size_t>(own_words[i].data() - name.data());
    const LabelSet label = label_of(name.substr(begin));
    if (label.has(Label::published) || label.has(Label::modified)) return trim(name.substr(0, begin));
  }
  return name;
}

/// "unserem Redakteur Ben Muster" is "Ben Muster", and "der Redaktion" is "Redaktion".
std::string_view without_office(std::string_view name) {
  std::string_view rest = name;
  for (const std::string_view article : {"der ", "die ", "unserer ", "unserem ", "unseren ", "unser "}) {
    if (rest.starts_with(article)) rest = rest.substr(article.size());
  }
  if (rest.size() < name.size() && has_organization_word(rest)) return rest;
  for (auto word = rest.substr(0, rest.find(' ')); word.size() < rest.size() && has_role_word(word);) {
    rest = rest.substr(word.size() + 1);
    word = rest.substr(0, rest.find(' '));
  }
  return looks_like_person(rest) ? rest : name;
}

}  // namespace

std::string_view without_quotes(std::string_view text) {
  if (text.starts_with("©")) text.remove_prefix(std::string_view("©").size());
  while (!text.empty() && (text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '"' || text.back() == ':')) text.remove_suffix(1);
  return trim(text);
}

std::string_view bare_name(std::string_view part) {
  return without_office(without_tail(without_stamp(without_appendix(without_quotes(without_brackets(part))))));
}

bool is_picture_credit(std::string_view part) {
  constexpr std::array kBeginnings =
      std::to_array<std::string_view>({"foto", "photo", "bild", "illustra", "grafi", "video", "kamera", "camera"});
  const auto open = part.find('(');
  if (open == std::string_view::npos) return false;
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
    return starts_with_ignoring_case(part.substr(open + 1), beginning);
  });
}

}  // namespace klartext
