// The formats for readers: Markdown and text, and what they do with hostile words.
#include <gtest/gtest.h>

#include "klartext/klartext.h"
#include "output/formats.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

Article sample() {
  Article article;
  article.url = "https://example.org/a";
  article.site = "Kommune21";
  article.kicker = "Vitako";
  article.title = "Neuer Vorstand";
  article.date = "2024-04-29";
  article.authors = {{"sib", Author::Type::initials, std::nullopt}};
  article.lead = "Der Anfang.";
  article.body = "Der Anfang.\n\nDas Ende.";
  article.tags = {"Panorama", "C#"};
  article.links = {{"Verband", "https://verband.example/"}};
  article.related = {{"KGSt", "Studie", "Bericht", "2024-05-03", "Kurz.", "https://example.org/b", std::nullopt}};
  article.providers = {{"JCC", "48149", "Münster", std::nullopt}};
  return article;
}

TEST(Markdown, ReadsLikeThePage) {
  EXPECT_EQ(serialize(sample(), {Format::markdown, false, {}}), R"(*Vitako*

# [Neuer Vorstand](https://example.org/a)

Kommune21 · 2024-04-29 · sib

**Der Anfang.**

Das Ende.

Tags: Panorama, C\#

## Links

- [Verband](https://verband.example/)

## Related

- KGSt: [Studie](https://example.org/b) (Bericht, 2024-05-03)\
  Kurz.

## Providers

- JCC, 48149 Münster
)");
}

TEST(Markdown, ShowsWhatTheBlocksOfTheBodyAre) {
  Article article;
  article.body = "Ein Absatz.\n\nWas gilt\n\nErstens\n\nZweitens\n\nGut so.\n\nEnde.";
  article.body_kinds = {BlockKind::paragraph, BlockKind::heading, BlockKind::list_item,
                        BlockKind::list_item, BlockKind::quote,   BlockKind::paragraph};
  EXPECT_EQ(serialize(article, {Format::markdown, false, {"body"}}),
            "Ein Absatz.\n\n## Was gilt\n\n- Erstens\n\n- Zweitens\n\n> Gut so.\n\nEnde.\n");
}

TEST(Text, ReadsLikeThePage) {
  EXPECT_EQ(serialize(sample(), {Format::text, false, {}}), R"(Vitako
Neuer Vorstand
Kommune21 · 2024-04-29 · sib
https://example.org/a

Der Anfang.

Das Ende.

Tags: Panorama, C#

Links:
Verband <https://verband.example/>

Related:
2024-05-03 KGSt: Studie (Bericht)
https://example.org/b

Providers:
JCC, 48149 Münster
)");
}

TEST(Readers, FieldsChooseTheParts) {
  EXPECT_EQ(serialize(sample(), {Format::text, false, {"title", "lead"}}), "Neuer Vorstand\n\nDer Anfang.\n");
  EXPECT_EQ(serialize(sample(), {Format::markdown, false, {"lead", "tags"}}),
            "**Der Anfang.**\n\nTags: Panorama, C\\#\n");
}

TEST(Markdown, CannotCarryMarkup) {
  struct Row {
    std::string_view text;
    std::string_view markdown;
  };
  constexpr Row kRows[] = {
      {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"&lt;b&gt; & Co", "&amp;lt;b&amp;gt; &amp; Co"},
      {"[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"},
      {"# no heading", "\\# no heading"},
      {"- no item", "\\- no item"},
      {"12. Juni", "12\\. Juni"},
      {"1) erstens", "1\\) erstens"},
      {"> no quote", "&gt; no quote"},
      {"a_b*c`d", "a\\_b\\*c\\`d"},
      {"a - b 12.", "a - b 12."},
      {"\x1b]0;title\x07", "\\]0;title"},
  };
  for (const Row& row : kRows) EXPECT_EQ(escape_markdown(row.text), row.markdown);
}

TEST(Markdown, AddressesAreWebAddressesOrNone) {
  struct Row {
    std::string_view url;
    std::string_view address;
  };
  constexpr Row kRows[] = {
      {"https://a.example/b?c=d&e", "https://a.example/b?c=d&e"},
      {"HTTP://a.example/", "HTTP://a.example/"},
      {"javascript:alert(1)", ""},
      {"data:text/html,x", ""},
      {"//a.example", ""},
      {"https://a.example/x) [y](z", "https://a.example/x%29%20[y]%28z"},
      {"https://a.example/\"><script>", "https://a.example/%22%3e%3cscript%3e"},
  };
  for (const Row& row : kRows) EXPECT_EQ(markdown_address(row.url), row.address);
}

TEST(Text, HoldsNoControlCharacters) {
  Article article;
  article.title =
      "a\x1b[2Jb\xE2\x80\xAE"
      "c\xC2\x9B"
      "d\re";
  EXPECT_EQ(serialize(article, {Format::text, false, {}}), "a[2Jbcde\n");
}

TEST(SpellOutControls, LosesNothing) {
  EXPECT_EQ(spell_out_controls("a\nb\x1b[m\xE2\x80\xAE ü"), "a\\x0ab\\x1b[m\\u202e ü");
}

TEST(Formats, AreFoundByNameAndByValue) {
  for (const FormatRow& row : formats()) {
    EXPECT_EQ(find_format(row.name), &row);
    EXPECT_EQ(&format_row(row.format), &row);
  }
  EXPECT_EQ(find_format("xml"), nullptr);
}

}  // namespace
}  // namespace klartext
