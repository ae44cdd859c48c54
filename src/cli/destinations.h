// What the options say about where records, errors and messages go.
#pragma once

#include "cli/options.h"
#include "cli/ordered_output.h"

namespace klartext {

/// One page was asked for, not a batch.
bool is_single(const Options& options);

/// `-o` names a folder: one that exists, or a path that ends in '/'.
bool writes_folder(const Options& options);

/// Opens everything, or says what cannot be.
Result<Destinations> open_destinations(const Options& options);

/// True for two names of one file.
bool same_file(const std::string& path, const std::string& other);

}  // namespace klartext
