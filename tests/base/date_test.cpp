#include "base/date.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

/// The record's form, or "none".
std::string shown(const std::optional<Date>& date) { return date ? date->iso() : "none"; }

struct ParseCase {
  std::string_view text;
  std::string_view expected;
};

TEST(Date, ParsesMachineForms) {
  const ParseCase cases[] = {
      {"2021-06-22", "2021-06-22"},
      {" 2021-06-22T14:30:00+02:00 ", "2021-06-22T14:30:00+02:00"},
      {"2021-06-22T14:30:00Z", "2021-06-22T14:30:00+00:00"},
      {"2021-06-22T14:30:00.123456Z", "2021-06-22T14:30:00+00:00"},
      {"2021-06-22T14:30:00+0200", "2021-06-22T14:30:00+02:00"},
      {"2021-06-22T14:30:00-05:00", "2021-06-22T14:30:00-05:00"},
      {"2021-06-22T14:30-05:00", "2021-06-22T14:30:00-05:00"},
      {"2021-06-22T14:30:00+05:30", "2021-06-22T14:30:00+05:30"},
      {"2021-06-22T14:30:00+02", "2021-06-22T14:30:00+02:00"},
      {"2021-06-22 14:30:00 +0200", "2021-06-22T14:30:00+02:00"},
      {"2021-06-22 14:30:00 UTC", "2021-06-22T14:30:00+00:00"},
      {"2021-06-22 14:30:00 +0200 CEST", "2021-06-22T14:30:00+02:00"},
      {"2021-06-22T14:30:00[Europe/Berlin]", "2021-06-22"},
      {"2021-06-22T14:30:00", "2021-06-22"},
      {"2021-06-22 14:30", "2021-06-22"},
      {"20210622", "2021-06-22"},
      {"20210622T143000Z", "2021-06-22T14:30:00+00:00"},
      {"20210622143000", "2021-06-22"},
      {"2021/06/22 14:30", "2021-06-22"},
      {"2021-6-2", "2021-06-02"},
      {"1624372200", "2021-06-22T14:30:00+00:00"},
      {"1624372200123", "2021-06-22T14:30:00+00:00"},
      {"Tue, 22 Jun 2021 14:30:00 +0200", "2021-06-22T14:30:00+02:00"},
      {"Tue, 22 Jun 2021 14:30:00 GMT", "2021-06-22T14:30:00+00:00"},
      {"Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"},
      {"Tue Jun 22 2021 14:30:00 GMT+0200 (CEST)", "2021-06-22T14:30:00+02:00"},
      {"Tuesday, June 22, 2021 - 2:30 PM EDT", "2021-06-22T14:30:00-04:00"},
      {"Dienstag, 22. Juni 2021, 14:30 Uhr", "2021-06-22"},
      {"22.06.2021 | 14:30 Uhr (MESZ)", "2021-06-22T14:30:00+02:00"},
      {"2021-06", "none"},
      {"2021", "none"},
      {"June 2021", "none"},
      {"2021-02-29", "none"},
      {"2020-02-29", "2020-02-29"},
      {"2021-13-01", "none"},
      {"1969-01-01", "none"},
      {"0000-00-00", "none"},
      {"03/04/2021", "none"},
      {"13/04/2021", "2021-04-13"},
      {"04/13/2021", "2021-04-13"},
      {"", "none"},
      {"today", "none"},
      {"12345", "none"},
      {"22.6.2021 bis 24.6.2021", "none"},
      {"2021-06-22T14:30:00+02:00Z", "2021-06-22T14:30:00+02:00"},
      {"2021-06-22T24:30:00+02:00", "2021-06-22"},
      {"20210622143", "none"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(parse_date(text)), expected) << text;
}

TEST(Date, OrderOfDayAndMonthIsGiven) {
  EXPECT_EQ(shown(parse_date("03/04/2021", true)), "2021-04-03");
  EXPECT_EQ(shown(parse_date("03/04/2021", false)), "2021-03-04");
  EXPECT_EQ(shown(parse_date("3.4.21", true)), "2021-04-03");
}

TEST(Date, CountsOnFromADay) {
  EXPECT_EQ(Date::of_days(0).iso(), "1970-01-01");
  const auto newyear = parse_date("2023-12-31");
  ASSERT_TRUE(newyear);
  EXPECT_EQ(Date::of_days(newyear->days() + 1).iso(), "2024-01-01");
}

TEST(Date, KeepsTheTimeWithoutOffsetForOthers) {
  const auto date = parse_date("2021-06-22T14:30:05");
  ASSERT_TRUE(date);
  EXPECT_EQ(date->second_of_day, 14 * 3600 + 30 * 60 + 5);
  EXPECT_TRUE(date->has_seconds);
  EXPECT_FALSE(date->offset_minutes);
  EXPECT_EQ(date->iso_day(), "2021-06-22");
}

struct PrintedCase {
  std::string_view text;
  std::string_view language;
  std::string_view expected;  ///< dates with time as hh:mm, parted by a blank
};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string all_dates(std::string_view text, std::string_view language) {
  std::string out;
  for (const PrintedDate& found : find_dates(text, language)) {
    if (!out.empty()) out += ' ';
    out += found.date.iso_day();
    if (!found.date.second_of_day) continue;
    out += "T" + two(*found.date.second_of_day / 3600) + ":" + two(*found.date.second_of_day / 60 % 60);
    if (found.date.offset_minutes)
      out += (*found.date.offset_minutes < 0 ? "" : "+") + std::to_string(*found.date.offset_minutes);
  }
  return out;
}

constexpr PrintedCase kPrinted[] = {
    // German
    {"[22.6.2021]", "", "2021-06-22"},
    {"Berlin, 22.06.2021 – Text", "de", "2021-06-22"},
    {"22. 6. 2021", "cs", "2021-06-22"},
    {"Stand: 22.6.21", "de", "2021-06-22"},
    {"Stand: 22.6.21", "", ""},
    {"22.06.21", "en", "2021-06-22"},
    {"06/22/21", "en", ""},
    {"22 ביוני 2021", "he", "2021-06-22"},
    {"22 Julai 2021", "ms", "2021-07-22"},
    {"22 shtator 2021", "sq", "2021-09-22"},
    {"Dienstag, 3. März 2026", "de", "2026-03-03"},
    {"1. Jänner 2021", "de", "2021-01-01"},
    {"22. Sept. 2021", "de", "2021-09-22"},
    {"22. Juni 2021 um 14:30 Uhr", "de", "2021-06-22T14:30"},
    {"22. Juni 2021, 14.30 Uhr", "de", "2021-06-22T14:30"},
    {"22. Juni 2021, 9 Uhr", "de", "2021-06-22T09:00"},
    {"22.06.2021 14:30 Uhr MESZ", "de", "2021-06-22T14:30+120"},
    {"22.06.2021 | 14:30", "de", "2021-06-22T14:30"},
    {"14:30 Uhr, 22. Juni 2021", "de", "2021-06-22T14:30"},
    {"22.06.2021, 14:30 Uhr | aktualisiert 23.06.2021, 9:05 Uhr", "de", "2021-06-22T14:30 2021-06-23T09:05"},
    {"vom 1.6.2021-22.6.2021", "de", "2021-06-01 2021-06-22"},
    {"21.–22. Juni 2021", "de", ""},
    {"1.6.-22.6.2021", "de", ""},
    {"22. JUNI 2021", "de", "2021-06-22"},
    {"Mai 2021", "de", ""},
    {"Erstellt am22.06.2021", "de", "2021-06-22"},
    // English
    {"June 22, 2021", "en", "2021-06-22"},
    {"Published Jun. 22nd, 2021 at 2:30 pm EDT", "en-US", "2021-06-22T14:30-240"},
    {"22 June 2021", "en-GB", "2021-06-22"},
    {"22nd of June 2021", "en", "2021-06-22"},
    {"the 1st June, 2021", "en", "2021-06-01"},
    {"June 22, 2021 at 9:05 a.m. EST", "en", "2021-06-22T09:05-300"},
    {"June 22, 2021 12:15 AM", "en", "2021-06-22T00:15"},
    {"June 22, 2021 12:15 PM", "en", "2021-06-22T12:15"},
    {"10:21 GMT, Friday 2 June 2023", "en", "2023-06-02T10:21+0"},
    {"03/04/2021", "en-US", "2021-03-04"},
    {"03/04/2021", "en-GB", "2021-04-03"},
    {"03/04/2021", "en", ""},
    {"04/04/2021", "", "2021-04-04"},
    {"on Mon, 05/10/2020 - 08:14", "en", "2020-10-05T08:14"},
    {"Sunday, 05/10/2020", "en", "2020-05-10"},
    {"Mon, 05/10/2020", "en-US", "2020-10-05"},
    {"Tue, 05/10/2020", "en", ""},
    {"Mon, 07/06/2020", "en", "2020-07-06"},
    {"PublishedJune 22, 2021", "en", "2021-06-22"},
    {"6/22/21", "en-US", "2021-06-22"},
    {"22-Jun-2021", "en", "2021-06-22"},
    {"MAY 5, 2021", "en", "2021-05-05"},
    {"You may 22 2021", "en", "2021-05-22"},  // a reader could not tell either
    {"2021-06-22", "en", "2021-06-22"},
    {"2021-06-22T14:30:00+02:00", "en", "2021-06-22T14:30+120"},
    {"2021-06-22 14:30:00", "en", "2021-06-22T14:30"},
    // Romance
    {"Publié le 22 juin 2021 à 14h30", "fr", "2021-06-22T14:30"},
    {"1er août 2021", "fr", "2021-08-01"},
    {"22/06/2021 à 14:30", "fr", "2021-06-22T14:30"},
    {"22 janv. 2021", "fr", "2021-01-22"},
    {"22 de junio de 2021 a las 14:30", "es", "2021-06-22T14:30"},
    {"22 jun. 2021 14:30h", "es", "2021-06-22T14:30"},
    {"junio 22, 2021", "es", "2021-06-22"},
    {"22 giugno 2021 alle 14.30", "it", "2021-06-22T14:30"},
    {"1º maggio 2021", "it", "2021-05-01"},
    {"22 set 2021", "pt", "2021-09-22"},
    {"1º de março de 2021, às 14h30", "pt", "2021-03-01T14:30"},
    {"3/4/2021 14h30", "pt-BR", "2021-04-03T14:30"},
    {"22 d’abril de 2021", "ca", "2021-04-22"},
    {"22 iunie 2021", "ro", "2021-06-22"},
    // Germanic and Nordic
    {"22 mei 2021 om 14.30 uur", "nl", "2021-05-22T14:30"},
    {"22 juni 2021, 14u30", "nl-BE", "2021-06-22T14:30"},
    {"22 juni 2021 kl. 14.30", "sv", "2021-06-22T14:30"},
    {"22. juni 2021 kl. 14:30", "da", "2021-06-22T14:30"},
    {"22. desember 2021", "no", "2021-12-22"},
    {"22.6.2021 klo 14.30", "fi", "2021-06-22T14:30"},
    {"22. kesäkuuta 2021", "fi", "2021-06-22"},
    {"22. júní 2021", "is", "2021-06-22"},
    // Slavic, Baltic
    {"22 czerwca 2021, 14:30", "pl", "2021-06-22T14:30"},
    {"22 listopada 2021", "pl", "2021-11-22"},
    {"22. listopada 2021.", "hr", "2021-10-22"},
    {"22 listopada 2021", "", ""},
    {"22. června 2021", "cs", "2021-06-22"},
    {"22 июня 2021 г., 14:30", "ru", "2021-06-22T14:30"},
    {"22 июня 2021 в 14:30 МСК", "ru", "2021-06-22T14:30"},
    {"22 червня 2021 року", "uk", "2021-06-22"},
    {"2021 m. birželio 22 d. 14:30", "lt", "2021-06-22T14:30"},
    {"2021. gada 22. jūnijs", "lv", "2021-06-22"},
    // others
    {"22 Haziran 2021 14:30", "tr", "2021-06-22T14:30"},
    {"22 Şubat 2021", "tr", "2021-02-22"},
    {"22 Ιουνίου 2021", "el", "2021-06-22"},
    {"2021. június 22. 14:30", "hu", "2021-06-22T14:30"},
    {"2021. jún. 22.", "hu", "2021-06-22"},
    {"2021. 06. 22.", "hu", "2021-06-22"},
    {"発表2021年6月22日 14時30分", "ja", "2021-06-22T14:30"},
    {"2021年06月22日14:30", "zh", "2021-06-22T14:30"},
    {"2021년 6월 22일 오후 2:30", "ko", "2021-06-22T14:30"},
    {"2021.06.22 14:30", "ko", "2021-06-22T14:30"},
    {"Selasa, 22 Juni 2021 14:30 WIB", "id", "2021-06-22T14:30+420"},
    {"22 يونيو 2021", "ar", "2021-06-22"},
    {"22 जून 2021", "hi", "2021-06-22"},
    // none
    {"1.2.2021.4", "de", ""},
    {"Version 3.1.2.2021", "de", ""},
    {"Tel. 0221/22-06-20215", "de", ""},
    {"1234567890", "de", ""},
    {"22.6.2021.345 Euro", "de", ""},
    {"192.168.20.21", "de", ""},
    {"31.2.2021", "de", ""},
    {"22.6.1821", "de", ""},
    {"14:30 Uhr", "de", ""},
    {"A22.6.2021", "de", ""},
    {"22. Juni", "de", ""},
    {"Termine 2021 22. Juni", "de", ""},
    {"", "", ""},
};

TEST(Date, FindsPrintedDates) {
  for (const auto& [text, language, expected] : kPrinted) EXPECT_EQ(all_dates(text, language), expected) << text;
}

struct RangeCase {
  std::string_view text;
  std::string_view language;
  std::string_view slice;
};

TEST(Date, TellsWhereTheDateStands) {
  const RangeCase cases[] = {
      {"[22.6.2021] Text", "de", "22.6.2021"},
      {"Am 22. Juni 2021 um 14:30 Uhr.", "de", "22. Juni 2021 um 14:30 Uhr"},
      {"on June 22, 2021, they", "en", "June 22, 2021"},
      {"um 14:30 Uhr am 22. Juni 2021.", "de", "14:30 Uhr am 22. Juni 2021"},
      {"22 June 2021 at 3 places", "en", "22 June 2021"},
  };
  for (const auto& [text, language, slice] : cases) {
    const auto found = find_dates(text, language);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), slice);
  }
}

TEST(Date, ReadsAddresses) {
  const ParseCase cases[] = {
      {"https://example.com/2021/06/22/titel.html", "2021-06-22"},
      {"https://example.com/2021/6/2/titel", "2021-06-02"},
      {"https://example.com/news/titel-20210622-100.html", "2021-06-22"},
      {"https://example.com/2021-06-22-titel", "2021-06-22"},
      {"https://example.com/world/2021/jun/22/title", "2021-06-22"},
      {"https://example.com/2021/06/titel.html", "none"},
      {"https://example.com/a?d=2021/06/22", "none"},
      {"https://example.com/120210622", "none"},
      {"https://example.com/a20210622b", "none"},
      {"https://20210622.example.com/", "none"},
      {"/2021/06/22/x", "2021-06-22"},
  };
  for (const auto& [url, expected] : cases) EXPECT_EQ(shown(date_in_url(url)), expected) << url;
}

TEST(Date, CountsDays) {
  EXPECT_EQ(parse_date("2021-06-22")->days(), 18800);
  EXPECT_GT(today().days(), 20000);
}

}  // namespace
}  // namespace klartext
