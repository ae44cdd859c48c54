// Counting what tells prose from furniture, and the classes of words.
#include "extract/text_profile.h"

#include <gtest/gtest.h>

#include "extract/word_classes.h"

namespace klartext {
namespace {

TextProfile profile_of(std::string_view text, std::vector<std::uint32_t>& words) {
  return profile_text(text, 0, text.size(), words);
}
TextProfile profile_of(std::string_view text) {
  std::vector<std::uint32_t> words;
  return profile_of(text, words);
}

TEST(TextProfile, CountsALine) {
  std::vector<std::uint32_t> words;
  const auto profile = profile_of("Der Rat, sagt er, tagt am 3. Mai. © 2021 | x@y.de", words);
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

TEST(TextProfile, ReadsALineTheSameWhateverStandsBehindIt) {
  const std::string_view page = "Der 23-jährige ADAC-Mann sagte nichts.\n(Weltwirtschaftsgipfel2024 in Davos)";
  const std::size_t end = page.find('\n');
  std::vector<std::uint32_t> inside;
  std::vector<std::uint32_t> alone;
  const auto first = profile_text(page, 0, end, inside);
  profile_of(page.substr(0, end), alone);
  EXPECT_EQ(inside, alone);
  EXPECT_EQ(first.words, 7U);
  EXPECT_EQ(first.word_bytes, 32U);
  EXPECT_EQ(first.digits, 2U);
  EXPECT_EQ(first.upper, 6U);
  const auto second = profile_text(page, end + 1, page.size(), inside);
  EXPECT_EQ(second.words, 3U);
  EXPECT_EQ(second.digits, 4U);
  EXPECT_EQ(second.upper, 2U);
  EXPECT_EQ(inside.size(), 10U);
}

TEST(TextProfile, CountsSentences) {
  EXPECT_EQ(profile_of("Ja. Er sagte: „Nein!“ Und ging").sentences, 2U);
  EXPECT_EQ(profile_of("He said (twice!) 3.5 times.").sentences, 2U);
  EXPECT_TRUE(profile_of("\"It is over.\"").ends_sentence);
  EXPECT_FALSE(profile_of("It is over. Or").ends_sentence);
  EXPECT_EQ(profile_of("それは終わった。次は？").sentences, 2U);
}

TEST(TextProfile, CountsWordsOfLetters) {
  EXPECT_EQ(profile_of("l'été à 5 €").letter_words, 4U);
  EXPECT_EQ(profile_of("l'été à 5 €").words, 5U) << "any character beyond ASCII is of a word of bytes";
  EXPECT_EQ(profile_of("東京都 Tokyo").letter_words, 2U) << "two ideographs count as a word";
}

TEST(TextProfile, KnowsWhereBothIdeasOfAWordAreOne) {
  for (const std::string_view text : {"Für Größe", "Ça l’été", "Он сказал", "x × y"}) {
    const auto profile = profile_of(text);
    EXPECT_EQ(profile.plain, hash_words(text) == hash_letter_words(text)) << text;
  }
  EXPECT_TRUE(profile_of("Für Größe, ça “l’été” – 5 %").plain);
  EXPECT_TRUE(profile_of("Он сказал").plain);
  for (const std::string_view text : {"5 €", "3 × 4", "10 ÷ 2", "東京。大阪", "Nº 5", "η μέρα"}) {
    EXPECT_FALSE(profile_of(text).plain) << text;
  }
}

TEST(TextProfile, HashesAWordWhateverItsCaseAndPlace) {
  EXPECT_EQ(hash_words("Bundestagsabgeordnete SIND frei"), hash_words("(bundestagsabgeordnete) sind: Frei!"));
  EXPECT_NE(hash_words("Ära"), hash_words("ära")) << "only ASCII letters are lowered";
}

TEST(WordClasses, NameTheClassOfAWord) {
  const auto known = [](std::string_view word) { return known_words().find(hash_words(word).front()); };
  EXPECT_EQ(known("Newsletter").word_class, static_cast<std::size_t>(WordClass::subscribe_words));
  EXPECT_EQ(known("Foto").word_class, static_cast<std::size_t>(WordClass::credit_words));
  EXPECT_EQ(known("Rathaus").word_class, kWordClassCount);
  EXPECT_TRUE(known("für").is_function_word);
  EXPECT_FALSE(known("Foto").is_function_word);
}

}  // namespace
}  // namespace klartext
