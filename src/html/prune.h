// Cuts a page down to what is read, before the parser sees it.
//
// 60–75% of a news page is script, style, comment, svg and attributes nobody reads, and the tree builder costs about
// 50 ns a byte. Prune is one pass at memory-scan speed that follows the HTML tokenizer's rules (markup_scan.h) and
// knows at every tag what the tree builder will do with it (tree_shadow.h), so that the tree of the pruned page equals
// the tree of the whole page minus what was dropped; tests/html/prune_test.cpp compares the two.
//
// Dropped are: comments and NUL; <script>, <style> and <link>s nobody reads; what is inside <svg>, <math>, <select>,
// <iframe>, <noembed>, <noframes>, <frameset> and inside a <template> that is no shadow root; attributes that are not
// in tag.h or stand behind the 256th of a tag, data: addresses, over-long values, and of `style` all but "display:none"
// or "visibility:hidden". Where dropping an element or comment would change the tree around it, it stays, empty. Text
// that came apart may be joined. White space between tags becomes one character, except in <pre> and the like, and of
// more than two <br> in a row two stay. Inside an <svg> or <math> that holds HTML, everything stays. What is left is
// handed to the parser as a skeleton (skeleton.h).
//
// Left out of that equality are three slips of Gumbo 0.10.1 that prune spares the page: attributes garbled behind a
// double one, "</>" becoming part of the next tag's name, and table parts, <select> or <template> by name inside an
// <svg> that holds HTML, which make it abort. And what stands behind a <frameset> that takes the place of a body begun
// before: no such page has an article.
//
// It also enforces the budgets that keep the parser linear.
#pragma once

#include <string_view>
#include <vector>

#include "base/deadline.h"
#include "html/skeleton.h"
#include "klartext/result.h"

namespace klartext {

struct PrunedPage {
  Skeleton skeleton;                      ///< what is left, for the parser, and beside it, as slices of the input …
  std::vector<std::string_view> json_ld;  ///< contents of <script type="application/ld+json">, likewise …
  std::vector<char> without_nul;          ///< … or of this copy, where the input had NUL bytes
};

/// `html` is valid UTF-8 and outlives the result. Error: `too_large` where a budget is breached that cannot be met by
/// dropping (each budget and what was measured stands at its constant in prune_budget.h); `timeout`.
Result<PrunedPage> prune(std::string_view html, Deadline deadline = {});

}  // namespace klartext
