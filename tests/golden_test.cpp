// Pages with the record a careful reader would write: golden_test FOLDER...
//
// Two layouts are known. A case folder holds `page.html`, `expected.json` and perhaps `source.json` ({"name", "url",
// "content_type", "fetched"}: what is known of the page besides its bytes). A sample is X.html with X.json beside it.
// Every key in the expectation must be equal in the record; keys it leaves out are not looked at. {"error": "code"}
// expects that error. No case at all is a failure.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "klartext/klartext.h"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << "cannot read " << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Case {
  std::string name;
  fs::path page;
  fs::path expected;
  fs::path source;  ///< may not exist
};

std::optional<std::string> text_of(const Json& object, const char* key) {
  return object.contains(key) ? std::optional(object[key].get<std::string>()) : std::nullopt;
}

klartext::Source source_of(const Case& golden) {
  const Json known = fs::exists(golden.source) ? Json::parse(read_file(golden.source)) : Json::object();
  return {known.value("name", golden.page.generic_string()), text_of(known, "url"), text_of(known, "content_type"),
          text_of(known, "fetched")};
}

std::vector<std::string> lines_of(const Json& value) {
  std::istringstream text(value.dump(2));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

void append_lines(std::string& out, const char* mark, const std::vector<std::string>& lines, std::size_t from,
                  std::size_t until) {
  for (std::size_t i = from; i < until; ++i) out += mark + lines[i] + "\n";
}

/// The lines that differ, between those that two values have in common at both ends.
std::string difference(const Json& expected, const Json& actual) {
  const auto wanted = lines_of(expected);
  const auto got = lines_of(actual);
  const std::size_t shorter = std::min(wanted.size(), got.size());
  std::size_t head = 0;
  while (head < shorter && wanted[head] == got[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && wanted[wanted.size() - 1 - tail] == got[got.size() - 1 - tail]) ++tail;
  std::string out;
  append_lines(out, "  - ", wanted, head, wanted.size() - tail);
  append_lines(out, "  + ", got, head, got.size() - tail);
  return out;
}

class Golden : public testing::Test {
 public:
  explicit Golden(Case golden) : case_(std::move(golden)) {}

  void TestBody() override {
    const Json expected = Json::parse(read_file(case_.expected));
    ASSERT_FALSE(expected.empty()) << case_.expected << " expects nothing";
    const std::string page = read_file(case_.page);
    const auto article = klartext::extract(page, source_of(case_));
    if (!article) return compare_error(expected, article.error());
    ASSERT_FALSE(expected.contains("error")) << "an article, expected " << expected.dump();
    compare_record(expected, Json::parse(klartext::serialize(*article)));
  }

 private:
  static void compare_error(const Json& expected, const klartext::Error& error) {
    EXPECT_EQ(expected.value("error", "an article"), klartext::code_name(error.code)) << error.message;
  }

  static void compare_record(const Json& expected, const Json& record) {
    for (const auto& [key, value] : expected.items()) {
      ASSERT_TRUE(record.contains(key)) << "no such key: " << key;
      if (record[key] != value) ADD_FAILURE() << key << ":\n" << difference(value, record[key]);
    }
  }

  Case case_;
};

std::vector<Case> cases_in(const fs::path& folder) {
  std::vector<Case> cases;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (fs::exists(path / "expected.json")) {
      cases.push_back({path.filename().string(), path / "page.html", path / "expected.json", path / "source.json"});
    } else if (const fs::path json = fs::path(path).replace_extension(".json");
               path.extension() == ".html" && fs::exists(json)) {
      cases.push_back({path.stem().string(), path, json, {}});
    }
  }
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

void add_case(const std::string& suite, const Case& golden) {
  testing::RegisterTest(suite.c_str(), golden.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [golden]() -> testing::Test* { return new Golden(golden); });
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  std::size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    const std::vector<Case> cases = cases_in(argv[i]);
    for (const Case& golden : cases) add_case(fs::path(argv[i]).filename().string(), golden);
    count += cases.size();
  }
  if (count == 0) {
    std::cerr << "golden_test: no cases; usage: golden_test FOLDER...\n";
    return 1;
  }
  return RUN_ALL_TESTS();
}
