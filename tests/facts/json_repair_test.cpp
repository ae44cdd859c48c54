#include "facts/json_repair.h"

#include <gtest/gtest.h>

#include "facts/json_tree.h"

namespace klartext {
namespace {

struct RepairCase {
  std::string_view text;
  std::string_view expected;
};

TEST(JsonRepair, Mends) {
  const RepairCase cases[] = {
      {R"({"a":1})", R"([{"a":1}])"},
      {R"(<![CDATA[ {"a":"b"} ]]>)", R"([{"a":"b"}])"},
      {"//<![CDATA[\n{\"a\":1}\n//]]>", R"([{"a":1}])"},
      {"//<![CDATA[{\"a\":1}//]]>", R"([{"a":1}])"},
      {R"(<!-- {"a":1} -->)", R"([{"a":1}])"},
      {"{\"a\":1, // \"b\": {\n\"c\":2}", R"([{"a":1,"c":2}])"},
      {R"({"a":/* x } */1})", R"([{"a":1}])"},
      {R"({"u":"https://x.de/*a*/"})", R"([{"u":"https://x.de/*a*/"}])"},
      {R"({"a":[1,2,],})", R"([{"a":[1,2]}])"},
      {R"({"a":1,,"b":2})", R"([{"a":1,"b":2}])"},
      {"{\"a\":1 \"b\":2}", R"([{"a":1,"b":2}])"},
      {"{\"a\":\"x\"\n\"b\":\"y\"}", R"([{"a":"x","b":"y"}])"},
      {"{\"a\":\"line\nnext\tx\x01\"}", R"([{"a":"line\nnext x "}])"},
      {R"({a:1,@type:'News'})", R"([{"a":1,"@type":"News"}])"},
      {R"({'a':'it"s'})", R"([{"a":"it\"s"}])"},
      {R"({"a":1};)", R"([{"a":1}])"},
      {R"({"a":1}},{"b":2})", R"([{"a":1},{"b":2}])"},
      {R"({"a":1}{"b":2})", R"([{"a":1},{"b":2}])"},
      {R"({"a":"He said "yes", and left","b":1})", R"([{"a":"He said \"yes\", and left","b":1}])"},
      {R"({"a":"<img width="300" height="2">","b":1})", R"([{"a":"<img width=\"300\" height=\"2\">","b":1}])"},
      {R"({"a":"\'x\' \q \u12 \ud83d!"})", R"([{"a":"'x' q u12 \uFFFD!"}])"},
      {R"({"a":"\ud83d\ude00"})", R"([{"a":"\ud83d\ude00"}])"},
      {R"({"a":{"b":["x)", R"([{"a":{"b":["x"]}}])"},
      {R"({"a":)", R"([{"a":null}])"},
      {R"({"a)", R"([{"a":null}])"},
      {R"({"a":01,"b":+1,"c":.5,"d":-2.5e3,"e":undefined})", R"([{"a":"01","b":"+1","c":".5","d":-2.5e3,"e":null}])"},
      {R"({"a":[{"b":1}})", R"([{"a":[{"b":1}]}])"},
      {R"({"a":1e999,"b":-1e-999})", R"([{"a":"1e999","b":"-1e-999"}])"},
      {R"(var x = {"a":true};)", R"([{"a":true}])"},
      {"{&quot;a&quot;:&quot;b&quot;}", R"([{"a":"b"}])"},
      {"Musik und Sport", ""},
      {"", ""},
      {"]]>", ""},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(repair_json(text), expected) << text;
    EXPECT_EQ(JsonTree::parse(expected).has_value(), !expected.empty()) << text;
  }
}

TEST(JsonTree, IsAnIndex) {
  const auto tree = JsonTree::parse(R"({"a": [1, "x"], "b": null, "a": true})");
  ASSERT_TRUE(tree);
  ASSERT_EQ(tree->size(), 6U);
  EXPECT_EQ(tree->kind(1), JsonTree::Kind::array);
  EXPECT_EQ(tree->key(1), "a");
  EXPECT_EQ(tree->end(1), 4U);
  EXPECT_EQ(tree->text(2), "1");
  EXPECT_EQ(tree->text(3), "x");
  EXPECT_EQ(tree->member(0, "b"), 4U);
  EXPECT_EQ(tree->member(0, "a"), 5U);  // the last one counts
  EXPECT_EQ(tree->member(0, "c"), JsonTree::kNone);
  EXPECT_EQ(tree->member(1, "a"), JsonTree::kNone);
}

TEST(JsonTree, BearsDepthAndSize) {
  const std::string nested(100'000, '[');
  const auto unclosed = JsonTree::parse(nested);
  ASSERT_TRUE(unclosed);
  EXPECT_LE(unclosed->size(), 101U);
  EXPECT_TRUE(JsonTree::parse(nested + std::string(100'000, ']')));
  std::string objects;
  for (int i = 0; i < 50'000; ++i) objects += "{\"a\":";
  EXPECT_TRUE(JsonTree::parse(objects));
  EXPECT_FALSE(JsonTree::parse("[\"" + std::string(5'000'000, 'x') + "\"]"));
}

}  // namespace
}  // namespace klartext
