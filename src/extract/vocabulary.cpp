// Looking words up in the vocabulary.
#include "extract/vocabulary.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "base/text_map.h"

namespace klartext {
namespace {

/// Longest label worth folding: "das könnte sie auch interessieren" has 35 bytes, the longest of the table 60.
constexpr std::size_t kLongestLabelBytes = 72;

using LabelMap = TextMap<LabelSet>;

LabelMap make_labels() {
  LabelMap labels;
  for (const auto& row : label_words()) {
    for (const auto words : split(row.words, "|")) labels[fold(words)].add(row.label);
  }
  return labels;
}

const LabelMap& known_labels() {
  static const LabelMap kLabels = make_labels();
  return kLabels;
}

struct Openings {
  TextSet whole;
  TextSet first_words;  ///< hardly a line begins with one: a quick no
};

Openings make_openings() {
  Openings openings;
  for (const auto& row : opening_words()) {
    for (const auto opening : split(row.words, "|")) {
      openings.whole.insert(fold(opening));
      openings.first_words.insert(fold(words(opening).front()));
    }
  }
  return openings;
}

const Openings& known_openings() {
  static const Openings kOpenings = make_openings();
  return kOpenings;
}

TextSet make_forms() {
  TextSet forms;
  for (const auto& row : form_words()) {
    for (const auto word : split(row.words, "|")) forms.insert(fold(word));
  }
  return forms;
}

bool is_decoration(char32_t c) { return !is_letter(c) && !is_digit(c); }

/// Where the last character of the text begins.
std::size_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

/// Folded text without what decorates a label: arrows, bullets, colons, brackets, a count such as "(12)" at the end.
std::string_view undecorated(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t next = 0; next < text.size() && is_decoration(next_character(text, next));) begin = next;
  text.remove_prefix(begin);
  while (!text.empty()) {
    const std::size_t last = last_character(text);
    std::size_t at = last;
    if (!is_decoration(next_character(text, at))) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::string_view without_count(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9') --end;
  return end == 0 ? text : undecorated(text.substr(0, end));
}

}  // namespace

LabelSet label_of(std::string_view text) {
  if (text.empty() || text.size() > kLongestLabelBytes) return {};
  const std::string folded = fold(text);
  const auto found = known_labels().find(without_count(undecorated(folded)));
  return found == known_labels().end() ? LabelSet{} : found->second;
}

bool names_form(std::string_view text) {
  static const auto kForms = make_forms();
  if (text.empty() || text.size() > kLongestLabelBytes) return false;
  const std::string folded = fold(text);
  return kForms.contains(undecorated(folded));
}

std::string_view subject_of_heading(std::string_view heading) {
  constexpr std::size_t kMostOpeningWords = 6;
  constexpr std::size_t kMostWords = 10;
  if (heading.size() > kLongestLabelBytes) return {};
  std::size_t behind_first = 0;
  const auto first = next_word(heading, behind_first);
  if (first.empty() || !known_openings().first_words.contains(fold(first))) return {};
  const auto all = words(heading);
  if (all.size() > kMostWords || heading.find_first_of(":\n") != std::string_view::npos) return {};
  for (std::size_t count = std::min(kMostOpeningWords, all.size() - 1); count > 0; --count) {
    const auto begin = static_cast<std::size_t>(all.front().data() - heading.data());
    const auto end = static_cast<std::size_t>(all[count - 1].data() + all[count - 1].size() - heading.data());
    if (known_openings().whole.contains(fold(heading.substr(begin, end - begin)))) {
      return heading.substr(static_cast<std::size_t>(all[count].data() - heading.data()));
    }
  }
  return {};
}

LabelSet label_before_colon(std::string_view text) {
  const auto colon = text.substr(0, kLongestLabelBytes).find(':');
  return colon == std::string_view::npos ? LabelSet{} : label_of(text.substr(0, colon));
}

}  // namespace klartext
