// Links below the body: the article's, and those that lead on through the site.
#include <gtest/gtest.h>

#include <string>

#include "sites/site.h"

namespace klartext {
namespace {

constexpr std::string_view kUrl = "https://www.kommune21.de/meldung_7_Titel+der+Meldung.html";

std::string links_of(std::string_view html) {
  const auto document = Document::parse(
      "<p>Seetal:</p><h1>Titel</h1><p><b>[5.3.2009] Ein Vorspann für die Meldung.</b></p><p>Die Verwaltung will den "
      "Dienst bis zum Ende des Jahres in allen Ämtern anbieten, sagte die Leiterin der IT. (sib)</p>" +
      std::string(html) + "<p>Stichwörter: KI</p><p><a href=/d>Druckversion</a></p>");
  const auto reading = read_site(*document, kUrl, kUrl);
  if (!reading || !*reading) return "no article";
  std::string out;
  for (const auto& link : (*reading)->links.value) out += link.text + ';';
  return out + std::to_string((*reading)->body.value.size());
}

TEST(Links, NavigationIsNone) {
  struct Case {
    std::string_view html, links;
  };
  constexpr Case kCases[] = {
      {"<p><a href=/k21-meldungen/>Zurück zur Übersicht</a></p>", "2"},
      {"<p><a href=?s=2>Weiter auf Seite 2</a> <a href=?all=1>Auf einer Seite lesen</a></p>", "2"},
      {"<div><a class=button href=/abo>Jetzt Probeabo bestellen</a></div>", "2"},
      {"<p><a href=/nl>Zur Anmeldung</a></p>", "2"},
      {"<p><a href=/feed>RSS-Feed</a></p><p><a href=http://a.example>Zum Portal</a></p>", "Zum Portal;2"},
      {"<p><a href=/1>« Rathaus auf Rädern</a> | <a href=/2>Neues Netz »</a></p>", "2"},
      // The article's own.
      {"<p><a href=http://kongress.example/a>Zur Anmeldung</a></p>", "Zur Anmeldung;2"},
      {"<p><a href=/studie.pdf>Zur Studie »</a></p>", "Zur Studie »;2"},
      {"<p><a href=/serie>«Das Netz», Teil 1</a></p><p><a href=/b>«Das Netz»</a></p>",
       "«Das Netz», Teil 1;«Das Netz»;2"},
  };
  for (const auto& c : kCases) EXPECT_EQ(links_of(c.html), c.links) << c.html;
}

}  // namespace
}  // namespace klartext
