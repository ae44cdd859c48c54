#include "extract/article_address.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

TEST(ArticleAddress, HasAHeadlineOrANumber) {
  EXPECT_TRUE(looks_like_article_address("https://example.org/politik/rat-beschliesst-neue-ordnung"));
  EXPECT_TRUE(looks_like_article_address("https://example.org/meldung_36604"));
  EXPECT_TRUE(looks_like_article_address("https://example.org/news/articles/cz78x703lrvo"));
  EXPECT_TRUE(looks_like_article_address("https://example.org/politik/rat_beschliesst_neue_ordnung"));
  EXPECT_TRUE(looks_like_article_address("https://example.org/2026/03/01/neue-ordnung/"));
  EXPECT_TRUE(looks_like_article_address("https://example.org/2026/03/ordnung"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/2026/03/"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/20er/jahre"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/politik/"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/landespolitik"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/thema/rat-der-stadt-neue-ordnung"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/autor/anna-maria-von-beispiel-12345"));
}

TEST(ArticleAddress, IsNoShopAndNoPicture) {
  EXPECT_TRUE(signs_of("https://shop.example.org/das-neue-heft-ist-da-12345").leads_elsewhere);
  EXPECT_TRUE(signs_of("https://example.org/bilder/rat-der-stadt-tagt-12345.PNG").leads_elsewhere);
  EXPECT_TRUE(signs_of("https://example.org/").leads_elsewhere);
  EXPECT_FALSE(signs_of("https://example.org/politik/neue-ordnung").leads_elsewhere);
}

TEST(ArticleAddress, IsComparedByWhatTellsArticlesApart) {
  EXPECT_EQ(article_key("https://www.example.org/politik/rat-beschliesst-neue-ordnung?pos=3"),
            "example.org/politik/rat-beschliesst-neue-ordnung");
  EXPECT_EQ(article_key("https://example.org/show.php?id=5&utm_source=x"), "example.org/show.php?id=5");
}

TEST(ArticleAddress, LeadsApartWhereNoneIsTheBeginningOfTheOther) {
  const auto apart = [](std::string_view a, std::string_view b) { return lead_apart(web_address(a), web_address(b)); };
  EXPECT_TRUE(apart("https://example.org/politik/ordnung", "https://example.org/politik/haushalt?page=2"));
  EXPECT_FALSE(apart("https://example.org/politik/Ordnung/", "https://example.org/politik/ordnung"));
  EXPECT_FALSE(apart("https://example.org/politik/", "https://example.org/politik&page=2"));
  EXPECT_FALSE(apart("https://example.org/politik", "https://example.org/politik/ordnung"));
  EXPECT_FALSE(apart("https://www.example.org/a", "https://example.org/b"));
  EXPECT_TRUE(apart("https://www.example.org/a", "https://news.example.org/a"));
  EXPECT_FALSE(apart("https://example.org/a", "https://example.org.uk/a"));
}

TEST(ArticleAddress, KnowsThePublisher) {
  EXPECT_EQ(publisher_of("https://www.example.co.uk/a"), publisher_of("https://news.example.com/b"));
  EXPECT_NE(publisher_of("https://example.org/a"), publisher_of("https://beispiel.org/a"));
}

TEST(ArticleAddress, CountsSteps) {
  EXPECT_EQ(signs_of("https://example.org/politik/der-rat-tagt").steps, 2U);
  EXPECT_EQ(signs_of("https://example.org/").steps, 0U);
}

}  // namespace
}  // namespace klartext
