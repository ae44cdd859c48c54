#include "extract/images.h"

#include <gtest/gtest.h>

#include "extract/teaser_cards.h"

namespace klartext {
namespace {

struct CaptionCase {
  const char* text;
  std::optional<std::string> caption;
  std::optional<std::string> credit;
};

class SplitCaption : public testing::TestWithParam<CaptionCase> {};

TEST_P(SplitCaption, PartsCaptionAndCredit) {
  const auto parts = split_caption(GetParam().text);
  EXPECT_EQ(parts.caption, GetParam().caption);
  EXPECT_EQ(parts.credit, GetParam().credit);
}

INSTANTIATE_TEST_SUITE_P(
    Captions, SplitCaption,
    testing::Values(CaptionCase{"Der Zug im Tal. (Foto: Paul Ritter)", "Der Zug im Tal.", "Paul Ritter"},
                    CaptionCase{"Der Zug im Tal. Foto: Paul Ritter", "Der Zug im Tal.", "Paul Ritter"},
                    CaptionCase{"Der Zug im Tal", "Der Zug im Tal", std::nullopt},
                    CaptionCase{"Bild: dpa", std::nullopt, "dpa"},
                    CaptionCase{"Er sagt: Der Zug fährt", "Er sagt: Der Zug fährt", std::nullopt},
                    CaptionCase{"", std::nullopt, std::nullopt}));

TEST(ArticleAddress, HasAHeadlineOrANumber) {
  EXPECT_TRUE(looks_like_article_address("https://example.org/politik/rat-beschliesst-neue-ordnung"));
  EXPECT_TRUE(looks_like_article_address("https://example.org/meldung_36604"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/politik/"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/thema/rat-der-stadt-neue-ordnung"));
  EXPECT_FALSE(looks_like_article_address("https://example.org/autor/anna-maria-von-beispiel-12345"));
}

}  // namespace
}  // namespace klartext
