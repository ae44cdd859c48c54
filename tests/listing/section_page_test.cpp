// Section pages: which of their links are articles, and which feed is theirs.
#include "listing/section_page.h"

#include <gtest/gtest.h>

#include "listing/collected.h"

namespace klartext {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kAddress = "https://www.blatt.example/politik/";

SectionPage read(const std::string& html) {
  auto page = read_section_page(html, {"page", kAddress, std::nullopt, std::nullopt});
  return page ? std::move(*page) : SectionPage{{"error"}, {}};
}

Lines articles(const std::string& html) {
  Lines lines;
  for (const auto& article : read(html).articles) lines.push_back(Collected::line_of(article));
  return lines;
}

TEST(SectionPage, ListsItsTeasersAndNothingElse) {
  const auto lines = articles(R"(<!doctype html><html lang="de"><head><title>Politik | Blatt</title></head><body>
    <header><a href="/">Blatt</a><nav><ul><li><a href="/politik/">Politik</a><li><a href="/sport/">Sport</a>
      <li><a href="/abo/jetzt-das-digitale-abo-testen">Jetzt das digitale Abo testen</a></ul></nav></header>
    <main><h1>Politik</h1>
      <article><a href="/politik/bruecke-wird-neu-gebaut-12345.html"><img src="/b.jpg" alt=""></a>
        <p class="kicker">Muehlbach</p><h2><a href="/politik/bruecke-wird-neu-gebaut-12345.html">Brücke wird neu gebaut</a></h2>
        <time datetime="2026-03-01T08:00:00+01:00">1. März 2026</time>
        <p>Die Stadt saniert die alte Brücke im nächsten Jahr. <a href="/autor/anna-berg">Anna Berg</a></p></article>
      <article><span>Anzeige</span><h2><a href="/politik/das-beste-angebot-der-woche-99999.html">Das beste Angebot der Woche</a></h2>
        <p>Nur noch bis Sonntag gibt es dieses Angebot zu diesem Preis.</p></article>
      <article><h2><a href="/politik/haushalt">Haushalt ist beschlossen</a></h2>
        <p>Nach langer Debatte hat der Rat dem Haushalt zugestimmt.</p></article>
      <article><h2><a href="https://anderswo.example/ein-text-von-anderen-leuten-1">Ein Text von anderen</a></h2></article>
      <div class="pagination"><a href="/politik/seite/2">2</a> <a href="/politik/seite/3">3</a> <a href="/politik/seite/2">weiter</a></div>
    </main>
    <footer><a href="/impressum">Impressum</a> <a href="/datenschutz">Hinweise zum Datenschutz</a></footer></body></html>)");
  EXPECT_EQ(lines,
            (Lines{"https://www.blatt.example/politik/bruecke-wird-neu-gebaut-12345.html | Brücke wird neu gebaut | "
                   "2026-03-01T08:00:00+01:00",
                   "https://www.blatt.example/politik/haushalt | Haushalt ist beschlossen | -"}));
}

TEST(SectionPage, ReadsPlainListsOfLinks) {
  const auto lines = articles(R"(<html><body><table><tr><td><a href="/">Start</a><br><a href="/politik">Politik</a></td>
    <td><p><b>Archiv</b></p>
    <p><a href="/meldung_36604_Partner+der+Kommunen.html">Bundesverband: Partner der Kommunen</a><br>[22.6.2021] Der
      Verband stellt sich neu auf und sucht die Nähe der Kommunen. <a href="/meldung_36604_Partner+der+Kommunen.html">mehr...</a></p>
    <p><a href="/meldung_36605_Neues+Portal.html">Oberwied: Neues Portal</a><br>[21.6.2021] Die Stadt bietet ihre Dienste
      jetzt im Netz an. <a href="/meldung_36605_Neues+Portal.html">mehr...</a></p></td></tr></table></body></html>)");
  ASSERT_EQ(lines.size(), 2U) << testing::PrintToString(lines);
  EXPECT_TRUE(lines[0].starts_with("https://www.blatt.example/meldung_36604_Partner+der+Kommunen.html | ")) << lines[0];
  EXPECT_TRUE(lines[0].ends_with(" | 2021-06-22")) << lines[0];
  EXPECT_TRUE(lines[1].starts_with("https://www.blatt.example/meldung_36605_Neues+Portal.html | ")) << lines[1];
}

TEST(SectionPage, LeavesOutWhatStandsBesideTheList) {
  const auto lines = articles(R"(<html><body><ul><li><a href="/messe.html">Messe</a></li>
      <li><a href="/rubrik_dms.html">Dokumente und ihre Verwaltung</a></li>
      <li><a href="/suche.php?q=Netze">Suche nach dem Wort Netze</a></li>
      <li><a href="/konto-51234.html">Newsletter abonnieren</a></li></ul>
    <div><p><a href="/meldung_36604_Partner.html">Neue Partner für die Kommunen</a></p></div></body></html>)");
  EXPECT_EQ(lines, Lines{"https://www.blatt.example/meldung_36604_Partner.html | Neue Partner für die Kommunen | -"});
}

TEST(SectionPage, PutsItsOwnFeedBeforeThatOfTheSite) {
  const auto page = read(R"(<head>
    <link rel="alternate" type="application/rss+xml" title="Blatt » Feed" href="/feed/">
    <link rel="alternate" type="application/rss+xml" title="Blatt » Kommentar-Feed" href="/comments/feed/">
    <link rel="alternate" type="application/rss+xml" title="Blatt » Politik" href="https://www.blatt.example/politik/feed/">
    <link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/json" href="/wp-json/1">
    <link rel="alternate" type="text/xml+oembed" href="/oembed"></head>)");
  EXPECT_EQ(page.feeds, (Lines{"https://www.blatt.example/politik/feed/", "https://www.blatt.example/feed/"}));
}

TEST(SectionPage, SaysWhatIsNoPage) {
  EXPECT_EQ(read_section_page("%PDF-1.4", {}).error().message,
            "this is a PDF file, neither a feed nor a sitemap nor a web page");
  EXPECT_EQ(read_section_page("", {}).error().message, "this is empty");
}

}  // namespace
}  // namespace klartext
