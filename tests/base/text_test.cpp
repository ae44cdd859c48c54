#include "base/text.h"

#include <gtest/gtest.h>

#include "base/character_references.h"
#include "base/unicode.h"

namespace klartext {
namespace {

struct TextCase {
  std::string_view text;
  std::string_view expected;
};

TEST(Text, CleanCollapsesAndDrops) {
  const TextCase cases[] = {
      {"", ""},
      {"   ", ""},
      {"plain text", "plain text"},
      {"  two  words\n\tand\r\nmore  ", "two words and more"},
      {"a\u00A0b\u2003c\u3000d\u2028e", "a b c d e"},
      {"Donau\u00ADdampf\u200Bschiff\uFEFF", "Donaudampfschiff"},
      {"a\u202Eb\u2066c\u200Fd", "abcd"},
      {std::string_view("a\0b\x01\x7F", 5), "ab"},
      {"Mu\u0308nchen", "München"},
      {"Straße – „Zitat“ … ’s", "Straße – „Zitat“ … ’s"},
      {"\u00AD \u200B", ""},
      {"word \u00AD word", "word word"},
      {"中文　標題", "中文 標題"},
      {"한국어 제목", "한국어 제목"},
      {"\u212B", "Å"},
      {"e\u0301\u0323", "ẹ\u0301"},
      {" More than sixteen  characters of ASCII, with\ta tab \x7F and é in it ",
       "More than sixteen characters of ASCII, with a tab and é in it"},
      {"Пятнадцать  слов\u00A0и ещё ", "Пятнадцать слов и ещё"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(clean(text), expected) << text;
}

/// What is common is answered without the tables of unicode.h; it has to be what they say.
TEST(Text, CleanDoesWithEachCharacterWhatTheTablesSay) {
  for (char32_t character = 0x80; character < 0x20000; ++character) {
    if (character >= 0xD800 && character < 0xE000) continue;
    std::string text = "a";
    append_utf8(text, character);
    text += 'b';
    const CharacterKind kind = character_kind(character);
    const std::string expected = kind == CharacterKind::space     ? "a b"
                                 : kind == CharacterKind::dropped ? "ab"
                                                                  : to_nfc(text);
    ASSERT_EQ(clean(text), expected) << static_cast<unsigned>(character);
  }
}

TEST(Text, NfcReachesEveryPartOfALongText) {
  const std::string gap(100, 'x');
  const std::string decomposed = "u\u0308" + gap + "a\u0308o\u0308" + gap + "e\u0301";
  EXPECT_EQ(clean(decomposed), "ü" + gap + "äö" + gap + "é");
}

TEST(Text, CleanBoundsPilesOfMarks) {
  std::string pile = "a";
  for (int i = 0; i < 20000; ++i) pile += i % 2 == 0 ? "\u0338" : "\u0334";
  EXPECT_LT(clean(pile).size(), 100U);
}

TEST(Text, CleanMarkupDecodesAndDropsTags) {
  const TextCase cases[] = {
      {"A &amp; B", "A & B"},
      {"A &amp;amp; B", "A & B"},
      {"M&uuml;nchen &#8211; K&ouml;ln", "München – Köln"},
      {"&lt 5 &copyright", "< 5 &copyright"},
      {"&#x201E;Zitat&#x201c;", "„Zitat“"},
      {"&#150; &#128;", "– €"},
      {"AT&T R&D &unknown; &", "AT&T R&D &unknown; &"},
      {"?a=1&copy=2", "?a=1&copy=2"},
      {"Das ist <b>fett</b> und<br/>neu", "Das ist fett und neu"},
      {"&lt;p&gt;Eins&lt;/p&gt;&lt;p&gt;Zwei&lt;/p&gt;", "Eins Zwei"},
      {"a < b, c > d, I <3 you, <Lebensraum>", "a < b, c > d, I <3 you, <Lebensraum>"},
      {"x<!-- hidden -->y", "xy"},
      {"x<script>var a = '<b>';</script>y", "x y"},
      {"<a href=\"x\">Link", "Link"},
      {"soft&shy;hyphen&nbsp;&nbsp;blank", "softhyphen blank"},
      {"<![CDATA[ Titel ", "Titel"},
      {"&#0; &#xD800; &#99999999999;", "\uFFFD \uFFFD \uFFFD"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(clean_markup(text), expected) << text;
}

TEST(Text, CleanMarkupIsLinear) {
  for (const std::string_view unit : {"<", "<b", "</", "&", "&#", "<!--", "<script>"}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    EXPECT_LE(clean_markup(text).size(), text.size()) << unit;
  }
}

TEST(Text, FoldForComparing) {
  const TextCase cases[] = {
      {"Die STRASSE – „Ja“", "die strasse - \"ja\""},
      {"Straße", "strasse"},
      {"L’été…", "l'été..."},
      {"ΟΔΟΣ", "οδοσ"},
      {"ПРИВЕТ", "привет"},
      {"Überraschend VIELE Wörter, „GROSS“ und klein", "überraschend viele wörter, \"gross\" und klein"},
      {"東京タワー ＡＢＣ 한국", "東京タワー ａｂｃ 한국"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(fold(text), expected) << text;
}

TEST(Text, ComparesIgnoringAsciiCase) {
  EXPECT_TRUE(equals_ignoring_case("AbC", "aBc"));
  EXPECT_FALSE(equals_ignoring_case("abc", "abcd"));
  EXPECT_TRUE(contains_ignoring_case("Die ANZEIGE hier", "anzeige"));
  EXPECT_TRUE(contains_ignoring_case("x", ""));
  EXPECT_FALSE(contains_ignoring_case("x", "xy"));
  EXPECT_TRUE(starts_with_ignoring_case("HTTP://x", "http:"));
  EXPECT_TRUE(ends_with_ignoring_case("page.HTML", ".html"));
  EXPECT_EQ(lower_ascii("ÄBC"), "Äbc");
}

TEST(Text, CountsAndCutsCharacters) {
  EXPECT_EQ(length_in_characters("Grüße"), 5U);
  EXPECT_EQ(shorten("Grüße", 5), "Grüße");
  EXPECT_EQ(shorten("Grüße!", 5), "Grüß…");
  EXPECT_EQ(shorten("ab", 1), "…");
  EXPECT_EQ(shorten("ab", 0), "");
  EXPECT_EQ(shorten("", 3), "");
}

TEST(Text, KnowsLettersAndDigits) {
  EXPECT_TRUE(starts_upper("Äpfel"));
  EXPECT_TRUE(starts_upper("Москва"));
  EXPECT_FALSE(starts_upper("äpfel"));
  EXPECT_FALSE(starts_upper("1A"));
  EXPECT_FALSE(starts_upper(""));
  EXPECT_TRUE(is_letter(U'ß'));
  EXPECT_FALSE(is_letter(U'–'));
  EXPECT_TRUE(is_digit(U'٣'));
  EXPECT_FALSE(is_digit(U'a'));
}

TEST(Text, SplitsAndFindsWords) {
  using Views = std::vector<std::string_view>;
  EXPECT_EQ(split(" a, b;;c ,", ",;"), (Views{"a", "b", "c"}));
  EXPECT_EQ(split("", ","), Views{});
  EXPECT_EQ(words("Über-München, 3. Auflage!"), (Views{"Über", "München", "3", "Auflage"}));
  EXPECT_EQ(words("हिन्दी भाषा"), (Views{"हिन्दी", "भाषा"}));
  EXPECT_EQ(words("…"), Views{});
  EXPECT_EQ(count_words("„Über-München“, 3. Auflage!"), 4U);
  EXPECT_EQ(count_words("…"), 0U);
  std::size_t at = 0;
  EXPECT_EQ(next_word(" – Rat tagt", at), "Rat");
  EXPECT_EQ(next_word(" – Rat tagt", at), "tagt");
  EXPECT_EQ(next_word(" – Rat tagt", at), "");
}

TEST(Text, Trims) {
  EXPECT_EQ(trim(" \u00A0\t x y \n\u00A0"), "x y");
  EXPECT_EQ(trim("\u00A0"), "");
  EXPECT_EQ(trim("à"), "à");  // its last byte is 0xA0
}

TEST(Text, RepairsUtf8) {
  const TextCase cases[] = {
      {"gültig", "gültig"},
      {"a\xFF"
       "b",
       "a\uFFFDb"},
      {"\xC3", "\uFFFD"},
      {"\xE2\x82", "\uFFFD"},                  // one maximal subpart
      {"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD"},  // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\xF0\x9F\x98\x80", "😀"},
      {std::string_view("a\0b", 3), "a\uFFFDb"},
      {"0123456789abcdef\xC3(", "0123456789abcdef\uFFFD("},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(to_valid_utf8(text), expected) << expected;
  EXPECT_TRUE(is_valid_utf8("ä€😀 and a long ASCII tail"));
  EXPECT_FALSE(is_valid_utf8("eight by\xC3"));
  EXPECT_FALSE(is_valid_utf8("\xC0\x80"));
}

TEST(Text, EncodesAndDecodes) {
  for (const char32_t character : {U'a', U'ä', U'€', U'😀', char32_t{0x10FFFF}}) {
    std::string bytes;
    append_utf8(bytes, character);
    std::size_t at = 0;
    EXPECT_EQ(next_character(bytes, at), character);
    EXPECT_EQ(at, bytes.size());
  }
  std::string surrogate;
  append_utf8(surrogate, 0xD800);
  EXPECT_EQ(surrogate, "\uFFFD");
}

TEST(Text, SafeCharactersAreInNfc) {
  for (char32_t character = 0x21; character < 0x20000; ++character) {
    if (may_change_in_nfc(character) || (character >= 0xD800 && character < 0xE000)) continue;
    std::string text = "a";
    append_utf8(text, character);
    ASSERT_EQ(to_nfc(text), text) << static_cast<unsigned>(character);
  }
}

TEST(Text, NamedReferences) {
  ASSERT_TRUE(named_character("auml"));
  EXPECT_EQ(named_character("auml")->character, U'ä');
  EXPECT_TRUE(named_character("auml")->bare);
  EXPECT_FALSE(named_character("hellip")->bare);
  EXPECT_EQ(named_character("CloseCurlyDoubleQuote")->character, U'”');
  EXPECT_FALSE(named_character("nonsense"));
  EXPECT_EQ(decode_references("&auml;&amp;amp;"), "ä&amp;");
}

TEST(Text, ComparesWithoutFolding) {
  struct Case {
    std::string_view a;
    std::string_view b;
    bool alike;
  };
  const Case cases[] = {
      {"Die Elbe", "die ELBE", true},
      {"Die Elbe", "Die Oder", false},
      {"Die Elbe", "Die Elbe steigt", false},
      {"", "", true},
      {"", "a", false},
      {" Die\u00A0Elbe ", "die elbe", true},
      {"Die  Elbe", "Die Elbe", true},
      {"Die Elbe", "Die\tElbe", true},
      {"Caf\u00E9", "Cafe\u0301", true},
      {"Cafe", "Cafe\u0301", false},
      {"Cafes", "Cafe\u0301s", false},
      {"Cafa", "Cafe\u0301", false},
      {"e\x01\u0301a", "\u00E9a", true},
      {"E\x01\u0301a", "a", false},
      {"„So“", "\"so\"", true},
      {"So – so", "so - so", true},
      {"So\u00ADso", "soso", true},
      {"Straße", "STRASSE", true},
      {"Stra", "STRASSE", false},
  };
  for (const auto& [a, b, alike] : cases) {
    EXPECT_EQ(fold(a) == fold(b), alike) << a << " / " << b;
    EXPECT_EQ(fold_alike(a, b), alike) << a << " / " << b;
    EXPECT_EQ(fold_alike(b, a), alike) << a << " / " << b;
    EXPECT_EQ(folds_to(a, fold(b)), alike) << a << " / " << b;
  }
}

}  // namespace
}  // namespace klartext
