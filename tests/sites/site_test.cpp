// One article in many markups gives one record.
#include "sites/site.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

constexpr std::string_view kUrl = "https://www.kommune21.de/meldung_7_Titel+der+Meldung.html";

std::optional<SiteReading> read(std::string_view html) {
  const auto document = Document::parse(html);
  EXPECT_TRUE(document);
  const auto answer = read_site(*document, kUrl, kUrl);
  return answer ? *answer : std::nullopt;
}

std::string shown(const std::optional<Found<std::string>>& found) { return found ? found->value : "-"; }
std::string shown(const std::optional<std::string>& text) { return text.value_or("-"); }

std::string article(const SiteReading& reading) {
  std::string out = shown(reading.kicker) + " | " + shown(reading.title) + " | " + shown(reading.date) + " | " +
                    shown(reading.lead) + " |";
  for (const auto& paragraph : reading.body.value) out += " <" + paragraph.text + ">";
  for (const auto& author : reading.authors.value) out += " by " + author.name;
  return out;
}

std::string teasers(const SiteReading& reading) {
  std::string out;
  for (const auto& t : reading.related.value) {
    out += shown(t.kicker) + " | " + shown(t.title) + " | " + shown(t.type) + " | " + shown(t.date) + " | " +
           shown(t.teaser) + " | " + (t.url ? t.url->substr(t.url->rfind('/') + 1) : "-") + " | ";
    out += t.image ? t.image->url.substr(t.image->url.rfind('/') + 1) + " " + shown(t.image->caption) : "-";
    out += "\n";
  }
  return out;
}

constexpr std::string_view kArticle =
    "Kreis Seetal | Titel: Mit Doppelpunkt | 2021-06-22 | Das ist der Vorspann der Meldung. | <Das ist der Vorspann "
    "der "
    "Meldung.> <Hier steht der erste Absatz.> <Und hier der zweite. (sib)> by sib";

TEST(ReadSite, OneArticleInManyMarkups) {
  constexpr std::string_view kPages[] = {
      // elements of their own
      "<div><p>Kreis Seetal:</p><h1>Titel: Mit Doppelpunkt</h1><p><b>[22.6.2021] Das ist der Vorspann der "
      "Meldung.</b></p>"
      "<p>Hier steht der erste Absatz.</p><p>Und hier der zweite. (sib)</p></div><p>Stichwörter: A</p>",
      // lines in one cell
      "<table><tr><td>Kreis Seetal:<br><b>Titel: Mit Doppelpunkt</b><br><br>[22.6.2021] Das ist der Vorspann der "
      "Meldung.<br><br>Hier steht der erste Absatz.<br><br>Und hier der zweite. (sib)<br><br>Stichwörter: "
      "A</td></tr></table>",
      // kicker in the heading, date and sign in elements of their own
      "<h1><small>Kreis Seetal:</small> <span>Titel: Mit Doppelpunkt</span></h1><div>[22.6.2021]</div><div><b>Das ist "
      "der "
      "Vorspann der Meldung.</b></div><div>Hier steht der erste Absatz.</div><div>Und hier der "
      "zweite.</div><div>(sib)</div><div>Druckversion</div>",
      // side by side without colon or blank
      "<h1><span>Kreis Seetal</span><span>Titel: Mit Doppelpunkt</span></h1><p>[<b>22.6.2021</b>] Das ist der Vorspann "
      "der "
      "Meldung.</p><p>Hier steht der erste Absatz.</p><p>Und hier der zweite. (sib)</p><p>Suchen...</p>",
      // the headline first
      "<div><h1>Titel: Mit Doppelpunkt</h1><p>Kreis Seetal:</p></div><p>[22.6.2021] <b>Das ist der Vorspann der "
      "Meldung.</b><br>Hier steht der erste Absatz.<br>Und hier der zweite. (sib)</p><p>Anzeige</p>",
      // an advertisement between, and today's date above
      "<p>Dienstag, 3. März 2026</p><p>Kreis Seetal:</p><h2>Titel: Mit Doppelpunkt</h2><p>[22.6.2021] Das ist der "
      "Vorspann "
      "der Meldung.</p><p>Hier steht der erste Absatz.</p><div>Anzeige<p>Jetzt kaufen</p><a "
      "href=/x>Los</a></div><p>Und hier "
      "der zweite. (sib)</p><p>Stichwörter: A</p>",
      // bold lead, body in the same line; the list of other articles before
      "<ul><li>[3.3.2026] <a href=/a>Ort: Andere</a><li>[2.3.2026] <a href=/b>Ort: Noch eine</a></ul><p>Kreis "
      "Seetal:<h1>Titel: Mit Doppelpunkt</h1><p><b>[22.6.2021] Das ist der Vorspann der Meldung.</b> Hier steht der "
      "erste "
      "Absatz.<p>Und hier der zweite. (sib)<p>Stichwörter: A",
  };
  for (const auto page : kPages) {
    const auto reading = read(page);
    ASSERT_TRUE(reading) << page;
    EXPECT_EQ(article(*reading), kArticle) << page;
  }
}

TEST(ReadSite, OnePlainParagraphHasNoLead) {
  const auto reading = read("<p>Seetal:</p><h1>Titel</h1><p>[5.3.2009] Das ist alles, was zu sagen war. (bw)</p>");
  ASSERT_TRUE(reading);
  EXPECT_EQ(article(*reading), "Seetal | Titel | 2009-03-05 | - | <Das ist alles, was zu sagen war. (bw)> by bw");
}

constexpr std::string_view kTeasers =
    "Ort | Alpha | - | 2024-05-06 | Erster Text. | a.html | a.jpg Bild von A\n"
    "Amt | Beta | Bericht | 2024-05-03 | Zweiter Text. | b.html | b.jpg -\n"
    "- | Gamma | - | 2024-04-29 | Dritter Text. | c.html | -\n";

TEST(ReadSite, OneSetOfTeasersInManyMarkups) {
  constexpr std::string_view kPages[] = {
      // containers, picture behind
      "<div><h3><a href=/a.html>Ort: Alpha</a></h3><p>[6.5.2024] Erster Text. <a href=/a.html>mehr...</a></p><img "
      "src=/a.jpg><p>Bild von A</p></div><div><h3><a href=/b.html>Amt : Beta</a> <i>Bericht</i></h3><p>[3.5.2024] "
      "Zweiter "
      "Text. <a href=/b.html>mehr...</a></p><img src=/b.jpg alt=Beta></div><div><h3><a "
      "href=/c.html>Gamma</a></h3><p>[29.4.2024] Dritter Text. <a href=/c.html>mehr...</a></p></div>",
      // containers, picture first, labels on lines of their own
      "<li><img src=/a.jpg alt='Bild von A'><h4>Ort: Alpha</h4><p>[6.5.2024] Erster Text.</p><a "
      "href=/a.html>mehr…</a><li><img "
      "src=/b.jpg alt='Amt: Beta'><h4>Amt: Beta</h4><span>Bericht</span><p>[3.5.2024] Zweiter Text.</p><a "
      "href=/b.html>mehr…</a><li><h4>Gamma</h4><p>[29.4.2024] Dritter Text.</p><a href=/c.html>mehr…</a>",
      // a flat definition list
      "<dl><dt><a href=/a.html>Ort: Alpha</a></dt><dd>[6.5.2024] Erster Text. <a href=/a.html>mehr...</a></dd><dd><img "
      "src=/a.jpg><br>Bild von A</dd><dt><a href=/b.html>Amt: Beta</a> Bericht</dt><dd>[3.5.2024] Zweiter Text. <a "
      "href=/b.html>mehr...</a></dd><dd><img src=/b.jpg></dd><dt><a href=/c.html>Gamma</a></dt><dd>[29.4.2024] Dritter "
      "Text. "
      "<a href=/c.html>mehr...</a></dd></dl>",
      // lines and nothing else
      "<a href=/a.html>Ort: Alpha</a><br>[6.5.2024] Erster Text. <a href=/a.html>mehr...</a><br><img "
      "src=/a.jpg><br>Bild von "
      "A<br><a href=/b.html>Amt: Beta</a> <i>Bericht</i><br>[3.5.2024] Zweiter Text. <a "
      "href=/b.html>mehr...</a><br><img "
      "src=/b.jpg><br><a href=/c.html>Gamma</a><br>[29.4.2024] Dritter Text. <a href=/c.html>mehr...</a><br>",
      // cards that are links as a whole
      "<a href=/a.html><img src=/a.jpg alt='Bild von "
      "A'><span>Ort:</span><b>Alpha</b><span>[6.5.2024]</span><span>Erster "
      "Text.</span></a><a href=/b.html><img src=/b.jpg "
      "alt=Beta><span>Amt:</span><b>Beta</b><em>Bericht</em><span>[3.5.2024]</span><span>Zweiter Text.</span></a><a "
      "href=/c.html><b>Gamma</b><span>[29.4.2024]</span><span>Dritter Text.</span></a>",
      // three rows to a teaser
      "<table><tr><td colspan=2><a href=/a.html>Ort: Alpha</a></td></tr><tr><td><img src=/a.jpg><br>Bild von "
      "A</td><td>[6.5.2024] Erster Text.</td></tr><tr><td>mehr...</td></tr><tr><td colspan=2><a href=/b.html>Amt: "
      "Beta</a> <b>Bericht</b></td></tr><tr><td><img src=/b.jpg></td><td>[3.5.2024] Zweiter "
      "Text.</td></tr><tr><td>mehr...</td></tr><tr><td colspan=2><a "
      "href=/c.html>Gamma</a></td></tr><tr><td></td><td>[29.4.2024] "
      "Dritter Text.</td></tr><tr><td>mehr...</td></tr></table>",
      // advertisements between
      "<div><b><a href=/a.html>Ort: Alpha</a></b><br>[6.5.2024] Erster Text. <a href=/a.html>mehr...</a><br><img "
      "src=/a.jpg><br>Bild von A</div><div>Anzeige<br><a href=/ad><img src=/ad.gif></a></div><div><b><a "
      "href=/b.html>Amt: "
      "Beta</a></b> Bericht<br>[3.5.2024] Zweiter Text. <a href=/b.html>mehr...</a><br><img "
      "src=/b.jpg></div><p>Anzeige</p><div><b><a "
      "href=/c.html>Gamma</a></b><br>[29.4.2024] Dritter Text. <a href=/c.html>mehr...</a></div>",
  };
  for (const auto page : kPages) {
    const std::string html =
        "<h1>Titel</h1><p>[22.6.2021] Vorspann.</p><p>Absatz.</p><h2>Weitere Meldungen und Beiträge aus "
        "dem Bereich Panorama</h2>" +
        std::string(page) + "<p>Suchen...</p><p>Aktuelle Meldungen</p>" +
        "<p>[1.1.2026] <a href=/x.html>Ort: Andere</a></p>";
    const auto reading = read(html);
    ASSERT_TRUE(reading) << page;
    EXPECT_EQ(shown(reading->section), "Panorama");
    EXPECT_EQ(teasers(*reading), kTeasers) << page;
  }
}

TEST(ReadSite, TypeInTheTitlesText) {
  struct Case {
    std::string_view line, address, teaser;
  };
  constexpr Case kCases[] = {
      {"Serie Start-ups: Das Klima im Blick Bericht", "/meldung_1.html",
       "Serie Start-ups | Das Klima im Blick | Bericht"},
      {"Das Klima im Blick Bericht", "/meldung_1.html", "- | Das Klima im Blick | Bericht"},
      {"Amt: Beta (Studie)", "/meldung_1.html", "Amt | Beta | Studie"},
      {"Amt: Beta [Im Gespräch]", "/meldung_1.html", "Amt | Beta | Im Gespräch"},
      {"Amt: Beta | Interview", "/meldung_1.html", "Amt | Beta | Interview"},
      {"Amt: Ein Rathaus auf Rädern Interview", "/meldung_1.html", "Amt | Ein Rathaus auf Rädern | Interview"},
      {"Amt: Zahlen aus der Smart City Studie", "/meldung_1.html", "Amt | Zahlen aus der Smart City Studie | -"},
      {"Amt: Beta (Stufe 2)", "/meldung_1.html", "Amt | Beta (Stufe 2) | -"},
      {"Amt: Beta-Bericht", "/meldung_1.html", "Amt | Beta-Bericht | -"},
      // The address knows better.
      {"Amt: Beta Bericht", "/meldung_1_Beta.html", "Amt | Beta | Bericht"},
      {"Amt: Neues im großen Klima Bericht", "/meldung_1_Neues+im+gro%C3%9Fen+Klima+Bericht.html",
       "Amt | Neues im großen Klima Bericht | -"},
      // Part of the sentence, of a name, or of a phrase.
      {"Amt: Ministerium legt neuen Bericht", "/meldung_1.html", "Amt | Ministerium legt neuen Bericht | -"},
      {"Amt: Smart City Bericht", "/meldung_1.html", "Amt | Smart City Bericht | -"},
      {"Amt: Streit um den Klima-Bericht", "/meldung_1.html", "Amt | Streit um den Klima-Bericht | -"},
      // A label that is a common word of titles needs an element of its own.
      {"Amt: Der Weg zur Studie", "/meldung_1.html", "Amt | Der Weg zur Studie | -"},
      {"Amt: Der Weg zum Bericht", "/meldung_1.html", "Amt | Der Weg zum Bericht | -"},
  };
  for (const auto& c : kCases) {
    const auto address = std::string(c.address);
    const auto reading = read(
        "<h1>Titel</h1><p>[22.6.2021] Text.</p><h2>Weitere Meldungen und Beiträge aus dem Bereich Politik</h2><h3><a "
        "href=" +
        address + ">" + std::string(c.line) + "</a></h3><p>[6.5.2024] Text. <a href=" + address + ">mehr...</a></p>");
    ASSERT_TRUE(reading) << c.line;
    ASSERT_EQ(reading->related.value.size(), 1U) << c.line;
    const Teaser& teaser = reading->related.value.front();
    EXPECT_EQ(shown(teaser.kicker) + " | " + shown(teaser.title) + " | " + shown(teaser.type), c.teaser);
  }
}

TEST(ReadSite, SignBeforeTheMoreLink) {
  struct Case {
    std::string_view line, text;
  };
  constexpr Case kCases[] = {
      {"Ein Text. › <a href=/1>mehr</a>", "Ein Text."},           {"Ein Text. &gt; <a href=/1>mehr</a>", "Ein Text."},
      {"Ein Text. [<a href=/1>mehr</a>]", "Ein Text."},           {"Ein Text. | <a href=/1>mehr</a>", "Ein Text."},
      {"Ein Text. … <a href=/1>mehr</a>", "Ein Text."},           {"Ein Text. ... <a href=/1>mehr</a>", "Ein Text."},
      {"Ein Text, der … <a href=/1>mehr</a>", "Ein Text, der …"}, {"Ein Text … <a href=/1>mehr</a>", "Ein Text …"},
  };
  for (const auto& c : kCases) {
    const auto reading = read(
        "<h1>Titel</h1><p>[22.6.2021] Text.</p><h2>Weitere Meldungen und Beiträge aus dem Bereich Politik</h2>"
        "<h3><a href=/1>Amt: Beta</a></h3><p>[6.5.2024] " +
        std::string(c.line) + "</p>");
    ASSERT_TRUE(reading) << c.line;
    ASSERT_EQ(reading->related.value.size(), 1U) << c.line;
    EXPECT_EQ(shown(reading->related.value.front().teaser), c.text) << c.line;
  }
}

TEST(ReadSite, RelatedHeadingOverNothing) {
  const auto reading = read(
      "<h1>Titel</h1><p>[22.6.2021] Text.</p><h2>Weitere Meldungen und Beiträge aus dem Bereich "
      "Politik</h2><p>Suchen...</p><p>[1.1.2026] <a href=/x.html>Ort: Andere</a></p>");
  ASSERT_TRUE(reading);
  EXPECT_EQ(shown(reading->section), "Politik");
  EXPECT_TRUE(reading->related.value.empty());
}

TEST(ReadSite, Tags) {
  struct Case {
    std::string_view html, tags;
  };
  constexpr Case kCases[] = {
      {"<p>Stichwörter: Panorama, HSH, Verband (IT, Bund)</p>", "Panorama;HSH;Verband (IT, Bund);"},
      {"<p>Stichwörter: CMS | Portale</p>", "CMS | Portale;"},
      {"<p><b>Stichwörter:</b> <a href=/1>Konto, Ausweis</a>, <a href=/2>KI</a></p>", "Konto, Ausweis;KI;"},
      {"<p>Stichwörter: <a href=/1>KI</a> <a href=/2>OZG</a></p>", "KI;OZG;"},
      {"<div><span>Stichwörter:</span><span>KI</span><span>OZG</span></div>", "KI;OZG;"},
      {"<p>Stichwörter:</p><ul><li>KI</li><li><a href=/1>OZG</a></li></ul>", "KI;OZG;"},
      {"<p>Stichwörter:<br>KI, OZG</p>", "KI;OZG;"},
      {"<dl><dt>Stichwörter</dt><dd>KI</dd><dd>OZG</dd></dl><p>PDF</p>", "KI;OZG;"},
      {"<table><tr><td>Stichwörter:</td><td>KI, OZG</td></tr></table>", "KI;OZG;"},
      {"<p>Stichwörter:</p>", ""},
  };
  for (const auto& c : kCases) {
    const auto reading = read("<h1>Titel</h1><p>[22.6.2021] Vorspann.</p><p>Absatz.</p>" + std::string(c.html));
    ASSERT_TRUE(reading) << c.html;
    std::string tags;
    for (const auto& tag : reading->tags.value) tags += tag + ";";
    EXPECT_EQ(tags, c.tags) << c.html;
  }
}

TEST(ReadSite, LinksBelowTheBody) {
  struct Case {
    std::string_view html, links;
  };
  constexpr Case kCases[] = {
      {"<p>Mehr dazu im <a href=/x>Bericht</a>.</p>", ""},
      {"<p><a href=http://a.example>http://a.example</a><br><a href=/b>Zum Portal</a> (Deep Link)</p>",
       "http://a.example;Zum Portal (Deep Link);"},
      {"<ul><li><a href=/a>A</a><li><a href=/b>B</a></ul>", "A;B;"},
      {"<p>Links:</p><p><a href=/a>A</a></p>", "A;"},
      {"<p>www.a.example</p>", "www.a.example;"},
  };
  for (const auto& c : kCases) {
    const auto reading = read("<h1>Titel</h1><p>[22.6.2021] Vorspann.</p><p>Absatz.</p>" + std::string(c.html) +
                              "<p>Stichwörter: KI</p><p><a href=/d>Druckversion</a> <a href=/p.pdf>PDF</a></p>");
    ASSERT_TRUE(reading) << c.html;
    std::string links;
    for (const auto& link : reading->links.value) links += link.text + ";";
    EXPECT_EQ(links, c.links) << c.html;
    EXPECT_EQ(shown(reading->print), "https://www.kommune21.de/d");
    EXPECT_EQ(shown(reading->pdf), "https://www.kommune21.de/p.pdf");
  }
}

TEST(ReadSite, LinksAmongTagsAndTools) {
  constexpr std::string_view kTools = "<p><a href=/d>Druckversion</a> <a href=/p.pdf>PDF</a></p>";
  constexpr std::string_view kLinks = "<p><a href=http://a.example>http://a.example</a></p>";
  constexpr std::string_view kBullet =
      "<div><img src=/pfeil.gif alt=''> <a href=http://a.example>http://a.example</a></div>";
  constexpr std::string_view kTags = "<p>Stichwörter: KI, OZG</p>";
  constexpr std::string_view kTagsBelowHeading = "<h4>Stichwörter:</h4><p>KI, OZG</p>";
  const std::vector<std::vector<std::string_view>> orders = {
      {kTags, kTools},
      {kTags, kLinks, kTools},
      {kTools, kLinks, kTags},
      {kTools, kTags, kLinks},
      {kTags, kBullet, kTools},
      {kTagsBelowHeading, kLinks, kTools},
      {kTagsBelowHeading, kBullet},
  };
  for (const auto& order : orders) {
    std::string html = "<h1>Titel</h1><p>[22.6.2021] Vorspann.</p><p>Ein Absatz steht noch darunter.</p>";
    for (const auto part : order) html += part;
    const auto reading = read(html);
    ASSERT_TRUE(reading) << html;
    std::string found;
    for (const auto& tag : reading->tags.value) found += tag + ";";
    for (const auto& link : reading->links.value) found += link.text + ";";
    EXPECT_EQ(found, order == orders.front() ? "KI;OZG;" : "KI;OZG;http://a.example;") << html;
  }
}

/// A page whose text is in <div>s and <p>s of one <div>, `amid` between two paragraphs and `behind` its sign.
std::string page_with(std::string_view amid, std::string_view behind) {
  return "<div><p>Seetal:</p><h1>Titel</h1><p>[5.3.2009] Vorspann.</p>" + std::string(amid) +
         "<p>Die Verwaltung will den Dienst bis zum Ende des Jahres in allen Ämtern anbieten, sagte die Leiterin. "
         "(sib)</p>" +
         std::string(behind) + "<p>Stichwörter: KI</p><p><a href=/d>Druckversion</a> <a href=/p.pdf>PDF</a></p></div>";
}

TEST(ReadSite, LinesThatLookLikeTheEnd) {
  for (const std::string_view amid :
       {"", "<p><small>© Stadt Lindenau</small></p>", "<p>Seite drucken | Seite empfehlen</p>",
        "<p>Copyright: Stadt</p>", "<p><a href=/satzung.pdf>PDF</a></p>", "<p>Video: Der Dienst im Einsatz</p>"}) {
    const auto reading = read(page_with(amid, ""));
    ASSERT_TRUE(reading) << amid;
    EXPECT_EQ(article(*reading),
              "Seetal | Titel | 2009-03-05 | Vorspann. | <Vorspann.> <Die Verwaltung will den Dienst bis zum Ende des "
              "Jahres in allen Ämtern anbieten, sagte die Leiterin. (sib)> by sib")
        << amid;
    EXPECT_EQ(reading->tags.value, std::vector<std::string>{"KI"}) << amid;
    EXPECT_EQ(shown(reading->pdf), "https://www.kommune21.de/p.pdf") << amid;
  }
}

TEST(ReadSite, WhatStandsBehindTheSign) {
  struct Case {
    std::string_view html, kept;
  };
  constexpr Case kCases[] = {
      {"<p><b>Korrektur:</b> Richtig sind 18 Dienste.</p>", " <Korrektur: Richtig sind 18 Dienste.>"},
      {"<p><sup>1</sup> Angaben der Stadt.</p>", " <1 Angaben der Stadt.>"},
      {"<p>Dieser Beitrag ist in der Ausgabe Juni 2011 erschienen. <a href=/h>Hier können Sie ein Exemplar "
       "bestellen.</a></p>",
       ""},
      {"<h3>Newsletter bestellen</h3><p>Möchten Sie keine Meldung mehr verpassen?</p>", ""},
      {"<div><b>Diesen Artikel teilen:</b> <a href=/f>Facebook</a> auch</div>", ""},
      {"<p>1.204 mal gelesen</p><p>Noch ein Satz danach.</p>", ""},
  };
  for (const auto& c : kCases) {
    const auto reading = read(page_with("", c.html));
    ASSERT_TRUE(reading) << c.html;
    EXPECT_EQ(article(*reading),
              "Seetal | Titel | 2009-03-05 | Vorspann. | <Vorspann.> <Die Verwaltung will den Dienst bis zum Ende des "
              "Jahres in allen Ämtern anbieten, sagte die Leiterin. (sib)>" +
                  std::string(c.kept) + " by sib")
        << c.html;
  }
}

TEST(ReadSite, FactsBehindTheDate) {
  struct Case {
    std::string_view facts, by;
  };
  constexpr Case kCases[] = {{"", ""},
                             {" | 12 Kommentare", ""},
                             {" · 2 Min. Lesezeit | 12 Kommentare", ""},
                             {" 10:30 Uhr", ""},
                             {" von Petra Sommerfeld", " by Petra Sommerfeld"}};
  for (const auto& c : kCases) {
    const auto reading = read("<p>Seetal:</p><h1>Titel</h1><p>[5.3.2009]" + std::string(c.facts) +
                              "</p><p><b>Die Stadt Lindenau hat einen neuen Dienst für ihre Bürger.</b></p><p>Die "
                              "Verwaltung will ihn bis zum Ende des Jahres anbieten.</p><p>Stichwörter: KI</p>");
    ASSERT_TRUE(reading) << c.facts;
    EXPECT_EQ(article(*reading),
              "Seetal | Titel | 2009-03-05 | Die Stadt Lindenau hat einen neuen Dienst für ihre Bürger. | <Die Stadt "
              "Lindenau hat einen neuen Dienst für ihre Bürger.> <Die Verwaltung will ihn bis zum Ende des Jahres "
              "anbieten.>" +
                  std::string(c.by))
        << c.facts;
  }
}

TEST(ReadSite, NameThatClosesTheText) {
  struct Case {
    std::string_view html, behind_text;
  };
  constexpr Case kCases[] = {
      {"<p>Helena Brandt</p>", " by Helena Brandt"},
      {"<p>Dr. Helena Brandt</p><p>Stichwörter: KI</p>", " by Dr. Helena Brandt"},
      {"<p>Helena Brandt</p><p>Noch ein Absatz.</p>", " <Helena Brandt> <Noch ein Absatz.>"},
      {"<p>Das ist neu</p>", " <Das ist neu>"},
      {"<p>Weitere Informationen</p>", ""},
  };
  const std::string text =
      "Die Verwaltung will den Dienst bis zum Ende des Jahres in allen Ämtern anbieten, sagte die Leiterin der IT.";
  for (const auto& c : kCases) {
    const auto reading =
        read("<p>Seetal:</p><h1>Titel</h1><p>[5.3.2009] Vorspann.</p><p>" + text + "</p>" + std::string(c.html));
    ASSERT_TRUE(reading) << c.html;
    EXPECT_EQ(article(*reading),
              "Seetal | Titel | 2009-03-05 | Vorspann. | <Vorspann.> <" + text + ">" + std::string(c.behind_text))
        << c.html;
  }
}

TEST(ReadSite, PicturesOfTheArticle) {
  struct Case {
    std::string_view html, images;
  };
  constexpr Case kCases[] = {
      {"<figure><img src=/a.jpg><figcaption>Rathaus. (Bildquelle: Stadt)</figcaption></figure><p>Rathaus. (Bildquelle: "
       "Stadt)</p>",
       "a.jpg Rathaus. Stadt;"},
      {"<div><img src=/a.jpg><br>Rathaus. Foto: Stadt</div>", "a.jpg Rathaus. Stadt;"},
      {"<p><img src=/a.jpg></p>", "a.jpg - -;"},
      {"<div><amp-img src=/a.jpg></amp-img></div>", "a.jpg - -;"},
      {"<div><a href=/gross><amp-img src=/a.jpg></amp-img></a></div>", "a.jpg - -;"},
      {"<div>Anzeige<br><img src=/a.jpg></div>", ""},
      {"<img src=/pixel.gif width=1 height=1>", ""},
  };
  for (const auto& c : kCases) {
    const auto reading = read("<h1>Titel</h1><p>[22.6.2021] Vorspann.</p>" + std::string(c.html) +
                              "<p>Ein Absatz, der hinter dem Bild steht.</p><p>Stichwörter: KI</p>");
    ASSERT_TRUE(reading) << c.html;
    std::string images;
    for (const auto& image : reading->images.value) {
      images +=
          image.url.substr(image.url.rfind('/') + 1) + ' ' + shown(image.caption) + ' ' + shown(image.credit) + ';';
    }
    EXPECT_EQ(images, c.images) << c.html;
    EXPECT_EQ(reading->body.value.size(), 2U) << c.html;
  }
}

TEST(ReadSite, PicturesThatCloseTheText) {
  struct Case {
    std::string_view html, images;
  };
  constexpr Case kCases[] = {
      {"<figure><figcaption>Das Rathaus am Abend.</figcaption><img src=/a.gif></figure>",
       "a.gif Das Rathaus am Abend.;"},
      {"<img src=/pfeil.gif>", ""},
      {"<div>Interview: Helena Brandt</div><div><img src=/a.jpg><div>Dr. Kurt Bader</div></div>",
       "a.jpg Dr. Kurt Bader;"},
  };
  for (const auto& c : kCases) {
    const auto reading = read("<h1>Titel</h1><p>[22.6.2021] Vorspann.</p><p>Ein Absatz, der vor dem Bild steht.</p>" +
                              std::string(c.html) + "<p><a href=http://a.example>http://a.example</a></p>");
    ASSERT_TRUE(reading) << c.html;
    std::string images;
    for (const auto& image : reading->images.value) {
      images += image.url.substr(image.url.rfind('/') + 1) + ' ' + shown(image.caption) + ';';
    }
    EXPECT_EQ(images, c.images) << c.html;
    EXPECT_EQ(reading->body.value.size(), 2U) << c.html;
  }
}

TEST(ReadSite, Providers) {
  constexpr std::string_view kProviders[] = {
      "<p><a href=/1>Blatt AG</a><br>48149 Bad Homburg v. d. Höhe<br><a href=/1>Blatt AG</a></p><p>Netz GmbH<br>01099 "
      "Dresden<br><a href=/2><img src=/2.gif alt='Netz GmbH'></a></p>",
      "<div><a href=/1><span>Blatt AG</span><span>48149 Bad Homburg v. d. Höhe</span></a></div><div><a "
      "href=/2><span>Netz "
      "GmbH</span><span>01099 Dresden</span></a></div>",
      "<ul><li><a href=/1>Blatt AG, 48149 Bad Homburg v. d. Höhe</a><li><a href=/2>Netz GmbH, D-01099 Dresden</a></ul>",
      "<p><a href=/1>Blatt AG</a><br>Am Markt 3a<br>48149 Bad Homburg v. d. Höhe<br>Telefon: 06172/1234<br>Blatt AG</p>"
      "<p><a href=/2>Netz GmbH</a><br>Hauptstraße 12<br>01099 Dresden<br>Telefon: 0351/1234</p>",
  };
  for (const auto providers : kProviders) {
    const auto reading =
        read("<h1>Titel</h1><p>[22.6.2021] Text.</p><h4>Ausgewählte Anbieter aus dem Bereich KI:</h4>" +
             std::string(providers) + "<p>Aktuelle Meldungen</p>");
    ASSERT_TRUE(reading);
    std::string out;
    for (const auto& p : reading->providers.value) {
      out += p.name + '|' + shown(p.postcode) + '|' + shown(p.city) + '|' + shown(p.url) + '\n';
    }
    EXPECT_EQ(out,
              "Blatt AG|48149|Bad Homburg v. d. Höhe|https://www.kommune21.de/1\n"
              "Netz GmbH|01099|Dresden|https://www.kommune21.de/2\n")
        << providers;
  }
}

TEST(ReadSite, FakedLandmarksChangeNothing) {
  constexpr std::string_view kBefore[] = {
      "<nav><a href=/1>Stichwörter</a> <a href=/2>Weitere Meldungen und Beiträge aus dem Bereich Werbung</a></nav>",
      "<div>Weitere Meldungen und Beiträge aus dem Bereich Werbung</div>",
      "<div>Ausgewählte Anbieter aus dem Bereich Werbung:</div>",
      "<div id=cookie-banner><p>Stichwörter: Cookies</p><p>[1.2.2026] Wir verwenden Cookies auf allen unseren "
      "Seiten.</p></div>",
      "<div><b>Meistgelesen</b><p>[1.2.2026] <a href=/a>Ort: Andere</a></p></div><p>Anzeige</p><p>Suchen...</p>",
      "<script>document.write('<p>[1.1.2020] Falsch</p>')</script><!-- <p>[1.1.2020] Falsch</p> -->",
  };
  const std::string page =
      "<p>Seetal:</p><h1>Titel</h1><p>[22.6.2021] Vorspann.</p><p>Stichwörter: so nannte man früher, was heute alle "
      "Welt "
      "Schlagwörter nennt, wie der Verband mitteilt.</p><div><b>Meistgelesen</b><ul><li><a href=/a>Ort: "
      "Andere</a></ul></div>"
      "<p>Der letzte Absatz ist lang genug, dass ihn niemand für etwas anderes hält als einen "
      "Absatz.</p><p>Stichwörter: "
      "KI</p><h2>Weitere Meldungen und Beiträge aus dem Bereich Politik</h2><p><b>Ort: Alpha</b><br>[6.5.2024] "
      "Text.</p>";
  for (const auto before : kBefore) {
    const auto reading = read(std::string(before) + page);
    ASSERT_TRUE(reading) << before;
    EXPECT_EQ(shown(reading->date), "2021-06-22") << before;
    EXPECT_EQ(shown(reading->section), "Politik") << before;
    EXPECT_EQ(reading->body.value.size(), 3U) << before;
    ASSERT_EQ(reading->tags.value.size(), 1U) << before;
    EXPECT_EQ(reading->tags.value[0], "KI") << before;
    ASSERT_EQ(reading->related.value.size(), 1U) << before;
    EXPECT_EQ(shown(reading->related.value[0].title), "Alpha") << before;
    EXPECT_TRUE(reading->providers.value.empty()) << before;
  }
}

TEST(ReadSite, NoArticle) {
  EXPECT_FALSE(
      read("<h1>Kommune21</h1><p>[6.5.2024] Text. <a href=/a>mehr...</a></p><p>[5.5.2024] Text. <a "
           "href=/b>mehr...</a></p>"));
  EXPECT_FALSE(read("<p>Bitte melden Sie sich an.</p>"));
}

}  // namespace
}  // namespace klartext
