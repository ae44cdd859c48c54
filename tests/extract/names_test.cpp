#include "extract/names.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

constexpr NameWords kWords("kicker overline h1x");

TEST(NameWords, HoldsWholeWordsInAnyCase) {
  for (const std::string_view word : {"kicker", "KICKER", "Overline", "h1X"}) EXPECT_TRUE(kWords.hold(word)) << word;
  for (const std::string_view word : {"kick", "kickers", "kicket", "k", "overlines", "h2x", "x", "1"}) {
    EXPECT_FALSE(kWords.hold(word)) << word;
  }
  EXPECT_FALSE(NameWords("").hold("kicker"));
}

/// Is <span ATTRIBUTES> called one of the words?
bool called(const std::string& attributes) {
  const auto document = Document::parse("<body><span " + attributes + ">x</span>");
  for (NodeId n = 0; document && n < document->size(); ++n) {
    if (document->tag(n) == Tag::span) return is_called(*document, n, kWords);
  }
  return false;
}

TEST(Names, AreCutIntoWords) {
  EXPECT_TRUE(called("class='article__kicker'"));
  EXPECT_TRUE(called("class='teaserKicker big'"));
  EXPECT_TRUE(called("id='page-overline-2'"));
  EXPECT_FALSE(called("class='nokicker'"));
  EXPECT_FALSE(called("class='post hentry tag-kicker category-overline'"));
  EXPECT_FALSE(called("title='kicker'"));
}

}  // namespace
}  // namespace klartext
