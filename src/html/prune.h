// Cuts a page down to what is read, before the parser sees it.
//
// 60–75% of a news page is script, style, comment, svg and attributes nobody reads, and the tree builder costs about
// 50 ns a byte. Prune is one pass at memory-scan speed that follows the HTML tokenizer's rules (raw text and escapable
// raw text elements, script-data escapes, attribute values that contain markup) so that the tree of the pruned page
// equals the tree of the whole page minus what was dropped; tests/html/prune_test.cpp compares the two.
// It also enforces the budgets that keep the parser linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "klartext/result.h"

namespace klartext {

struct PrunedPage {
  std::string html;                        ///< what is left, for the parser
  std::vector<std::string_view> json_ld;  ///< contents of <script type="application/ld+json">, slices of the input
};

/// `html` is valid UTF-8 and outlives the result. Error: `too_large` where a budget is breached that cannot be met by
/// dropping (each budget and what was measured stands at its constant in prune.cpp).
Result<PrunedPage> prune(std::string_view html);

}  // namespace klartext
