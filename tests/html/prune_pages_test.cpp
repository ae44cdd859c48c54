// Whole pages through prune: the tree of the pruned page is the tree of the whole page, less what was dropped. Pages
// are those of the repository and, where it lies beside it, a corpus of saved news pages: one in ten, or all of them
// with KLARTEXT_ALL_PAGES=1.
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/text.h"
#include "html/prune.h"
#include "html/tree_dump.h"

namespace klartext {
namespace {

namespace fs = std::filesystem;

/// Reads files with and without gzip.
std::string read_file(const fs::path& path) {
  std::string bytes;
  gzFile file = gzopen(path.c_str(), "rb");
  std::vector<char> buffer(std::size_t{1} << 16);
  for (int read = 1; file != nullptr && read > 0;) {
    read = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()));
    if (read > 0) bytes.append(buffer.data(), static_cast<std::size_t>(read));
  }
  gzclose(file);
  return bytes;
}

std::vector<fs::path> pages_below(const fs::path& folder) {
  std::vector<fs::path> pages;
  if (!fs::exists(folder)) return pages;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".html") || name.ends_with(".html.gz")) pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

void compare(const fs::path& path) {
  const std::string page = to_valid_utf8(read_file(path));
  const auto pruned = prune(page);
  ASSERT_TRUE(pruned) << path;
  using testing_support::TreeDump;
  EXPECT_EQ(testing_support::first_difference(TreeDump::of(page), TreeDump::of(pruned->skeleton)), "") << path;
}

TEST(PrunePages, OfTheRepository) {
  const fs::path root = KLARTEXT_ROOT;
  auto pages = pages_below(root / "samples");
  const auto golden = pages_below(root / "tests" / "pages");
  pages.insert(pages.end(), golden.begin(), golden.end());
  ASSERT_FALSE(pages.empty());
  for (const auto& page : pages) compare(page);
}

TEST(PrunePages, OfTheCorpus) {
  const auto pages = pages_below(fs::path(KLARTEXT_ROOT) / ".." / "shared" / "corpus");
  if (pages.empty()) GTEST_SKIP() << "no corpus beside the repository";
  const std::size_t step = std::getenv("KLARTEXT_ALL_PAGES") != nullptr ? 1 : 10;
  for (std::size_t i = 0; i < pages.size(); i += step) compare(pages[i]);
}

}  // namespace
}  // namespace klartext
