// Teasers of other articles from outside: small pages, and what they connect to.
#include "extract/related.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "klartext/extract.h"

namespace klartext {
namespace {

constexpr const char* kParagraph =
    "<p>Am Montag hat der Rat der Stadt die neue Ordnung beschlossen. Sie gilt vom ersten Tag des nächsten Jahres an, "
    "sagte die Sprecherin, und sie ändert für die meisten Menschen in der Stadt wenig.</p>";

std::vector<Teaser> related(const std::string& behind_text, const std::string& head = {},
                            const char* url = "https://stadtblatt.example/politik/rat-beschliesst-ordnung-12345") {
  const std::string html = "<!DOCTYPE html><html lang=de><head><title>Rat beschließt Ordnung</title>" + head +
                           "</head><body><main><article><h1>Rat beschließt Ordnung</h1>" + kParagraph + kParagraph +
                           "</article>" + behind_text + "</main></body></html>";
  Source source{"test", {}, {}, "2026-03-01"};
  if (url != nullptr) source.url = url;
  const auto result = extract(html, source);
  EXPECT_TRUE(result.ok());
  return result ? result->related : std::vector<Teaser>{};
}

std::vector<std::string> titles(const std::vector<Teaser>& teasers) {
  std::vector<std::string> found;
  for (const auto& teaser : teasers) found.push_back(teaser.title.value_or(""));
  return found;
}

using Titles = std::vector<std::string>;

constexpr const char* kFirst =
    "<li><a href=/politik/buerger-klagen-gegen-ordnung-11111>Bürger klagen gegen Ordnung</a></li>";
constexpr const char* kSecond =
    "<li><a href=/politik/das-kostet-die-ordnung-22222>Das kostet die neue Ordnung</a></li>";

std::string list(const std::string& heading, const std::string& items) {
  return "<section><h2>" + heading + "</h2><ul>" + items + "</ul></section>";
}

TEST(Related, TakesALabelledList) {
  EXPECT_EQ(titles(related(list("Mehr zum Thema", std::string(kFirst) + kSecond))),
            (Titles{"Bürger klagen gegen Ordnung", "Das kostet die neue Ordnung"}));
  EXPECT_EQ(titles(related(list("Meistgelesen", std::string(kFirst) + kSecond))), Titles{});
}

TEST(Related, PictureSectionLinkAndHeadlineAreOneTeaser) {
  const auto teasers = related(list(
      "Lesen Sie auch",
      "<li><div><a href=/politik/buerger-klagen-gegen-ordnung-11111><img src=/a.jpg alt=Rathaus></a></div><div><div>"
      "<a href=/politik/stadtrat>Aus dem Stadtrat</a></div><a href=/politik/buerger-klagen-gegen-ordnung-11111>Bürger "
      "klagen gegen Ordnung</a></div></li>"));
  ASSERT_EQ(titles(teasers), (Titles{"Bürger klagen gegen Ordnung"}));
  EXPECT_TRUE(teasers.front().image.has_value());
}

TEST(Related, LeavesAdvertisementsAmongTeasersOut) {
  const std::string paid =
      "<li><a href=/reise/die-schoensten-ziele-im-sommer-33333><span>Anzeige</span><h3>Die schönsten "
      "Ziele</h3></a></li>";
  EXPECT_EQ(titles(related(list("Mehr zum Thema", kFirst + paid))), (Titles{"Bürger klagen gegen Ordnung"}));
}

TEST(Related, FirstTabNamesThePanelThatShows) {
  const std::string tabs = "<ul><li><button>Verwandte Artikel</button></li><li><button>Neueste</button></li></ul>";
  const std::string panels = std::string("<div id=relatedTab><ul>") + kFirst + "</ul></div>" +
                             "<div style='display:none'><ul>" + kSecond + "</ul></div>";
  EXPECT_EQ(titles(related(tabs + panels)), (Titles{"Bürger klagen gegen Ordnung"}));
}

TEST(Related, HeadingNamesTheSubject) {
  EXPECT_EQ(titles(related(list("Mehr aus Oberwied", kFirst))), (Titles{"Bürger klagen gegen Ordnung"}));
  EXPECT_EQ(titles(related(list("Mehr aus Oberwied", kFirst), "<meta property=og:site_name content=Oberwied>")),
            Titles{});
}

TEST(Related, ColumnsOfOneListStandTogether) {
  const auto column = [](const std::string& item) {
    return "<div><div><div><div><div>" + item + "</div></div></div></div></div>";
  };
  const std::string columns = "<h2>Mehr zum Thema</h2><div>" + column(kFirst) + column(kSecond) + "</div>";
  EXPECT_EQ(titles(related(columns)), (Titles{"Bürger klagen gegen Ordnung", "Das kostet die neue Ordnung"}));
}

TEST(Related, TopicsAreNoArticles) {
  EXPECT_EQ(titles(related(
                list("Mehr zum Thema",
                     "<li><a href=/politik/t-66258888>Neue Ordnung</a></li><li><a href=/t-17284476>Rat</a></li>"))),
            Titles{});
}

TEST(Related, TheGreaterHeadingIsTheTitle) {
  const auto teasers =
      related(list("Mehr zum Thema",
                   "<li><a href=/politik/buerger-klagen-gegen-ordnung-11111><h4>Gericht der Stadt Oberwied"
                   "</h4><h3>Bürger klagen gegen Ordnung</h3></a></li>"));
  ASSERT_EQ(titles(teasers), (Titles{"Bürger klagen gegen Ordnung"}));
  EXPECT_EQ(teasers.front().kicker, "Gericht der Stadt Oberwied");
}

TEST(Related, ColonMakesTheKicker) {
  const auto teasers =
      related(list("Mehr zum Thema",
                   "<li><a href=/politik/buerger-klagen-gegen-ordnung-11111><span>Lesezeit</span><p><span>"
                   "Vor dem Gericht der Stadt Oberwied</span><span>:</span><span>Bürger klagen</span></p></a></li>"));
  ASSERT_EQ(titles(teasers), (Titles{"Bürger klagen"}));
  EXPECT_EQ(teasers.front().kicker, "Vor dem Gericht der Stadt Oberwied");
}

TEST(Related, ReadingTimeAndCreditAreNeitherKickerNorTitle) {
  const auto teasers =
      related(list("Mehr zum Thema",
                   "<li><a href=/politik/buerger-klagen-gegen-ordnung-11111><div>Foto: Anna Beispiel und Paul Ritter, "
                   "Archiv</div><div>4 Min. Lesezeit</div><div>Bürger klagen gegen Ordnung</div></a></li>"));
  ASSERT_EQ(titles(teasers), (Titles{"Bürger klagen gegen Ordnung"}));
  EXPECT_EQ(teasers.front().kicker, std::nullopt);
}

TEST(Related, PicturesWithCaptionsAreNoTeasers) {
  EXPECT_EQ(titles(related(list("Mehr zum Thema",
                                "<li><a href=/bilder/rathaus-von-oberwied-11111><img src=/a.jpg></a><p>Das Rathaus von "
                                "Oberwied, in dem der Rat am Montag getagt hat.</p><p>Foto: Anna Beispiel</p></li>"))),
            Titles{});
  EXPECT_EQ(
      titles(related(list("Mehr zum Thema", "<li><a href=/bilder/rathaus-von-oberwied-11111>15.05.2023</a></li>"))),
      Titles{});
}

TEST(Related, NamesOfTeasersAreStrongerThanNamesOfTopics) {
  EXPECT_EQ(titles(related(
                "<h2>Lesen Sie auch</h2><div class=related-topics><div class=related-topics__teaser>"
                "<a href=/politik/buerger-klagen-gegen-ordnung-11111>Bürger klagen gegen Ordnung</a></div></div>")),
            (Titles{"Bürger klagen gegen Ordnung"}));
}

TEST(Related, LinksOfATextTakenOverStayHere) {
  const auto teasers = related(list("Mehr zum Thema", kFirst),
                               "<link rel=canonical href=https://agentur.example/politik/rat-beschliesst-ordnung-12345>"
                               "<meta property=og:url content=https://stadtblatt.example/politik/rat-12345>",
                               nullptr);
  ASSERT_EQ(teasers.size(), 1U);
  EXPECT_EQ(teasers.front().url, "https://stadtblatt.example/politik/buerger-klagen-gegen-ordnung-11111");
}

}  // namespace
}  // namespace klartext
