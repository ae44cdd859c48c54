// The program: command line in, exit status out.
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <variant>
#include <vector>

#include "cli/run.h"
#include "cli/standard_streams.h"
#include "cli/tally.h"

namespace {

int run_program(const std::vector<std::string>& arguments) {
  const auto parsed = klartext::parse_options(arguments);
  if (const auto* error = std::get_if<klartext::UsageError>(&parsed)) return klartext::report(*error);
  return klartext::run(std::get<klartext::Options>(parsed));
}

}  // namespace

int main(int argc, char** argv) {
  klartext::hold_standard_streams();
  // A closed pipe and a limit of size are seen where something is written.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run_program({argv + 1, argv + argc});
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "klartext: internal: %s\n", exception.what());
    return klartext::kExitInternal;
  }
}
