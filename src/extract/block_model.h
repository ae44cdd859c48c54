// How likely each block of a page is to belong to its article.
//
// Two boosted forests, trained from annotated pages by model/train.py: the first looks at each block by itself, the
// second also at what the first thinks of the blocks around it and of those that look alike. A tree is a perfect binary
// tree of depth five in three flat arrays, so that a walk is five steps without a branch.
#pragma once

#include <vector>

#include "extract/page_measures.h"

namespace klartext {

/// Probabilities, 0…1, in the order of the page's blocks; of no use, and perhaps none, once the time is up. Trees are
/// asked until a block's side of one half is settled: beyond that a figure says little.
std::vector<float> article_probabilities(const PageMeasures& page, SteppedDeadline deadline);

}  // namespace klartext
