// The program: command line in, exit status out.
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <variant>
#include <vector>

#include "cli/run.h"
#include "cli/tally.h"

namespace {

int run_program(const std::vector<std::string>& arguments) {
  const auto parsed = klartext::parse_options(arguments);
  if (const auto* error = std::get_if<klartext::UsageError>(&parsed)) return klartext::report(*error);
  return klartext::run(std::get<klartext::Options>(parsed));
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to
  try {
    return run_program({argv + 1, argv + argc});
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "klartext: internal: %s\n", exception.what());
    return klartext::kExitInternal;
  }
}
