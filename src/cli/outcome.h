// What became of a page, as text ready to be written.
#pragma once

#include <optional>
#include <string>

#include "cli/options.h"
#include "input/pages.h"
#include "klartext/result.h"
#include "klartext/serialize.h"

namespace klartext {

/// One page: either a record, or an error told twice, for a person and for a program.
struct Outcome {
  std::string record;
  std::string diagnostic;    ///< "klartext: INPUT: CODE: message\n"
  std::string error_record;  ///< as `serialize_error`
  std::optional<ErrorCode> error;
};

/// How a record is made.
struct RecordOptions {
  SerializeOptions serialize;
  bool explain = false;
  std::string url;  ///< of the only input
};

/// Extracts and writes down one page. Never throws; thread-safe.
Outcome outcome_of(PageItem item, const RecordOptions& options);

}  // namespace klartext
