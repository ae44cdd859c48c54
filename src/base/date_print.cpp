// Dates in running text.
//
// A date has digits, four at least, so the text is searched for numbers, and around each number that may open a date
// the forms of date_forms.cpp are tried in order. A form looks at a bounded number of bytes: the whole is linear.
#include <algorithm>

#include "base/date.h"
#include "base/date_forms.h"
#include "base/date_scan.h"
#include "base/date_table.h"
#include "base/text.h"

namespace klartext {
namespace {

using Context = DateContext;
using Match = DateMatch;

// --- what may touch a date ---

bool is_number_joint(char c) { return c == '.' || c == ',' || c == ':' || c == '/' || c == '-' || c == '+'; }

bool letter_before(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
  if (at == 0) return false;
  std::size_t begin = at - 1;
  return is_letter(next_character(text, begin));
}

/// "Erstellt am22.6.2021", "PublishedJun 22, 2021": only the layout parts the word from a date that is unmistakable.
bool is_glued_to_word(const Context& context, const Match& found) {
  constexpr std::size_t kShortest = std::string_view("1.6.2021").size();
  const bool numbers = (found.joint == '.' || found.joint == '/') && found.end - found.begin >= kShortest;
  const char first = context.text[found.begin];
  const std::string_view before = context.text.substr(0, found.begin);
  return (numbers || (first >= 'A' && first <= 'Z')) && before.size() > 1 && letter_before(before, before.size()) &&
         letter_before(before, before.size() - 1);
}

/// "21-22. Juni 2021" and "1.22.6.2021" are none; the end of a range "1.6.2021-22.6.2021" is one.
bool begins_freely(const Context& context, const Match& found) {
  const std::string_view text = context.text;
  if (found.begin == 0) return true;
  const char before = text[found.begin - 1];
  if (is_ascii_digit(before) || before == '_') return false;
  const bool after_dash = text.substr(0, found.begin).ends_with("–");
  const std::size_t joint_length = after_dash ? std::string_view("–").size() : 1;
  const bool after_number =
      (after_dash || is_number_joint(before)) && found.begin > joint_length &&
      (is_ascii_digit(text[found.begin - joint_length - 1]) || text[found.begin - joint_length - 1] == '.');
  const bool range = after_number && (after_dash || before == '-') && (found.joint == '.' || found.joint == '/');
  if (after_number) return range && found.begin - joint_length <= context.last_end;
  return found.letters_may_touch || !letter_before(text, found.begin) || is_glued_to_word(context, found);
}

bool ends_freely(const Context& context, const Match& found) {
  const Scanner behind{context.text, found.end};
  if (found.letters_may_touch) return true;
  if (is_ascii_digit(behind.peek()) || behind.peek() == '_') return false;
  if (!is_number_joint(behind.peek()) || !is_ascii_digit(behind.peek(1))) return true;
  return behind.peek() == ',' || (behind.peek() == '-' && found.joint != '-');
}

std::optional<Match> match_at(const Context& context, std::size_t begin, std::size_t digits) {
  for (const DateForm form : date_forms(digits)) {
    const auto found = form(context, begin);
    if (found && begins_freely(context, *found) && ends_freely(context, *found)) return found;
  }
  return std::nullopt;
}

// --- time of day ---

/// Only blanks, commas and at most two words ("Uhr, Dienstag") part a time from the date behind it.
bool may_lead_date(std::string_view between) {
  constexpr std::size_t kMostBytes = 24;
  constexpr std::size_t kMostWords = 2;
  return between.size() <= kMostBytes && between.find_first_of("\n.!?;") == std::string_view::npos &&
         std::none_of(between.begin(), between.end(), is_ascii_digit) && count_words(between) <= kMostWords;
}

/// "14:30 Uhr, 22. Juni 2021", "10:21 GMT, Friday 2 June 2023"
bool take_time_before(const Context& context, Match& found) {
  constexpr std::size_t kWindow = 48;  // bytes
  const std::size_t from = std::max(context.last_end, found.begin > kWindow ? found.begin - kWindow : 0);
  for (std::size_t at = from; at < found.begin; ++at) {
    const bool inside_number =
        at > 0 && (is_ascii_digit(context.text[at - 1]) || is_number_joint(context.text[at - 1]));
    if (!is_ascii_digit(context.text[at]) || inside_number) continue;
    Scanner scanner{context.text.substr(0, found.begin), at};
    const auto time = take_time(scanner, TimeTrust::plain);
    if (!time || !may_lead_date(context.text.substr(scanner.at, found.begin - scanner.at))) continue;
    set_time(found.date, *time);
    found.begin = at;
    return true;
  }
  return false;
}

void add_time(const Context& context, Match& found) {
  if (found.date.second_of_day) return;
  Scanner scanner{context.text, found.end};
  if (const auto time = take_time_behind_date(scanner)) {
    set_time(found.date, *time);
    found.end = scanner.at;
  } else {
    take_time_before(context, found);
  }
}

/// "1/2/21" has the fewest digits of all dates.
bool has_digits_of_date(std::string_view text) {
  constexpr std::size_t kFewestDigits = 4;
  std::size_t digits = 0;
  return std::any_of(text.begin(), text.end(),
                     [&digits](char c) { return is_ascii_digit(c) && ++digits == kFewestDigits; });
}

}  // namespace

std::vector<PrintedDate> find_dates_ordered(std::string_view text, std::string_view language,
                                            std::optional<bool> day_first) {
  std::vector<PrintedDate> dates;
  Context context{text, language, day_first};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_ascii_digit(text[at])) continue;
    std::size_t end = at + 1;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (auto found = match_at(context, at, end - at)) {
      add_time(context, *found);
      dates.push_back({found->date, found->begin, found->end});
      context.last_end = end = found->end;
    }
    at = end - 1;
  }
  return dates;
}

std::vector<PrintedDate> find_dates(std::string_view text, std::string_view language) {
  if (!has_digits_of_date(text)) return {};
  return find_dates_ordered(text, language, day_first_in(language));
}

std::size_t words_beside(std::string_view text, const std::vector<PrintedDate>& dates) {
  std::size_t beside = count_words(text);
  for (const auto& date : dates) beside -= count_words(text.substr(date.begin, date.end - date.begin));
  return beside;
}

}  // namespace klartext
