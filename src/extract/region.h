// Where on the page the article lies.
//
// Every block gets a weight: prose counts for, link lists, furniture and comments count against. With prefix sums the
// weight of any subtree is a difference, and the region is the subtree that weighs most, the deepest of equals. Because
// weights add up, a text that ads or pictures split into several containers is joined again by their common parent.
// What in the region does not belong to the article is decided block by block afterwards (body.h).
#pragma once

#include <cstdint>

#include "extract/body_evidence.h"
#include "extract/headline.h"
#include "extract/page.h"

namespace klartext {

struct Region {
  NodeId node = kNoNode;          ///< kNoNode: the page has no prose at all
  std::uint32_t first_block = 0;  ///< blocks of the region, [first, last): the node's, without what stands above the
  std::uint32_t last_block = 0;   ///< headline or belongs to another article
};

Region find_region(const Page& page, const Headline& headline, const BodyEvidence& stated);

}  // namespace klartext
