#include "sites/landmarks.h"

#include <gtest/gtest.h>

#include <utility>

#include "sites/body.h"
#include "sites/sign.h"

namespace klartext::sites {
namespace {

const Profile& profile() { return site_profiles()->front(); }

std::vector<Kind> kinds_of(std::string_view html) {
  const auto document = Document::parse(html);
  EXPECT_TRUE(document);
  const Sheet sheet(*document);
  return find_landmarks(sheet, profile()).kinds;
}

TEST(Landmarks, BracketedDates) {
  struct Case {
    std::string_view text, iso;
  };
  constexpr Case kCases[] = {
      {"[22.6.2021] Im Rahmen", "2021-06-22"},
      {"[ 02.03.2026 ] Die Stadt", "2026-03-02"},
      {"[22. Juni 2021] Im Rahmen", "2021-06-22"},
      {"[1] Siehe oben", ""},
      {"[...] jetzt zählt jede Woche", ""},
      {"[22.6.] Im Rahmen", ""},
      {"22.6.2021 Im Rahmen", ""},
      {"", ""},
  };
  for (const auto& c : kCases) {
    const auto date = bracketed_date(c.text);
    EXPECT_EQ(date ? date->iso : "", c.iso) << c.text;
  }
}

TEST(Landmarks, KindsOfLines) {
  struct Case {
    std::string_view line;
    Kind kind;
  };
  constexpr Case kCases[] = {
      {"Anzeige", Kind::ad},
      {"Anzeige erstattete der Kreis gegen einen früheren Dienstleister.", Kind::text},
      {"<b>Stich</b><b>wörter</b>: Portale", Kind::tags},
      {"Stichwörter", Kind::tags},
      {"Stichwörter sind wichtig", Kind::text},
      {"[Druckversion] [PDF] [Link mailen]", Kind::tools},
      {"Druckversion &nbsp; PDF", Kind::tools},
      {"Das PDF ist barrierefrei", Kind::text},
      {"Suchen...", Kind::end},
      {"Suchen statt blättern", Kind::text},
      {"© 2015 Kommune21", Kind::end},
      {"© Stadt Lindenau", Kind::end},
      {"<img src=a.jpg>© Stadt Lindenau", Kind::text},
      {"<img src=a.jpg>© 2015 Stadt Lindenau", Kind::end},
      {"Zuletzt aktualisiert am 13.12.2019", Kind::chrome},
      {"Stand der Dinge", Kind::text},
      {"1 2 3 Weiter", Kind::chrome},
      {"1 Million Euro", Kind::text},
      {"mehr...", Kind::more},
      {"[6.5.2024] Der Wahl-o-Mat", Kind::dated},
      {"Dienstag, 3. März 2026", Kind::today},
      {"22. Juni 2021", Kind::bare_date},
  };
  for (const auto& c : kCases) {
    const auto kinds = kinds_of("<p>" + std::string(c.line) + "</p>");
    ASSERT_EQ(kinds.size(), 1U) << c.line;
    EXPECT_EQ(kinds[0], c.kind) << c.line;
  }
}

TEST(Landmarks, HeadingsNameTheirSection) {
  struct Case {
    std::string_view html, name;
    std::uint32_t lines;
  };
  constexpr Case kCases[] = {
      {"<h2>Weitere Meldungen und Beiträge aus dem Bereich Panorama</h2>", "Panorama", 1},
      {"<h2>Weitere Meldungen und Beiträge aus dem Bereich: CMS | Portale</h2>", "CMS | Portale", 1},
      {"<p>Weitere Meldungen und Beiträge<br>aus dem Bereich <b>Politik</b></p>", "Politik", 2},
      {"<p>Weitere Meldungen und Beiträge aus dem Bereich</p><p>Smart City</p>", "Smart City", 2},
      {"<p>Weitere Meldungen und Beiträge aus dem Bereich</p><p>Freiburg: Wahl-o-Mat</p>", "", 1},
  };
  for (const auto& c : kCases) {
    const auto document = Document::parse(c.html);
    ASSERT_TRUE(document);
    const Sheet sheet(*document);
    const auto landmarks = find_landmarks(sheet, profile());
    ASSERT_EQ(landmarks.related.size(), 1U) << c.html;
    EXPECT_EQ(landmarks.related[0].name, c.name) << c.html;
    EXPECT_EQ(landmarks.related[0].last - landmarks.related[0].first, c.lines) << c.html;
  }
}

TEST(Landmarks, UnseenLinesAreNone) {
  EXPECT_TRUE(kinds_of("<div style='display:none'><p>Stichwörter: falsch</p></div>").empty());
  EXPECT_TRUE(kinds_of("<div hidden><p>Anzeige</p></div>").empty());
  EXPECT_TRUE(kinds_of("<div><noscript>Anzeige</noscript></div>").empty());
  EXPECT_TRUE(kinds_of("<div class='cookie-banner'><p>[1.2.2026] Hinweis</p></div>").empty());
  EXPECT_TRUE(kinds_of("<script>document.write('<p>Suchen...</p>')</script><!-- Anzeige -->").empty());
}

TEST(Sign, ClosesTheText) {
  struct Case {
    std::string_view text, name;
    Author::Type type;
  };
  constexpr auto kInitials = Author::Type::initials;
  constexpr auto kPerson = Author::Type::person;
  constexpr Case kCases[] = {
      {"… Vergabekriterium berücksichtigen. (sib)", "sib", kInitials},
      {"… mit Datum und Beleg.“ (th)", "th", kInitials},
      {"Kinder bis 14: frei (nk)", "nk", kInitials},
      {"… hinzukommen. (Helena Brandt)", "Helena Brandt", kPerson},
      {"… beendet. (Dr. Swantje Överbeck)", "Dr. Swantje Överbeck", kPerson},
      {"… beendet. (Klaus-Peter Öztürk-Lindemann)", "Klaus-Peter Öztürk-Lindemann", kPerson},
      {"… beendet (wir berichteten)", "", kPerson},
      {"… beendet. (wir berichteten)", "", kPerson},
      {"… sechs Jahren (!)", "", kPerson},
      {"… das Bundesamt (BSI).", "", kPerson},
      {"… der Verband (Stand 2021)", "", kPerson},
      {"… beim Start des Portals", "", kPerson},
  };
  for (const auto& c : kCases) {
    const auto authors = closing_sign(profile(), c.text);
    EXPECT_EQ(authors.empty() ? "" : authors.front().name, c.name) << c.text;
    if (!authors.empty()) {
      EXPECT_EQ(authors.front().type, c.type) << c.text;
    }
  }
}

std::string names_of(const std::vector<Author>& authors) {
  std::string out;
  for (const Author& author : authors) out += (out.empty() ? "" : "; ") + author.name;
  return out;
}

TEST(Sign, MayNameSeveralAuthors) {
  EXPECT_EQ(names_of(closing_sign(profile(), "… beendet. (sib/bs)")), "sib; bs");
  EXPECT_EQ(names_of(closing_sign(profile(), "… beendet. (bs, mor)")), "bs; mor");
  EXPECT_EQ(names_of(closing_sign(profile(), "… beendet. (Helena Brandt/Kurt Bader)")), "Helena Brandt; Kurt Bader");
  EXPECT_EQ(names_of(closing_sign(profile(), "… beendet. (Helena Brandt/sib)")), "Helena Brandt; sib");
  EXPECT_EQ(names_of(closing_sign(profile(), "… beendet. (Helena Brandt/siehe Kasten)")), "");
  EXPECT_EQ(names_of(closing_sign(profile(), "… beendet. (Helena Brandt und Kurt Bader)")),
            "Helena Brandt; Kurt Bader");
}

TEST(Byline, NamesAuthorsAndNothingElse) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"Von Helena Brandt", "Helena Brandt"},
      {"von Dr. Swantje Överbeck und Kurt Bader", "Dr. Swantje Överbeck; Kurt Bader"},
      {"Autorin: Helena Brandt", "Helena Brandt"},
      {"Text: Helena Brandt, Kurt Bader", "Helena Brandt; Kurt Bader"},
      {"Von Bits und Bytes", ""},
      {"Von Berlin nach Bonn", ""},
      {"Von Helena Brandt stammt die Idee", ""},
      {"Vonseiten der Kommunen", ""},
  };
  for (const auto& [text, names] : kCases) EXPECT_EQ(names_of(byline(profile(), text)), names) << text;
}

}  // namespace
}  // namespace klartext::sites
