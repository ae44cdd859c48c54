// klartext list: the addresses of articles, one a line.
#pragma once

#include "cli/options.h"

namespace klartext {

/// Prints what the inputs list; returns the exit status.
int run_list(const Options& options);

}  // namespace klartext
