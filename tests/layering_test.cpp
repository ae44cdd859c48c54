// Holds every #include of the project against the layers of the design: who may know whom, and which library has which
// one door.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = KLARTEXT_ROOT;

/// Layer, and the layers it may include besides itself. "include" is include/klartext.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"include", {}},
    {"base", {"include"}},
    {"input", {"include", "base"}},
    {"html", {"include", "base"}},
    {"facts", {"include", "base", "html"}},
    {"sites", {"include", "base", "html"}},
    {"extract", {"include", "base", "html", "facts", "sites"}},
    {"listing", {"include", "base", "input", "html", "facts", "extract"}},
    {"output", {"include", "base"}},
    {"cli", {"include", "base", "input", "html", "facts", "sites", "extract", "listing", "output"}},
};

/// Exceptions, each with its reason.
const std::set<std::pair<std::string, std::string>> kAllowed = {
    {"src/extract/extract.cpp", "input"},  // the whole way from bytes to record runs through the charset door
};

/// A library's header, and how many files of src/ may include it at most.
struct Door {
  std::string header;
  std::size_t files;
};
const std::vector<Door> kDoors = {{"curl/", 1},      {"gumbo.h", 1}, {"CLI/", 1},
                                  {"utf8proc.h", 1}, {"iconv.h", 1}, {"expat.h", 1}};

/// Layers in which JSON is read or written.
const std::set<std::string> kJsonLayers = {"facts", "sites", "output", "input"};

struct Include {
  fs::path file;      ///< relative to the root
  std::string layer;  ///< of the file
  std::string header;
};

std::string layer_of(const fs::path& relative) {
  if (*relative.begin() == "include") return "include";
  const fs::path second = *std::next(relative.begin());
  return second.has_extension() ? "cli" : second.string();  // src/main.cpp belongs to the command line
}

/// "a/b.h" of `#include "a/b.h"` and `#include <a/b.h>`, else empty.
std::string included_header(const std::string& line) {
  constexpr std::string_view kDirective = "#include ";
  if (line.rfind(kDirective, 0) != 0) return {};
  const std::size_t end = line.find_first_of(">\"", kDirective.size() + 1);
  return line.substr(kDirective.size() + 1, end - kDirective.size() - 1);
}

/// Programs for developers that stand beside the code they serve and are no part of the library.
bool is_tool(const fs::path& path) { return path.parent_path().filename() == "model"; }

bool is_source(const fs::path& path) {
  if (is_tool(path)) return false;
  return path.extension() == ".h" || path.extension() == ".cpp";
}

void collect(const fs::path& file, std::vector<Include>& includes) {
  const fs::path relative = fs::relative(file, kRoot);
  std::ifstream text(file);
  for (std::string line; std::getline(text, line);) {
    const std::string header = included_header(line);
    if (!header.empty()) includes.push_back({relative, layer_of(relative), header});
  }
}

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  for (const char* folder : {"include", "src"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      if (is_source(entry.path())) collect(entry.path(), includes);
    }
  }
  return includes;
}

/// The layer a header belongs to; empty for the standard library's and other libraries'.
std::string layer_of_header(const std::string& header) {
  const std::string first = header.substr(0, header.find('/'));
  if (first == "klartext") return "include";
  return kMayInclude.count(first) != 0 ? first : "";
}

TEST(Layering, EveryFileIncludesOnlyWhatItsLayerMay) {
  const std::vector<Include> includes = all_includes();
  ASSERT_GT(includes.size(), 100U);
  for (const Include& include : includes) {
    const std::string target = layer_of_header(include.header);
    if (target.empty() || target == include.layer) continue;
    ASSERT_EQ(kMayInclude.count(include.layer), 1U) << include.file << " is in no known layer";
    const bool allowed = kMayInclude.at(include.layer).count(target) != 0 ||
                         kAllowed.count({include.file.generic_string(), target}) != 0;
    EXPECT_TRUE(allowed) << include.file << " includes " << include.header;
  }
}

TEST(Layering, EveryLibraryHasOneDoor) {
  const std::vector<Include> includes = all_includes();
  for (const Door& door : kDoors) {
    std::set<fs::path> files;
    for (const Include& include : includes) {
      if (include.header.rfind(door.header, 0) == 0) files.insert(include.file);
    }
    EXPECT_LE(files.size(), door.files) << door.header << " is included by " << testing::PrintToString(files);
  }
}

TEST(Layering, JsonIsReadAndWrittenInFewLayers) {
  for (const Include& include : all_includes()) {
    if (include.header.rfind("nlohmann/", 0) != 0) continue;
    EXPECT_EQ(kJsonLayers.count(include.layer), 1U) << include.file << " includes " << include.header;
    EXPECT_EQ(include.file.extension(), ".cpp") << include.file << ": JSON stays behind a header of our own";
  }
}

TEST(Layering, NoFileUsesStdRegex) {
  for (const Include& include : all_includes()) EXPECT_NE(include.header, "regex") << include.file;
}

}  // namespace
