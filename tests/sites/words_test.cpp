#include "sites/words.h"

#include <gtest/gtest.h>

namespace klartext::sites {
namespace {

Phrases phrases(std::initializer_list<std::string_view> list) {
  Phrases out;
  for (const auto phrase : list) out.add(phrase);
  return out;
}

TEST(Words, BareTextIsFoldedWithoutPunctuationAround) {
  struct Case {
    std::string_view text, bare;
  };
  constexpr Case kCases[] = {
      {"Suchen...", "suchen"},
      {" - Anzeige -", "anzeige"},
      {"mehr … »", "mehr"},
      {"STICHWÖRTER:", "stichwörter"},
      {"[Druckversion]", "druckversion"},
      {"Link mailen", "link mailen"},
      {"…", ""},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(bare(c.text), c.bare) << c.text;
}

TEST(Words, PhrasesMatchWholeTexts) {
  const auto marks = phrases({"Suchen", "Aktuelle Meldungen"});
  EXPECT_TRUE(marks.are_all_of("Suchen..."));
  EXPECT_TRUE(marks.are_all_of("AKTUELLE MELDUNGEN"));
  EXPECT_FALSE(marks.are_all_of("Suchen statt blättern"));
  EXPECT_FALSE(marks.are_all_of(""));
}

TEST(Words, PhrasesOpenAtAWordsEnd) {
  const auto heading = phrases({"Ausgewählte Anbieter aus dem Bereich"});
  const std::string_view text = "Ausgewählte Anbieter aus dem Bereich: Portale";
  ASSERT_TRUE(heading.open(text));
  EXPECT_EQ(text.substr(*heading.open(text)), ": Portale");
  EXPECT_FALSE(heading.open("Ausgewählte Anbieter aus dem Bereichsrat"));
  EXPECT_FALSE(heading.open("Neue Anbieter"));
  EXPECT_TRUE(heading.are_opened_by("Ausgewählte Anbieter"));
  EXPECT_FALSE(heading.are_opened_by("Ausgewählte Anb"));
  EXPECT_FALSE(heading.are_opened_by("Ausgewählte Anbieter aus dem Bereich"));
}

TEST(Words, AddressesSpellTitles) {
  struct Case {
    std::string_view address, title;
    bool spells;
  };
  constexpr Case kCases[] = {
      {"/meldung_36604_Partner+der+Kommunen.html", "Partner der Kommunen", true},
      {"/meldung_1_Neuer+Vorstand+gew%C3%A4hlt.html", "Neuer Vorstand gewählt", true},
      {"/meldung_1_Neuer+Vorstand+gew%E4hlt.html", "Neuer Vorstand gewählt", true},
      {"/k21-meldungen/neuer-vorstand-gewaehlt/", "Neuer Vorstand gewählt", true},
      {"/k21-meldungen/neuer-vorstand-gewaehlt/?print=pdf", "Neuer Vorstand gewählt", true},
      {"/meldung_36604_Partner+der+Kommunen.html", "Partner der Kommunen Bericht", false},
      {"/meldung_33697", "Server heizen Hallenbad", false},
      {"", "Titel", false},
  };
  for (const auto& c : kCases) EXPECT_EQ(address_spells(c.address, c.title), c.spells) << c.address << ' ' << c.title;
}

TEST(Words, ColonsGo) {
  EXPECT_EQ(without_colon("KGSt-Studie :"), "KGSt-Studie");
  EXPECT_EQ(without_colon("Serie eID, Teil 3: Wolfenbrück:"), "Serie eID, Teil 3: Wolfenbrück");
}

}  // namespace
}  // namespace klartext::sites
