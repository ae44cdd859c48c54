#include "html/selector.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace klartext {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html><html lang="de"><body>
<div id="Main" class="page wide">
  <article id="story" class="story Story--long" data-component="story">
    <h1 id="headline" class="headline">Titel</h1>
    <p id="lead" class="lead first">Anfang</p>
    <div id="box" class="box"><p id="boxed">Kasten <a id="in" href="https://example.org/a.html">mehr</a></p></div>
    <ul id="list"><li id="one"><a id="out" href="/b.pdf" rel="nofollow TAG">b</a></li><li id="two"></li></ul>
  </article>
  <aside id="side"><p id="aside">Rand</p><img id="picture" alt=""></aside>
</div></body></html>)";

/// The ids of the nodes that a selector finds, with a blank between them.
std::string found(std::string_view text) {
  static const auto kDocument = Document::parse(kPage);
  const auto selector = Selector::parse(text);
  if (!selector) return selector.error().message;
  std::string ids;
  for (const NodeId n : selector->select(*kDocument)) {
    if (!ids.empty()) ids += ' ';
    ids += kDocument->has(n, Attribute::id) ? std::string(kDocument->attribute(n, Attribute::id))
                                            : std::string(tag_name(kDocument->tag(n)));
  }
  return ids;
}

struct Case {
  const char* selector;
  const char* ids;
};

class SelectorFinds : public testing::TestWithParam<Case> {};

TEST_P(SelectorFinds, TheseNodes) { EXPECT_EQ(found(GetParam().selector), GetParam().ids) << GetParam().selector; }

constexpr Case kCases[] = {
    {"h1", "headline"},
    {"H1", "headline"},
    {"p", "lead boxed aside"},
    {"html", "html"},
    {"#lead", "lead"},
    {"#LEAD", "lead"},
    {".lead", "lead"},
    {".story", "story"},
    {".story--LONG", "story"},
    {".stor", ""},
    {"p.lead.first", "lead"},
    {"p.lead.second", ""},
    {"article *", "headline lead box boxed in list one out two"},
    {"article > *", "headline lead box list"},
    {"article>p", "lead"},
    {"article p", "lead boxed"},
    {"div p", "lead boxed aside"},
    {"div > p", "boxed"},
    {"div > div > p", ""},
    {"div > article > div > p", "boxed"},
    {"div article div > p", "boxed"},
    {"article > div p > a", "in"},
    {"#Main > article a", "in out"},
    {"body > p", ""},
    {"[href]", "in out"},
    {"a[href]", "in out"},
    {"[ href ]", "in out"},
    {"[alt]", "picture"},
    {"[alt='']", "picture"},
    {"p[alt='']", ""},
    {"[href='/b.pdf']", "out"},
    {"[href=\"/B.PDF\"]", "out"},
    {"[href$='.pdf']", "out"},
    {"[href^=https]", "in"},
    {"[href*='example.org']", "in"},
    {"[href*='']", ""},
    {"[href^='']", ""},
    {"[rel~=tag]", "out"},
    {"[rel~='nofollow tag']", ""},
    {"[rel=tag]", ""},
    {"[class*=story]", "story"},
    {"[data-component=story] > h1", "headline"},
    {"h1, aside p", "headline aside"},
    {" h1 ,\n ul > li ", "headline one two"},
    {"p, p", "lead boxed aside"},
    {"section", ""},
};

INSTANTIATE_TEST_SUITE_P(Table, SelectorFinds, testing::ValuesIn(kCases));

TEST(Selector, SearchesOnlyTheSubtree) {
  const auto document = Document::parse(kPage);
  const auto paragraphs = Selector::parse("p");
  const auto asides = Selector::parse("aside")->select(*document);
  ASSERT_EQ(asides.size(), 1U);
  EXPECT_EQ(paragraphs->select(*document, asides[0]).size(), 1U);
  EXPECT_EQ(Selector::parse("body p")->select(*document, asides[0]).size(), 1U) << "ancestors may lie outside";
}

TEST(Selector, NamesWhatItCannotRead) {
  constexpr std::pair<const char*, const char*> kFaults[] = {
      {"", "ends too early"},           {"p >", "ends too early"},
      {"> p", "cannot read \"> p\""},   {"p,", "ends too early"},
      {"blink", "no such tag: blink"},  {"p[onclick]", "no such attribute: onclick"},
      {"[href", "ends too early"},      {"[href=x", "cannot read \"x\""},
      {"[href!=x]", "cannot read"},     {"[href~x]", "cannot read \"x]\""},
      {"p:first-child", "cannot read"}, {".", "ends too early"},
      {"a + b", "cannot read \"+ b\""},
  };
  for (const auto& [text, what] : kFaults) {
    const auto selector = Selector::parse(text);
    ASSERT_FALSE(selector) << text;
    EXPECT_EQ(selector.error().code, ErrorCode::profile);
    EXPECT_NE(selector.error().message.find(what), std::string::npos) << text << ": " << selector.error().message;
    EXPECT_NE(selector.error().message.find(text), std::string::npos) << selector.error().message;
  }
}

TEST(Selector, TriesNoPathTwice) {
  std::string page;
  for (int i = 0; i < 200; ++i) page += "<div>";
  const auto document = Document::parse(page + "<p>x</p>");
  std::string path = "section";
  for (int i = 0; i < 30; ++i) path += i % 2 == 0 ? " div > div" : " div";
  EXPECT_TRUE(Selector::parse(path + " p")->select(*document).empty());
}

}  // namespace
}  // namespace klartext
