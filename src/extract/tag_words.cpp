#include "extract/tag_words.h"

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

/// Longer texts are descriptions; more entries are a search engine's bait.
constexpr std::size_t kLongestTagBytes = 60;
constexpr std::size_t kMostTagWords = 6;
constexpr std::size_t kMostTags = 60;
/// Numbers of a database are longer than any word that mixes letters and digits.
constexpr std::size_t kShortestIdentifier = 16;

bool is_hex_or_hyphen(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '-';
}

/// "8ae9ab2d-fe1b-4230-acb8-a59b52877682"
bool is_identifier(std::string_view tag) {
  return tag.size() >= kShortestIdentifier && std::all_of(tag.begin(), tag.end(), is_hex_or_hyphen) &&
         tag.find_first_of("0123456789") != std::string_view::npos;
}

/// "source:tagname:wire": a colon without a blank behind it parts what programs read; "12:30" is for people.
bool is_for_programs(std::string_view tag) {
  const auto colon = tag.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 >= tag.size()) return false;
  const char next = tag[colon + 1];
  return next != ' ' && !(next >= '0' && next <= '9');
}

/// "Category: Wine" is "Wine".
std::string_view without_label(std::string_view text) {
  const auto colon = text.find(": ");
  const bool labelled = colon != std::string_view::npos && label_of(text.substr(0, colon)).has(Label::tags);
  return labelled ? trim(text.substr(colon + 1)) : text;
}

/// "Wahl (611 posts)" is "Wahl": how many articles a topic has is not its name.
std::string_view without_count(std::string_view text) {
  const auto open = text.rfind('(');
  if (open == 0 || open == std::string_view::npos || !text.ends_with(')')) return text;
  const bool counts = open + 1 < text.size() && text[open + 1] >= '0' && text[open + 1] <= '9';
  return counts ? trim(text.substr(0, open)) : text;
}

/// "#Bahn" and "„Bahn“," are "Bahn".
std::string_view without_quotes(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : {"#", "„", "“", "”", "\"", ",", ";"}) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        cut = true;
      }
      if (mark != "#" && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        cut = true;
      }
    }
  }
  return trim(text);
}

/// The day in the line of the tags.
bool is_date(std::string_view tag) {
  if (tag.find_first_of("0123456789") == std::string_view::npos) return false;
  const auto dates = find_dates(tag);
  return dates.size() == 1 && dates.front().begin == 0 && dates.front().end == tag.size();
}

bool may_be_tag(std::string_view tag) {
  return tag.size() >= 2 && tag.size() <= kLongestTagBytes && count_words(tag) <= kMostTagWords &&
         !words(tag).empty() && !is_identifier(tag) && !is_for_programs(tag) && !is_date(tag);
}

/// Scripts that set no blanks between words: there a blank parts the entries of a list.
bool sets_no_blanks(std::string_view list) {
  constexpr char32_t kFirstKana = 0x3040;
  constexpr char32_t kLastIdeograph = 0x9FFF;
  std::size_t at = 0;
  if (list.empty()) return false;
  const char32_t first = next_character(list, at);
  return first >= kFirstKana && first <= kLastIdeograph;
}

std::string_view separator_of(std::string_view list) {
  if (list.find(';') != std::string_view::npos) return ";";
  if (list.find(',') != std::string_view::npos) return ",";
  if (list.find(" | ") != std::string_view::npos) return "|";
  if (list.find(" #") != std::string_view::npos) return "#";
  return sets_no_blanks(list) ? " " : "";
}

std::string with_plain_commas(std::string_view list) {
  std::string plain(list);
  for (const std::string_view comma : {"，", "、", "•", "·"}) {
    for (auto at = plain.find(comma); at != std::string::npos; at = plain.find(comma, at + 1)) {
      plain.replace(at, comma.size(), ",");
    }
  }
  return plain;
}

}  // namespace

void add_tag(Tags& tags, std::string_view text) {
  const std::string tag = clean(without_quotes(without_count(without_label(trim(text)))));
  if (!may_be_tag(tag)) return;
  const std::string folded = fold(tag);
  const bool known = std::any_of(tags.begin(), tags.end(), [&](const auto& other) { return folds_to(other, folded); });
  if (!known && tags.size() < kMostTags) tags.push_back(tag);
}

void add_tag_list(Tags& tags, std::string_view list) {
  const std::string plain = with_plain_commas(list);
  const auto separator = separator_of(plain);
  if (separator.empty()) return add_tag(tags, plain);
  for (const auto tag : split(plain, separator)) add_tag(tags, tag);
}

}  // namespace klartext
