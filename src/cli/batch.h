// Extracting all inputs, from parsed options to exit status.
#pragma once

#include "cli/options.h"

namespace klartext {

/// Extracts the article of every input. Returns the exit status.
int extract_all(const Options& options);

}  // namespace klartext
