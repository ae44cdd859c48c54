// The door to CLI11: rows of the option table become its options, its exceptions become a UsageError.
#include "cli/options.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.h"
#include "cli/destinations.h"
#include "cli/option_table.h"
#include "cli/suggestion.h"
#include "klartext/serialize.h"

namespace klartext {
namespace {

std::string cli11_names(const OptionRow& row) {
  const std::string long_name(row.long_name);
  return row.short_name.empty() ? long_name : std::string(row.short_name) + "," + long_name;
}

std::vector<std::string> choices_of(const OptionRow& row) {
  return row.choices.empty() ? std::vector<std::string>() : CLI::detail::split(std::string(row.choices), '|');
}

// CLI11 calls these with what was typed; they return what is wrong with it, or nothing.
std::string problem_with_count(std::string& typed) {
  int count = -1;
  const bool ok = CLI::detail::lexical_cast(typed, count) && count >= 0;
  return ok ? "" : "takes a whole number of 0 or more, not \"" + typed + "\"";
}

std::string problem_with_number(std::string& typed) {
  double number = -1;
  const bool ok = CLI::detail::lexical_cast(typed, number) && std::isfinite(number) && number >= 0;
  return ok ? "" : "takes a number of 0 or more, not \"" + typed + "\"";
}

/// "32M" becomes "33554432".
std::string size_to_bytes(std::string& typed) {
  std::string problem = "takes a size such as 512k or 32M, not \"" + typed + "\"";
  try {
    return CLI::AsSizeValue(false)(typed).empty() ? "" : problem;
  } catch (const CLI::ParseError&) {
    return problem;
  }
}

auto one_of(const std::vector<std::string>& choices) {
  return [choices](const std::string& typed) {
    if (std::find(choices.begin(), choices.end(), typed) != choices.end()) return std::string();
    return "takes " + CLI::detail::join(choices, ", ") + ", not \"" + typed + "\"";
  };
}

// One overload for each type an option can have.
void bind(CLI::App& app, const OptionRow& row, bool& member) { app.add_flag(cli11_names(row), member); }

void bind(CLI::App& app, const OptionRow& row, int& member) {
  app.add_option(cli11_names(row), member)->check(CLI::Validator(problem_with_count, ""));
}

void bind(CLI::App& app, const OptionRow& row, double& member) {
  app.add_option(cli11_names(row), member)->check(CLI::Validator(problem_with_number, ""));
}

void bind(CLI::App& app, const OptionRow& row, std::size_t& member) {
  app.add_option(cli11_names(row), member)->transform(CLI::Validator(size_to_bytes, ""));
}

void bind(CLI::App& app, const OptionRow& row, std::string& member) {
  CLI::Option* option = app.add_option(cli11_names(row), member);
  if (const auto choices = choices_of(row); !choices.empty()) option->check(CLI::Validator(one_of(choices), ""));
}

void bind(CLI::App& app, const OptionRow& row, std::vector<std::string>& member) {
  CLI::Option* option = app.add_option(cli11_names(row), member)->allow_extra_args(false);
  if (row.value == "KEYS") option->delimiter(',');
}

/// Which options a command has.
using RowFilter = bool (*)(const OptionRow&);

std::vector<std::string_view> long_names(RowFilter wanted) {
  std::vector<std::string_view> names;
  for (const OptionRow& row : option_table()) {
    if (wanted(row)) names.push_back(row.long_name);
  }
  return names;
}

/// Only that command has what the one with `wanted` has not.
std::string_view owner_of_others(RowFilter wanted) {
  return wanted == is_for_list ? "which klartext list does not have" : "which only klartext list has";
}

/// ", did you mean --output?" for an option that was nearly right.
std::string suggestion(std::string_view typed, RowFilter wanted) {
  if (const auto name = nearest_name(typed, long_names(wanted)); !name.empty()) {
    return ", did you mean " + std::string(name) + "?";
  }
  const auto other = nearest_name(typed, long_names([](const OptionRow&) { return true; }));
  if (other.empty()) return {};
  const std::string meant = other == typed ? "" : ", did you mean " + std::string(other);
  return meant + ", " + std::string(owner_of_others(wanted)) + (meant.empty() ? "" : "?");
}

/// The argument that CLI11 could not take: it takes the switches at the front of "-page.html" and leaves "-age.html".
std::string unknown_argument(const CLI::App& app, const std::vector<std::string>& arguments) {
  const std::vector<std::string> remaining = app.remaining();
  if (remaining.empty()) return {};
  const std::string end = remaining.front().substr(1);
  const auto whole = std::find_if(arguments.begin(), arguments.end(), [&](const std::string& argument) {
    return argument.starts_with('-') && argument.ends_with(end);
  });
  return whole == arguments.end() ? remaining.front() : *whole;
}

/// Whoever gets a suggestion is not lost.
UsageError unknown_option(const std::string& typed, RowFilter wanted) {
  const bool is_file = access(typed.c_str(), F_OK) == 0;
  const std::string meant = is_file ? "; the file is ./" + typed : suggestion(typed.substr(0, typed.find('=')), wanted);
  return {"unknown option " + typed + meant, meant.empty()};
}

std::optional<std::string> problem_with_fields(const Options& options) {
  for (const auto& [option, fields] : {std::pair("--fields", options.fields), {"--require", options.required}}) {
    const auto unknown = std::find_if_not(fields.begin(), fields.end(), is_field);
    if (unknown == fields.end()) continue;
    return std::string(option) + ": a record has no key \"" + *unknown + "\"; klartext schema prints them";
  }
  return std::nullopt;
}

std::optional<std::string> problem_with_output(const Options& options) {
  if (options.format != "json") {
    for (const auto& [option, given] : {std::pair("--pretty", options.pretty), {"--explain", options.explain}}) {
      if (given) return std::string(option) + " needs --format json";
    }
  }
  if (options.pretty && options.compact) return "--pretty and --compact exclude each other";
  if (options.errors == "-" && options.format != "json") return "--errors - needs --format json";
  if (options.errors == "-" && writes_folder(options)) return "--errors - needs a single output, not a folder";
  return std::nullopt;
}

bool keeps(const Options& options, std::string_view field) {
  const auto& fields = options.fields;
  return fields.empty() || std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// A run that resumes reads what the earlier one has written.
std::optional<std::string> problem_with_resume(const Options& options) {
  if (!options.resume) return std::nullopt;
  if (options.output.empty() || options.output == "-") return "--resume needs -o FILE or -o DIR";
  if (options.overwrite) return "--resume and --overwrite exclude each other";
  const bool folder = writes_folder(options);
  if (!folder && (options.format != "json" || options.pretty))
    return "--resume with a file needs JSON, one line a record";
  if (!folder && !keeps(options, "source")) return "--resume with a file needs the key source; add it to --fields";
  if (!options.skip_duplicates) return std::nullopt;
  const bool tells_duplicates = keeps(options, "url") && keeps(options, "title") && keeps(options, "body");
  if (options.format == "json" && tells_duplicates) return std::nullopt;
  return "--resume with --skip-duplicates needs JSON with the keys url, title and body";
}

/// "3/16" into the options of the inputs.
std::optional<std::string> problem_with_shard(Options& options) {
  if (options.shard.empty()) return std::nullopt;
  const auto slash = options.shard.find('/');
  std::uint64_t shard = 0;
  std::uint64_t shards = 0;
  const bool numbers = slash != std::string::npos && CLI::detail::lexical_cast(options.shard.substr(0, slash), shard) &&
                       CLI::detail::lexical_cast(options.shard.substr(slash + 1), shards);
  if (!numbers || shard < 1 || shard > shards)
    return "--shard takes I/N with I from 1 to N, not \"" + options.shard + "\"";
  options.inputs.shard = shard - 1;
  options.inputs.shards = shards;
  return std::nullopt;
}

bool is_empty(const InputOptions& inputs) { return inputs.arguments.empty() && inputs.lists.empty(); }

bool reads_stdin_twice(const InputOptions& inputs) {
  return std::count(inputs.arguments.begin(), inputs.arguments.end(), "-") +
             std::count(inputs.lists.begin(), inputs.lists.end(), "-") >
         1;
}

std::optional<std::string> problem_with_inputs(const Options& options) {
  const std::size_t arguments = options.inputs.arguments.size();
  const std::size_t lists = options.inputs.lists.size();
  if (is_empty(options.inputs)) return "no INPUT given; - reads a page from standard input";
  if (reads_stdin_twice(options.inputs)) return "standard input can be read only once";
  if (!options.url.empty() && (arguments != 1 || lists != 0)) return "--url needs a single INPUT";
  if (options.inputs.null_separated && lists == 0 && !options.list_files) return "--null needs a list (-i LIST)";
  return std::nullopt;
}

std::optional<std::string> problem_with_fetching(const Options& options) { return problem_with(options.fetch); }

std::optional<std::string> problem_with(Options& options) {
  for (const auto check :
       {problem_with_fields, problem_with_output, problem_with_resume, problem_with_inputs, problem_with_fetching}) {
    if (auto problem = check(options)) return problem;
  }
  return problem_with_shard(options);
}

Robots robots_of(std::string_view name) {
  if (name == "obey") return Robots::obey;
  return name == "ignore" ? Robots::ignore : Robots::automatic;
}

/// "title, date" is what people write.
void trim_all(std::vector<std::string>& texts) {
  for (std::string& text : texts) text = std::string(trim(text));
}

/// What follows from the options as given.
void complete(Options& options) {
  trim_all(options.fields);
  trim_all(options.required);
  options.fetch.max_bytes = options.read.max_bytes;
  options.fetch.robots = robots_of(options.robots);
  if (options.show_help) options.action = Options::Action::help;
  if (options.show_version) options.action = Options::Action::version;
}

/// CLI11 takes arguments from the back.
void parse(CLI::App& app, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());
  app.parse(std::move(arguments));
}

std::optional<UsageError> parse_rows(Options& options, const std::vector<std::string>& arguments, RowFilter wanted) {
  CLI::App app;
  app.set_help_flag();
  app.add_option("INPUT", options.inputs.arguments);
  for (const OptionRow& row : option_table()) {
    if (wanted(row)) std::visit([&](auto member) { bind(app, row, member(options)); }, row.target);
  }
  try {
    parse(app, arguments);
  } catch (const CLI::ExtrasError&) {
    return unknown_option(unknown_argument(app, arguments), wanted);
  } catch (const CLI::ParseError& error) {
    return UsageError{error.what()};
  }
  return std::nullopt;
}

std::variant<Options, UsageError> parse_extract(const std::vector<std::string>& arguments) {
  Options options;
  if (auto error = parse_rows(options, arguments, is_for_extract)) return *error;
  complete(options);
  if (options.action != Options::Action::extract) return options;
  if (auto problem = problem_with(options)) return UsageError{*problem, is_empty(options.inputs)};
  return options;
}

/// `arguments` behind the word "list".
std::variant<Options, UsageError> parse_list(const std::vector<std::string>& arguments) {
  Options options;
  options.action = Options::Action::list;
  if (auto error = parse_rows(options, arguments, is_for_list)) return *error;
  complete(options);
  if (options.action == Options::Action::help) options.action = Options::Action::list_help;
  if (options.action != Options::Action::list) return options;
  if (auto problem = problem_with_inputs(options)) return UsageError{*problem, is_empty(options.inputs)};
  if (auto problem = problem_with_fetching(options)) return UsageError{*problem};
  return options;
}

/// `arguments` behind the word "schema".
std::variant<Options, UsageError> parse_schema(const std::vector<std::string>& arguments) {
  Options options;
  options.action = Options::Action::schema;
  for (const std::string& argument : arguments) {
    if (argument != "-h" && argument != "--help") {
      return UsageError{"schema takes nothing, not \"" + argument + "\"; a file named schema is ./schema"};
    }
    options.action = Options::Action::help;
  }
  return options;
}

std::variant<Options, UsageError> parse_generate(const std::vector<std::string>& arguments) {
  constexpr std::array<std::string_view, 4> kKinds = {"man", "bash", "zsh", "fish"};
  const bool known = arguments.size() == 2 && std::find(kKinds.begin(), kKinds.end(), arguments[1]) != kKinds.end();
  if (!known) return UsageError{"--generate takes man, bash, zsh or fish"};
  Options options;
  options.action = Options::Action::generate;
  options.generate = arguments[1];
  return options;
}

}  // namespace

std::variant<Options, UsageError> parse_options(const std::vector<std::string>& arguments) {
  const std::string_view first = arguments.empty() ? std::string_view() : std::string_view(arguments[0]);
  if (first == "--generate") return parse_generate(arguments);
  if (first == "schema") return parse_schema({arguments.begin() + 1, arguments.end()});
  if (first == "list") return parse_list({arguments.begin() + 1, arguments.end()});
  return parse_extract(arguments);
}

}  // namespace klartext
