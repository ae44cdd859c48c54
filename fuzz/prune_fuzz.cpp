// The tree of a pruned page is the tree of the whole page, less what was dropped.
//
// Bytes are taken as they are, or, if the first is odd, each as one piece of markup: so the mutations are those of a
// page's structure. Left out is what Gumbo itself stumbles over (prune.h), and pages beyond a budget.
#include <algorithm>
#include <array>
#include <string>

#include "../tests/html/tree_dump.h"
#include "base/text.h"
#include "check.h"
#include "html/markup_scan.h"
#include "html/prune.h"
#include "html/prune_budget.h"

using namespace klartext;

namespace {

constexpr std::size_t kMaxDumpBytes = 200'000;  // more is formatting that was opened again and again

constexpr auto kPieces = std::to_array<std::string_view>({
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=x>",
    "</a>",
    "<font color=a>",
    "</font>",
    "<nobr>",
    "</nobr>",
    "<code>",
    "</code>",
    "<b id=c>",
    "<table>",
    "</table>",
    "<tbody>",
    "</tbody>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<caption>",
    "</caption>",
    "<colgroup>",
    "</colgroup>",
    "<col>",
    "<thead>",
    "<tfoot>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<form>",
    "</form>",
    "<input>",
    "<input type=hidden>",
    "<button>",
    "</button>",
    "<select>",
    "</select>",
    "<option>",
    "</option>",
    "<optgroup>",
    "<textarea>",
    "</textarea>",
    "<template>",
    "</template>",
    "<template shadowrootmode=open>",
    "<object>",
    "</object>",
    "<marquee>",
    "<applet>",
    "</applet>",
    "<br>",
    "</br>",
    "<hr>",
    "<img src=/a alt=b>",
    "<image>",
    "<pre>",
    "</pre>",
    "<listing>",
    "<xmp>",
    "</xmp>",
    "<plaintext>",
    "<script>",
    "</script>",
    "<script type=application/ld+json>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<noscript>",
    "</noscript>",
    "<iframe>",
    "</iframe>",
    "<noembed>",
    "</noembed>",
    "<noframes>",
    "</noframes>",
    "<frameset>",
    "</frameset>",
    "<frame>",
    "<html lang=de>",
    "</html>",
    "<head>",
    "</head>",
    "<body class=a>",
    "</body>",
    "<meta name=a content=b>",
    "<link rel=stylesheet>",
    "<link rel=canonical href=a>",
    "<base href=c>",
    "<main>",
    "</main>",
    "<article class=d>",
    "</article>",
    "<ruby>",
    "<rt>",
    "<rp>",
    "</ruby>",
    "<svg>",
    "</svg>",
    "<svg/>",
    "<math>",
    "</math>",
    "<path>",
    "<g>",
    "</g>",
    "<mi>",
    "</mi>",
    "<x-y>",
    "</x-y>",
    "<!-- c -->",
    "<!--",
    "-->",
    "<!doctype html>",
    "<?php",
    "<![CDATA[",
    "]]>",
    "</x>",
    "<p hidden>",
    "<p style='display: none'>",
    "<p class='a b' id=c onclick=d>",
    "<p title=\"<b>\">",
    " ",
    "\n",
    "\t\r\n",
    "a",
    "b c",
    "&amp;",
    "&",
    "#65;",
    "&nbsp;",
    "<",
    ">",
    "'",
    "\"",
    "/",
    "=",
    "\xC3\xA4",
    "amp;",
    "&#32;",
    "<p\n",
    "<a ",
    "<br/>",
    "<div",
});

std::string assembled(std::string_view choices) {
  std::string page;
  for (const char choice : choices) page += kPieces[static_cast<unsigned char>(choice) % kPieces.size()];
  return page;
}

std::string page_of(std::string_view input) {
  if (input.empty()) return {};
  const bool assemble = static_cast<unsigned char>(input[0]) % 2 == 1;
  const std::string page = to_valid_utf8(assemble ? assembled(input.substr(1)) : input);
  return testing_support::TreeDump::as_gumbo_reads(page);  // two attributes by such names are one to it
}

/// A number beyond 32 bits, such as &#xCCCCCC20;, of which Gumbo takes the rest.
bool has_huge_reference(std::string_view page) {
  constexpr std::size_t kDigits = 8;
  for (std::size_t at = page.find("&#"); at != std::string_view::npos; at = page.find("&#", at + 2)) {
    const std::string_view rest = page.substr(at + 2);
    if (std::min(rest.find_first_not_of("xX0123456789abcdefABCDEF"), rest.size()) >= kDigits) return true;
  }
  return false;
}

/// A tag with more attributes than are looked at. Wherever a tag may begin, one is read: better a page too few.
bool has_crowded_tag(std::string_view page) {
  TagSpan tag;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    scan_tag(page, at + 1, tag);
    if (tag.attributes.size() >= kMaxAttributes) return true;
  }
  return false;
}

/// What prune.h leaves out: "</>", a <frameset> in place of the body, svg or math, where names of HTML make Gumbo
/// abort, attributes behind the 256th; and text in the columns of a template, of which Gumbo drops all but the blanks.
bool is_left_out(std::string_view page) {
  const auto has = [page](std::string_view words) { return contains_ignoring_case(page, words); };
  if (has_huge_reference(page) || has_crowded_tag(page)) return true;
  return has("</>") || has("<frameset") || has("<svg") || has("<math") || (has("<template") && has("<col"));
}

bool is_too_deep(std::string_view dump) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = 0; at < dump.size(); at = dump.find('\n', at) + 1) {
    if (dump[at] == '<') depth += dump[at + 1] == '/' ? std::size_t{0} - 1 : 1;
    deepest = std::max(deepest, depth);
    if (dump.find('\n', at) == std::string_view::npos) break;
  }
  return deepest >= kUsualDepth;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page = page_of(fuzz::text_of(data, size));
  const auto pruned = prune(page);
  fuzz::require(pruned.ok(), "a small page is within the budgets");
  fuzz::require(is_valid_utf8(pruned->skeleton.markup), "a pruned page is valid UTF-8");
  if (is_left_out(page)) return 0;
  using testing_support::TreeDump;
  const std::string whole = TreeDump::of(page);
  if (whole.size() > kMaxDumpBytes || is_too_deep(whole)) return 0;
  const std::string difference = testing_support::first_difference(whole, TreeDump::of(pruned->skeleton));
  if (!difference.empty()) std::fprintf(stderr, "page:\n%s\n%s\n", page.c_str(), difference.c_str());
  fuzz::require(difference.empty(), "the trees are equal");
  return 0;
}
