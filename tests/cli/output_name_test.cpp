// Names of files say what they are of, and lead nowhere but into their folder.
#include "cli/output_name.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace klartext {
namespace {

std::string name_of(std::string_view entry, bool listed = false, std::optional<std::string> root = std::nullopt) {
  Input input = classify_input(entry);
  input.listed = listed;
  input.root = std::move(root);
  return output_name(input, input.name, 1, ".json");
}

TEST(OutputName, GoesByTheInput) {
  EXPECT_EQ(name_of("saved/a.html"), "a.json");
  EXPECT_EQ(name_of("saved/a.html", true), "saved/a.json");
  EXPECT_EQ(name_of("/saved/./a.tar.html.gz", true), "saved/a.tar.json");
  EXPECT_EQ(name_of("pages/2024/a.htm", false, "pages/"), "2024/a.json");
  EXPECT_EQ(name_of("pages/2024/a.htm", false, "pages"), "2024/a.json");
  EXPECT_EQ(name_of("README"), "README.json");
  EXPECT_EQ(name_of("-"), "stdin.json");
}

TEST(OutputName, OfAnAddressHasHostPathAndAHashOfAll) {
  const std::string one = name_of("https://x.example/news/a.html?id=1");
  EXPECT_TRUE(one.starts_with("x.example/news/a-")) << one;
  EXPECT_EQ(one.size(), std::string("x.example/news/a-12345678.json").size());
  EXPECT_NE(one, name_of("https://x.example/news/a.html?id=2"));
  EXPECT_TRUE(name_of("https://x.example").starts_with("x.example/index-"));
  EXPECT_TRUE(name_of("https://x.example/a/").starts_with("x.example/a-"));
}

TEST(OutputName, OfAPageInAnArchiveStandsBelowTheArchive) {
  const Input archive = classify_input("crawls/one.warc.gz");
  const std::string name = output_name(archive, "https://x.example/a", 1, ".md");
  EXPECT_TRUE(name.starts_with("one/x.example/a-")) << name;
  const std::string again = output_name(archive, "https://x.example/a", 2, ".md");
  EXPECT_EQ(again, name.substr(0, name.size() - 3) + ".2.md");
  EXPECT_TRUE(output_name(archive, "urn:x/../../y", 1, ".md").starts_with("one/urn_x")) << name;
}

TEST(OutputName, IsHarmlessWhateverTheNameIs) {
  using namespace std::string_literals;
  const std::string names[] = {"../../etc/passwd",
                               "..",
                               ".",
                               "/",
                               "a/../b",
                               ".hidden/.x",
                               "a\0b"s,
                               "caf\xe9",
                               "a\nb",
                               std::string(5000, 'x'),
                               std::string(900, '/') + "x",
                               std::string(3000, 'a') + "/b",
                               "https://x.example/%2e%2e/%2F..%2f/..",
                               "https://x.example/..//../a",
                               "a\\..\\b"};
  for (const std::string& hostile : names) {
    for (const bool listed : {true, false}) {
      const std::string name = name_of(hostile, listed);
      EXPECT_TRUE(is_valid_utf8(name)) << name;
      EXPECT_FALSE(name.starts_with('/')) << name;
      EXPECT_EQ(("/" + name + "/").find("/../"), std::string::npos) << name;
      EXPECT_EQ(name.find("//"), std::string::npos) << name;
      EXPECT_EQ(name.find_first_of("\n\\"s + '\0'), std::string::npos) << name;
      EXPECT_LE(name.size(), 2100U);
      for (const auto part : split(name, "/")) EXPECT_LE(part.size(), 245U) << name;
    }
  }
}

TEST(OutputName, KeepsChangedNamesApart) {
  EXPECT_NE(name_of("caf\xe9.html"), name_of("caf\xe8.html"));
  EXPECT_NE(name_of(std::string(300, 'x') + "1.html"), name_of(std::string(300, 'x') + "2.html"));
  EXPECT_NE(name_of("a:b.html"), name_of("a?b.html"));
  EXPECT_NE(name_of("A.html"), name_of("a.html"));
}

}  // namespace
}  // namespace klartext
