// The headline and its kicker on small pages: which heading is meant, and where its kicker ends.
#include "extract/headline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "klartext/extract.h"

namespace klartext {
namespace {

struct Case {
  const char* name;
  std::string head;
  std::string body;  ///< above the text of the article
  std::string title;
  std::string kicker;  ///< empty: none
};

std::string og(const std::string& title) { return "<meta property=og:title content='" + title + "'>"; }
std::string ld(const std::string& headline) {
  return R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":")" + headline + R"("}</script>)";
}

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"kicker in a nameless span", og("Neue Ordnung: Rat streitet bis in die Nacht"),
       "<h1><span class=x7>Neue Ordnung</span><span>:</span> <span>Rat streitet bis in die Nacht</span></h1>",
       "Rat streitet bis in die Nacht", "Neue Ordnung"},
      {"kicker in an element before bare text", og("Rat streitet bis in die Nacht"),
       "<h1><div>Neue Ordnung</div>Rat streitet bis in die Nacht</h1>", "Rat streitet bis in die Nacht",
       "Neue Ordnung"},
      {"dash behind the kicker", og("Rat streitet bis in die Nacht"),
       "<h1><span>Neue Ordnung</span><span> – </span><span>Rat streitet bis in die Nacht</span></h1>",
       "Rat streitet bis in die Nacht", "Neue Ordnung"},
      {"kicker without its mark before words of the title", og("Wurmkiste selber bauen"),
       "<h1><span class=roofline>Wurmkiste</span> Wurmkiste selber bauen</h1>", "Wurmkiste selber bauen", "Wurmkiste"},
      {"what is called a kicker but ends the heading", og("Neue Ordnung: Rat streitet bis in die Nacht"),
       "<h1><span class=subline>Neue Ordnung:</span> <span class=topline>Rat streitet bis in die Nacht</span></h1>",
       "Rat streitet bis in die Nacht", "Neue Ordnung"},
      {"two links make the kicker", og("Rat streitet bis in die Nacht"),
       "<p class=kicker><a href=/p>Politik</a><a href=/r>Rathaus</a></p><h1>Rat streitet bis in die Nacht</h1>",
       "Rat streitet bis in die Nacht", "Politik Rathaus"},
      {"a trail is no kicker", og("Rat streitet bis in die Nacht"),
       "<p class=kicker>Bote / Politik / Rathaus</p><h1>Rat streitet bis in die Nacht</h1>",
       "Rat streitet bis in die Nacht", ""},
      {"a first word set apart is no kicker", og("Zehn Wege aus der Nacht"),
       "<h1><span>Zehn</span> <span>Wege aus der Nacht</span></h1>", "Zehn Wege aus der Nacht", ""},
      {"a second line is no title", "", "<h1>Rat streitet bis in die Nacht <span>Was nun geschieht</span></h1>",
       "Rat streitet bis in die Nacht Was nun geschieht", ""},
      {"a colon in one element belongs to the title", og("Neue Ordnung: Rat streitet bis in die Nacht"),
       "<h1>Neue Ordnung: Rat streitet bis in die Nacht</h1>", "Neue Ordnung: Rat streitet bis in die Nacht", ""},
      {"the headline repeats its kicker", og("Neue Ordnung: Rat streitet"),
       "<p class=kicker>Neue Ordnung</p><h1>Neue Ordnung: Rat streitet</h1>", "Neue Ordnung: Rat streitet",
       "Neue Ordnung"},
      {"lower heading above the h1", og("Rat streitet bis in die Nacht"),
       "<header><h2>Neue Ordnung</h2><h1>Rat streitet bis in die Nacht</h1></header>", "Rat streitet bis in die Nacht",
       "Neue Ordnung"},
      {"line of the same hgroup", og("Rat streitet bis in die Nacht"),
       "<hgroup><p>Neue Ordnung</p><h1>Rat streitet bis in die Nacht</h1></hgroup>", "Rat streitet bis in die Nacht",
       "Neue Ordnung"},
      {"h1 at the end of the trail", og("Ordnung: Was der Rat will") + ld("Rat streitet bis in die Nacht"),
       "<ul><li><a href=/p>Politik</a></li><li><h1>Ordnung: Was der Rat will</h1></li></ul>"
       "<header><h2><span>Neue Ordnung</span> <span>Rat streitet bis in die Nacht</span></h2></header>",
       "Rat streitet bis in die Nacht", "Neue Ordnung"},
      {"logo as h1", "<title>Rat streitet bis in die Nacht | Der Bote</title>",
       "<h1><a href='https://bote.example/'>Der Bote</a></h1><h2>Rat streitet bis in die Nacht</h2>",
       "Rat streitet bis in die Nacht", ""},
      {"the publication's name before a colon", "<title>Blick vom Turm: Rat streitet bis in die Nacht</title>",
       "<header><h1><a href='/'>Blick vom Turm</a></h1></header><h2>Rat streitet bis in die Nacht</h2>",
       "Rat streitet bis in die Nacht", ""},
      {"section before the headline, both h1", og("Rat streitet bis in die Nacht") + "<title>Politik | Bote</title>",
       "<h1>Politik</h1><h1>Rat streitet bis in die Nacht</h1>", "Rat streitet bis in die Nacht", ""},
      {"the address tells which heading is the headline", "<title>Der Bote</title>",
       "<nav><h2>Rubriken und Archive</h2></nav><h2>Rat streitet</h2>", "Rat streitet", ""},
      {"the day before the headline", og("03.05.2025 - Rat streitet bis in die Nacht"),
       "<h1>03.05.2025 - Rat streitet bis in die Nacht</h1>", "Rat streitet bis in die Nacht", ""},
      {"a label that heading and data agree on", og("Impressum") + "<title>Impressum | Bote</title>",
       "<h1>Impressum</h1><h1>Zwei Wege aus der Nacht</h1>", "Impressum", ""},
      {"data cut at a quotation mark",
       og("Rat streitet um") + "<title>Rat streitet um \"neue Ordnung\"</title><meta name=twitter:title content=\"Rat "
                               "streitet um\">",
       "<h1>Rat streitet um \"neue Ordnung\"</h1>", "Rat streitet um \"neue Ordnung\"", ""},
      {"site behind a bar", "<title>Rat streitet bis in die Nacht | Bote</title>", "", "Rat streitet bis in die Nacht",
       ""},
  };
  return kCases;
}

TEST(Headline, IsTheOneThatReadersSee) {
  const std::string text =
      "<p>Am Montag hat der Rat der Stadt die neue Ordnung beschlossen. Sie gilt vom ersten Tag des nächsten Jahres "
      "an, "
      "sagte die Sprecherin, und sie ändert für die meisten Menschen in der Stadt wenig.</p>";
  for (const auto& c : cases()) {
    SCOPED_TRACE(c.name);
    const std::string page = "<!DOCTYPE html><html lang=de><head>" + c.head + "</head><body><main>" + c.body + text +
                             text + "</main></body></html>";
    const auto record = extract(page, {"test", "https://bote.example/politik/rat-streitet-1234", {}, "2026-03-01"});
    ASSERT_TRUE(record.ok());
    EXPECT_EQ(record->title.value_or(""), c.title);
    EXPECT_EQ(record->kicker.value_or(""), c.kicker);
  }
}

}  // namespace
}  // namespace klartext
