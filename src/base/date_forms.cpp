// Numbers and names in their orders, from "2021-06-22" to "Jun. 22nd, 2021".
#include "base/date_forms.h"

#include <algorithm>
#include <array>

#include "base/date_scan.h"
#include "base/date_table.h"
#include "base/text.h"

namespace klartext {
namespace {

using Context = DateContext;
using Match = DateMatch;
using Form = DateForm;

std::optional<Match> match(const std::optional<Date>& date, std::size_t begin, std::size_t end, char joint) {
  if (!date) return std::nullopt;
  return Match{*date, begin, end, joint, false};
}

// --- parts ---

/// "." or "/" or "-", with a blank behind a dot ("22. 6. 2021").
char take_joint(Scanner& scanner) {
  const char joint = scanner.peek();
  if (joint != '.' && joint != '/' && joint != '-') return '\0';
  ++scanner.at;
  if (joint == '.') scanner.skip_blanks();
  return joint;
}

bool take_same_joint(Scanner& scanner, char joint) { return joint != '\0' && take_joint(scanner) == joint; }

/// Blanks, a comma or dot, and words such as "de" between day, month and year.
void skip_joints(Scanner& scanner) {
  constexpr int kMostSteps = 4;
  for (int step = 0; step < kMostSteps; ++step) {
    scanner.skip_blanks();
    if (scanner.take_any({",", ".", "-", "/", "d'", "d’"})) continue;
    Scanner ahead = scanner;
    const std::string_view word = ahead.take_word();
    if (word.empty() || !joins_date_parts(word)) return;
    scanner = ahead;
  }
}

/// "st", "er", "º" glued to a day.
void skip_ordinal_ending(Scanner& scanner) {
  Scanner ahead = scanner;
  if (ahead.take("°")) {
    scanner = ahead;
  } else if (is_ordinal_ending(ahead.take_word())) {
    scanner = ahead;
  }
}

std::optional<int> take_month(Scanner& scanner, std::string_view language) {
  Scanner ahead = scanner;
  const std::string_view word = ahead.take_word();
  if (word.empty()) return std::nullopt;
  const auto month = month_of(word, language);
  if (month) scanner = ahead;
  return month;
}

std::optional<int> take_year(Scanner& scanner) {
  Scanner ahead = scanner;
  const auto year = ahead.take_number(4, 4);
  if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  scanner = ahead;
  return year;
}

/// "21" is 2021 and "98" is 1998.
std::optional<int> take_short_year(Scanner& scanner) {
  const auto year = scanner.take_number(2, 2);
  if (!year) return std::nullopt;
  return *year + (*year >= kFirstYear % 100 ? 1900 : 2000);
}

/// Begin of the letters before `end`, within the length of a month's name.
std::size_t word_begin(std::string_view text, std::size_t end) {
  constexpr std::size_t kLongest = 24;
  const auto may_belong = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || is_letter(static_cast<unsigned char>(c));
  };
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongest && may_belong(text[begin - 1])) --begin;
  const auto found = words(text.substr(begin, end - begin));
  if (found.empty() || found.back().data() + found.back().size() != text.data() + end) return end;
  return end - found.back().size();
}

/// The dot that Hungarian and Korean put behind a day.
void skip_closing_dot(Scanner& scanner) {
  if (scanner.peek() == '.' && !is_ascii_digit(scanner.peek(1))) ++scanner.at;
}

// --- forms; each begins at a number ---

/// "2021-06-22", "2021/6/22", "2021. 6. 22."
std::optional<Match> year_month_day(const Context& context, std::size_t begin) {
  Scanner scanner{context.text, begin};
  const auto year = take_year(scanner);
  const char joint = year ? take_joint(scanner) : '\0';
  const auto month = joint != '\0' ? scanner.take_number(1, 2) : std::nullopt;
  if (!month || !take_same_joint(scanner, joint)) return std::nullopt;
  const auto day = scanner.take_number(1, 2);
  if (!day) return std::nullopt;
  if (joint == '.') skip_closing_dot(scanner);
  return match(valid_date(*year, *month, *day), begin, scanner.at, joint);
}

/// "2021年6月22日", "2021년 6월 22일"
std::optional<Match> cjk_date(const Context& context, std::size_t begin) {
  Scanner scanner{context.text, begin};
  const auto year = take_year(scanner);
  if (!year || !scanner.take_any({"年", "년"})) return std::nullopt;
  scanner.skip_blanks();
  const auto month = scanner.take_number(1, 2);
  if (!month || !scanner.take_any({"月", "월"})) return std::nullopt;
  scanner.skip_blanks();
  const auto day = scanner.take_number(1, 2);
  if (!day || !scanner.take_any({"日", "号", "號", "일"})) return std::nullopt;
  auto found = match(valid_date(*year, *month, *day), begin, scanner.at, ' ');
  if (found) found->letters_may_touch = true;
  return found;
}

/// "2021. június 22.", "2021 m. birželio 22", "2021. gada 22. jūnijs", "2021-Jun-22"
std::optional<Match> year_named_month(const Context& context, std::size_t begin) {
  Scanner scanner{context.text, begin};
  const auto year = take_year(scanner);
  if (!year) return std::nullopt;
  const std::size_t year_end = scanner.at;
  skip_joints(scanner);
  auto month = take_month(scanner, context.language);
  if (month) skip_joints(scanner);
  const bool latvian = context.text.substr(year_end, scanner.at - year_end).find("gada") != std::string_view::npos;
  const auto day = month || latvian ? scanner.take_number(1, 2) : std::nullopt;
  if (!day) return std::nullopt;
  if (month) {
    skip_closing_dot(scanner);
  } else {
    skip_joints(scanner);
    month = take_month(scanner, context.language);
  }
  return month ? match(valid_date(*year, *month, *day), begin, scanner.at, ' ') : std::nullopt;
}

/// 0 (Sunday) … 6 for the English weekday that stands right before a date: "Mon, 05/10/2020".
std::optional<unsigned> weekday_before(const Context& context, std::size_t begin) {
  constexpr std::array kNames = std::to_array<std::string_view>({"sun", "mon", "tue", "wed", "thu", "fri", "sat"});
  constexpr std::size_t kLettersThatTell = 3;
  std::size_t end = begin;
  while (end > context.last_end && begin - end < 3 && (context.text[end - 1] == ' ' || context.text[end - 1] == ',')) {
    --end;
  }
  const std::size_t word_start = word_begin(context.text, end);
  const std::string word = lower_ascii(context.text.substr(word_start, end - word_start));
  const auto found = std::find(kNames.begin(), kNames.end(), std::string_view(word).substr(0, kLettersThatTell));
  return found == kNames.end() ? std::nullopt : std::optional(static_cast<unsigned>(found - kNames.begin()));
}

/// The numbers of an ambiguous date.
struct Numbers {
  int first = 0;
  int second = 0;
  int year = 0;
};

/// What the weekday before the date makes of it: "Mon, 05/10/2020" is the fifth of October.
std::optional<bool> order_by_weekday(const Context& context, std::size_t begin, const Numbers& numbers) {
  const auto weekday = weekday_before(context, begin);
  if (!weekday) return std::nullopt;
  const auto falls_on_it = [&](int day, int month) {
    const auto date = valid_date(numbers.year, month, day);
    constexpr long kThursday = 4;  // 1 January 1970
    return date && (date->days() + kThursday) % 7 == *weekday;
  };
  const bool day_first = falls_on_it(numbers.first, numbers.second);
  return day_first != falls_on_it(numbers.second, numbers.first) ? std::optional(day_first) : std::nullopt;
}

/// Which of two numbers is the day. nullopt: both could be, and nothing tells.
std::optional<bool> first_is_day(const Context& context, std::size_t begin, char joint, const Numbers& numbers) {
  constexpr int kMonths = 12;
  if (numbers.first > kMonths || numbers.first == numbers.second) return true;
  if (numbers.second > kMonths) return false;
  if (joint == '.') return true;
  const auto by_weekday = order_by_weekday(context, begin, numbers);
  return by_weekday ? by_weekday : context.day_first;
}

/// "22.6.2021", "22. 6. 2021", "22/06/2021", "6/22/2021", "22-06-2021", and with the language known "22.6.21", with the
/// order known "22/6/21"
std::optional<Match> numbers(const Context& context, std::size_t begin) {
  Scanner scanner{context.text, begin};
  const auto first = scanner.take_number(1, 2);
  const char joint = first ? take_joint(scanner) : '\0';
  const auto second = joint != '\0' ? scanner.take_number(1, 2) : std::nullopt;
  if (!second || !take_same_joint(scanner, joint)) return std::nullopt;
  const bool order_known = context.day_first.has_value() || (joint == '.' && !context.language.empty());
  auto year = take_year(scanner);
  if (!year && order_known && joint != '-') year = take_short_year(scanner);
  if (!year) return std::nullopt;
  const auto day_first = first_is_day(context, begin, joint, {*first, *second, *year});
  if (!day_first) return std::nullopt;
  const auto date = *day_first ? valid_date(*year, *second, *first) : valid_date(*year, *first, *second);
  return match(date, begin, scanner.at, joint);
}

/// "22. Juni 2021", "22 de junio de 2021", "1er juin 2021", "22nd of June, 2021", "22-Jun-2021"
std::optional<Match> day_named_month_year(const Context& context, std::size_t begin) {
  Scanner scanner{context.text, begin};
  const auto day = scanner.take_number(1, 2);
  if (!day) return std::nullopt;
  skip_ordinal_ending(scanner);
  skip_joints(scanner);
  const auto month = take_month(scanner, context.language);
  if (!month) return std::nullopt;
  skip_joints(scanner);
  const auto year = take_year(scanner);
  return year ? match(valid_date(*year, *month, *day), begin, scanner.at, ' ') : std::nullopt;
}

/// Begin and number of a month's name before a day ("June 22"), past blanks, a dot or a dash.
std::optional<std::pair<std::size_t, int>> month_before(const Context& context, std::size_t day_begin) {
  constexpr std::size_t kMostBytes = 3;
  std::size_t end = day_begin;
  while (end > context.last_end && day_begin - end < kMostBytes) {
    const char c = context.text[end - 1];
    if (c != ' ' && c != '.' && c != '-') break;
    --end;
  }
  const std::size_t begin = word_begin(context.text, end);
  if (begin == end || begin < context.last_end) return std::nullopt;
  const auto word = context.text.substr(begin, end - begin);
  if (const auto month = month_of(word, context.language)) return std::pair(begin, *month);
  // "PublishedMay 3, 2019": only the layout parts the words.
  const std::size_t capital = word.find_last_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (capital == 0 || capital == std::string_view::npos) return std::nullopt;
  const auto month = month_of(word.substr(capital), context.language);
  return month ? std::optional(std::pair(begin + capital, *month)) : std::nullopt;
}

/// "June 22, 2021", "Jun. 22nd 2021", "Jun-22-2021", and "Apr 28 19:20:36 CEST 2023"
std::optional<Match> named_month_day_year(const Context& context, std::size_t begin) {
  Scanner scanner{context.text, begin};
  const auto day = scanner.take_number(1, 2);
  if (!day) return std::nullopt;
  const auto month = month_before(context, begin);
  if (!month) return std::nullopt;
  skip_ordinal_ending(scanner);
  skip_joints(scanner);
  auto year = take_year(scanner);
  const auto time = year ? std::nullopt : take_time(scanner, TimeTrust::plain);
  if (time) {
    skip_joints(scanner);
    year = take_year(scanner);
  }
  if (!year) return std::nullopt;
  auto date = valid_date(*year, month->second, *day);
  if (date && time) set_time(*date, *time);
  return match(date, month->first, scanner.at, ' ');
}

/// A number of four digits can only be a year, one of one or two only a day or a month; all others open no date.
constexpr std::array<Form, 3> kYearForms{year_month_day, cjk_date, year_named_month};
constexpr std::array<Form, 3> kDayForms{numbers, day_named_month_year, named_month_day_year};

}  // namespace

std::span<const DateForm> date_forms(std::size_t digits) {
  if (digits == 4) return kYearForms;
  return digits <= 2 ? std::span<const Form>(kDayForms) : std::span<const Form>{};
}

}  // namespace klartext
