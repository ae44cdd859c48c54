// Captions and credits, as pages print them.
#include "sites/captions.h"

#include <gtest/gtest.h>

#include <string>

#include "sites/site.h"

namespace klartext {
namespace {

constexpr std::string_view kUrl = "https://www.kommune21.de/meldung_7_Titel+der+Meldung.html";

/// "caption (credit); paragraphs"
std::string pictures(std::string_view html) {
  const auto document = Document::parse(
      "<p>Seetal:</p><h1>Titel</h1><p><b>[5.3.2009] Ein Vorspann für die Meldung.</b></p>" + std::string(html) +
      "<p>Die Verwaltung will den Dienst bis zum Ende des Jahres in allen Ämtern anbieten, sagte die Leiterin der IT. "
      "(sib)</p><p>Stichwörter: KI</p>");
  const auto reading = read_site(*document, kUrl, kUrl);
  if (!reading || !*reading) return "no article";
  std::string out;
  for (const auto& image : (*reading)->images.value) {
    out += image.caption.value_or("-") + " (" + image.credit.value_or("-") + "); ";
  }
  return out + std::to_string((*reading)->body.value.size());
}

TEST(Captions, CreditsInManyWords) {
  struct Case {
    std::string_view caption, expected;
  };
  constexpr Case kCases[] = {
      {"Das Rathaus. (Bildquelle: Kreis Seetal)", "Das Rathaus. (Kreis Seetal); 2"},
      {"Das Rathaus. (c) Kurt Bader", "Das Rathaus. (Kurt Bader); 2"},
      {"Das Rathaus. Foto: (c) Kurt Bader", "Das Rathaus. (Kurt Bader); 2"},
      {"Das Rathaus. Fotonachweis: Kurt Bader", "Das Rathaus. (Kurt Bader); 2"},
      {"Das Rathaus. Copyright: Kurt Bader", "Das Rathaus. (Kurt Bader); 2"},
      {"Das Portal. (Screenshot: Kreis Seetal)", "Das Portal. (Kreis Seetal); 2"},
      {"Das Netz. Abb.: Kreis Seetal", "Das Netz. (Kreis Seetal); 2"},
      {"Das Netz besteht aus (a) Servern, (b) Leitungen und (c) Menschen.",
       "Das Netz besteht aus (a) Servern, (b) Leitungen und (c) Menschen. (-); 2"},
      {"Bild 1 von 3 Das Rathaus.", "Das Rathaus. (-); 2"},
      {"Foto 2/5: Das Rathaus.", "Das Rathaus. (-); 2"},
      {"Bild 3 zeigt das Rathaus.", "Bild 3 zeigt das Rathaus. (-); 2"},
  };
  for (const auto& c : kCases) {
    const auto html = "<figure><img src=/a.jpg><figcaption>" + std::string(c.caption) + "</figcaption></figure>";
    EXPECT_EQ(pictures(html), c.expected) << html;
  }
}

TEST(Captions, LinesOfTheirOwn) {
  struct Case {
    std::string_view html, expected;
  };
  constexpr Case kCases[] = {
      {"<p><img src=/a.jpg></p><p class=bu>Das Rathaus.</p><p class=copy>© Kurt Bader</p>",
       "Das Rathaus. (Kurt Bader); 2"},
      {"<div><img src=/a.jpg><span>Bild 1 von 2</span><div class=cap>Das Rathaus.</div></div><div><img "
       "src=/b.jpg><span>Bild 2 von 2</span><div class=cap>Das Netz. Foto: Kurt Bader</div></div>",
       "Das Rathaus. (-); Das Netz. (Kurt Bader); 2"},
  };
  for (const auto& c : kCases) EXPECT_EQ(pictures(c.html), c.expected) << c.html;
}

}  // namespace
}  // namespace klartext
