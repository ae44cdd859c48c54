// The Document: order, ranges, text as a reader sees it, and the lines it is cut into.
#include "html/document.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace klartext {
namespace {

Document parse(std::string_view html) {
  auto document = Document::parse(html);
  EXPECT_TRUE(document.ok());
  return std::move(*document);
}

std::vector<std::string> lines(const Document& document) {
  std::vector<std::string> out;
  for (const auto& block : document.blocks()) out.emplace_back(document.text(block));
  return out;
}

NodeId first(const Document& document, Tag tag) {
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.tag(n) == tag) return n;
  }
  return kNoNode;
}

using Lines = std::vector<std::string>;

struct LineCase {
  const char* name;
  const char* html;
  Lines lines;
};

class DocumentLines : public testing::TestWithParam<LineCase> {};

TEST_P(DocumentLines, AreWhatAReaderSees) { EXPECT_EQ(lines(parse(GetParam().html)), GetParam().lines); }

INSTANTIATE_TEST_SUITE_P(
    Table, DocumentLines,
    testing::Values(LineCase{"paragraphs", "<p>One</p><p>Two</p>", {"One", "Two"}},
                    LineCase{"inline", "<p>One <b>bold</b>, <a href=x>link</a>.</p>", {"One bold, link."}},
                    LineCase{"white_space", "<p>  One \n\t two&nbsp;&nbsp;three </p>", {"One two three"}},
                    LineCase{"space_between_inline", "<p><b>One</b> <i>two</i></p>", {"One two"}},
                    LineCase{"br", "<p>One<br>Two<br><br>Three</p>", {"One", "Two", "Three"}},
                    LineCase{"text_outside_paragraphs", "<div>One<div>Two</div>Three</div>", {"One", "Two", "Three"}},
                    LineCase{"soft_hyphen", "<p>Ver&shy;wal&#8203;tung</p>", {"Verwaltung"}},
                    LineCase{"composed", "<p>Mu\u0308nchen und O\u0308l</p>", {"M\u00FCnchen und \u00D6l"}},
                    LineCase{"control_characters", "<p>a\x01\u0085\uFFFE\uFDD0z</p>", {"a\uFFFD\uFFFD\uFFFD\uFFFDz"}},
                    LineCase{"bidi_override", "<p>a\u202Eb</p>", {"ab"}},
                    LineCase{"head_is_no_line", "<title>Site</title><p>One</p>", {"One"}},
                    LineCase{"hidden_word", "<p>Kicker<span hidden>: </span> Title</p>", {"Kicker Title"}},
                    LineCase{"textarea", "<p>One</p><textarea>typed</textarea>", {"One"}},
                    LineCase{"cells", "<table><tr><td>One<td>Two</table>", {"One", "Two"}},
                    LineCase{"preformatted", "<pre>One\nTwo</pre>", {"One", "Two"}},
                    LineCase{"component", "<my-card>One</my-card><my-card>Two</my-card>", {"One", "Two"}}),
    [](const auto& test) { return test.param.name; });

TEST(Document, KeepsDocumentOrderAndRanges) {
  const auto document = parse("<body><h1>Head</h1><div><p>One</p><p>Two</p></div>");
  const NodeId div = first(document, Tag::div);
  EXPECT_EQ(document.text(div), "One\nTwo");
  EXPECT_EQ(document.text(first(document, Tag::h1)), "Head");
  EXPECT_EQ(document.tag(document.first_child(div)), Tag::p);
  EXPECT_EQ(document.next_sibling(first(document, Tag::h1)), div);
  EXPECT_TRUE(document.contains(div, div + 1));
  EXPECT_EQ(document.parent(document.first_child(div)), div);
  EXPECT_EQ(node_path(document, document.next_sibling(document.first_child(div))), "html/body/div/p[2]");
}

TEST(Document, CountsLinkedText) {
  const auto document = parse("<div><a href=x>1234</a>5678</div><p>none</p>");
  EXPECT_EQ(document.link_bytes(first(document, Tag::div)), 4U);
  EXPECT_EQ(document.link_bytes(first(document, Tag::p)), 0U);
  EXPECT_EQ(document.blocks()[0].link_bytes, 4U);
}

TEST(Document, DecodesAttributes) {
  const auto document = parse("<a href='/a?b&amp;c' class=\"x y\">t</a>");
  const NodeId a = first(document, Tag::a);
  EXPECT_EQ(document.attribute(a, Attribute::href), "/a?b&c");
  EXPECT_EQ(document.attribute(a, Attribute::class_), "x y");
  EXPECT_FALSE(document.has(a, Attribute::id));
  EXPECT_EQ(document.attribute(a, Attribute::id), "");
}

TEST(Document, SaysWhatPartsTwoBlocks) {
  const auto document = parse("<p>1<br>2<br> <br>3</p><p>4</p>");
  ASSERT_EQ(document.blocks().size(), 4U);
  EXPECT_EQ(document.blocks()[1].before, Break::line);
  EXPECT_EQ(document.blocks()[2].before, Break::paragraph);
  EXPECT_EQ(document.blocks()[3].before, Break::element);
}

TEST(Document, KnowsTheKindOfABlock) {
  const auto document = parse(
      "<h2>H</h2><ul><li><p>L</p></ul><blockquote><p>Q</p></blockquote><p><b>S</b></p>"
      "<div style='display: none'>X</div><nav>N</nav>");
  const auto& blocks = document.blocks();
  ASSERT_EQ(blocks.size(), 6U);
  EXPECT_EQ(blocks[0].kind, BlockKind::heading);
  EXPECT_EQ(blocks[0].heading_level, 2);
  EXPECT_EQ(blocks[1].kind, BlockKind::list_item);
  EXPECT_EQ(blocks[2].kind, BlockKind::quote);
  EXPECT_EQ(blocks[3].strong_bytes, 1U);
  EXPECT_TRUE(blocks[4].hidden);
  EXPECT_TRUE(blocks[5].furniture);
}

TEST(Document, PartsLinesThatStylesSetApart) {
  const auto document = parse(
      "<p>a<span style='display: block'>b</span><span class='x d-block'>c</span>d<span class=block>e</span>"
      "<span style='display:inline-block'>f</span><img style='display:block'>g</p><pre>h<b "
      "style='display:block'>i</b></pre>");
  std::string lines;
  for (const Block& block : document.blocks()) lines.append(document.text(block)).append("|");
  EXPECT_EQ(lines, "a|b|c|defg|hi|");
}

TEST(Document, TakesAPagesOwnElementsForBoxesOrWords) {
  struct Case {
    std::string_view html, lines;
  };
  constexpr Case kCases[] = {
      {"<div><x-card>a</x-card><x-card>b</x-card></div>", "a|b|"},
      {"<p>a <x-ref>b</x-ref>, c</p>", "a b, c|"},
      {"<h2><x-title>a</x-title> b</h2>", "a b|"},
      {"<p><b><x-ref>a</x-ref></b> b</p>", "a b|"},
      {"<div>a: <x-tag>b</x-tag>, <x-tag>c</x-tag></div>", "a: b, c|"},
      {"<div><p>a</p><x-ad>b</x-ad></div>", "a|b|"},
      {"<div>a<br><x-ad>b</x-ad></div>", "a|b|"},
  };
  for (const auto& c : kCases) {
    const auto document = parse(c.html);
    std::string lines;
    for (const Block& block : document.blocks()) lines.append(document.text(block)).append("|");
    EXPECT_EQ(lines, c.lines) << c.html;
  }
}

TEST(Document, FindsBlocksOfASubtree) {
  const auto document = parse("<p>0</p><div><p>1</p><p>2</p></div><p>3</p>");
  EXPECT_EQ(document.blocks_of(first(document, Tag::div)), (std::pair<std::uint32_t, std::uint32_t>(1, 3)));
}

TEST(Document, ViewsSurviveAMove) {
  auto document = parse("<a href=target>text</a>");
  const NodeId a = first(document, Tag::a);
  const auto href = document.attribute(a, Attribute::href);
  const Document moved = std::move(document);
  EXPECT_EQ(moved.attribute(a, Attribute::href), href);
  EXPECT_EQ(href, "target");
}

TEST(Document, AnEmptyPageIsADocumentToo) { EXPECT_TRUE(parse("").blocks().empty()); }

TEST(Document, TooManyLinesAreTooLarge) {
  std::string page = "<pre>";
  for (int i = 0; i <= 1 << 18; ++i) page += "x\n\n";
  const auto document = Document::parse(page);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::too_large);
}

TEST(Document, TellsEveryAttributeOfANode) {
  const auto document = Document::parse("<p id=a class='b c'>one<p>two<p title=&lt; class>three");
  ASSERT_TRUE(document);
  std::string told;
  for (NodeId n = 0; n < document->size(); ++n) {
    document->each_attribute(n, [&](Attribute name, std::string_view value) {
      told.append(attribute_name(name)).append("=").append(value).append(" ");
      EXPECT_EQ(document->attribute(n, name), value);
    });
    if (document->tag(n) == Tag::p) told += "| ";
  }
  EXPECT_EQ(told, "id=a class=b c | | title=< class= | ");
}

}  // namespace
}  // namespace klartext
