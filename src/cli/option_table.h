// Every option once: its names, what it takes, what it does, and the member of `Options` it sets.
//
// Parser, help, man page and completions are all written from these rows, so that none can fall behind.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/options.h"

namespace klartext {

/// The member of `Options` that an option sets; its type says what the option takes.
using OptionTarget =
    std::variant<bool& (*)(Options&), int& (*)(Options&), double& (*)(Options&), std::size_t& (*)(Options&),
                 std::string& (*)(Options&), std::vector<std::string>& (*)(Options&)>;

struct OptionRow {
  std::string_view group;       ///< heading it stands under
  std::string_view short_name;  ///< "-o", may be empty
  std::string_view long_name;   ///< "--output"
  std::string_view value;       ///< "FILE", "SECONDS"; empty for a switch
  std::string_view help;        ///< one sentence without a full stop; the default is added by `default_of`
  OptionTarget target;
  std::string_view choices = {};  ///< "json|markdown|text", empty: anything
};

/// Examples that help and man page end with.
struct ExampleRow {
  std::string_view command;
  std::string_view says;
};

/// How klartext is called. The first word of a usage in small letters is a command of its own.
struct CommandRow {
  std::string_view usage;
  std::string_view help;
};

std::span<const OptionRow> option_table();
std::span<const ExampleRow> example_table();
std::span<const CommandRow> command_table();

/// Whether an option is one of `klartext list`, and whether it is one of extracting articles.
bool is_for_list(const OptionRow& row);
bool is_for_extract(const OptionRow& row);

/// The default of an option as help prints it ("60"), empty where there is nothing to say.
std::string default_of(const OptionRow& row);

}  // namespace klartext
