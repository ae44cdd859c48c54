#include "extract/person_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "base/text_map.h"
#include "extract/bare_name.h"
#include "extract/person_words.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

constexpr std::size_t kLongestNameBytes = 60;
constexpr std::size_t kMostNameWords = 6;
/// No article has more authors; a longer list is something else.
constexpr std::size_t kMostNames = 30;
constexpr std::size_t kMostInitialsBytes = 5;

/// What follows is the name of somebody who did something else.
constexpr std::array<std::string_view, 17> kOtherCredits = {
    "reviewed by",  "edited by", "editing by",  "translated by", "fact checked by", "fact-checked by",
    "photos by",    "photo by",  "photography", "photos:",       "fotos:",          "foto:",
    "illustration", "fotos von", "foto von",    "übersetzt von", "updated by"};
/// Marks of several bytes that part names, and the byte that stands for them; `split` parts at single bytes only.
constexpr char kDash = '\x1F';
constexpr std::array kWideSeparators = std::to_array<std::pair<std::string_view, char>>(
    {{"•", '|'}, {"·", '|'}, {" / ", '|'}, {" – ", kDash}, {" — ", kDash}, {" - ", kDash}});

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "ByJane Doe": some pages part the word from the name by their layout alone.
std::size_t glued_prefix_bytes(std::string_view text) {
  for (const std::string_view prefix : {"By", "Von", "Par", "Por", "Written by", "Author", "Autor", "Autorin"}) {
    if (text.size() > prefix.size() && text.starts_with(prefix) && is_ascii_capital(text[prefix.size()])) {
      return prefix.size();
    }
  }
  return 0;
}

TextSet make_prefixes() {
  TextSet prefixes;
  for (const auto& row : byline_words()) {
    for (const auto prefix : split(row.prefixes, "|")) prefixes.insert(fold(prefix));
  }
  return prefixes;
}

TextSet make_column(std::string_view BylineWords::*column) {
  TextSet column_words;
  for (const auto& row : byline_words()) {
    for (const auto word : split(row.*column, "|")) column_words.emplace(word);
  }
  return column_words;
}

bool is_prefix_word(std::string_view word) {
  static const auto kPrefixes = make_column(&BylineWords::prefixes);
  return kPrefixes.contains(fold(word));
}

bool is_conjunction(std::string_view word) {
  static const auto kConjunctions = make_column(&BylineWords::conjunctions);
  return kConjunctions.contains(fold(word));
}

/// "Von Anna" → "Anna"; the longest prefix of the table that stands before a blank, colon or bar.
std::string_view without_byline_prefix(std::string_view text) {
  constexpr std::size_t kMostWords = 5;  // of a prefix
  static const auto kPrefixes = make_prefixes();
  std::size_t cut = 0;
  std::size_t at = text.find_first_of(" :|");
  for (std::size_t i = 0; i < kMostWords && at != std::string_view::npos; ++i) {
    if (kPrefixes.contains(fold(text.substr(0, at)))) cut = at + 1;
    at = text.find_first_of(" :|", at + 1);
  }
  return trim(text.substr(cut == 0 ? glued_prefix_bytes(text) : cut));
}

std::string with_plain_separators(std::string_view text) {
  std::string marked(text);
  for (const auto& [separator, plain] : kWideSeparators) {
    for (auto at = marked.find(separator); at != std::string::npos; at = marked.find(separator, at + 1)) {
      marked.replace(at, separator.size(), 1, plain);
    }
  }
  return marked;
}

/// "Anna Beispiel 3. Mai 2025" → "Anna Beispiel | ": a date ends a name as a bar does.
std::string without_dates(std::string_view text) {
  if (!has_digit(text)) return std::string(text);
  std::string rest;
  std::size_t at = 0;
  for (const auto& date : find_dates(text)) {
    rest.append(text.substr(at, date.begin - at)).append(" | ");
    at = date.end;
  }
  return rest.append(text.substr(at));
}

std::string_view without_other_credits(std::string_view text) {
  const std::string lowered = lower_ascii(text);
  std::size_t end = text.size();
  for (const auto credit : kOtherCredits) end = std::min(end, lowered.find(credit));
  return trim(text.substr(0, end));
}

bool is_loud(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct NamePart {
  std::string text;
  bool behind_dash = false;
};

/// One name at a time: "2020 by Anna und Ben am 3. Mai" gives "Anna" and "Ben".
class NameParts {
 public:
  void add(std::string_view word) {
    if (joins_names(word)) return flush();
    const bool opens_name = has_digit(name_) && is_prefix_word(word);
    if (opens_name) {
      name_.clear();
    } else if (has_digit(word) && leads_to_date(lower_ascii(last_word()))) {
      name_.resize(name_.size() - last_word().size());
      flush();
      skip_ = true;
    } else if (!skip_) {
      name_.append(name_.empty() ? "" : " ").append(word);
    }
  }
  void flush() {
    const auto name = trim(name_);
    if (!name.empty()) parts_.push_back({std::string(name), behind_dash_});
    name_.clear();
    skip_ = false;
  }
  void pass_dash() { behind_dash_ = true; }
  std::vector<NamePart> take() { return std::move(parts_); }

 private:
  /// "Anna und Ben", "ANNA UND BEN"; in "Dan Brown" the first word is a name.
  [[nodiscard]] bool joins_names(std::string_view word) const {
    const bool printed_as_name = starts_upper(word) && (name_.empty() || lower_ascii(name_) == name_ || !is_loud(word));
    return !printed_as_name && !is_long_office() && is_conjunction(word);
  }
  /// "Center for Drug Evaluation and Research"
  [[nodiscard]] bool is_long_office() const {
    constexpr std::size_t kFewestWords = 3;
    return count_words(name_) >= kFewestWords && has_organization_word(name_);
  }
  [[nodiscard]] std::string_view last_word() const {
    const auto blank = name_.rfind(' ');
    return std::string_view(name_).substr(blank == std::string::npos ? 0 : blank + 1);
  }
  std::vector<NamePart> parts_;
  std::string name_;
  bool skip_ = false;  ///< the rest of this piece is a date
  bool behind_dash_ = false;
};

/// Parts at punctuation, then at conjunctions between blanks.
std::vector<NamePart> parts_of(std::string_view text) {
  NameParts parts;
  const std::string marked = with_plain_separators(text);
  for (const auto side : split(marked, {&kDash, 1})) {
    for (const auto piece : split(side, ",;|&\n\t")) {
      for (const auto word : split(piece, " ")) parts.add(word);
      parts.flush();
    }
    parts.pass_dash();
  }
  return parts.take();
}

/// "page.head.author", "john.doe": what programs call somebody; "przepisy.pl" or "J.R." does not.
bool is_key(std::string_view name) {
  const auto dot = name.find('.');
  return name.find(' ') == std::string_view::npos && dot != std::string_view::npos &&
         (name.find('.', dot + 1) != std::string_view::npos && lower_ascii(name) == name);
}

bool is_address_or_handle(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
         text.starts_with("www.") || text.find(".com/") != std::string_view::npos;
}

/// "Wolke7": one capitalized word with digits at its end.
bool is_nickname(std::string_view name) {
  constexpr std::size_t kFewestLetters = 4;
  constexpr std::size_t kMostDigits = 2;
  const auto letters = name.find_last_not_of("0123456789") + 1;
  return starts_upper(name) && letters >= kFewestLetters && name.size() - letters <= kMostDigits &&
         !has_digit(name.substr(0, letters)) && name.find_first_of(" .-/:") == std::string_view::npos;
}

bool may_be_name(std::string_view name) {
  if (name.size() < 2 || name.size() > kLongestNameBytes || words(name).empty() || count_words(name) > kMostNameWords)
    return false;
  if (is_address_or_handle(name) || is_key(name) || (has_digit(name) && !is_nickname(name))) return false;
  const LabelSet label = label_of(name);
  const bool is_desk = label.has(Label::byline) && has_organization_word(name);
  return !is_role(name) && (label.empty() || is_desk);
}

/// "CEPF", "BBC", "MDR Thüringen": what begins with an abbreviation is a degree or an employer.
bool begins_with_abbreviation(std::string_view part) {
  constexpr std::size_t kMostLetters = 6;
  const auto word = part.substr(0, part.find(' '));
  return word.size() > 1 && word.size() <= kMostLetters && std::all_of(word.begin(), word.end(), is_ascii_capital);
}

/// Behind a person stand titles and functions, not only more persons.
bool describes_the_one_before(std::string_view part, std::string_view before) {
  constexpr std::string_view kRegistered = "®";
  if (part.ends_with(kRegistered)) part.remove_suffix(kRegistered.size());
  const auto bare = part.ends_with('.') ? part.substr(0, part.size() - 1) : part;
  return is_credential(part) || is_credential(bare) ||
         ((has_role_word(part) || (begins_with_abbreviation(part) && !is_loud(before))) && !is_agency(part));
}

}  // namespace

std::vector<std::string> author_names(std::string_view text) {
  std::vector<std::string> names;
  bool follows_name = false;
  const std::string undated = without_dates(text);
  for (const auto& part : parts_of(without_other_credits(without_byline_prefix(trim(undated))))) {
    if (names.size() == kMostNames) break;
    // "Anna Beispiel, Radio Oberwied — Bonn": behind the employer's dash stands a place.
    const bool place = part.behind_dash && !names.empty() && !follows_name;
    const std::string name = clean(bare_name(without_byline_prefix(without_quotes(part.text))));
    follows_name = may_be_name(name) && (names.empty() || !describes_the_one_before(name, names.back()));
    if (place || !follows_name || is_picture_credit(part.text)) continue;
    const std::string folded = fold(name);
    const bool known =
        std::any_of(names.begin(), names.end(), [&](const auto& other) { return folds_to(other, folded); });
    if (!known) names.push_back(name);
  }
  return names;
}

bool begins_with_byline(std::string_view text) {
  constexpr std::size_t kMostWords = 4;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kMostWords && at != std::string_view::npos; ++i) {
    at = text.find_first_of(" :|", at + 1);
    const auto opening = text.substr(0, at);
    if (opening.size() + 1 < text.size() && label_of(opening).has(Label::byline)) return !ends_in_other_credit(opening);
  }
  return glued_prefix_bytes(text) > 0;
}

bool ends_in_other_credit(std::string_view text) {
  text = trim(text);
  while (text.ends_with(':')) text = trim(text.substr(0, text.size() - 1));
  const std::string lowered = lower_ascii(text);
  return std::any_of(kOtherCredits.begin(), kOtherCredits.end(),
                     [&](std::string_view credit) { return lowered.ends_with(credit); });
}

bool looks_like_initials(std::string_view name) {
  return name.size() <= kMostInitialsBytes && name.find(' ') == std::string_view::npos && !starts_upper(name) &&
         !looks_like_organization(name);
}

bool looks_like_organization(std::string_view name) { return is_agency(name) || has_organization_word(name); }

bool looks_like_person(std::string_view name) {
  const auto own_words = split(name, " ");
  if (own_words.size() < 2 || own_words.size() > 5 || looks_like_organization(name)) return false;
  return starts_upper(own_words.front()) && starts_upper(own_words.back());
}

}  // namespace klartext
