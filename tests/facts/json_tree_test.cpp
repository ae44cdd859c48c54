// What is JSON by the letter is read by the letter; all else goes through json_repair.
#include "facts/json_tree.h"

#include <gtest/gtest.h>

#include "facts/json_parser.h"

namespace klartext {
namespace {

/// Writes down what it is told: {a:"x" #1 true [ ] } for {"a": "x", …}.
class Transcript final : public JsonSink {
 public:
  bool string(std::string_view text) override { return add('"' + std::string(text) + '"'); }
  bool number(std::string_view text) override { return add('#' + std::string(text)); }
  bool word(std::string_view text) override { return add(std::string(text)); }
  bool open(char bracket) override { return open_.push_back(bracket), add({bracket}); }
  bool close() override {
    const char bracket = open_.back() == '{' ? '}' : ']';
    open_.pop_back();
    return add({bracket});
  }
  bool key(std::string_view name) override { return text_.append(name).append(":"), true; }

  std::string text_;

 private:
  bool add(const std::string& piece) { return text_.append(piece).append(" "), true; }
  std::string open_;
};

/// "no JSON" where the parser says so.
std::string read(std::string_view text) {
  Transcript transcript;
  return JsonParser(text, transcript).run() ? transcript.text_ : "no JSON";
}

TEST(JsonParser, TellsWhatIsThere) {
  EXPECT_EQ(read(R"({"a": "x", "b": [1, -2.5e3, {}, []], "c": {"d": null}, "": true} )"),
            "{ a:\"x\" b:[ #1 #-2.5e3 { } [ ] ] c:{ d:null } :true } ");
  EXPECT_EQ(read("\xEF\xBB\xBF\n[\"\xC3\xA4\"]\r\n\t"), "[ \"\xC3\xA4\" ] ");
  EXPECT_EQ(read("\"\""), "\"\" ");
}

TEST(JsonParser, DecodesEscapes) {
  EXPECT_EQ(read(R"("\"\\\/\b\f\n\r\tx")"), "\"\"\\/\b\f\n\r\tx\" ");
  EXPECT_EQ(read(R"("a\u00e4b\u20ACc\uD83D\ude00")"),
            "\"a\xC3\xA4"
            "b\xE2\x82\xAC"
            "c\xF0\x9F\x98\x80\" ");
  EXPECT_EQ(read(R"({"\u006b": "a text of more than sixteen \"characters\", and more"})"),
            "{ k:\"a text of more than sixteen \"characters\", and more\" } ");
}

TEST(JsonParser, TellsNumbersAsWritten) {
  EXPECT_EQ(read("[0, -0, 0.10, 1E-999, 12345678901234567890123]"),
            "[ #0 #0 #0.10 #1E-999 #12345678901234567890123 ] ");
}

TEST(JsonParser, TakesNothingElseForJson) {
  for (const char* text : {"",
                           " ",
                           "{",
                           "[1,]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "['a']",
                           "[1]x",
                           "01",
                           "1.",
                           "-",
                           "+1",
                           ".5",
                           "1e",
                           "1e999",
                           "nul",
                           "[tru]",
                           "\"a",
                           "\"\\x\"",
                           "\"\\u12g4\"",
                           "\"\\u12\"",
                           "\"\\uD83D\"",
                           "\"\\uDE00\"",
                           "\"\\uD83D\\u0041\"",
                           "}",
                           "[}",
                           "{]",
                           "\"a\nb\"",
                           "\"\x01\"",
                           "[/**/]",
                           "[1]]",
                           "\xEF\xBB[]"}) {
    EXPECT_EQ(read(text), "no JSON") << text;
  }
}

TEST(JsonTree, LeavesOutWhatIsNestedTooDeep) {
  const std::size_t depth = 100'000;
  const auto tree = JsonTree::parse(std::string(depth, '[') + std::string(depth, ']'));
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->size(), 100U);
  EXPECT_EQ(tree->end(0), 100U);
}

TEST(JsonTree, FindsTheLastMemberOfAName) {
  const auto tree = JsonTree::parse(R"({"a": 1, "b": {"a": 2}, "a": 3})");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->text(tree->member(0, "a")), "3");
  EXPECT_EQ(tree->member(0, "c"), JsonTree::kNone);
  EXPECT_EQ(tree->member(1, "a"), JsonTree::kNone);
}

}  // namespace
}  // namespace klartext
