#include "facts/json_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

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
