// Counting what tells prose from furniture, and the classes of words.
#include "extract/text_profile.h"

#include <gtest/gtest.h>

#include "extract/word_classes.h"

namespace klartext {
namespace {

TEST(TextProfile, CountsALine) {
  std::vector<std::uint32_t> words;
  const auto profile = profile_text("Der Rat, sagt er, tagt am 3. Mai. © 2021 | x@y.de", words);
  EXPECT_EQ(profile.words, 12U);
  EXPECT_EQ(words.size(), 12U);
  EXPECT_EQ(profile.commas, 2U);
  EXPECT_EQ(profile.digits, 5U);
  EXPECT_EQ(profile.upper, 3U);
  EXPECT_EQ(profile.sentence_ends, 2U) << "the ordinal counts as well";
  EXPECT_EQ(profile.bars, 1U);
  EXPECT_EQ(profile.function_words, 5U) << "der, er, am, and the y and de of other languages";
  EXPECT_TRUE(profile.has_copyright);
  EXPECT_TRUE(profile.has_url_or_at);
}

TEST(TextProfile, TakesPunctuationOutOfWords) {
  EXPECT_EQ(hash_words("„Rat“"), hash_words("rat"));
  EXPECT_EQ(hash_words("a – b"), hash_words("a b"));
  EXPECT_NE(hash_words("für"), hash_words("fur"));
  EXPECT_TRUE(hash_words(" ,.| ").empty());
}

TEST(WordClasses, NameTheClassOfAWord) {
  const auto class_of = [](std::string_view word) { return word_class(hash_words(word).front()); };
  EXPECT_EQ(class_of("Newsletter"), static_cast<std::size_t>(WordClass::subscribe_words));
  EXPECT_EQ(class_of("Foto"), static_cast<std::size_t>(WordClass::credit_words));
  EXPECT_EQ(class_of("Rathaus"), kWordClassCount);
}

}  // namespace
}  // namespace klartext
