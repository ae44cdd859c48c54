// Files appear whole or not at all.
#include "output/sink.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace klartext {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class FileSink : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("klartext_sink_" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(FileSink, TakesItsNameAtTheEnd) {
  const fs::path path = folder_ / "out.jsonl";
  auto sink = open_file_sink(path.string());
  ASSERT_TRUE(sink);
  EXPECT_EQ((*sink)->write("one\n"), Written::ok);
  EXPECT_FALSE(fs::exists(path));
  EXPECT_EQ((*sink)->finish(), Written::ok);
  EXPECT_EQ(content(path), "one\n");
}

TEST_F(FileSink, LeavesNothingWhenItIsGivenUp) {
  const fs::path path = folder_ / "out.jsonl";
  std::ofstream(path) << "old";
  {
    auto sink = open_file_sink(path.string());
    ASSERT_TRUE(sink);
    (*sink)->write("new");
  }
  EXPECT_EQ(content(path), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(FileSink, WritesBehindALink) {
  std::ofstream(folder_ / "real") << "old";
  fs::create_symlink("real", folder_ / "link");
  auto sink = open_file_sink((folder_ / "link").string());
  ASSERT_TRUE(sink);
  (*sink)->write("new");
  EXPECT_EQ((*sink)->finish(), Written::ok);
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(content(folder_ / "real"), "new");
}

TEST_F(FileSink, SaysWhyItCannotBeOpened) {
  auto sink = open_file_sink((folder_ / "no" / "out").string());
  ASSERT_FALSE(sink);
  EXPECT_NE(sink.error().message.find("No such file or directory"), std::string::npos);
}

TEST_F(FileSink, AFullDeviceIsAFailureWithItsReason) {
  auto sink = open_file_sink("/dev/full");
  ASSERT_TRUE(sink);
  EXPECT_EQ((*sink)->write("x"), Written::failed);
  EXPECT_NE((*sink)->problem().find("No space left on device"), std::string::npos);
}

}  // namespace
}  // namespace klartext
