// Which of its jobs the program does.
#include "cli/run.h"

#include <unistd.h>

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "cli/batch.h"
#include "cli/help.h"
#include "cli/list_run.h"
#include "cli/outcome.h"
#include "cli/tally.h"
#include "cli/terminal.h"
#include "input/input.h"
#include "klartext/serialize.h"
#include "output/safe_text.h"
#include "output/sink.h"

namespace klartext {
namespace {

int print(std::string_view text) {
  const auto sink = open_stdout_sink();
  if (sink->write(text) != Written::failed) return kExitOk;
  std::fprintf(stderr, "klartext: %s\n", sink->problem().c_str());
  return kExitSomeFailed;
}

/// An input as a list has it, so that what is printed can be read with -i.
std::string list_line(const Input& input, char end) { return input.name + (input.url ? "\t" + *input.url : "") + end; }

/// Why an input cannot be named in a list: nobody could read it back.
std::optional<Error> unlistable(const InputItem& item, char end) {
  if (item.error || item.input.name.find(end) == std::string::npos) return item.error;
  return Error{ErrorCode::unreadable, "the name holds a line break; --null prints such names"};
}

int print_inputs(const Options& options) {
  const auto sink = open_stdout_sink();
  const char end = options.inputs.null_separated ? '\0' : '\n';
  InputStream inputs(options.inputs);
  int status = kExitOk;
  while (const auto item = inputs.next()) {
    if (const auto error = unlistable(*item, end)) {
      if (!options.quiet) std::fputs(failure(item->input.name, *error).diagnostic.c_str(), stderr);
      status = kExitSomeFailed;
      continue;
    }
    const Written written = sink->write(list_line(item->input, end));
    if (written == Written::closed) return kExitOk;
    if (written == Written::ok) continue;
    std::fprintf(stderr, "klartext: %s\n", sink->problem().c_str());
    return kExitSomeFailed;
  }
  return status;
}

std::string generated(const std::string& kind) { return kind == "man" ? man_page() : completion_script(kind); }

}  // namespace

int run(const Options& options) {
  switch (options.action) {
    case Options::Action::help:
      return print(help_text(help_width(STDOUT_FILENO)));
    case Options::Action::version:
      return print("klartext " + std::string(version()) + "\n");
    case Options::Action::schema:
      return print(schema_json());
    case Options::Action::generate:
      return print(generated(options.generate));
    case Options::Action::list_help:
      return print(list_help_text(help_width(STDOUT_FILENO)));
    case Options::Action::list:
      return run_list(options);
    case Options::Action::extract:
      break;
  }
  return options.list_files ? print_inputs(options) : extract_all(options);
}

int report(const UsageError& error) {
  const std::string more =
      error.lost ? "\n" + short_help_text(help_width(STDERR_FILENO)) : "klartext --help explains all options.\n";
  std::fprintf(stderr, "klartext: %s\n%s", spell_out_controls(error.message).c_str(), more.c_str());
  return kExitUsage;
}

}  // namespace klartext
