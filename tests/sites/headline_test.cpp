// Kicker and headline where neither a heading nor <title> says which is which.
#include "sites/headline.h"

#include <gtest/gtest.h>

#include <string>

#include "sites/site.h"

namespace klartext {
namespace {

constexpr std::string_view kUrl = "https://www.kommune21.de/meldung.php?id=7";

/// "Kicker | Titel"
std::string heads(std::string_view title, std::string_view above) {
  const auto document = Document::parse(
      "<html><head><title>" + std::string(title) + "</title></head><body>" + std::string(above) +
      "<p><b>[5.3.2009] Ein Vorspann für die Meldung.</b></p><p>Die Verwaltung will den Dienst bis zum Ende des Jahres "
      "in allen Ämtern anbieten, sagte die Leiterin der IT. (sib)</p><p>Stichwörter: KI</p></body></html>");
  const auto reading = read_site(*document, kUrl, kUrl);
  if (!reading || !*reading) return "no article";
  const auto shown = [](const auto& found) { return found ? found->value : std::string("-"); };
  return shown((*reading)->kicker) + " | " + shown((*reading)->title);
}

struct Case {
  std::string_view title, above, expected;
};

TEST(Headline, NamesOfTheSiteAreNone) {
  constexpr Case kCases[] = {
      {"Ein Netz für alle - Kommune21 mobil",
       "<div><h1>Kommune21 mobil</h1></div><div><p>Seetal:</p><h2>Ein Netz für alle</h2></div>",
       "Seetal | Ein Netz für alle"},
      {"Netz - Kommune21 mobil", "<h1>Kommune21 mobil</h1><div>Seetal:</div><div>Ein Netz für alle</div>",
       "Seetal | Ein Netz für alle"},
      {"Ein Netz | Kommune21 mobil", "<h1>Kommune21 mobil</h1><h2>Ein Netz</h2><p>Seetal | [5.3.2009]</p>",
       "- | Ein Netz"},
      // A headline may hold the name.
      {"Kommune21 - Zehn Jahre Kommune21", "<p>Jubiläum:</p><h1>Zehn Jahre Kommune21</h1>",
       "Jubiläum | Zehn Jahre Kommune21"},
      {"Zehn Jahre Kommune21 - Kommune21 online", "<p>Jubiläum:</p><h1>Zehn Jahre Kommune21</h1>",
       "Jubiläum | Zehn Jahre Kommune21"},
  };
  for (const auto& c : kCases) EXPECT_EQ(heads(c.title, c.above), c.expected) << c.above;
}

TEST(Headline, SizeBeatsBoldness) {
  constexpr std::string_view kAbove[] = {
      "<p><font size=2><b>Seetal</b></font></p><p><font size=5>Ein Netz für alle</font></p>",
      "<p><b>Seetal</b><br><font size=5>Ein Netz für alle</font></p>",
      "<p><strong>Seetal</strong></p><font size='+2'>Ein Netz für alle</font>",
      "<table><tr><td><b>Seetal</b></td><td><font size=5>Ein Netz für alle</font></td></tr></table>",
      "<table><tr><td><b>Seetal</b></td></tr><tr><td><font size=5>Ein Netz für alle</font></td></tr></table>",
      "<h5>Seetal</h5><font size=5>Ein Netz für alle</font>",
      "<h4>Seetal</h4><p><font size=5>Ein Netz für alle</font></p>",
      "<font size=2><b>Seetal:</b></font><br><font size=4><b>Ein Netz für alle</b></font>",
      // Headings stay headlines.
      "<p><font size=4>Seetal:</font></p><h1>Ein Netz für alle</h1>",
      // Who put it on the site, and when.
      "<p><span>Seetal:</span> <b>Ein Netz für alle</b></p><p>Geschrieben am Donnerstag, 5. März 2009 von admin</p>",
  };
  for (const auto above : kAbove) {
    EXPECT_EQ(heads("Kommune21 - Meldung", above), "Seetal | Ein Netz für alle") << above;
  }
}

}  // namespace
}  // namespace klartext
