// The page as the block model sees it, in the program and in training alike.
#pragma once

#include <vector>

#include "extract/block_features.h"

namespace klartext {

std::vector<BlockFeatures> features_for_model(const Document& document, const Facts& facts);

}  // namespace klartext
