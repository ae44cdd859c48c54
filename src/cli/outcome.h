// What became of a page, as text ready to be written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "input/pages.h"
#include "klartext/article.h"
#include "klartext/result.h"
#include "klartext/serialize.h"
#include "output/record_store.h"

namespace klartext {

/// By what two pages are the same article: hashes of its address and of its text, 0 where it has none.
struct Identity {
  std::uint64_t address = 0;
  std::uint64_t text = 0;
};

/// One page: either a record, or an error told twice, for a person and for a program.
struct Outcome {
  Record record;
  Identity identity;         ///< of a record, if it was asked for
  std::string diagnostic;    ///< "klartext: INPUT: CODE: message\n"
  std::string error_record;  ///< as `serialize_error`
  std::optional<ErrorCode> error;
};

/// How a record is made.
struct RecordOptions {
  SerializeOptions serialize;
  bool explain = false;
  std::vector<std::string> required;  ///< keys that must not be empty
  double page_timeout_seconds = 0;    ///< 0: none
  bool identify = false;              ///< say which article it is, for telling duplicates: costs a walk over its text
};

/// Extracts and writes down one page. Never throws; thread-safe.
Outcome outcome_of(PageItem item, const RecordOptions& options);

/// An error of the page or input called `name`.
Outcome failure(const std::string& name, const Error& error);

/// Says why the run does not begin at all; returns the exit status.
int cannot_begin(const Error& error);

/// The identity of an article, and of one that an earlier run wrote down (JSON).
Identity identity_of(const Article& article);
Identity identity_of_record(std::string_view json);

}  // namespace klartext
