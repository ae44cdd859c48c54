// Many addresses at once: turns, robots.txt, cache, archive.
#include "input/fetcher.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "http/fetch_many.h"
#include "http/raw_server.h"
#include "http/test_server.h"
#include "input/pages.h"
#include "input/temporary_folder.h"
#include "input/warc_rescue.h"

namespace klartext {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

using Outcomes = std::vector<std::string>;

FetchOptions quick() {
  FetchOptions options;
  options.timeout_seconds = 10;
  options.first_retry_seconds = 0.05;
  return options;
}

/// Counts how many requests are being answered at once.
class Gauge {
 public:
  void enter() {
    const int now = ++current_;
    int seen = highest_;
    while (now > seen && !highest_.compare_exchange_weak(seen, now)) {
    }
  }
  void leave() { --current_; }
  [[nodiscard]] int highest() const { return highest_; }

 private:
  std::atomic<int> current_ = 0;
  std::atomic<int> highest_ = 0;
};

void slow_pages(TestServer& server, Gauge& gauge, std::chrono::milliseconds time) {
  server.routes().Get(R"(/slow/(\d+))", [&gauge, time](const auto&, auto& response) {
    gauge.enter();
    std::this_thread::sleep_for(time);
    gauge.leave();
    response.set_content(kPage, "text/html");
  });
}

std::vector<std::string> numbered(const TestServer& server, const std::string& path, int count) {
  std::vector<std::string> urls;
  for (int i = 0; i < count; ++i) urls.push_back(server.url(path + std::to_string(i)));
  return urls;
}

TEST(Fetcher, AsksAHostOnlySoOftenAtOnce) {
  TestServer server;
  Gauge gauge;
  slow_pages(server, gauge, 20ms);
  server.start();
  FetchOptions options = quick();
  options.max_per_host = 3;
  EXPECT_EQ(fetch_all(numbered(server, "/slow/", 30), options), Outcomes(30, "page"));
  EXPECT_EQ(gauge.highest(), 3);
}

TEST(Fetcher, FetchesFiveHundredAtOnce) {
  TestServer server(500);
  Gauge gauge;
  slow_pages(server, gauge, 5ms);
  server.start();
  FetchOptions options = quick();
  options.max_per_host = 500;
  options.max_connections = 500;
  EXPECT_EQ(fetch_all(numbered(server, "/slow/", 500), options), Outcomes(500, "page"));
  EXPECT_GT(gauge.highest(), 10);
}

TEST(Fetcher, ReusesConnections) {
  std::atomic<int> requests = 0;
  const RawServer server([&](int connection) {
    const std::string answer =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + std::to_string(kPage.size()) + "\r\n\r\n" +
        kPage;
    std::string buffer(65536, '\0');
    do {
      ++requests;
      RawServer::send_text(connection, answer);
    } while (recv(connection, buffer.data(), buffer.size(), 0) > 0);
  });
  std::vector<std::string> urls;
  for (int i = 0; i < 40; ++i) urls.push_back(server.url("/" + std::to_string(i)));
  EXPECT_EQ(fetch_all(urls, quick(), false), Outcomes(40, "page"));
  EXPECT_EQ(requests, 40);
  EXPECT_LE(server.connections(), 2);
}

TEST(Fetcher, PausesBetweenRequestsToAHost) {
  TestServer server;
  Gauge gauge;
  slow_pages(server, gauge, 0ms);
  server.start();
  FetchOptions options = quick();
  options.delay_seconds = 0.1;
  const auto before = Clock::now();
  EXPECT_EQ(fetch_all(numbered(server, "/slow/", 5), options, false), Outcomes(5, "page"));
  EXPECT_GE(Clock::now() - before, 400ms);
}

TEST(Fetcher, DoesNotLetOneSlowServerStopTheOthers) {
  const RawServer silent([](int connection) { RawServer::stall(connection); });
  TestServer server;
  server.page("/a", kPage);
  server.start();
  FetchOptions options = quick();
  options.timeout_seconds = 4;
  options.retries = 0;
  std::atomic<bool> arrived = false;
  Fetcher fetcher(options);
  fetcher.submit(silent.url(), false, [](const auto&) {});
  fetcher.submit("http://localhost:" + std::to_string(server.port()) + "/a", false,
                 [&](const auto& page) { arrived = page.ok(); });
  const auto before = Clock::now();
  while (!arrived && Clock::now() - before < 3900ms) std::this_thread::sleep_for(5ms);
  EXPECT_TRUE(arrived);
}

TEST(Fetcher, DropsWhatIsUnderWayWhenItEnds) {
  const RawServer silent([](int connection) { RawServer::stall(connection); });
  std::atomic<bool> called = false;
  const auto before = Clock::now();
  {
    Fetcher fetcher(quick());
    fetcher.submit(silent.url(), false, [&](const auto&) { called = true; });
    while (fetcher.current_host().empty() && Clock::now() - before < 2s) {
      fetcher.submit("x", false, [](const auto&) {});
      std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(fetcher.current_host(), "127.0.0.1");
  }
  EXPECT_FALSE(called);
  EXPECT_LT(Clock::now() - before, 8s);
}

TEST(Fetcher, ObeysRobotsInLists) {
  TestServer server;
  server.page("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 0.01\n", "text/plain");
  server.page("/public", kPage);
  server.page("/private", kPage);
  server.redirect("/to-private", "/private");
  server.start();
  const std::vector<std::string> urls = {server.url("/public"), server.url("/private"), server.url("/to-private")};
  EXPECT_EQ(fetch_all(urls, quick()), (Outcomes{"page", "blocked", "blocked"}));
  EXPECT_EQ(server.hits("/private"), 0);
  EXPECT_EQ(server.hits("/robots.txt"), 1);
  EXPECT_EQ(fetch_all(urls, quick(), false), (Outcomes{"page", "page", "page"}));
  EXPECT_EQ(server.hits("/robots.txt"), 1);
  FetchOptions options = quick();
  options.robots = Robots::ignore;
  EXPECT_EQ(fetch_all(urls, options), (Outcomes{"page", "page", "page"}));
  options.robots = Robots::obey;
  EXPECT_EQ(fetch_all(urls, options, false), (Outcomes{"page", "blocked", "blocked"}));
}

TEST(Fetcher, ReadsTheAbsenceOfRobotsAsTheStandardSays) {
  TestServer without;
  without.page("/a", kPage);
  without.start();
  EXPECT_EQ(fetch_all({without.url("/a")}, quick()), Outcomes{"page"});
  TestServer failing;
  failing.page("/a", kPage);
  failing.routes().Get("/robots.txt", [](const auto&, auto& response) { response.status = 500; });
  failing.start();
  EXPECT_EQ(fetch_all({failing.url("/a")}, quick()), Outcomes{"blocked"});
  EXPECT_EQ(failing.hits("/robots.txt"), 3);
  EXPECT_EQ(failing.hits("/a"), 0);
  TestServer moved;
  moved.page("/a", kPage);
  moved.redirect("/robots.txt", "/elsewhere");
  moved.page("/elsewhere", "User-agent: klartext\nDisallow: /\n", "text/plain");
  moved.start();
  EXPECT_EQ(fetch_all({moved.url("/a")}, quick()), Outcomes{"blocked"});
  EXPECT_EQ(fetch_all({"http://127.0.0.1:1/a"}, quick()), Outcomes{"network"});
}

TEST(Fetcher, AsksOnlyForWhatChanged) {
  TestServer server;
  std::atomic<int> full = 0;
  std::atomic<int> confirmed = 0;
  server.routes().Get("/tagged", [&](const auto& request, auto& response) {
    response.set_header("ETag", "\"7\"");
    if (request.get_header_value("If-None-Match") == "\"7\"") {
      ++confirmed;
      response.status = 304;
      return;
    }
    ++full;
    response.set_content(kPage, "text/html; charset=utf-8");
  });
  server.routes().Get("/fresh", [&](const auto&, auto& response) {
    response.set_header("Cache-Control", "max-age=3600");
    response.set_content(kPage, "text/html");
  });
  server.routes().Get("/moved", [&](const auto&, auto& response) {
    response.set_header("Cache-Control", "max-age=3600");
    response.set_redirect("/fresh", 301);
  });
  server.routes().Get("/private", [&](const auto&, auto& response) {
    response.set_header("Cache-Control", "no-store");
    response.set_content(kPage, "text/html");
  });
  server.start();
  const TemporaryFolder folder;
  FetchOptions options = quick();
  options.cache_directory = folder.path("cache");
  for (int run = 0; run < 3; ++run) {
    for (const auto* path : {"/tagged", "/fresh", "/moved", "/private"}) {
      const auto page = fetch(server.url(path), options);
      ASSERT_TRUE(page.ok()) << path << page.error().message;
      EXPECT_EQ(page->bytes, kPage) << path;
      EXPECT_EQ(page->status, 200);
    }
  }
  EXPECT_EQ(full, 1);
  EXPECT_EQ(confirmed, 2);
  EXPECT_EQ(server.hits("/fresh"), 1);
  EXPECT_EQ(server.hits("/moved"), 1);
  EXPECT_EQ(server.hits("/private"), 3);
  EXPECT_EQ(fetch(server.url("/tagged"), options)->content_type, "text/html; charset=utf-8");
  options.cache_directory = folder.write("file", "x");
  EXPECT_EQ(fetch(server.url("/fresh"), options).error().code, ErrorCode::unreadable);
}

/// Addresses and bytes of all pages in the archives of a folder.
std::map<std::string, std::string> archived_pages(const std::string& folder) {
  std::map<std::string, std::string> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    Input input;
    input.name = entry.path().string();
    EXPECT_TRUE(input.name.ends_with(".warc.gz")) << input.name;
    const auto stream = open_pages(input);
    while (auto item = stream->next()) {
      EXPECT_TRUE(item->page.ok()) << item->page.error().message;
      pages[item->name] = item->page->bytes;
    }
  }
  return pages;
}

TEST(Fetcher, KeepsWhatItFetchedInAnArchive) {
  TestServer server;
  std::string long_page = kPage;
  for (int i = 0; i < 500; ++i) long_page += "<p>Noch ein Absatz.</p>";
  server.page("/packed", long_page);  // the server packs it with brotli
  server.redirect("/moved", "/packed");
  server.routes().Get("/chunked", [](const auto&, auto& response) {
    response.set_chunked_content_provider("application/octet-stream", [](std::size_t offset, httplib::DataSink& sink) {
      if (offset >= kPage.size()) {
        sink.done();
        return true;
      }
      return sink.write(kPage.data(), kPage.size());
    });
  });
  server.start();
  const TemporaryFolder folder;
  FetchOptions options = quick();
  options.archive_directory = folder.path("archive");
  EXPECT_EQ(fetch_all({server.url("/moved"), server.url("/chunked"), server.url("/gone")}, options),
            (Outcomes{"page", "page", "http_status"}));
  const std::map<std::string, std::string> expected = {{server.url("/packed"), long_page},
                                                       {server.url("/chunked"), kPage}};
  EXPECT_EQ(archived_pages(folder.path("archive")), expected);
}

TEST(Fetcher, KeepsWhatTheCacheGivesInAnArchiveToo) {
  TestServer server;
  std::string long_page = kPage;
  for (int i = 0; i < 500; ++i) long_page += "<p>Noch ein Absatz.</p>";
  server.routes().Get("/fresh", [&](const auto&, auto& response) {
    response.set_header("Cache-Control", "max-age=3600");
    response.set_content(long_page, "text/html");  // packed with brotli
  });
  server.routes().Get("/tagged", [&](const auto& request, auto& response) {
    response.set_header("ETag", "\"7\"");
    response.set_content(long_page, "text/html");
    if (request.get_header_value("If-None-Match") == "\"7\"") response.status = 304;
  });
  server.start();
  const TemporaryFolder folder;
  FetchOptions options = quick();
  options.cache_directory = folder.path("cache");
  const std::vector<std::string> urls = {server.url("/fresh"), server.url("/tagged")};
  EXPECT_EQ(fetch_all(urls, options, false), (Outcomes{"page", "page"}));
  options.archive_directory = folder.path("archive");
  EXPECT_EQ(fetch_all(urls, options, false), (Outcomes{"page", "page"}));
  EXPECT_EQ(server.hits("/fresh"), 1);
  const std::map<std::string, std::string> expected = {{urls[0], long_page}, {urls[1], long_page}};
  EXPECT_EQ(archived_pages(folder.path("archive")), expected);
}

TEST(Fetcher, CompletesTheArchiveThatAKilledRunLeft) {
  TestServer server;
  server.page("/a", kPage);
  server.page("/b", kPage);
  server.start();
  const TemporaryFolder folder;
  FetchOptions options = quick();
  options.archive_directory = folder.path("archive");
  const auto file_in_archive = [&] {
    return std::filesystem::directory_iterator(folder.path("archive"))->path().string();
  };
  {
    Fetcher fetcher(options);
    std::atomic<int> done = 0;
    for (const auto* path : {"/a", "/b"}) fetcher.submit(server.url(path), false, [&](const auto&) { ++done; });
    while (done < 2) std::this_thread::sleep_for(1ms);
    const std::string growing = file_in_archive();
    ASSERT_TRUE(growing.ends_with(".warc.gz.open"));
    complete_left_archives(folder.path("archive"));
    EXPECT_TRUE(std::filesystem::exists(growing)) << "a run still writes it";
    std::filesystem::copy_file(growing, folder.path("klartext-1.warc.gz.open"));
  }
  std::filesystem::remove_all(folder.path("archive"));
  std::filesystem::create_directory(folder.path("archive"));
  const auto left = folder.path("klartext-1.warc.gz.open");
  const auto size = std::filesystem::file_size(left);
  for (const std::size_t lost : {std::size_t{0}, std::size_t{10}}) {
    const auto name = "klartext-" + std::to_string(lost) + ".warc.gz";
    std::filesystem::copy_file(left, options.archive_directory + "/" + name + ".open");
    std::filesystem::resize_file(options.archive_directory + "/" + name + ".open", size - lost);
  }
  std::ofstream(options.archive_directory + "/klartext-empty.warc.gz.open") << "\x1F\x8B";
  EXPECT_TRUE(fetch(server.url("/a"), options).ok());  // archived_pages() finds no damage and nothing left open
  EXPECT_EQ(archived_pages(options.archive_directory).size(), 2U);
  EXPECT_FALSE(std::filesystem::exists(options.archive_directory + "/klartext-empty.warc.gz"));
  EXPECT_EQ(std::filesystem::file_size(options.archive_directory + "/klartext-0.warc.gz"), size);
  EXPECT_LT(std::filesystem::file_size(options.archive_directory + "/klartext-10.warc.gz"), size - 10);
}

}  // namespace
}  // namespace klartext
