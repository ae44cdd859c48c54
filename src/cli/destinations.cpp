#include "cli/destinations.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "output/formats.h"

namespace klartext {
namespace {

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_stdout(const std::string& path) { return path.empty() || path == "-"; }

Result<std::unique_ptr<RecordStore>> open_records(const Options& options) {
  if (writes_folder(options)) {
    const Existing existing = options.resume      ? Existing::resume
                              : options.overwrite ? Existing::overwrite
                                                  : Existing::refuse;
    return folder_store(options.output, existing);
  }
  if (options.resume) return continued_file(options.output);
  auto sink = is_stdout(options.output) ? Result(open_stdout_sink()) : open_file_sink(options.output);
  if (!sink) return sink.error();
  return stream_store(std::move(*sink), find_format(options.format)->between);
}

/// Also for files that are still to be made: "out" and "./out".
bool will_be_same_file(const std::string& path, const std::string& other) {
  if (path.empty() || path == "-" || other.empty() || exists_but_is_no_plain_file(path)) return false;
  std::error_code error;
  const auto whole = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  const auto whole_other = std::filesystem::weakly_canonical(std::filesystem::absolute(other, error), error);
  return !error && whole == whole_other;
}

/// The first file that would be read and written at once.
std::optional<Error> clash(const Options& options) {
  for (const std::string& output : {options.output, options.errors}) {
    for (const auto* inputs : {&options.inputs.arguments, &options.inputs.lists}) {
      const auto input =
          std::find_if(inputs->begin(), inputs->end(), [&](const auto& name) { return same_file(name, output); });
      if (input != inputs->end()) return Error{ErrorCode::unreadable, *input + " is input and output at once"};
    }
  }
  if (!will_be_same_file(options.output, options.errors)) return std::nullopt;
  return Error{ErrorCode::unreadable, options.output + " is to hold records and errors at once"};
}

Progress::Mode progress_mode(const Options& options) {
  if (options.progress == "json") return Progress::Mode::json;
  const bool wanted = options.progress == "auto" && !options.quiet && !is_single(options);
  const bool beside_output = !is_stdout(options.output) || isatty(STDOUT_FILENO) == 0;
  return wanted && beside_output ? Progress::Mode::terminal : Progress::Mode::none;
}

}  // namespace

bool same_file(const std::string& path, const std::string& other) {
  struct stat one {};
  struct stat two {};
  return stat(path.c_str(), &one) == 0 && stat(other.c_str(), &two) == 0 && S_ISREG(one.st_mode) &&
         one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

bool is_single(const Options& options) {
  const InputOptions& inputs = options.inputs;
  return inputs.lists.empty() && inputs.arguments.size() == 1 && !is_folder(inputs.arguments.front());
}

bool writes_folder(const Options& options) { return options.output.ends_with('/') || is_folder(options.output); }

Result<Destinations> open_destinations(const Options& options) {
  if (const auto error = clash(options)) return *error;
  Destinations to;
  auto records = open_records(options);
  if (!records) return records.error();
  to.records = std::move(*records);
  to.errors_into_records = options.errors == "-";
  if (!options.errors.empty() && !to.errors_into_records) {
    auto errors = open_file_sink(options.errors);
    if (!errors) return errors.error();
    to.errors = std::move(*errors);
  }
  to.diagnostics = !options.quiet;
  to.skip_duplicates = options.skip_duplicates;
  to.progress = progress_mode(options);
  to.summary = !options.quiet && !is_single(options) && options.progress != "json";
  return to;
}

}  // namespace klartext
