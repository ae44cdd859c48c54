// A file of records is continued: what is there is found, what is new goes where it belongs.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "input/temporary_folder.h"
#include "output/record_store.h"

namespace klartext {
namespace {

std::string line(const std::string& source, const std::string& rest = "1") {
  return record_beginning(source) + ",\"n\":" + rest + "}\n";
}

std::string content(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// Runs the inputs through a store as a batch does; a record that is not there is made with `rest`.
void run(const std::string& path, const std::vector<std::string>& inputs, const std::string& rest,
         bool to_the_end = true) {
  auto store = continued_file(path);
  ASSERT_TRUE(store) << store.error().message;
  for (const std::string& input : inputs) {
    Record record;
    record.source = input;
    record.earlier = (*store)->find(input, "");
    if (!record.earlier) record.text = line(input, rest);
    ASSERT_EQ((*store)->add(record), Written::ok);
  }
  to_the_end ? static_cast<void>((*store)->finish()) : static_cast<void>((*store)->leave());
}

struct Case {
  std::string name;
  std::string part;  ///< content of FILE.part before
  std::string file;
  std::vector<std::string> inputs;
  std::string expected;  ///< content of FILE afterwards; new records hold 2
};

TEST(ContinuedFile, EndsAsOneRunWouldHaveEnded) {
  const std::string a = line("a");
  const std::string b = line("b");
  const std::vector<Case> cases = {
      {"nothing there", "", "", {"a", "b"}, line("a", "2") + line("b", "2")},
      {"a prefix", a, "", {"a", "b"}, a + line("b", "2")},
      {"a line cut off", a + b.substr(0, b.size() - 1), "", {"a", "b"}, a + line("b", "2")},
      {"a hole", b, "", {"a", "b"}, line("a", "2") + b},
      {"all of it in FILE", "", a + b, {"a", "b"}, a + b},
      {"FILE is cut off", "", a + b.substr(0, 9), {"a", "b"}, a + line("b", "2")},
      {"FILE and a list that has grown", "", a, {"a", "b"}, a + line("b", "2")},
      {"both", b, a, {"a", "b"}, a + b},
      {"no longer asked for", a + b, "", {"b"}, b},
      {"another order", a + b, "", {"b", "a"}, b + a},
      {"twice asked for, once there", a, "", {"a", "a"}, a + line("a", "2")},
      {"twice there", a + line("a", "3"), "", {"a", "a"}, a + line("a", "3")},
      {"the part began as a copy", a, a + line("a", "3"), {"a", "a"}, a + line("a", "3")},
      {"an error record",
       R"({"source":"a","error":{"code":"timeout","message":""}})"
       "\n" +
           b,
       "",
       {"a", "b"},
       line("a", "2") + b},
      {"damage", "\x01\x02\n{\"source\":\"a\n" + b, "", {"a", "b"}, line("a", "2") + b},
      {"a name with quotes", line("\"}\\"), "", {"\"}\\", "\"}"}, line("\"}\\") + line("\"}", "2")},
  };
  for (const Case& c : cases) {
    const TemporaryFolder folder;
    const std::string path = folder.path("out.jsonl");
    if (!c.part.empty()) folder.write("out.jsonl.part", c.part);
    if (!c.file.empty()) folder.write("out.jsonl", c.file);
    run(path, c.inputs, "2");
    EXPECT_EQ(content(path), c.expected) << c.name;
    EXPECT_FALSE(std::filesystem::exists(path + ".part")) << c.name;
    EXPECT_FALSE(std::filesystem::exists(path + ".part.sorted")) << c.name;
  }
}

TEST(ContinuedFile, KeepsTheOldFileUntilTheNewOneIsWhole) {
  const TemporaryFolder folder;
  const std::string path = folder.write("out.jsonl", line("a"));
  run(path, {"b"}, "2", false);
  EXPECT_EQ(content(path), line("a"));
  EXPECT_EQ(content(path + ".part"), line("b", "2"));
  run(path, {"a", "b", "c"}, "3");
  EXPECT_EQ(content(path), line("a") + line("b", "2") + line("c", "3"));
}

TEST(ContinuedFile, IsOpenToOneRunAtATime) {
  const TemporaryFolder folder;
  const auto first = continued_file(folder.path("out.jsonl"));
  const auto second = continued_file(folder.path("out.jsonl"));
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message.find("another run"), std::string::npos);
}

}  // namespace
}  // namespace klartext
