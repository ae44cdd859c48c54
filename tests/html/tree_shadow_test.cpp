#include "html/tree_shadow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "html/markup_scan.h"
#include "html/prune_rules.h"

namespace klartext {
namespace {

/// Feeds simple markup (tags and words, no comments, no raw text) to a shadow.
TreeShadow shadow_after(std::string_view page) {
  TreeShadow shadow;
  TagSpan tag;
  for (std::size_t at = 0; at < page.size();) {
    if (page[at] != '<') {
      const std::size_t end = std::min(page.find('<', at), page.size());
      shadow.text(is_white_space(page.substr(at, end - at)));
      at = end;
    } else if (page[at + 1] == '/') {
      scan_tag(page, at + 2, tag);
      shadow.end_tag(element_from_name(tag.name), tag.name);
      at = tag.end;
    } else {
      scan_tag(page, at + 1, tag);
      shadow.start_tag(shadow_of(tag));
      at = tag.end;
    }
  }
  return shadow;
}

/// Names of what is open inside <body>, with a blank between them.
std::string open_after(std::string_view page) {
  const TreeShadow shadow = shadow_after(page);
  std::string names;
  for (std::size_t i = 2; i < shadow.open().size(); ++i) {
    const auto& open = shadow.open()[i];
    names += names.empty() ? "" : " ";
    names += open.space != Space::html          ? open.name
             : open.element == Element::unknown ? "?"
                                                : element_name(open.element);
  }
  return names;
}

struct Case {
  const char* page;
  const char* open;
};

class ShadowKnows : public testing::TestWithParam<Case> {};

TEST_P(ShadowKnows, WhatIsOpen) { EXPECT_EQ(open_after(GetParam().page), GetParam().open) << GetParam().page; }

// What the HTML standard's tree construction has on its stack, worked out by hand.
constexpr Case kCases[] = {
    {"<p>a<p>b", "p"},
    {"<p>a<div>b", "div"},
    {"<div><p><span>a</div>", ""},
    {"<span><div></span>", "span div"},
    {"<ul><li>a<li>b<ul><li>", "ul li ul li"},
    {"<dl><dt>a<dd><div><dt>b", "dl dt"},
    {"<h1>a<h2>b", "h2"},
    {"<table><td>a", "table tbody tr td"},
    {"<table><tr><td><div></td><td>", "table tbody tr td"},
    {"<table><tr><td></tr></table>a", ""},
    {"<td>a", ""},
    {"<table><td><select><td>", "table tbody tr td"},
    {"<select><div><td>a", "select"},
    {"<p><b>a<p>b", "p b"},
    {"<b>a<p>b</b>", "p"},
    {"<a>b<div><a>", "div a"},
    {"<b><table><td></b>", "b table tbody tr td"},
    {"<form><div></form>", "div"},
    {"<svg><g><path/>", "svg g"},
    {"<svg><g><p>", "p"},
    {"<svg><desc><p></svg>", "svg desc p"},
    {"<div><svg><g></div>", ""},
    {"<math><mi><b>", "math mi b"},
    {"<button>a<button>", "button"},
    {"<div><template><div></template>", "div"},
    {"<b><object></b>a", "b object"},
    {"<br><img><hr><input>", ""},
    {"<foo><bar></foo>", "?"},  // to Gumbo all unknown names are one
};

INSTANTIATE_TEST_SUITE_P(Table, ShadowKnows, testing::ValuesIn(kCases));

TEST(TreeShadow, TextElementsDependOnWhereTheyAre) {
  const auto content_after = [](std::string_view page, Element element) {
    TreeShadow shadow = shadow_after(page);
    return shadow.start_tag({.element = element, .name = element_name(element)});
  };
  EXPECT_EQ(content_after("<div>", Element::style), Content::raw_text);
  EXPECT_EQ(content_after("<svg>", Element::style), Content::markup);
  EXPECT_EQ(content_after("<svg><desc>", Element::style), Content::raw_text);
  EXPECT_EQ(content_after("<select>", Element::style), Content::markup);
  EXPECT_EQ(content_after("<select>", Element::script), Content::script);
  EXPECT_EQ(content_after("<select>", Element::textarea), Content::escapable_text);
  EXPECT_EQ(content_after("<head></head><frameset>", Element::script), Content::markup);
}

TEST(TreeShadow, CountsWhatIsOpenedAgain) {
  EXPECT_EQ(shadow_after("<p><b><i>a<p>").reopening(), 2U);
  EXPECT_EQ(shadow_after("<p><b><i>a<p>b<p>c").reopened(), 4U);
  EXPECT_EQ(shadow_after("<p><b>a</b><p>b").reopened(), 0U);
  EXPECT_EQ(shadow_after("<b><b><b><b>").formatting().size(), 3U) << "of equal ones three are remembered";
}

TEST(TreeShadow, GoesThroughTheHead) {
  EXPECT_EQ(shadow_after("").mode(), Mode::initial);
  EXPECT_EQ(shadow_after("<html>").mode(), Mode::before_head);
  EXPECT_EQ(shadow_after("<meta>").mode(), Mode::in_head);
  EXPECT_EQ(shadow_after("<noscript>").mode(), Mode::in_head_noscript);
  EXPECT_EQ(shadow_after("</head>").mode(), Mode::after_head);
  EXPECT_EQ(shadow_after(" a").mode(), Mode::in_body);
  EXPECT_EQ(shadow_after("<head></head><frameset>").mode(), Mode::in_frameset);
}

}  // namespace
}  // namespace klartext
