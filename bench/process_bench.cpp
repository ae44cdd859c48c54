// What does the program cost beside its work? Whole processes over files, as its users start it.
//
//   klartext_process_bench PROGRAM [FOLDER...]      default: tests/pages
//
// The pages are unpacked into files of a folder of their own, so that both sides read the same bytes. Yardstick is the
// library over the same pages in memory, in this process and one thread. All runs take turns; the fastest of each
// counts.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "bench/pages.h"
#include "klartext/klartext.h"

namespace {

constexpr int kTurns = 7;
constexpr double kMegabyte = 1024.0 * 1024.0;

/// A folder that goes with its owner.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "klartext-bench-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  /// Empty if there is no room for one.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Cost {
  double milliseconds = 0;
  double megabytes = 0;  ///< resident at most
};

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Runs the program to its end, its output thrown away; without the program there is nothing to measure.
Cost run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failed = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  rusage usage{};
  int status = 0;
  if (failed != 0 || wait4(child, &status, 0, &usage) != child) {
    std::fprintf(stderr, "klartext_process_bench: cannot run %s\n", arguments[0]);
    std::exit(1);
  }
  return {milliseconds_since(begin), static_cast<double>(usage.ru_maxrss) * 1024 / kMegabyte};
}

struct Process {
  std::vector<std::string> command;
  Cost cost;
};

double extract_all(const std::vector<std::string>& pages) {
  const auto begin = std::chrono::steady_clock::now();
  std::size_t bytes = 0;
  for (const auto& page : pages) {
    if (const auto article = klartext::extract(page, {})) bytes += klartext::serialize(*article).size();
  }
  const double milliseconds = milliseconds_since(begin);
  return bytes == 0 ? 0 : milliseconds;
}

/// A kilobyte of article.
std::string small_page() {
  std::string page = "<!DOCTYPE html><title>Ein neuer Steg</title><h1>Ein neuer Steg</h1>";
  while (page.size() < 950) page += "<p>Die Stadt baut am Hafen einen neuen Steg, der im Mai fertig sein soll.</p>";
  return page;
}

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> read_all(const std::filesystem::path& folder) {
  std::vector<std::string> texts;
  for (const auto& file : std::filesystem::directory_iterator(folder)) texts.push_back(read(file.path()));
  return texts;
}

/// The pages as files of `folder`; returns the size of the largest.
std::size_t unpack(std::vector<std::string> paths, const std::filesystem::path& folder) {
  std::size_t largest = 0;
  std::size_t number = 0;
  klartext::for_each_page(std::move(paths), [&](const klartext::LoadedPage& page) {
    write(folder / (std::to_string(++number) + ".html"), page.bytes);
    largest = std::max(largest, page.bytes.size());
  });
  return largest;
}

}  // namespace

int main(int argc, char** argv) {
  const ScratchFolder scratch;
  if (argc < 2 || scratch.path().empty()) {
    std::fputs("usage: klartext_process_bench PROGRAM [FOLDER...]\n", stderr);
    return 2;
  }
  const std::string program = argv[1];
  std::vector<std::string> paths(argv + 2, argv + argc);
  std::erase_if(paths, [](const std::string& path) { return path.starts_with("--"); });  // options of klartext_bench
  if (paths.empty()) paths.emplace_back("tests/pages");
  const auto folder = scratch.path() / "pages";
  const auto small = scratch.path() / "small.html";
  std::filesystem::create_directory(folder);
  write(small, small_page());
  const double largest = static_cast<double>(unpack(std::move(paths), folder)) / kMegabyte;

  std::array processes = {
      Process{{program, "-q", "--jobs", "1", folder}, {}},
      Process{{program, "-q", "--jobs", "2", folder}, {}},
      Process{{program, "--version"}, {}},
      Process{{program, "-q", small}, {}},
  };
  auto& [one_job, two_jobs, version, one_small] = processes;
  // A child counts the memory of its parent until it is the program itself: the parent must still be small.
  for (Process& process : processes) process.cost = run(process.command);
  const std::array memory = {one_job.cost.megabytes, two_jobs.cost.megabytes};

  const std::vector<std::string> pages = read_all(folder);
  double in_memory = extract_all(pages);
  double small_in_memory = extract_all({small_page()});
  for (int turn = 1; turn < kTurns; ++turn) {
    for (Process& process : processes) {
      process.cost.milliseconds = std::min(process.cost.milliseconds, run(process.command).milliseconds);
    }
    in_memory = std::min(in_memory, extract_all(pages));
    small_in_memory = std::min(small_in_memory, extract_all({small_page()}));
  }
  std::printf("%zu files, the largest of %.1f MB\n", pages.size(), largest);
  std::printf("--jobs 1 over files: %.2f of the throughput in memory\n", in_memory / one_job.cost.milliseconds);
  std::printf("--jobs 2 over files: %.2f times --jobs 1\n", one_job.cost.milliseconds / two_jobs.cost.milliseconds);
  std::printf("--version: %.1f ms; a page of 1 kB: %.1f ms more than its work\n", version.cost.milliseconds,
              one_small.cost.milliseconds - small_in_memory);
  for (const int jobs : {1, 2}) {
    std::printf("memory with --jobs %d: %.1f MB (24 MB and 12 times the largest page a job: %.1f MB)\n", jobs,
                memory[static_cast<std::size_t>(jobs - 1)], 24 + 12 * largest * jobs);
  }
}
