// The batch: a feed of inputs, workers that extract, an output that puts the results in order.
//
//   PageFeed ──► worker ──► OrderedOutput ──► store
//       ▲  └───► worker ──┘      │
//       └──── finished(number) ──┘      the feed runs at most `window` inputs ahead of what is written
//
// Beside them an attendant hears signals and shows how far it has come.
#include "cli/batch.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/stable_hash.h"
#include "cli/attendant.h"
#include "cli/destinations.h"
#include "cli/input_count.h"
#include "cli/ordered_output.h"
#include "cli/outcome.h"
#include "cli/output_name.h"
#include "input/byte_stream.h"
#include "input/feed.h"
#include "output/formats.h"

namespace klartext {
namespace {

bool wants_pretty(const Options& options) {
  if (options.pretty || options.compact) return options.pretty;
  return is_single(options) && options.output.empty() && isatty(STDOUT_FILENO) == 1;
}

int worker_count(const Options& options) {
  if (is_single(options)) return 1;
  const auto most = static_cast<int>(FeedOptions().window);  // more could not be fed
  if (options.jobs > 0) return std::min(options.jobs, most);
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

RecordOptions record_options(const Options& options) {
  return {{find_format(options.format)->format, wants_pretty(options), options.fields},
          options.explain,
          options.required,
          options.page_timeout_seconds,
          options.skip_duplicates};
}

/// What a page is called, and the file of its record where each has one.
struct PageNames {
  std::string page;
  std::string file;
};

/// How often each page of an archive came: crawlers return.
class Captures {
 public:
  /// 1 for the first of this name.
  std::uint64_t count(const std::string& page) { return ++counts_[stable_hash(page)]; }

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> counts_;
};

class Batch {
 public:
  Batch(const Options& options, Destinations to)
      : options_(options),
        folder_(writes_folder(options)),
        record_options_(record_options(options)),
        records_(to.records),
        shows_progress_(to.progress != Progress::Mode::none),
        output_(std::move(to)),
        feed_(InputStream(options.inputs), feed_options()) {}

  int run() {
    Attendant attendant([this](int) { interrupt(); }, [this] { tick(); });
    if (shows_progress_) input_count_.start(options_.inputs);
    work_together(worker_count(options_));
    if (attendant.signal() == 0 || output_.ended()) return output_.finish();
    output_.leave();
    return kExitSignal + attendant.signal();
  }

 private:
  FeedOptions feed_options() {
    FeedOptions feed{.read = options_.read, .fetch = options_.fetch};
    feed.read.interrupt = &interrupt_;
    if (options_.resume) feed.recall = [this](const Input& input) { return find(input); };
    return feed;
  }

  std::optional<std::uint64_t> find(const Input& input) {
    return records_->find(input.name, name_of(input, input.name));
  }

  [[nodiscard]] std::string name_of(const Input& input, std::string_view page, std::uint64_t capture = 1) const {
    return folder_ ? output_name(input, page, capture, find_format(options_.format)->extension) : std::string();
  }

  /// As many threads as there may be: a system that gives no more of them only makes the run longer.
  void work_together(int count) {
    std::vector<std::thread> others;
    try {
      for (int i = 1; i < count; ++i) others.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      output_.say("only " + std::to_string(others.size() + 1) + " jobs: the system gives no more threads");
    }
    work();
    for (std::thread& other : others) other.join();
  }

  /// What one thread does until there is nothing left.
  void work() {
    while (auto task = feed_.next()) {
      const bool whole = take(*task);
      if (output_.ended()) feed_.stop();
      if (!whole) return;
      const std::uint64_t turn = output_.done(task->number);
      if (turn > 0) feed_.finished(turn - 1);
    }
  }

  /// Hands over all pages of an input; false if the run ends before.
  bool take(const Task& task) {
    if (!task.recalled) return read(task);
    add_earlier(task, {task.input.name, name_of(task.input, task.input.name)}, *task.recalled);
    return true;
  }

  bool read(const Task& task) {
    if (would_overwrite(task.input)) {
      output_.fail(task.input.name + " is input and output at once");
      return false;
    }
    Captures captures;
    while (auto item = task.pages->next()) {
      if (interrupted_ || output_.ended()) return false;
      const PageNames names{item->name, name_of(task.input, item->name, folder_ ? captures.count(item->name) : 1)};
      if (const auto earlier = find_in_archive(task, names)) {
        add_earlier(task, names, *earlier);
      } else {
        add_new(task, names, std::move(*item));
      }
    }
    return true;
  }

  /// Arguments have been compared before; this finds what comes from lists and folders.
  [[nodiscard]] bool would_overwrite(const Input& input) const {
    if (input.kind != Input::Kind::file || options_.output.empty()) return false;
    const std::string file = folder_ ? options_.output + "/" + name_of(input, input.name) : options_.output;
    return same_file(input.name, file);
  }

  /// Inputs of one page have been looked for before they were read.
  std::optional<std::uint64_t> find_in_archive(const Task& task, const PageNames& names) {
    if (!options_.resume || names.page == task.input.name) return std::nullopt;
    if (!records_->finds_in_any_order() && !output_.is_turn(task.number)) return std::nullopt;
    return records_->find(names.page, names.file);
  }

  void add_new(const Task& task, const PageNames& names, PageItem item) {
    const bool is_whole_input = names.page == task.input.name;
    if (is_whole_input && item.page && !options_.url.empty()) item.page->source.url = options_.url;
    Outcome outcome = outcome_of(std::move(item), record_options_);
    outcome.record.name = names.file;
    output_.add(task.number, std::move(outcome));
  }

  void add_earlier(const Task& task, const PageNames& names, std::uint64_t earlier) {
    Outcome outcome;
    outcome.record.source = names.page;
    outcome.record.name = names.file;
    outcome.record.earlier = earlier;
    if (options_.skip_duplicates) {
      outcome.identity = identity_of_record(records_->read(earlier, names.file).value_or(""));
    }
    output_.add(task.number, std::move(outcome));
  }

  /// In the attendant's thread.
  void interrupt() {
    interrupted_ = true;
    interrupt_.raise();
    feed_.stop();
    if (!is_single(options_)) output_.say("ending after the pages in hand; once more ends at once");
  }

  void tick() {
    if (shows_progress_) output_.tick({input_count_.total(), feed_.current_host()});
  }

  const Options& options_;
  bool folder_;
  RecordOptions record_options_;
  std::shared_ptr<RecordStore> records_;
  bool shows_progress_;
  Interrupt interrupt_;
  std::atomic<bool> interrupted_ = false;
  OrderedOutput output_;
  InputCount input_count_;
  PageFeed feed_;
};

}  // namespace

int extract_all(const Options& options) {
  if (const auto error = prepare_folders(options.fetch)) return cannot_begin(*error);
  auto destinations = open_destinations(options);
  if (!destinations) return cannot_begin(destinations.error());
  return Batch(options, std::move(*destinations)).run();
}

}  // namespace klartext
