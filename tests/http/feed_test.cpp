// The feed with addresses in it: order of numbers, bounded running ahead, nobody waits for a slow one.
#include "input/feed.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "http/raw_server.h"
#include "http/test_server.h"
#include "input/temporary_folder.h"

namespace klartext {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

FeedOptions quick() {
  FeedOptions options;
  options.fetch.timeout_seconds = 5;
  options.fetch.retries = 0;
  return options;
}

std::string outcome(Task& task) {
  const auto item = task.pages->next();
  return item->page.ok() ? "page" : std::string(code_name(item->page.error().code));
}

TEST(PageFeed, GivesEveryInputOnceWithItsNumber) {
  TestServer server;
  server.page("/a", kPage);
  server.start();
  const TemporaryFolder folder;
  const auto file = folder.write("page.html", kPage);
  std::vector<std::string> inputs;
  for (int i = 0; i < 60; ++i) {
    inputs.push_back(i % 3 == 0 ? file : i % 3 == 1 ? server.url("/a") : server.url("/none"));
  }
  PageFeed feed(InputStream({.arguments = inputs, .lists = {}}), quick());
  std::map<std::uint64_t, std::string> seen;
  std::mutex mutex;
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i) {
    workers.emplace_back([&] {
      while (auto task = feed.next()) {
        const auto text = task->input.name + " " + outcome(*task);
        const std::lock_guard lock(mutex);
        EXPECT_TRUE(seen.emplace(task->number, text).second);
      }
    });
  }
  for (auto& worker : workers) worker.join();
  ASSERT_EQ(seen.size(), inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    EXPECT_EQ(seen[i], inputs[i] + (i % 3 == 2 ? " http_status" : " page"));
  }
}

TEST(PageFeed, LetsFilesPassASlowServer) {
  const RawServer silent([](int connection) { RawServer::stall(connection); });
  const TemporaryFolder folder;
  const auto file = folder.write("page.html", kPage);
  FeedOptions options = quick();
  options.fetch.timeout_seconds = 4;
  PageFeed feed(InputStream({.arguments = {silent.url(), file, file}, .lists = {}}), options);
  const auto before = Clock::now();
  EXPECT_EQ(feed.next()->number, 1U);
  EXPECT_EQ(feed.next()->number, 2U);
  EXPECT_LT(Clock::now() - before, 3900ms);
  auto last = feed.next();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->number, 0U);
  EXPECT_EQ(outcome(*last), "timeout");
  EXPECT_FALSE(feed.next());
}

TEST(PageFeed, RunsNoFurtherAheadThanItsWindow) {
  const RawServer silent([](int connection) { RawServer::stall(connection); });
  const TemporaryFolder folder;
  const auto file = folder.write("page.html", kPage);
  std::vector<std::string> inputs(20, file);
  inputs.front() = silent.url();
  FeedOptions options = quick();
  options.window = 5;
  options.fetch.timeout_seconds = 2;
  PageFeed feed(InputStream({.arguments = inputs, .lists = {}}), options);
  std::vector<std::uint64_t> numbers;
  for (int i = 0; i < 5; ++i) numbers.push_back(feed.next()->number);
  EXPECT_EQ(numbers, (std::vector<std::uint64_t>{1, 2, 3, 4, 0}));
  feed.finished(4);
  EXPECT_EQ(feed.next()->number, 5U);
}

TEST(PageFeed, DoesNotWaitForMoreOfAListWhenPagesAreReady) {
  TestServer server;
  server.page("/a", kPage);
  server.start();
  const TemporaryFolder folder;
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const std::string line = server.url("/a") + "\n";
  ASSERT_EQ(write(ends[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
  PageFeed feed(InputStream({.arguments = {}, .lists = {"/dev/fd/" + std::to_string(ends[0])}}), quick());
  auto task = feed.next();  // the list is still open
  ASSERT_TRUE(task);
  EXPECT_EQ(outcome(*task), "page");
  std::thread stopper([&] {
    std::this_thread::sleep_for(50ms);
    feed.stop();
  });
  EXPECT_FALSE(feed.next());
  stopper.join();
  close(ends[0]);
  close(ends[1]);
}

TEST(PageFeed, CanBeStoppedWhileItWaitsForAListOfFiles) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  PageFeed feed(InputStream({.arguments = {}, .lists = {"/dev/fd/" + std::to_string(ends[0])}}), quick());
  std::thread stopper([&] {
    std::this_thread::sleep_for(50ms);
    feed.stop();
  });
  EXPECT_FALSE(feed.next());
  stopper.join();
  close(ends[0]);
  close(ends[1]);
}

TEST(PageFeed, DoesNotReadWhatIsRecalled) {
  const TemporaryFolder folder;
  const std::string page = folder.write("a.html", kPage);
  FeedOptions options = quick();
  std::vector<std::string> asked;
  options.recall = [&](const Input& input) -> std::optional<std::uint64_t> {
    asked.push_back(input.name);
    return input.name == page ? std::nullopt : std::optional<std::uint64_t>(asked.size());
  };
  const std::vector<std::string> inputs = {"http://127.0.0.1:1/never-asked", page, "http://127.0.0.1:1/neither"};
  PageFeed feed(InputStream({.arguments = inputs, .lists = {}}), options);
  std::vector<std::optional<std::uint64_t>> recalled;
  while (auto task = feed.next()) {
    EXPECT_EQ(task->pages == nullptr, task->recalled.has_value());
    recalled.push_back(task->recalled);
  }
  EXPECT_EQ(asked, inputs);
  EXPECT_EQ(recalled, (std::vector<std::optional<std::uint64_t>>{1, std::nullopt, 3}));
}

}  // namespace
}  // namespace klartext
