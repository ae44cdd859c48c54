// What the user asked for.
//
// `parse_options` is the one door to CLI11. Everything it knows comes from the option table (option_table.h), which
// help, man page and completions are written from too.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "input/fetch.h"
#include "input/input.h"
#include "input/pages.h"

namespace klartext {

/// The command line, parsed and checked. Defaults here are the defaults that help prints.
struct Options {
  enum class Action : std::uint8_t { extract, list, schema, version, help, list_help, generate };
  Action action = Action::extract;
  std::string generate;  ///< man, bash, zsh, fish

  InputOptions inputs;
  ReadOptions read;
  FetchOptions fetch;
  std::string url;  ///< address of the only input
  std::string robots = "auto";

  std::string format = "json";
  std::vector<std::string> fields;
  bool pretty = false;
  bool compact = false;
  bool explain = false;
  std::string output;  ///< file or folder; empty: standard output
  std::string errors;  ///< empty: no error records; "-": into the output

  bool list_json = false;  ///< klartext list: records instead of addresses

  bool overwrite = false;
  bool resume = false;
  bool skip_duplicates = false;
  std::vector<std::string> required;  ///< keys that a record must have
  std::string shard;                  ///< "3/16"
  bool list_files = false;            ///< print the inputs instead of reading them

  int jobs = 0;                      ///< 0: one a processor
  double page_timeout_seconds = 10;  ///< 0: none
  bool quiet = false;
  std::string progress = "auto";

  bool show_help = false;
  bool show_version = false;
};

/// A command line that cannot be followed: one line that says why, perhaps with what was meant.
struct UsageError {
  std::string message;
  bool lost = false;  ///< the user needs to see how klartext is called at all
};

/// Reads `arguments` (without the program's name).
std::variant<Options, UsageError> parse_options(const std::vector<std::string>& arguments);

}  // namespace klartext
