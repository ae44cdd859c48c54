// A run of the program, from parsed options to exit status.
#pragma once

#include "cli/options.h"

namespace klartext {

/// Does what `options` ask for and returns the exit status (DESIGN section 3).
int run(const Options& options);

/// Tells on standard error what is wrong with the command line; returns the exit status for it.
int report(const UsageError& error);

}  // namespace klartext
