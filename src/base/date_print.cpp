// Dates in running text.
//
// A date has digits, so the text is searched for numbers, and around each number that may open a date the forms of the
// table below are tried in order. A form looks at a bounded number of bytes: the whole is linear.
#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/date_scan.h"
#include "base/date_table.h"
#include "base/text.h"

namespace klartext {
namespace {

struct Context {
  std::string_view text;
  std::string_view language;
  std::optional<bool> day_first;
  std::size_t last_end = 0;  ///< end of the date found before
};

/// What a form found; the scanner behind it tells where it ends.
struct Match {
  Date date;
  std::size_t begin = 0;
  std::size_t end = 0;
  char joint = ' ';                ///< what stands between its numbers
  bool letters_may_touch = false;  ///< CJK text has no blanks
};

using Form = std::optional<Match> (*)(const Context&, std::size_t begin);

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
  skip_joints(scanner);
  auto month = take_month(scanner, context.language);
  if (month) skip_joints(scanner);
  const auto day = scanner.take_number(1, 2);
  if (!day) return std::nullopt;
  if (month) skip_closing_dot(scanner);
  if (month) return match(valid_date(*year, *month, *day), begin, scanner.at, ' ');
  skip_joints(scanner);
  month = take_month(scanner, context.language);
  return month ? match(valid_date(*year, *month, *day), begin, scanner.at, ' ') : std::nullopt;
}

/// Which of two numbers is the day. nullopt: both could be, and nothing tells.
std::optional<bool> first_is_day(const Context& context, char joint, int first, int second) {
  constexpr int kMonths = 12;
  if (first > kMonths || first == second) return true;
  if (second > kMonths) return false;
  return joint == '.' ? std::optional(true) : context.day_first;
}

/// "22.6.2021", "22. 6. 2021", "22/06/2021", "6/22/2021", "22-06-2021", and with the language known "22.6.21",
/// "22/6/21"
std::optional<Match> numbers(const Context& context, std::size_t begin) {
  Scanner scanner{context.text, begin};
  const auto first = scanner.take_number(1, 2);
  const char joint = first ? take_joint(scanner) : '\0';
  const auto second = joint != '\0' ? scanner.take_number(1, 2) : std::nullopt;
  if (!second || !take_same_joint(scanner, joint)) return std::nullopt;
  const bool language_known = context.day_first.has_value();
  auto year = take_year(scanner);
  if (!year && language_known && joint != '-') year = take_short_year(scanner);
  const auto day_first = first_is_day(context, joint, *first, *second);
  if (!year || !day_first) return std::nullopt;
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
  const auto month = month_of(context.text.substr(begin, end - begin), context.language);
  return month ? std::optional(std::pair(begin, *month)) : std::nullopt;
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

constexpr std::array<Form, 6> kForms{year_month_day,      cjk_date, year_named_month, numbers, day_named_month_year,
                                     named_month_day_year};

// --- what may touch a date ---

bool is_number_joint(char c) { return c == '.' || c == ',' || c == ':' || c == '/' || c == '-' || c == '+'; }

bool letter_before(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
  if (at == 0) return false;
  std::size_t begin = at - 1;
  return is_letter(next_character(text, begin));
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
  return found.letters_may_touch || !letter_before(text, found.begin);
}

bool ends_freely(const Context& context, const Match& found) {
  const Scanner behind{context.text, found.end};
  if (found.letters_may_touch) return true;
  if (is_ascii_digit(behind.peek()) || behind.peek() == '_') return false;
  if (!is_number_joint(behind.peek()) || !is_ascii_digit(behind.peek(1))) return true;
  return behind.peek() == ',' || (behind.peek() == '-' && found.joint != '-');
}

std::optional<Match> match_at(const Context& context, std::size_t begin) {
  for (const Form form : kForms) {
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
         std::none_of(between.begin(), between.end(), is_ascii_digit) && words(between).size() <= kMostWords;
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

}  // namespace

std::vector<PrintedDate> find_dates_ordered(std::string_view text, std::string_view language,
                                            std::optional<bool> day_first) {
  std::vector<PrintedDate> dates;
  Context context{text, language, day_first};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_ascii_digit(text[at])) continue;
    auto found = match_at(context, at);
    if (found) {
      add_time(context, *found);
      dates.push_back({found->date, found->begin, found->end});
      context.last_end = found->end;
      at = found->end - 1;
    } else {
      while (at + 1 < text.size() && is_ascii_digit(text[at + 1])) ++at;
    }
  }
  return dates;
}

std::vector<PrintedDate> find_dates(std::string_view text, std::string_view language) {
  return find_dates_ordered(text, language, day_first_in(language));
}

}  // namespace klartext
