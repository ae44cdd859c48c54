// No address of a page comes into a record unless it is http(s): every address of every sample, one after the other,
// made one that a browser would run, read from the disk or not follow at all.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "klartext/klartext.h"
#include "schema/safe_record.h"

namespace klartext {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Slice {
  std::size_t begin;
  std::size_t size;
};

/// The values of attributes and of JSON-LD that are addresses.
std::vector<Slice> addresses(const std::string& page) {
  std::vector<Slice> found;
  for (std::size_t quote = page.find('"'); quote != std::string::npos; quote = page.find('"', quote + 1)) {
    const std::size_t begin = quote + 1;
    const bool address = page.compare(begin, 4, "http") == 0 || page.compare(begin, 1, "/") == 0;
    if (address) found.push_back({begin, page.find_first_of("\" ", begin) - begin});
  }
  return found;
}

nlohmann::json record_of(const std::string& page) {
  const auto article = extract(page, {"page.html", "https://www.kommune21.de/meldung_1", std::nullopt, ""});
  return article ? nlohmann::json::parse(serialize(*article)) : nlohmann::json();
}

TEST(UnsafeAddresses, ReachNoRecord) {
  constexpr const char* kUnsafe[] = {
      "javascript:alert(1)", "JaVa\tScRiPt:alert(1)", "data:text/html,<p>x",       "vbscript:x",
      "file:///etc/passwd",  "mailto:a@example.org",  "blob:https://example.org/1"};
  for (const char* sample : {"partner-der-kommunen", "generic-news", "wordpress-2026"}) {
    const std::string page = contents(fs::path(KLARTEXT_ROOT) / "samples" / (std::string(sample) + ".html"));
    const auto places = addresses(page);
    ASSERT_GE(places.size(), 10U) << sample;
    for (const auto& [begin, size] : places) {
      for (const char* unsafe : kUnsafe) {
        std::string changed = page;
        changed.replace(begin, size, unsafe);
        EXPECT_EQ(testing_support::unsafe_part(record_of(changed)), "") << sample << ": " << page.substr(begin, size);
      }
    }
  }
}

TEST(UnsafeAddresses, AreSeenInARecord) {
  for (const char* key : {"url", "print", "pdf"}) {
    EXPECT_NE(testing_support::unsafe_part({{"a", {{key, "javascript:alert(1)"}}}}), "") << key;
  }
}

}  // namespace
}  // namespace klartext
