// Which inputs come out, in which order, with which errors.
#include "input/input.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <set>

#include "input/packed.h"
#include "input/temporary_folder.h"

namespace klartext {
namespace {

using namespace std::string_literals;
using Kind = Input::Kind;

struct ClassifyCase {
  std::string_view entry;
  Kind kind;
  std::string name;
};

TEST(ClassifyInput, GoesByTheName) {
  const std::vector<ClassifyCase> cases = {
      {"http://a.example/", Kind::url, "http://a.example/"},
      {"HTTPS://a.example/", Kind::url, "HTTPS://a.example/"},
      {"-", Kind::standard_input, "-"},
      {"page.html", Kind::file, "page.html"},
      {"http:/x", Kind::file, "http:/x"},
      {"file:///tmp/a%20b%FC.html", Kind::file, "/tmp/a b\xFC.html"},
      {"file://localhost/tmp/a.html", Kind::file, "/tmp/a.html"},
      {"file:/tmp/a.html", Kind::file, "/tmp/a.html"},
      {"file://other/tmp/a.html", Kind::file, "file://other/tmp/a.html"},
      {"file:///tmp/100%", Kind::file, "/tmp/100%"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(classify_input(c.entry).kind, c.kind) << c.entry;
    EXPECT_EQ(classify_input(c.entry).name, c.name) << c.entry;
  }
}

TEST(HasPageExtension, KnowsPagesAndArchivesPackedOrNot) {
  for (const auto* name : {"a.html", "a.HTM", "a.xhtml", "a.shtml", "a.html.gz", "a.htm.zst", "a.mht", "a.mhtml",
                           "a.warc", "a.warc.gz", "x/y.b.html"}) {
    EXPECT_TRUE(has_page_extension(name)) << name;
  }
  for (const auto* name : {"a", "html", "a.txt", "a.gz", "a.json", "a.html.bak", "a.html~", "a.css", "a.pdf"}) {
    EXPECT_FALSE(has_page_extension(name)) << name;
  }
}

/// Every item as "name", "name<TAB>url", with " !code" for an error; the test's folder cut off.
std::vector<std::string> all_of(InputOptions options, const std::string& folder) {
  std::vector<std::string> items;
  InputStream stream(std::move(options));
  while (auto item = stream.next()) {
    std::string text = item->input.name;
    if (text.starts_with(folder + "/")) text = text.substr(folder.size() + 1);
    if (item->input.url) text += "\t" + *item->input.url;
    if (item->error) text += " !" + std::string(code_name(item->error->code));
    items.push_back(text);
  }
  return items;
}

using Items = std::vector<std::string>;

TEST(InputStream, GivesArgumentsInOrder) {
  const TemporaryFolder folder;
  folder.write("b.html", "x");
  folder.write("a.txt", "x");
  const auto items = all_of({.arguments = {folder.path("b.html"), "https://a.example/", folder.path("a.txt"), "-",
                                           folder.path("none.html"), "ftp://a.example/x", "www.a.example/x"},
                             .lists = {}},
                            folder.path());
  EXPECT_EQ(items, (Items{"b.html", "https://a.example/", "a.txt", "-", "none.html !not_found",
                          "ftp://a.example/x !blocked", "www.a.example/x !not_found"}));
}

TEST(InputStream, SaysWhatWasMeantByAnAddressWithoutItsScheme) {
  const std::pair<std::string, std::string> cases[] = {
      {"www.blatt.example/meldung_1", "; the web page is https://www.blatt.example/meldung_1"},
      {"kommune21.de/meldung_1", "; the web page is https://kommune21.de/meldung_1"},
      {"kommune21.de", "; the web page is https://kommune21.de"},
      {"https:/kommune21.de/1", "; an address begins with https://"},
      {"missing.html", ""},
      {"pages/kommune21.de", ""},
      {".de", ""},
  };
  for (const auto& [name, hint] : cases) {
    InputStream stream({.arguments = {name}, .lists = {}});
    EXPECT_EQ(stream.next()->error->message, "no such file or directory" + hint) << name;
  }
}

TEST(InputStream, WalksFoldersInBytewiseOrder) {
  const TemporaryFolder folder;
  for (const auto* name : {"b.html", "a/z.html", "a/b/c.htm", "B.html", "a.html", "a/readme.txt", ".hidden.html",
                           ".git/x.html", "\xFC.html", "z/x.warc.gz", "a-/x.html"}) {
    folder.write(name, "x");
  }
  EXPECT_EQ(all_of({.arguments = {folder.path()}, .lists = {}}, folder.path()),
            (Items{"B.html", "a/b/c.htm", "a/z.html", "a-/x.html", "a.html", "b.html", "z/x.warc.gz", "\xFC.html"}));
  InputStream stream({.arguments = {folder.path() + "/"}, .lists = {}});
  const auto first = stream.next();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->input.name, folder.path("B.html"));
  EXPECT_EQ(first->input.root, folder.path() + "/");
}

TEST(InputStream, FollowsLinksButNotInCircles) {
  const TemporaryFolder folder;
  const TemporaryFolder other;
  folder.write("a/x.html", "x");
  other.write("y.html", "y");
  ASSERT_EQ(symlink(folder.path().c_str(), folder.path("a/up").c_str()), 0);
  ASSERT_EQ(symlink(".", folder.path("a/self").c_str()), 0);
  ASSERT_EQ(symlink(other.path().c_str(), folder.path("other").c_str()), 0);
  ASSERT_EQ(symlink(other.path().c_str(), folder.path("other2").c_str()), 0);
  ASSERT_EQ(symlink("a/x.html", folder.path("link.html").c_str()), 0);
  ASSERT_EQ(symlink("nowhere", folder.path("broken.html").c_str()), 0);
  ASSERT_EQ(mkfifo(folder.path("pipe.html").c_str(), 0600), 0);
  EXPECT_EQ(all_of({.arguments = {folder.path()}, .lists = {}}, folder.path()),
            (Items{"a/x.html", "broken.html !not_found", "link.html", "other/y.html"}));
}

TEST(InputStream, ReportsAnUnreadableFolderAndGoesOn) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  folder.write("a/x.html", "x");
  folder.write("b/y.html", "y");
  chmod(folder.path("a").c_str(), 0);
  EXPECT_EQ(all_of({.arguments = {folder.path()}, .lists = {}}, folder.path()), (Items{"a !unreadable", "b/y.html"}));
  chmod(folder.path("a").c_str(), 0700);
}

TEST(InputStream, IsNotMultipliedByLinksAmongFolders) {
  const TemporaryFolder folder;
  constexpr int kFolders = 9;  // every folder links to every other: 9! paths for whom follows them all
  for (int i = 0; i < kFolders; ++i) folder.write("d" + std::to_string(i) + "/x.html", "x");
  for (int i = 0; i < kFolders; ++i) {
    for (int k = 0; k < kFolders; ++k) {
      const std::string link = folder.path("d" + std::to_string(i) + "/to" + std::to_string(k));
      ASSERT_EQ(symlink(folder.path("d" + std::to_string(k)).c_str(), link.c_str()), 0);
    }
  }
  EXPECT_LT(all_of({.arguments = {folder.path()}, .lists = {}}, folder.path()).size(), 100U);
}

TEST(InputStream, ReadsLists) {
  const TemporaryFolder folder;
  folder.write("pages/a.html", "x");
  folder.write("pages/b.html", "x");
  const auto page = folder.write("my page.html", "x");
  const auto tab = folder.write("tab\tname.html", "x");
  const std::string list = "\xEF\xBB\xBF# comment\r\n" + folder.path("pages") + "\r\n\n  \n" + page +
                           "\thttps://a.example/1\r\n https://a.example/2 \n" + tab + "\n" + tab +
                           "\thttps://a.example/3\n-\n" + folder.path("last.html");
  const Items expected = {"pages/a.html",
                          "pages/b.html",
                          "my page.html\thttps://a.example/1",
                          "https://a.example/2",
                          "tab\tname.html",
                          "tab\tname.html\thttps://a.example/3",
                          "-",
                          "last.html !not_found"};
  EXPECT_EQ(all_of({.arguments = {}, .lists = {folder.write("list", list)}}, folder.path()), expected);
  EXPECT_EQ(all_of({.arguments = {}, .lists = {folder.write("list.gz", gzip(list))}}, folder.path()), expected);
}

TEST(InputStream, ReadsNullSeparatedListsByteForByte) {
  const TemporaryFolder folder;
  const auto odd = folder.write("# odd\nname\r.html", "x");
  const auto list = folder.write("list", odd + "\0"s + "\0"s + odd + "\thttps://a.example/\0"s + "https://a.example/2");
  EXPECT_EQ(all_of({.arguments = {}, .lists = {list}, .null_separated = true}, folder.path()),
            (Items{"# odd\nname\r.html", "# odd\nname\r.html\thttps://a.example/", "https://a.example/2"}));
}

TEST(InputStream, GoesOnBehindABadListOrEntry) {
  const TemporaryFolder folder;
  const auto list = folder.write("list", std::string(70000, 'x') + "\nhttps://a.example/\n");
  const auto cut = gzip("https://a.example/2\n" + std::string(30, '#'));
  const auto broken = folder.write("cut.gz", cut.substr(0, cut.size() - 8));
  EXPECT_EQ(all_of({.arguments = {}, .lists = {folder.path("none"), list, folder.path(), broken}}, folder.path()),
            (Items{"none !not_found", "list !too_large", "https://a.example/", folder.path() + " !unreadable",
                   "https://a.example/2", "cut.gz !unreadable"}));
}

TEST(InputStream, SaysWhatComesFromAList) {
  const TemporaryFolder folder;
  folder.write("pages/a.html", "x");
  const auto list = folder.write("list", "https://a.example/\n" + folder.path("pages") + "\n");
  InputStream stream({.arguments = {"https://b.example/"}, .lists = {list}});
  EXPECT_FALSE(stream.next()->input.listed);
  EXPECT_TRUE(stream.next()->input.listed);
  EXPECT_TRUE(stream.next()->input.listed);
  EXPECT_FALSE(stream.next());
}

TEST(InputStream, SplitsInputsIntoShards) {
  const std::vector<std::string> inputs = {"a", "b", "c", "d", "e", "f", "g"};
  const std::vector<std::string> all = all_of({.arguments = inputs, .lists = {}}, "");
  for (std::uint64_t shard = 0; shard < 3; ++shard) {
    std::vector<std::string> expected;
    for (std::size_t i = shard; i < all.size(); i += 3) expected.push_back(all[i]);
    EXPECT_EQ(all_of({.arguments = inputs, .lists = {}, .null_separated = false, .shard = shard, .shards = 3}, ""),
              expected);
  }
}

}  // namespace
}  // namespace klartext
