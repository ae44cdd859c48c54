#include "html/markup_scan.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

/// What is left of the page behind `end`, or "(end)".
std::string rest(std::string_view page, std::size_t end) {
  return end == kNowhere ? "(end)" : std::string(page.substr(end));
}

struct Case {
  const char* text;
  const char* rest;
};

TEST(MarkupScan, CommentsEnd) {
  constexpr Case kCases[] = {
      {"<!-- a -->b", "b"}, {"<!-->b", "b"},       {"<!--->b", "b"},        {"<!---->b", "b"},
      {"<!--a--!>b", "b"},  {"<!--a--b-->c", "c"}, {"<!--a-- >b", "(end)"}, {"<!--a", "(end)"},
      {"<!a>b", "b"},       {"<?a?>b", "b"},       {"</ a>b", "b"},         {"<!>b", "b"},
      {"<!-a>b", "b"},      {"<!a", "(end)"},      {"<!--a->b-->c", "c"},   {"<!-----a-->b", "b"},
  };
  for (const auto& [text, behind] : kCases) EXPECT_EQ(rest(text, comment_end(text, 0)), behind) << text;
}

TEST(MarkupScan, ScriptsEnd) {
  constexpr Case kCases[] = {
      {"a</script>b", "</script>b"},
      {"a</SCRIPT >b", "</SCRIPT >b"},
      {"</scriptx></script/>b", "</script/>b"},
      {"</script", "(end)"},
      {"<!--</script>b", "</script>b"},
      {"<!--<script></script>--></script>b", "</script>b"},
      {"<!--<script></script></script>b", "</script>b"},
      {"<!--<script>--></script>b", "</script>b"},
      {"<!-- <script> </script>", "(end)"},
      {"<!--><script></script>b", "</script>b"},
      {"<!-- --> <!-- <script> </script> --></script>b", "</script>b"},
  };
  for (const auto& [text, behind] : kCases) EXPECT_EQ(rest(text, script_end(text, 0)), behind) << text;
}

TEST(MarkupScan, RawTextEnds) {
  EXPECT_EQ(rest("a<b></style", raw_text_end("a<b></style", 0, "style")), "(end)");
  EXPECT_EQ(rest("a</styles></STYLE\n>b", raw_text_end("a</styles></STYLE\n>b", 0, "style")), "</STYLE\n>b");
}

TEST(MarkupScan, TagsWithTheirAttributes) {
  constexpr std::string_view kPage = "<a HREF = 'x>y'class=\"b c\"/d e=f/g =h i= >rest";
  TagSpan tag;
  scan_tag(kPage, 1, tag);
  EXPECT_EQ(tag.name, "a");
  EXPECT_EQ(rest(kPage, tag.end), "rest");
  EXPECT_FALSE(tag.self_closing);
  const std::vector<std::pair<std::string_view, std::string_view>> expected = {
      {"HREF", "x>y"}, {"class", "b c"}, {"d", ""}, {"e", "f/g"}, {"=h", ""}, {"i", ""}};
  ASSERT_EQ(tag.attributes.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(tag.attributes[i].name, expected[i].first);
    EXPECT_EQ(tag.attributes[i].value, expected[i].second);
  }
  EXPECT_EQ(tag.attributes[0].whole(), "HREF = 'x>y'");
}

/// Of the control characters only the white space ends a name, near the end of the page and far from it.
TEST(MarkupScan, ControlCharactersArePartOfNames) {
  for (const std::string& behind : {std::string(), std::string(40, 'x')}) {
    const std::string page = "<a\x01\x1F b\x02=c\x03 \x0B=\"\x04\"\fd\x7F>" + behind;
    TagSpan tag;
    scan_tag(page, 1, tag);
    EXPECT_EQ(tag.name, "a\x01\x1F");
    EXPECT_EQ(rest(page, tag.end), behind);
    ASSERT_EQ(tag.attributes.size(), 3U);
    EXPECT_EQ(tag.attributes[0].whole(), "b\x02=c\x03");
    EXPECT_EQ(tag.attributes[1].whole(), "\x0B=\"\x04\"");
    EXPECT_EQ(tag.attributes[2].whole(), "d\x7F");
  }
}

TEST(MarkupScan, LooksAtSoManyAttributes) {
  std::string page = "<a";
  for (std::size_t i = 0; i < 2 * kMaxAttributes; ++i) page += " b" + std::to_string(i) + "=c";
  TagSpan tag;
  scan_tag(page += ">", 1, tag);
  EXPECT_EQ(tag.end, page.size());
  ASSERT_EQ(tag.attributes.size(), kMaxAttributes);
  EXPECT_EQ(tag.attributes[kMaxAttributes - 1].whole(), "b" + std::to_string(kMaxAttributes - 1) + "=c");
}

TEST(MarkupScan, TagsThatCloseThemselvesOrNever) {
  TagSpan tag;
  scan_tag("<br/>", 1, tag);
  EXPECT_TRUE(tag.self_closing);
  scan_tag("<br / >", 1, tag);
  EXPECT_FALSE(tag.self_closing);
  scan_tag("<a b=/>", 1, tag);
  EXPECT_FALSE(tag.self_closing);
  for (const char* open : {"<a", "<a b", "<a b=", "<a b='c>", "<a/"}) {
    scan_tag(open, 1, tag);
    EXPECT_EQ(tag.end, kNowhere) << open;
  }
}

TEST(MarkupScan, WhiteSpaceInAnyForm) {
  for (const char* text : {"", " ", "\t\n\r\f", "&#32;", "&#x20; &#9", "&Tab;&NewLine;"}) {
    EXPECT_TRUE(is_white_space(text)) << text;
  }
  for (const char* text : {"a", " a", "&nbsp;", "&#33;", "&", "&#", "&#x;", "\xC2\xA0"}) {
    EXPECT_FALSE(is_white_space(text)) << text;
  }
}

}  // namespace
}  // namespace klartext
