// Tags: what counts as one, and which of a page's lists is the article's.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/tag_words.h"
#include "klartext/extract.h"

namespace klartext {
namespace {

struct ListCase {
  const char* list;
  Tags tags;
};

class TagWords : public testing::TestWithParam<ListCase> {};

TEST_P(TagWords, AreReadAsPrinted) {
  Tags tags;
  add_tag_list(tags, GetParam().list);
  EXPECT_EQ(tags, GetParam().tags);
}

INSTANTIATE_TEST_SUITE_P(
    Lists, TagWords,
    testing::Values(
        ListCase{"Bahn, Verkehr,Bahn", {"Bahn", "Verkehr"}},
        ListCase{"Berlin, Kreuzberg; Bahn", {"Berlin, Kreuzberg", "Bahn"}}, ListCase{"Bahn | Bus", {"Bahn", "Bus"}},
        ListCase{"#Bahn, „Bus“", {"Bahn", "Bus"}}, ListCase{"Wahl (611 posts), Wahl (578)", {"Wahl"}},
        ListCase{"Granada (Provincia)", {"Granada (Provincia)"}}, ListCase{"Category: Wine, 2019", {"Wine", "2019"}},
        ListCase{"8ae9ab2d-fe1b-4230-acb8-a59b52877682, Bahn", {"Bahn"}},
        ListCase{"source:tagname:wire, Bahn", {"Bahn"}}, ListCase{"17. Dezember 2019, Bahn", {"Bahn"}},
        ListCase{"Bahn • Bus • Rad", {"Bahn", "Bus", "Rad"}}, ListCase{"#Bahn #Bus #Rad", {"Bahn", "Bus", "Rad"}},
        ListCase{"航天 合作、太空", {"航天 合作", "太空"}}, ListCase{"航天 太空", {"航天", "太空"}},
        ListCase{"Dieser Satz hat sehr viele Wörter und ist kein Schlagwort", {}}));

constexpr const char* kText =
    "<p>Am Montag hat der Rat der Stadt die neue Ordnung für den Hafen beschlossen. Sie gilt vom ersten Tag des "
    "nächsten Jahres an, sagte die Sprecherin, und sie ändert für die meisten Menschen in der Stadt wenig.</p>";

struct PageCase {
  const char* name;
  const char* head;
  const char* below;
  Tags tags;
};

class TagsOfPage : public testing::TestWithParam<PageCase> {};

TEST_P(TagsOfPage, AreTheArticlesOwn) {
  const auto& given = GetParam();
  const std::string html = std::string("<!DOCTYPE html><html lang=de><head><title>Rat beschließt Ordnung</title>") +
                           given.head + "</head><body><nav><a href=/thema/sport>Sport</a></nav><main><article>" +
                           "<h1>Rat beschließt Ordnung</h1>" + kText + given.below +
                           "</article></main><footer><a href=/thema/geld>Geld</a> <a href=/thema/welt>Welt</a> "
                           "<a href=/thema/reise>Reise</a></footer></body></html>";
  const auto article =
      extract(html, {"test", "https://stadtblatt.example/politik/rat-beschliesst-ordnung-1234", {}, "2026-03-01"});
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->tags, given.tags) << given.name;
}

INSTANTIATE_TEST_SUITE_P(
    Pages, TagsOfPage,
    testing::Values(
        PageCase{"subjects of Dublin Core",
                 "<meta name=DC.Subject content='Hafen; Ordnung; Rat'>",
                 "",
                 {"Hafen", "Ordnung", "Rat"}},
        PageCase{
            "a line that may pass for text", "", "<p>Stichwörter: Hafen, Neue Ordnung</p>", {"Hafen", "Neue Ordnung"}},
        PageCase{"few links behind a long label",
                 "",
                 "<div>Themen dieses Artikels: <a href=/thema/rat>Rat</a> <a href=/thema/kai>Kai</a></div>",
                 {"Rat", "Kai"}},
        PageCase{"topics of the page's footer are none", "", "", {}},
        PageCase{"links to topics",
                 "",
                 "<div><a href=/thema/hafen>Hafen</a>, <a href=/thema/rat>Rat</a></div>",
                 {"Hafen", "Rat"}},
        PageCase{"all links of a list that holds a topic",
                 "",
                 "<ul><li><a href=/recht/seerecht>Seerecht</a></li><li><a href=/thema/rat>Rat</a></li></ul>",
                 {"Seerecht", "Rat"}},
        PageCase{"place called tags",
                 "",
                 "<div class=article__tags><a href=/q?1>Hafen</a> <a href=/q?2>Rat</a></div>",
                 {"Hafen", "Rat"}},
        PageCase{"the element in the link is called tag",
                 "",
                 "<div><a href=/list/1><span class=tag-like>Hafen</span></a> <a href=/list/2><span "
                 "class=tag-like>Rat</span></a></div>",
                 {"Hafen", "Rat"}},
        PageCase{"two lists in one frame",
                 "",
                 "<div class=tags><p>Personen</p><div><a href=/thema/1>Anna Beispiel</a></div><p>Orte</p><div>"
                 "<a href=/thema/2>Bonn</a></div></div>",
                 {"Anna Beispiel", "Bonn"}},
        PageCase{"related topics are topics",
                 "",
                 "<ul class=related-topics><li><a href=/thema/hafen>Hafen</a></li></ul>",
                 {"Hafen"}},
        PageCase{"a table of contents is none",
                 "",
                 "<div><p>In diesem Artikel</p><ul><li><a href=#eins>Kosten</a></li><li><a "
                 "href=#zwei>Dauer</a></li></ul></div>",
                 {}},
        PageCase{"a list of links beside the frame of its label",
                 "",
                 "<div><div><h4>Mehr lesen über</h4></div></div><ul><li><a href=/politik/hafen>Hafen</a></li>"
                 "<li><a href=/politik/rat>Rat</a></li></ul>",
                 {"Hafen", "Rat"}},
        PageCase{"a line without links", "", "<p>Schlagwörter: Hafen, Rat</p>", {"Hafen", "Rat"}},
        PageCase{"a list without links", "", "<h3>Keywords</h3><ul><li>Hafen</li><li>Rat</li></ul>", {"Hafen", "Rat"}},
        PageCase{"a label of something else", "", "<p>Thema: wie der Rat über den Hafen denkt, und warum</p>", {}},
        PageCase{"one keyword is printed",
                 "<meta name=keywords content='Hafen, Rat, Ordnung, Stadt'>",
                 "<div><a href=/thema/hafen>Hafen</a></div>",
                 {"Hafen", "Rat", "Ordnung", "Stadt"}},
        PageCase{"what a blog files an entry under is no name of a place",
                 "",
                 "<div class='hentry tag-bahn'><p><a href=/q?1>Drucken lassen</a></p></div>",
                 {}},
        PageCase{"an address relative to the page",
                 "",
                 "<div><a href=tags/hafen>Hafen</a>, <a href=mot/rat>Rat</a></div>",
                 {"Hafen", "Rat"}},
        PageCase{"a cloud of the whole site",
                 "",
                 "<div class=tagcloud><a rel=tag href=/t/1>Sport</a> <a rel=tag href=/t/2>Reise</a></div>",
                 {}},
        PageCase{"rel=tag, not the category",
                 "",
                 "<p><a rel='category tag' href=/c/1>Politik</a> <a rel=tag href=/t/1>Hafen</a></p>",
                 {"Hafen"}},
        PageCase{"category where there is nothing else",
                 "",
                 "<p><a rel='category tag' href=/c/1>Hafenbau</a></p>",
                 {"Hafenbau"}},
        PageCase{"keywords of the site",
                 "<meta name=keywords content='Nachrichten, Kultur, Wirtschaft, Reise, Sport'>",
                 "",
                 {}},
        PageCase{"keywords of the article",
                 "<meta name=keywords content='Hafen, Rat, Ordnung, Stadtplanung'>",
                 "",
                 {"Hafen", "Rat", "Ordnung", "Stadtplanung"}},
        PageCase{"address cut into words",
                 "<meta name=news_keywords content='rat,beschliesst,ordnung'>"
                 "<meta property=article:tag content=Hafen>",
                 "",
                 {"Hafen"}},
        PageCase{"of many keywords those that are printed",
                 "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Rat beschließt Ordnung\","
                 "\"keywords\":[\"Hafen\",\"Rat\",\"web\",\"standard\"]}</script>",
                 "<div><a href=/thema/hafen>Hafen</a>, <a href=/thema/rat>Rat</a></div>",
                 {"Hafen", "Rat"}}));

}  // namespace
}  // namespace klartext
