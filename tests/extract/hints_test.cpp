// What names hint at, and how far away they are.
#include "extract/hints.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

bool hints_at(std::string_view names, Hint hint) {
  return (hints_in_names(names) >> static_cast<unsigned>(hint) & 1U) != 0;
}

TEST(Hints, CutNamesIntoWords) {
  EXPECT_TRUE(hints_at("related-links", Hint::related));
  EXPECT_TRUE(hints_at("c-articleBody__x", Hint::entry));
  EXPECT_TRUE(hints_at("c-articleBody__x", Hint::content));
  EXPECT_TRUE(hints_at("SIDEBAR", Hint::sidebar));
  EXPECT_TRUE(hints_at("css-1x2y3z somethingLikeArticleTeaserBox", Hint::teaser));
  EXPECT_TRUE(hints_at("css-1x2y3z somethingLikeArticleTeaserBox", Hint::widget));
  EXPECT_TRUE(hints_at("averyveryverylongwordindeed--quote", Hint::quote));
  EXPECT_TRUE(hints_at("recommendations recommendation", Hint::related));
  EXPECT_FALSE(hints_at("download", Hint::ad)) << "a word counts as a whole";
  EXPECT_EQ(hints_in_names("css-1x2y3z"), 0U);
  EXPECT_EQ(hints_in_names(""), 0U);
}

/// Names are read sixteen characters at a time: it must not matter where these begin.
TEST(Hints, FindWordsWhereverTheyStand) {
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::string_view filler : {"-", "x", "7", "Q"}) {
      std::string names;
      for (std::size_t i = 0; i < before; ++i) names += filler;
      EXPECT_TRUE(hints_at(names + " recommendations", Hint::related)) << names;
      EXPECT_TRUE(hints_at(names + " bildunterschrift", Hint::caption)) << names;
      EXPECT_TRUE(hints_at(names + "__teaserBox--", Hint::teaser)) << names;
      EXPECT_TRUE(hints_at(names + "__teaserBox and more of the same", Hint::widget)) << names;
      EXPECT_EQ(hints_at(names + "Sidebar", Hint::sidebar), before == 0 || filler == "-" || filler == "x") << names;
      EXPECT_EQ(hints_at(names + "sidebar", Hint::sidebar), before == 0 || filler == "-") << names;
    }
  }
}

TEST(Hints, CountStepsUpTheTree) {
  const auto document = Document::parse("<div class=sidebar><section><p>text</p></section></div><p>other</p>");
  ASSERT_TRUE(document.ok());
  const Hints hints(*document);
  const auto& blocks = document->blocks();
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(hints.distance(blocks[0].node, Hint::paragraph_element), 0);
  EXPECT_EQ(hints.distance(blocks[0].node, Hint::section_element), 1);
  EXPECT_EQ(hints.distance(blocks[0].node, Hint::sidebar), 2);
  EXPECT_EQ(hints.distance(blocks[1].node, Hint::sidebar), kHintFar);
  EXPECT_EQ(hints.of(blocks[0].first), hints.of(blocks[0].node)) << "text nodes share their parent's row";
}

}  // namespace
}  // namespace klartext
