// How fast is it? Every stage over the same pages, in one thread, from bytes in memory.
//
//   klartext_bench [BENCHMARK OPTIONS] [FOLDER...]      default: tests/pages
//
// The yardstick is bare gumbo_parse of the untouched page. Its ratios to the stages are what is printed, with what of
// the pipeline comes after the parser and how often a page asks for memory; unlike seconds these mean the same on every
// machine. Others who use the machine can only slow a run down: so all stages take turns, several times in random
// order, and the fastest run of each counts.
//
// A stage that runs by itself, page after page, finds its code and its branches in the processor's caches; in the
// pipeline it does not. What the parser and all before it take of the pipeline is therefore measured after another page
// has gone the whole way.
#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <new>
#include <string>
#include <vector>

#include "bench/pages.h"
#include "html/arena.h"
#include "html/document.h"
#include "html/prune.h"
#include "input/charset.h"
#include "klartext/klartext.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* memory = std::malloc(bytes)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*bytes*/) noexcept { std::free(memory); }

namespace {

struct Page {
  klartext::LoadedPage loaded;
  std::string utf8;
  std::string skeleton;
};

std::vector<Page> load(std::vector<std::string> folders) {
  std::vector<Page> pages;
  klartext::for_each_page(std::move(folders), [&pages](klartext::LoadedPage&& loaded) {
    std::string utf8 = klartext::to_utf8(loaded.bytes, loaded.source.content_type);
    const auto pruned = klartext::prune(utf8);
    if (pruned) pages.push_back({std::move(loaded), std::move(utf8), std::string(pruned->skeleton.markup.view())});
  });
  return pages;
}

std::size_t total_bytes(const std::vector<Page>& pages) {
  std::size_t bytes = 0;
  for (const Page& page : pages) bytes += page.loaded.bytes.size();
  return bytes;
}

void bare_gumbo(const Page& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.utf8.data(), page.utf8.size());
  benchmark::DoNotOptimize(output);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

void charset(const Page& page) { benchmark::DoNotOptimize(klartext::Utf8Page(page.loaded.bytes)); }
void prune(const Page& page) { benchmark::DoNotOptimize(klartext::prune(page.utf8)); }

void* allocate(void* arena, std::size_t bytes) { return static_cast<klartext::Arena*>(arena)->allocate(bytes); }
void keep(void* /*arena*/, void* /*memory*/) {}

void parse_skeleton(const Page& page) {
  const klartext::ArenaLoan arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = arena.get();
  options.max_errors = 0;
  benchmark::DoNotOptimize(gumbo_parse_with_options(&options, page.skeleton.data(), page.skeleton.size()));
}

void to_parser(const Page& page) {
  charset(page);
  prune(page);
  parse_skeleton(page);
}

void document(const Page& page) { benchmark::DoNotOptimize(klartext::Document::parse(page.utf8)); }

void pipeline(const Page& page) {
  const auto article = klartext::extract(page.loaded.bytes, page.loaded.source);
  if (article) benchmark::DoNotOptimize(klartext::serialize(*article));
}

struct Stage {
  const char* name;
  void (*run)(const Page& page);
  void (*between)(const Page& page) = nullptr;  ///< done with another page before each run, and not counted
};

constexpr Stage kYardstick = {"gumbo_parse of the untouched page", bare_gumbo};
constexpr Stage kPipeline = {"pipeline (bytes to JSON)", pipeline};
constexpr Stage kToParser = {"bytes to parser, after a pipeline", to_parser, pipeline};
constexpr Stage kStages[] = {
    kYardstick,
    {"charset", charset},
    {"prune", prune},
    {"gumbo_parse of the skeleton", parse_skeleton},
    {"document (prune, parse, index)", document},
    kToParser,
    kPipeline,
};

/// Remembers the throughput of each stage's fastest run.
class Ratios : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& /*context*/) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const auto rate = run.counters.find("bytes_per_second");
      if (run.run_type != Run::RT_Iteration || rate == run.counters.end()) continue;
      double& fastest = rates_[run.run_name.function_name];
      fastest = std::max(fastest, rate->second.value);
    }
  }

  void print() const {
    const double yardstick = rate(kYardstick);
    std::puts(yardstick == 0 ? "stage" : "stage, throughput as a multiple of gumbo_parse:");
    for (const Stage& stage : kStages) {
      if (rate(stage) == 0) continue;
      std::printf("  %-36s", stage.name);
      if (yardstick != 0) std::printf(" %7.2f", rate(stage) / yardstick);
      std::printf("  (%.2f ns a byte)\n", 1e9 / rate(stage));
    }
    if (rate(kToParser) == 0 || rate(kPipeline) == 0) return;
    std::printf("behind the parser: %.0f%% of the pipeline\n", 100 * (1 - rate(kPipeline) / rate(kToParser)));
  }

 private:
  /// 0 for a stage that was not run.
  [[nodiscard]] double rate(const Stage& stage) const {
    const auto found = rates_.find(stage.name);
    return found == rates_.end() ? 0 : found->second;
  }

  std::map<std::string, double> rates_;
};

char repetitions[] = "--benchmark_repetitions=7";
char in_turns[] = "--benchmark_enable_random_interleaving=true";
char* const kDefaults[] = {repetitions, in_turns};

/// Seconds that the stage takes for all pages.
double run(const Stage& stage, const std::vector<Page>& pages) {
  using Clock = std::chrono::steady_clock;
  Clock::duration sum{};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (stage.between != nullptr) stage.between(pages[(i + pages.size() / 2) % pages.size()]);
    const auto begin = Clock::now();
    stage.run(pages[i]);
    sum += Clock::now() - begin;
  }
  return std::chrono::duration<double>(sum).count();
}

void add(const Stage& stage, const std::vector<Page>& pages) {
  const auto bytes = static_cast<int64_t>(total_bytes(pages));
  benchmark::RegisterBenchmark(stage.name,
                               [&stage, &pages, bytes](benchmark::State& state) {
                                 for (auto _ : state) state.SetIterationTime(run(stage, pages));
                                 state.SetBytesProcessed(state.iterations() * bytes);
                               })
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<char*> arguments(argv, argv + argc);
  arguments.insert(arguments.begin() + 1, std::begin(kDefaults), std::end(kDefaults));  // what follows overrides them
  argc = static_cast<int>(arguments.size());
  benchmark::Initialize(&argc, arguments.data());
  std::vector<std::string> folders(arguments.begin() + 1, arguments.begin() + argc);
  if (folders.empty()) folders.emplace_back("tests/pages");
  const std::vector<Page> pages = load(std::move(folders));
  if (pages.empty()) {
    std::fputs("klartext_bench: no pages there\n", stderr);
    return 1;
  }
  std::printf("%zu pages, %zu bytes in the mean\n", pages.size(), total_bytes(pages) / pages.size());
  for (const Stage& stage : kStages) add(stage, pages);
  const std::size_t allocations_before = allocations;
  for (const Page& page : pages) pipeline(page);
  std::printf("%zu allocations a page\n", (allocations - allocations_before) / pages.size());
  Ratios reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  reporter.print();
}
