#include "sites/match.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext::sites {
namespace {

std::string matched(std::string_view html, std::string_view url) {
  const auto document = Document::parse(html);
  EXPECT_TRUE(document);
  const Match match = match_profile(*site_profiles(), *document, url);
  return match.profile == nullptr ? "" : match.profile->name;
}

TEST(Match, ByHost) {
  struct Case {
    std::string_view url, name;
  };
  constexpr Case kCases[] = {
      {"https://www.kommune21.de/meldung_1", "kommune21"},
      {"http://kommune21.de", "kommune21"},
      {"https://archiv.kommune21.de/x", "kommune21"},
      {"https://www.stadt-und-werk.de/x", "stadt-und-werk"},
      {"https://www.move-online.de/x", "move-online"},
      {"https://notkommune21.de/x", ""},
      {"https://kommune21.de.example/x", ""},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(matched("<p>Text</p>", c.url), c.name) << c.url;
}

constexpr std::string_view kArticle =
    "<h1>Titel</h1><p>[22.6.2021] Ein Absatz.</p><p>Stichwörter: Politik</p><p>Druckversion PDF Link mailen</p>";

TEST(Match, ByLandmarks) {
  const std::string article(kArticle);
  EXPECT_EQ(matched(article + "<h2>Weitere Meldungen und Beiträge aus dem Bereich Politik</h2>", ""), "kommune21");
  EXPECT_EQ(matched("<title>stadt+werk - Energie: Titel</title>" + article, ""), "stadt-und-werk");
  EXPECT_EQ(matched("<title>Titel - move online | move - moderne verwaltung</title>" + article, ""), "move-online");
  EXPECT_EQ(matched(kArticle, ""), "kommune21");
  EXPECT_EQ(matched("<h1>Titel</h1><p>[22.6.2021] Ein Absatz.</p><p>Stichwörter: Politik</p>", ""), "kommune21");
  EXPECT_EQ(
      matched("<h1>Titel</h1><p>[22.6.2021] Ein Absatz.</p><p>Ein zweiter, der etwas länger ist als alle andern hier "
              "und am Ende ein Zeichen hat. (sib)</p>",
              ""),
      "kommune21");
  EXPECT_EQ(matched("<title>Impressum - Kommune21 online | Kommune21 - E-Government</title><p>Text</p>", ""),
            "kommune21");
  EXPECT_EQ(matched("<title>Kommune21: Titel</title><p>[22.6.2021] Ein Absatz.</p>", ""), "kommune21");
}

TEST(Match, OrdinaryPagesAreRefused) {
  constexpr std::string_view kPages[] = {
      "<h1>Titel</h1><p>Ein Absatz.</p><p>Stichwörter: Politik</p><p>Druckversion</p><p>Anzeige</p>",
      "<h1>Changelog</h1><p>[2021-06-22] Version 3</p><p>[2021-06-21] Version 2</p>",
      "<h1>Titel</h1><p>[22.6.2021] Ein Absatz.</p><p>Druckversion PDF Link mailen</p>",
      "<title>Kommune21 wird zwanzig</title><h1>Kommune21 wird zwanzig</h1><p>Ein Absatz. Anzeige. PDF</p>",
      "<title>Move fast</title><p>[22.6.2021] A paragraph.</p>",
  };
  for (const auto page : kPages) EXPECT_EQ(matched(page, ""), "") << page;
}

}  // namespace
}  // namespace klartext::sites
