// Which of a page's dates is the day of publication: one small page a rule.
#include "extract/publication_date.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/date_lines.h"
#include "klartext/extract.h"

namespace klartext {
namespace {

struct PageCase {
  const char* why;
  std::string head;   ///< inside <head>
  std::string above;  ///< before the headline
  std::string below;  ///< between headline and text
  std::string foot;   ///< behind the text
  const char* date;   ///< empty: none
  const char* date_modified = "";
};

constexpr const char* kText =
    "<p>Am Montag hat der Rat der Stadt die neue Ordnung beschlossen. Sie gilt vom ersten Tag des nächsten Jahres an, "
    "sagte die Sprecherin, und sie ändert für die meisten Menschen in der Stadt wenig.</p><p>Die Opposition stimmte "
    "dagegen, weil ihr die Kosten zu hoch sind. Über den Antrag wird im Herbst noch einmal beraten, dann auch im "
    "Ausschuss für Finanzen.</p>";

std::string json_ld(const std::string& dates) {
  return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Rat beschließt Ordnung\"," +
         dates + "}</script>";
}

Article read(const PageCase& page, const char* path) {
  const std::string html = "<!DOCTYPE html><html lang=de><head><title>Rat beschließt Ordnung | Stadtblatt</title>" +
                           page.head + "</head><body><nav><a href=/a>Start</a></nav>" + page.above +
                           "<main><h1>Rat beschließt Ordnung</h1>" + page.below + kText + "</main>" + page.foot +
                           "</body></html>";
  const auto result =
      extract(html, {"test", std::string("https://stadtblatt.example") + path, {}, "2026-03-01T09:00:00Z"});
  EXPECT_TRUE(result.ok()) << page.why;
  return result ? *result : Article{};
}

void check(const PageCase& page, const char* path = "/politik/rat-beschliesst-ordnung-1234") {
  const auto record = read(page, path);
  EXPECT_EQ(record.date.value_or(""), page.date) << page.why;
  EXPECT_EQ(record.date_modified.value_or(""), page.date_modified) << page.why;
}

TEST(PublicationDate, StatedForMachines) {
  check({"datePublished, with its time", json_ld(R"("datePublished":"2025-05-03T10:15:00+02:00")"), "", "", "",
         "2025-05-03T10:15:00+02:00"});
  check({"a meta tag", "<meta property=article:published_time content=2025-05-03T10:15:00+02:00>", "", "", "",
         "2025-05-03T10:15:00+02:00"});
  check({"a vague meta tag, as nothing else is there", "<meta name=dcterms.date content=2025-05-03>", "", "", "",
         "2025-05-03"});
  check({"the printed day beats a vague meta tag", "<meta name=dcterms.date content=2025-05-09>", "",
         "<p>3. Mai 2025</p>", "", "2025-05-03"});
  check({"microdata of a teaser is about another page", "", "", "<p>3. Mai 2025</p>",
         "<div itemscope itemtype=https://schema.org/NewsArticle><h3 itemprop=headline>Anderes Thema</h3>"
         "<time itemprop=datePublished datetime=2025-06-09>9.6.</time></div>",
         "2025-05-03"});
}

TEST(PublicationDate, PrintedAgainstStated) {
  check({"the evening before, in local time", json_ld(R"("datePublished":"2025-05-04T02:15:00Z")"), "",
         "<p>3. Mai 2025</p>", "", "2025-05-03"});
  check({"a day that no clock shows at that time is no local day", json_ld(R"("datePublished":"2025-05-04T15:15:00Z")"),
         "", "<p>3. Mai 2025 ist der Tag der Sonne in Bonn</p>", "", "2025-05-04T15:15:00+00:00"});
  check({"the only day in the head, unlike an older record", json_ld(R"("datePublished":"2021-02-04T15:15:00Z")"), "",
         "<p>3. Mai 2025 · Von Anna Beispiel</p>", "", "2025-05-03"});
  check({"midnight where the readers live", json_ld(R"("datePublished":"2025-05-02T22:00:00Z")"), "", "", "",
         "2025-05-03"});
  check({"midnight in winter", json_ld(R"("datePublished":"2025-01-02T23:00:00Z")"), "", "", "", "2025-01-03"});
  check({"an hour that is no midnight", json_ld(R"("datePublished":"2025-05-02T22:10:00Z")"), "", "", "",
         "2025-05-02T22:10:00+00:00"});
  check({"a datePublished that an edit overwrote",
         "<meta property=article:published_time content=2025-05-03>" +
             json_ld(R"("datePublished":"2025-09-09","dateModified":"2025-09-09")"),
         "", "", "", "2025-05-03", "2025-09-09"});
  check({"the next day in UTC, with the change printed beside it", json_ld(R"("datePublished":"2025-05-04T02:15:00Z")"),
         "", "<p>Veröffentlicht am 3. Mai 2025, aktualisiert am 4. Mai 2025</p>", "", "2025-05-03", "2025-05-04"});
  check({"the stated day stands above the headline", json_ld(R"("datePublished":"2025-05-03")"), "<p>3. Mai 2025</p>",
         "<p>9. Mai 2025</p>", "", "2025-05-03"});
  check({"a change does not stand in", json_ld(R"("datePublished":"2021-02-04")"), "",
         "<p>Zuletzt aktualisiert am 3. Mai 2025</p>", "", "2021-02-04", "2025-05-03"});
  check({"nor does an element called so", json_ld(R"("datePublished":"2021-02-04")"), "",
         "<p><time class=updated datetime=2025-05-03>3. Mai 2025</time></p>", "", "2021-02-04"});
  check({"nor a caption", json_ld(R"("datePublished":"2025-05-03")"), "",
         "<figure><img src=/a.jpg><figcaption>Der Rat der Stadt Bonn tagt im alten Saal, hier am 9. Mai 2019 bei "
         "Regen.</figcaption></figure>",
         "", "2025-05-03"});
}

TEST(PublicationDate, PrintedNearTheHeadline) {
  check({"a label in an element of its own", "", "", "<div>Datum:</div><div>03.05.2025</div>", "", "2025-05-03"});
  check({"two dates in one line", "", "", "<p>Aktualisiert am Montag, 5. Mai 2025, veröffentlicht am 3. Mai 2025</p>",
         "", "2025-05-03", "2025-05-05"});
  check({"a change and a publication, each with its label", "", "",
         "<p>Zuletzt aktualisiert am 6. Mai 2025, 9.12 Uhr. Zuerst veröffentlicht am 3. Mai 2025.</p>", "",
         "2025-05-03", "2025-05-06"});
  check({"glued to what stands before", "", "",
         "<p><span>Von Anna Beispiel</span><span class=date>3. Mai 2025</span></p>", "", "2025-05-03"});
  check({"in elements that only the layout parts", "", "", "<p><b>Erstellt am</b><b>3. Mai 2025</b></p>", "",
         "2025-05-03"});
  check({"stated in RDFa", "", "",
         "<p>Eingetragen am <span property='dc:date dc:created' content=2025-05-03T08:00:00+02:00>Samstag</span></p>",
         "", "2025-05-03T08:00:00+02:00"});
  check({"in a line that the theme calls a card's", "", "", "<div class=card__meta><p>3. Mai 2025</p></div>", "",
         "2025-05-03"});
  check({"in a card that leads to another page", "", "",
         "<div class=card><a href=/b>Anderes</a><p class=card__meta>3. Mai 2025</p></div>", "", ""});
  check({"with the verb of a change behind it", "", "",
         "<p>Dieser Beitrag wurde am 5. Mai 2025 um 9 Uhr aktualisiert</p><p>3. Mai 2025</p>", "", "2025-05-03",
         "2025-05-05"});
  check({"a time element behind one called updated", "", "",
         "<p><time class=updated datetime=2025-05-09>9. Mai</time> <time datetime=2025-05-03>3. Mai</time></p>", "",
         "2025-05-03"});
  check({"the title of an abbreviation", "", "",
         "<p><abbr class=published title=2025-05-03T08:00:00+02:00>am "
         "Samstag</abbr></p>",
         "", "2025-05-03T08:00:00+02:00"});
  check(
      {"a printed day of publication beats the time of a change around it", "", "",
       "<div><time datetime=2025-05-11T20:00:00+02:00><span>11. Mai 2025</span> <span>Zuerst veröffentlicht am 3. Mai "
       "2025</span></time></div>",
       "", "2025-05-03"});
  check({"a label that speaks of something else", "", "", "<p>Termin: 3. Mai 2025</p>", "", ""});
  check({"a label elsewhere beats a line of many words", "", "",
         "<p>Der Saal nach der Sitzung, Bonn, vor dem Umbau am 9. Mai 2019</p>", "<p>Datum: 03.05.2025</p>",
         "2025-05-03"});
  check({"above the headline", "", "<p>3. Mai 2025 // Anna Beispiel</p>", "", "", "2025-05-03"});
  check({"a time element above the headline", "", "<p><time datetime=2025-05-03T08:00:00+02:00>vor 3 Tagen</time></p>",
         "", "", "2025-05-03T08:00:00+02:00"});
  check({"the day of the visit", "", "<p>Sonntag, 1. März 2026</p>", "", "", ""});
}

TEST(PublicationDate, InAndBelowTheText) {
  check({"place and day open the text", "", "",
         "<p>Bonn, 3. Mai 2025 – Der Rat der Stadt hat am Montag die neue Ordnung beschlossen, über die seit Jahren "
         "gestritten worden war, wie eine Sprecherin am Abend sagte.</p>",
         "", "2025-05-03"});
  check({"a day in brackets opens the text", "", "",
         "<p>[3.5.2025] Der Rat der Stadt hat am Montag die neue Ordnung beschlossen, über die seit Jahren gestritten "
         "worden war, wie eine Sprecherin am Abend sagte.</p>",
         "", "2025-05-03"});
  check({"the day of an event does not", "", "",
         "<p>Am 3. Mai 2025 hat der Rat der Stadt die neue Ordnung beschlossen, über die seit Jahren gestritten "
         "worden war, wie eine Sprecherin am Abend sagte.</p>",
         "", ""});
  check({"labelled, far below", "", "", "", std::string("<p>Impressum</p>") + "<p>Veröffentlicht am 03.05.2025</p>",
         "2025-05-03"});
  check({"lines of several days are teasers", "", "", "",
         "<div><a href=/b>Anderes Thema eins</a></div><div>9. Juni 2025</div><div><a href=/c>Anderes Thema "
         "zwei</a></div><div>7. Juni 2025</div>",
         ""});
  check({"the line below a blog's entry", "", "", "",
         "<footer class=entry-meta><p>Dieser Beitrag wurde von Anna am 3. Mai 2025 um 12:00 Uhr veröffentlicht und "
         "unter Hafen "
         "abgelegt. Sie können allen "
         "Antworten zu diesem Eintrag über den Feed folgen, und Sie können selbst eine Antwort hinterlassen oder von "
         "der eigenen Seite aus hierher zurückverweisen.</p></footer>",
         "2025-05-03"});
  check({"a label in a heading above", "", "", "", "<h3>Publish date</h3><p>3. Mai 2025</p><p>9. Juni 2025</p>",
         "2025-05-03"});
  check(
      {"nothing but a change, far below", "", "", "", "<p>Mehr</p><p>Letzte Änderung: 3. Mai 2025</p>", "2025-05-03"});
  check({"nothing but a change", "", "", "<p>Zuletzt aktualisiert: 3. Mai 2025</p>", "", "2025-05-03", "2025-05-03"});
}

TEST(PublicationDate, InTheAddress) {
  const PageCase plain{"a full day in the path", "", "", "", "", "2025-05-03"};
  check(plain, "/2025/05/03/rat-beschliesst-ordnung");
  check({"before a later day in the data", json_ld(R"("datePublished":"2025-09-09")"), "", "", "", "2025-05-03"},
        "/2025/05/03/rat-beschliesst-ordnung");
  check({"one day apart is a matter of zones", json_ld(R"("datePublished":"2025-05-04")"), "", "", "", "2025-05-04"},
        "/2025/05/03/rat-beschliesst-ordnung");
}

TEST(PublicationDate, OrderOfDayAndMonthInEnglish) {
  struct Case {
    const char* url;
    const char* head;
    const char* date;
  };
  for (const auto& [url, head, date] : {
           Case{"https://paper.example/council-votes", "", "2025-03-05"},
           Case{"https://paper.co.uk/council-votes", "", "2025-05-03"},
           Case{"https://paper.example/en-gb/council-votes", "", "2025-05-03"},
           Case{"https://paper.example/council-votes", "<meta property=og:locale content=en_GB>", "2025-05-03"},
           Case{"https://paper.io/council-votes", "", "2025-03-05"},
           Case{"https://paper.example/2025-05-03-council-votes", "", "2025-05-03"},
       }) {
    const std::string html = std::string("<!DOCTYPE html><html lang=en><head><title>Council votes</title>") + head +
                             "</head><body><main><h1>Council votes</h1><p>03/05/2025</p>" + kText +
                             "</main></body></html>";
    const auto article = extract(html, {"test", url, {}, "2026-03-01T09:00:00Z"});
    ASSERT_TRUE(article.ok()) << url;
    EXPECT_EQ(article->date.value_or(""), date) << url << head;
  }
}

TEST(DateRoles, AreReadFromTheWordsBefore) {
  struct Case {
    const char* before;
    DateRole role;
  };
  for (const auto& [before, role] : {
           Case{"", DateRole::plain},
           Case{"Von Anna Beispiel, ", DateRole::plain},
           Case{"Stand: ", DateRole::published},
           Case{"By Anna Beispiel | Posted on Monday, ", DateRole::published},
           Case{"Last updated ", DateRole::modified},
           Case{"zuletzt geändert am Montag, den ", DateRole::modified},
           Case{"Weekly update ", DateRole::plain},
           Case{"Termin: ", DateRole::other},
       }) {
    EXPECT_EQ(role_before_date(before), role) << before;
  }
}

}  // namespace
}  // namespace klartext
