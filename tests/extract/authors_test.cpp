// Authors: which of a page's claims is believed, and where a printed byline may stand.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "klartext/extract.h"

namespace klartext {
namespace {

constexpr const char* kText =
    "<p>Am Montag hat der Rat der Stadt die neue Ordnung für den Hafen beschlossen. Sie gilt vom ersten Tag des "
    "nächsten Jahres an, sagte die Sprecherin, und sie ändert für die meisten Menschen in der Stadt wenig.</p>"
    "<p>Die Opposition stimmte dagegen. Sie hält den Plan für zu teuer und will im Herbst einen eigenen Entwurf "
    "vorlegen, über den dann noch einmal beraten werden soll.</p>";

struct PageCase {
  const char* name;
  const char* head;
  const char* above;  ///< between headline and text
  const char* below;
  std::vector<std::string> authors;
};

class AuthorsOfPage : public testing::TestWithParam<PageCase> {};

TEST_P(AuthorsOfPage, AreThoseWhoWroteTheText) {
  const auto& given = GetParam();
  const std::string html = std::string("<!DOCTYPE html><html lang=de><head><title>Rat beschließt Ordnung</title>") +
                           "<meta property=og:site_name content=Stadtblatt>" + given.head + "</head><body><main>" +
                           "<article><h1>Rat beschließt Ordnung</h1>" + given.above + kText + given.below +
                           "</article></main></body></html>";
  const auto article =
      extract(html, {"test", "https://stadtblatt.example/politik/rat-beschliesst-ordnung-1234", {}, "2026-03-01"});
  ASSERT_TRUE(article.ok());
  std::vector<std::string> names;
  for (const auto& author : article->authors) names.push_back(author.name);
  EXPECT_EQ(names, given.authors) << given.name;
}

constexpr const char* kAgencyAndPerson =
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Rat beschließt Ordnung\",\"author\":["
    "{\"@type\":\"Person\",\"name\":\"Anna Beispiel\"},{\"@type\":\"Organization\",\"name\":\"dpa\"},"
    "{\"@type\":\"Organization\",\"name\":\"Stadtblatt\"}]}</script>";
constexpr const char* kOnePerson =
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Rat beschließt Ordnung\",\"author\":"
    "{\"@type\":\"Person\",\"name\":\"Anna Beispiel\"}}</script>";
constexpr const char* kSiteAsPerson =
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Rat beschließt Ordnung\",\"author\":"
    "{\"@type\":\"Person\",\"name\":\"Stadtblatt\"}}</script>";

constexpr const char* kAccount =
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Rat beschließt Ordnung\",\"author\":"
    "{\"@type\":\"Person\",\"name\":\"annabeispiel\"}}</script>";

TEST(AuthorsOfText, AnAgencySignsBesideThePlace) {
  for (const auto& [opening, agency] : std::vector<std::pair<std::string, std::string>>{
           {"Oberwied (dpa/lnw) – ", "dpa/lnw"}, {"OBERWIED, Ohio (AP) — ", "AP"}, {"Oberwied (Kreis Wied) – ", ""}}) {
    const std::string text = std::string(kText).insert(std::string_view("<p>").size(), opening);
    const auto article =
        extract("<html lang=de><title>Rat beschließt Ordnung</title><h1>Rat beschließt Ordnung</h1>" + text,
                {"test", {}, {}, "2026-03-01"});
    ASSERT_TRUE(article.ok());
    EXPECT_EQ(article->authors.empty() ? "" : article->authors.front().name, agency) << opening;
    if (!agency.empty()) EXPECT_EQ(article->authors.at(0).type, Author::Type::organization);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Pages, AuthorsOfPage,
    testing::Values(
        PageCase{"an agency beside a person, no publisher", kAgencyAndPerson, "", "", {"Anna Beispiel", "dpa"}},
        PageCase{"the site is no person", kSiteAsPerson, "<p>Von Anna Beispiel</p>", "", {"Anna Beispiel"}},
        PageCase{"the site where nobody else is named", kSiteAsPerson, "", "", {"Stadtblatt"}},
        PageCase{"meta with a label",
                 "<meta name=twitter:label1 content='Verfasst von'><meta name=twitter:data1 content='Anna Beispiel'>",
                 "",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"meta with another label",
                 "<meta name=twitter:label1 content='Lesezeit'><meta name=twitter:data1 content='Drei Minuten'>",
                 "",
                 "",
                 {}},
        PageCase{"marked element with a single name",
                 "",
                 "<div><span class=author-name>Annette</span></div>",
                 "",
                 {"Annette"}},
        PageCase{"several marked elements",
                 "",
                 "<div class=byline><span class=author>Anna Beispiel</span> <span class=author>Ben Muster</span>"
                 "<span class=author-bio>Anna Beispiel schreibt über Häfen</span></div>",
                 "",
                 {"Anna Beispiel", "Ben Muster"}},
        PageCase{"line below a label", "", "<h5>Autor:</h5><div>Anna Beispiel</div>", "", {"Anna Beispiel"}},
        PageCase{"name behind the date", "", "<p>25.02.2026 - Anna Beispiel</p>", "", {"Anna Beispiel"}},
        PageCase{"name above the date", "", "<div>Anna Beispiel</div><div>25.02.2026</div>", "", {"Anna Beispiel"}},
        PageCase{"time of reading is nobody", "", "<div>Lesezeit Minuten</div><div>25.02.2026</div>", "", {}},
        PageCase{
            "author box below the text", "", "", "<h4>Über die Autorin</h4><p>Anna Beispiel</p>", {"Anna Beispiel"}},
        PageCase{
            "who reviewed the text did not write it",
            "",
            "<p>Von <a rel=author href=/a/1>Anna Beispiel</a>. Reviewed by <a rel=author href=/a/2>Ben Muster</a></p>",
            "",
            {"Anna Beispiel"}},
        PageCase{"the byline names one more",
                 kOnePerson,
                 "<p>Von Anna Beispiel und Ben Muster</p>",
                 "",
                 {"Anna Beispiel", "Ben Muster"}},
        PageCase{"the byline names another", kOnePerson, "<p>Von Ben Muster</p>", "", {"Anna Beispiel"}},
        PageCase{"who took the picture did not write the text",
                 "",
                 "<figure><img src=/p.jpg><figcaption><span class=author>Ben Muster</span></figcaption></figure>",
                 "",
                 {}},
        PageCase{
            "catalogues invert names", "<meta name=citation_author content='Muster, Ben'>", "", "", {"Ben Muster"}},
        PageCase{"authors of comments are none",
                 "",
                 "",
                 "<div class=comments><div class=comment><span class=author>Ben Muster</span></div></div>",
                 {}},
        PageCase{"the byline names one more, and the title of the first",
                 kOnePerson,
                 "<p>Von Dr. Anna Beispiel und Ben Muster</p>",
                 "",
                 {"Dr. Anna Beispiel", "Ben Muster"}},
        PageCase{
            "the printed name of an account", kAccount, "<p class=author>Anna Beispiel</p>", "", {"Anna Beispiel"}},
        PageCase{"a byline of two words before the name", "", "", "<p>Written by Anna Beispiel</p>", {"Anna Beispiel"}},
        PageCase{"a nickname and nothing else", "", "<p>von wolke</p>", "", {"wolke"}},
        PageCase{"a byline with its date", "", "<p>Von Anna Beispiel 3. Mai 2025</p>", "", {"Anna Beispiel"}},
        PageCase{
            "the name in an author box", "", "", "<h4 class=author-box__name>Anna Beispiel</h4>", {"Anna Beispiel"}},
        PageCase{"a single word and its date", "", "<p>Geschrieben von Wolke am 3. Mai 2025</p>", "", {"Wolke"}},
        PageCase{"the last line of the text", "", "", "<p>Autorin: Anna Beispiel, Hafenamt</p>", {"Anna Beispiel"}},
        PageCase{"a signature", "", "", "<p>Anna Beispiel</p>", {"Anna Beispiel"}},
        PageCase{"a sentence is no signature",
                 "",
                 "",
                 "<p>Bei Nordhafen Logistik, so sagt die Sprecherin, ist die Ordnung seit langem bekannt, und alle "
                 "Schiffe werden schon heute nach ihr abgefertigt.</p>",
                 {}},
        PageCase{"thanks are no signature", "", "", "<p>Herzlichen Dank</p>", {}},
        PageCase{"a byline in a teaser is another's",
                 "",
                 "<div class=teaser-head><p class=byline>Von Anna Beispiel</p></div>",
                 "",
                 {}},
        PageCase{"a label that names the reviewer", "", "<div>Reviewed by</div><div>Ben Muster</div>", "", {}},
        PageCase{"an agency in the byline beats the site", kSiteAsPerson, "<p>Von dpa</p>", "", {"dpa"}},
        PageCase{"the longer of two lists",
                 "<meta name=dc.creator content='Anna Beispiel'><meta name=citation_authors content='Anna Beispiel'>"
                 "<meta name=citation_authors content='Ben Muster'>",
                 "",
                 "",
                 {"Anna Beispiel", "Ben Muster"}},
        PageCase{"name and function that only the layout parts",
                 "",
                 "<div class=author>Anna Beispiel<span class=job>Redakteurin</span></div>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"name and place in elements alike",
                 "",
                 "<div class=firma><span>Anna Beispiel</span> <span>Oberwied</span></div>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"glued around its date",
                 "",
                 "<p><b>Erstellt am</b><b>25.02.2026</b><b>von</b><b>Anna Beispiel</b></p>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"name and date with buttons between them",
                 "",
                 "<header><div>Anna "
                 "Beispiel</div><div>Folgen</div><div>08:30</div><div>·</div><div>25.02.2026</div></header>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"two names above the date",
                 "",
                 "<div>Anna Beispiel, Ben Muster</div><div>25.02.2026</div>",
                 "",
                 {"Anna Beispiel", "Ben Muster"}},
        PageCase{"a line below the name",
                 "",
                 "<div class=autoria>Anna Beispiel<br>Ortsbüro, Haus am Fluss</div>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"name and function above the date",
                 "",
                 "<div>Anna Beispiel, Redakteurin</div><div>25.02.2026</div>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"an address that only the layout parts from the name",
                 "",
                 "<div class=byline><a href=/a>Anna Beispiel</a><span>anna@stadtblatt.example</span></div>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{"an index entry near the date", "", "<div>Muster, Ben</div><div>25.02.2026</div>", "", {}},
        PageCase{"a menu near the date", "", "<nav><div>Stadt Aktuell</div></nav><div>25.02.2026</div>", "", {}},
        PageCase{"a sign that closes the text", "", "", "<p>Der Hafen bleibt so lange zu. (sib)</p>", {"sib"}},
        PageCase{"a name and a day that close the text",
                 "",
                 "",
                 "<p>Der Hafen bleibt so lange zu. (Anna Beispiel, 25.2.2026)</p>",
                 {"Anna Beispiel"}},
        PageCase{"a name that explains", "", "", "<p>So sieht es auch der Chef des Amts (Ben Muster)</p>", {}},
        PageCase{"an agency that closes the text", "", "", "<p>Der Hafen bleibt zu. (dpa/lnw)</p>", {"dpa/lnw"}},
        PageCase{"an agency below the text", "", "", "<p>Quelle: dpa</p>", {"dpa"}},
        PageCase{"an agency's copyright", "", "", "<p>© dpa-infocom, dpa:260225-99-1234/2</p>", {"dpa"}},
        PageCase{"who took the picture is in brackets",
                 "",
                 "<p class=author>Anna Beispiel (Text), Ben Muster (Fotos)</p>",
                 "",
                 {"Anna Beispiel"}},
        PageCase{
            "the desk where nobody else is named", "", "<p class=byline>Von der Redaktion</p>", "", {"Redaktion"}}));

}  // namespace
}  // namespace klartext
