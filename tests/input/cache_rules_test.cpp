// When a stored answer is fresh, by RFC 9111.
#include "input/cache_rules.h"

#include <gtest/gtest.h>

#include <set>

#include "input/http_cache.h"
#include "input/temporary_folder.h"

namespace klartext {
namespace {

/// Sun, 01 Mar 2026 12:00:00 GMT.
constexpr Timestamp kNoon = 1772366400;

Answer answer_with(const std::string& fields, int status = 200) {
  Answer answer;
  answer.url = "https://a.example/1";
  answer.status = status;
  answer.header_block = "HTTP/1.1 " + std::to_string(status) + " OK\r\n" + fields + "\r\n";
  answer.fields = HeaderFields(answer.header_block);
  answer.body = "<p>Text";
  return answer;
}

StoredAnswer stored_at_noon(const std::string& fields) { return {answer_with(fields), kNoon, kNoon, "v"}; }

TEST(HeaderFields, StayOnOneLine) {
  EXPECT_EQ(HeaderFields("ETag: a\rX-Y: b\r\n c\rd\n").find("etag"), "a X-Y: b c d");
}

TEST(HeaderFields, HaveNames) { EXPECT_TRUE(HeaderFields("\u00A0: a\r\n").all().empty()); }

TEST(HttpTime, ReadsDatesAndSeconds) {
  EXPECT_EQ(parse_http_date("Sun, 01 Mar 2026 12:00:00 GMT"), kNoon);
  EXPECT_EQ(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777);
  EXPECT_EQ(parse_http_date("0"), std::nullopt);
  EXPECT_EQ(parse_http_date("-1"), std::nullopt);
  EXPECT_EQ(parse_http_date(""), std::nullopt);
  EXPECT_EQ(parse_seconds("120"), 120);
  EXPECT_EQ(parse_seconds("99999999999999999999"), 2147483648);
  EXPECT_EQ(parse_seconds("-1"), std::nullopt);
  EXPECT_EQ(parse_seconds("1.5"), std::nullopt);
  EXPECT_EQ(parse_seconds(""), std::nullopt);
  EXPECT_EQ(iso_timestamp(kNoon), "2026-03-01T12:00:00Z");
  EXPECT_EQ(iso_day(kNoon), "2026-03-01");
}

struct FreshCase {
  std::string fields;
  Timestamp seconds;  ///< for how long it is fresh; 0: never
};

const std::string kDate = "Date: Sun, 01 Mar 2026 12:00:00 GMT\r\n";

TEST(IsFresh, CountsFromWhatTheServerSaid) {
  const std::vector<FreshCase> cases = {
      {kDate, 0},
      {kDate + "Cache-Control: max-age=60\r\n", 60},
      {kDate + "Cache-Control: public, max-age=\"60\"\r\n", 60},
      {kDate + "cache-control: Max-Age=60, s-maxage=600\r\n", 60},
      {kDate + "Cache-Control: private\r\nCache-Control: max-age=60\r\n", 60},
      {kDate + "Cache-Control: max-age=60, no-cache\r\n", 0},
      {kDate + "Cache-Control: max-age=60\r\nAge: 20\r\n", 40},
      {kDate + "Cache-Control: max-age=60\r\nAge: 80\r\n", 0},
      {"Date: Sun, 01 Mar 2026 11:59:30 GMT\r\nCache-Control: max-age=60\r\n", 30},
      {"Cache-Control: max-age=60\r\n", 60},
      {kDate + "Expires: Sun, 01 Mar 2026 12:10:00 GMT\r\n", 600},
      {kDate + "Expires: Sun, 01 Mar 2026 12:10:00 GMT\r\nCache-Control: max-age=60\r\n", 60},
      {kDate + "Expires: 0\r\n", 0},
      {kDate + "Expires: -1\r\nLast-Modified: Sun, 01 Mar 2026 02:00:00 GMT\r\n", 0},
      {kDate + "Last-Modified: Sun, 01 Mar 2026 02:00:00 GMT\r\n", 3600},
      {kDate + "Last-Modified: Sun, 01 Mar 2020 02:00:00 GMT\r\n", 86400},
      {kDate + "Last-Modified: Mon, 02 Mar 2026 02:00:00 GMT\r\n", 0},
      {kDate + "Cache-Control: max-age=x\r\n", 0},
  };
  for (const auto& c : cases) {
    const auto stored = stored_at_noon(c.fields);
    if (c.seconds > 0) EXPECT_TRUE(is_fresh(stored, kNoon + c.seconds - 1)) << c.fields;
    EXPECT_FALSE(is_fresh(stored, kNoon + c.seconds)) << c.fields;
    EXPECT_FALSE(is_fresh(stored, kNoon - 10)) << c.fields;
  }
}

struct StoreCase {
  int status;
  std::string fields;
  bool stored;
};

TEST(MayStore, TakesWhatCanBeUsedAgain) {
  const std::vector<StoreCase> cases = {
      {200, "ETag: \"x\"\r\n", true},
      {200, "Last-Modified: Sun, 01 Mar 2026 02:00:00 GMT\r\n", true},
      {200, "Cache-Control: max-age=5\r\n", true},
      {200, "", false},
      {200, "ETag: \"x\"\r\nCache-Control: no-store\r\n", false},
      {200, "ETag: \"x\"\r\nCache-Control: no-cache, private\r\n", true},
      {200, "ETag: \"x\"\r\nVary: *\r\n", false},
      {200, "ETag: \"x\"\r\nVary: Accept-Encoding\r\n", true},
      {301, "Cache-Control: max-age=5\r\n", true},
      {302, "Cache-Control: max-age=5\r\n", false},
      {206, "ETag: \"x\"\r\n", false},
      {304, "ETag: \"x\"\r\n", false},
      {404, "Cache-Control: max-age=5\r\n", false},
      {500, "Cache-Control: max-age=5\r\n", false},
  };
  for (const auto& c : cases)
    EXPECT_EQ(may_store(answer_with(c.fields, c.status), kNoon), c.stored) << c.status << c.fields;
}

TEST(FitsRequest, ComparesHeadersOnlyWhereTheyMatter) {
  EXPECT_TRUE(fits_request(stored_at_noon(""), "other"));
  EXPECT_TRUE(fits_request(stored_at_noon("Vary: Cookie\r\n"), "v"));
  EXPECT_FALSE(fits_request(stored_at_noon("Vary: Cookie\r\n"), "other"));
}

TEST(Validation, AsksWithWhatTheServerGave) {
  EXPECT_EQ(validation_headers(answer_with("ETag: W/\"x\"\r\nLast-Modified: Sun, 01 Mar 2026 02:00:00 GMT\r\n")),
            (std::vector<std::string>{"If-None-Match: W/\"x\"", "If-Modified-Since: Sun, 01 Mar 2026 02:00:00 GMT"}));
  EXPECT_TRUE(validation_headers(answer_with("")).empty());
}

TEST(Freshened, TakesNewHeadersButThoseOfTheBody) {
  const auto old = stored_at_noon("Content-Type: text/html\r\nContent-Length: 7\r\nETag: \"1\"\r\nX-Old: a\r\n");
  const auto renewed =
      freshened(old, answer_with("ETag: \"2\"\r\nCache-Control: max-age=60\r\nContent-Length: 0\r\n", 304), kNoon + 100,
                kNoon + 101);
  EXPECT_EQ(renewed.answer.header_block,
            "HTTP/1.1 200 OK\r\nETag: \"2\"\r\nCache-Control: max-age=60\r\nContent-Type: text/html\r\nContent-Length: "
            "7\r\nX-Old: a\r\n\r\n");
  EXPECT_EQ(renewed.answer.status, 200);
  EXPECT_EQ(renewed.answer.body, "<p>Text");
  EXPECT_TRUE(is_fresh(renewed, kNoon + 150));
}

TEST(HttpCache, GivesBackWhatWasStored) {
  const TemporaryFolder folder;
  auto cache = HttpCache::open(folder.path("cache"));
  ASSERT_TRUE(cache.ok());
  auto stored = stored_at_noon("ETag: \"x\"\r\n");
  stored.answer.body = std::string("<p>\0 Text\n\n", 11) + std::string(100'000, 'x');
  stored.answer.redirect_url = "https://a.example/2";
  EXPECT_FALSE(cache->find("https://a.example/1"));
  ASSERT_TRUE(cache->store("https://a.example/1", stored));
  const auto found = cache->find("https://a.example/1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->answer.body, stored.answer.body);
  EXPECT_EQ(found->answer.header_block, stored.answer.header_block);
  EXPECT_EQ(found->answer.status, 200);
  EXPECT_EQ(found->answer.url, "https://a.example/1");
  EXPECT_EQ(found->answer.redirect_url, "https://a.example/2");
  EXPECT_EQ(found->requested, kNoon);
  EXPECT_EQ(found->received, kNoon);
  EXPECT_EQ(found->variant, "v");
  EXPECT_FALSE(cache->find("https://a.example/2"));
  stored.answer.body = "new";
  ASSERT_TRUE(cache->store("https://a.example/1", stored));
  EXPECT_EQ(cache->find("https://a.example/1")->answer.body, "new");
}

TEST(HttpCache, DoesNotBelieveTornFiles) {
  const TemporaryFolder folder;
  auto cache = HttpCache::open(folder.path());
  ASSERT_TRUE(cache.ok());
  ASSERT_TRUE(cache->store("https://a.example/1", stored_at_noon("ETag: \"x\"\r\n")));
  std::filesystem::path file;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (entry.is_regular_file()) file = entry.path();
  }
  const auto size = std::filesystem::file_size(file);
  for (const auto length : {size - 1, size / 2, std::uintmax_t{10}, std::uintmax_t{0}}) {
    std::filesystem::resize_file(file, length);
    EXPECT_FALSE(cache->find("https://a.example/1")) << length;
  }
}

std::uintmax_t bytes_in(const std::string& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

TEST(HttpCache, KeepsBelowItsSize) {
  constexpr std::size_t kSize = std::size_t{256} << 10U;
  constexpr int kPages = 1000;
  const TemporaryFolder folder;
  const auto stored = stored_at_noon("ETag: \"x\"\r\n");
  for (int run = 0; run < 2; ++run) {  // the second finds the folder as the first left it
    auto cache = HttpCache::open(folder.path(), kSize);
    ASSERT_TRUE(cache.ok());
    for (int i = 0; i < kPages; ++i) {
      ASSERT_TRUE(cache->store("https://a.example/" + std::to_string(run * kPages + i), stored));
    }
    EXPECT_TRUE(cache->find("https://a.example/" + std::to_string(run * kPages + kPages - 1)));
    EXPECT_LE(bytes_in(folder.path()), kSize);
    EXPECT_GT(bytes_in(folder.path()), kSize / 2);
  }
}

TEST(CacheBudget, DropsWhatWasNotUsedForLongest) {
  const TemporaryFolder folder;
  const auto now = std::filesystem::file_time_type::clock::now();
  for (int hours = 1; hours <= 5; ++hours) {
    const auto file = folder.write("3f/" + std::to_string(hours), std::string(100, 'x'));
    std::filesystem::last_write_time(file, now - std::chrono::hours(hours));
  }
  CacheBudget budget(folder.path(), std::uint64_t{450} * 256);
  folder.write("3f/new", std::string(10, 'x'));
  budget.stored("3f", 10);  // 510 bytes are too many for this shelf, 80% of 450 may stay
  std::set<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path("3f"))) left.insert(entry.path().filename());
  EXPECT_EQ(left, (std::set<std::string>{"1", "2", "3", "new"}));
}

TEST(HttpCache, MarksWhatItFindsAsUsed) {
  const TemporaryFolder folder;
  auto cache = HttpCache::open(folder.path());
  ASSERT_TRUE(cache.ok());
  ASSERT_TRUE(cache->store("https://a.example/1", stored_at_noon("ETag: \"x\"\r\n")));
  const auto shelf = std::filesystem::directory_iterator(folder.path())->path();
  const auto file = std::filesystem::directory_iterator(shelf)->path();
  const auto long_ago = std::filesystem::last_write_time(file) - std::chrono::hours(1000);
  std::filesystem::last_write_time(file, long_ago);
  ASSERT_TRUE(cache->find("https://a.example/1"));
  EXPECT_GT(std::filesystem::last_write_time(file), long_ago + std::chrono::hours(999));
}

TEST(HttpCache, ReportsAFolderThatCannotBe) {
  const TemporaryFolder folder;
  const auto file = folder.write("file", "x");
  EXPECT_FALSE(HttpCache::open(file + "/cache").ok());
  EXPECT_FALSE(HttpCache::open(folder.path("no/such/parent")).ok());
}

}  // namespace
}  // namespace klartext
