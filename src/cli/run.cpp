// The batch: a feed of inputs, workers that extract, an output that puts the results in order.
//
//   PageFeed ──► worker ──► OrderedOutput ──► sinks
//       ▲  └───► worker ──┘      │
//       └──── finished(number) ──┘      the feed runs at most `window` inputs ahead of what is written
#include "cli/run.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#include "cli/help.h"
#include "cli/list_run.h"
#include "cli/ordered_output.h"
#include "cli/outcome.h"
#include "cli/tally.h"
#include "input/feed.h"
#include "klartext/serialize.h"
#include "output/formats.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

/// One page was asked for, not a batch.
bool is_single(const Options& options) {
  const InputOptions& inputs = options.inputs;
  return inputs.lists.empty() && inputs.arguments.size() == 1 && !is_folder(inputs.arguments.front());
}

bool wants_pretty(const Options& options) {
  if (options.pretty || options.compact) return options.pretty;
  return is_single(options) && options.output.empty() && isatty(STDOUT_FILENO) == 1;
}

int worker_count(const Options& options) {
  if (is_single(options)) return 1;
  if (options.jobs > 0) return options.jobs;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

RecordOptions record_options(const Options& options) {
  return {{find_format(options.format)->format, wants_pretty(options), options.fields}, options.explain, options.url};
}

Result<std::unique_ptr<Sink>> open_output(const std::string& path) {
  if (path.empty() || path == "-") return open_stdout_sink();
  return open_file_sink(path);
}

Result<Destinations> open_destinations(const Options& options) {
  Destinations to;
  auto records = open_output(options.output);
  if (!records) return records.error();
  to.records = std::move(*records);
  to.errors_into_records = options.errors == "-";
  if (!options.errors.empty() && !to.errors_into_records) {
    auto errors = open_file_sink(options.errors);
    if (!errors) return errors.error();
    to.errors = std::move(*errors);
  }
  to.diagnostics = !options.quiet;
  to.progress = !options.quiet && !is_single(options) && (!options.output.empty() || isatty(STDOUT_FILENO) == 0);
  to.between = find_format(options.format)->between;
  return to;
}

/// What one thread does until there is nothing left.
void work(PageFeed& feed, OrderedOutput& output, const RecordOptions& options) {
  while (auto task = feed.next()) {
    while (auto item = task->pages->next()) {
      output.add(task->number, outcome_of(std::move(*item), options));
      if (output.ended()) return feed.stop();
    }
    const std::uint64_t turn = output.done(task->number);
    if (turn > 0) feed.finished(turn - 1);
  }
}

/// `count` threads, this one among them.
void work_together(int count, PageFeed& feed, OrderedOutput& output, const RecordOptions& options) {
  std::vector<std::thread> others;
  for (int i = 1; i < count; ++i) others.emplace_back([&] { work(feed, output, options); });
  work(feed, output, options);
  for (std::thread& other : others) other.join();
}

int extract_all(const Options& options) {
  auto destinations = open_destinations(options);
  if (!destinations) {
    std::fprintf(stderr, "klartext: %s\n", destinations.error().message.c_str());
    return kExitSomeFailed;
  }
  OrderedOutput output(std::move(*destinations));
  PageFeed feed(InputStream(options.inputs), {.read = options.read, .fetch = options.fetch});
  work_together(worker_count(options), feed, output, record_options(options));
  return output.finish();
}

int print(std::string_view text) {
  const auto sink = open_stdout_sink();
  if (sink->write(text) != Written::failed) return kExitOk;
  std::fprintf(stderr, "klartext: %s\n", sink->problem().c_str());
  return kExitSomeFailed;
}

std::string generated(const std::string& kind) { return kind == "man" ? man_page() : completion_script(kind); }

}  // namespace

int run(const Options& options) {
  switch (options.action) {
    case Options::Action::help:
      return print(help_text());
    case Options::Action::version:
      return print("klartext " + std::string(version()) + "\n");
    case Options::Action::schema:
      return print(schema_json());
    case Options::Action::generate:
      return print(generated(options.generate));
    case Options::Action::list_help:
      return print(list_help_text());
    case Options::Action::list:
      return run_list(options);
    case Options::Action::extract:
      break;
  }
  return extract_all(options);
}

int report(const UsageError& error) {
  const std::string more = error.lost ? "\n" + short_help_text() : "klartext --help explains all options.\n";
  std::fprintf(stderr, "klartext: %s\n%s", spell_out_controls(error.message).c_str(), more.c_str());
  return kExitUsage;
}

}  // namespace klartext
