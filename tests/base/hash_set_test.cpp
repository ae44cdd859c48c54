#include "base/hash_set.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

TEST(HashSet, HoldsWhatWasInsertedAlsoAfterGrowing) {
  HashSet set;
  EXPECT_FALSE(set.contains(7));
  for (std::uint64_t hash = 0; hash < 1000; ++hash) EXPECT_TRUE(set.insert(hash << 32U));
  for (std::uint64_t hash = 0; hash < 1000; ++hash) EXPECT_TRUE(set.contains(hash << 32U));
  EXPECT_FALSE(set.contains(std::uint64_t{1000} << 32U));
  EXPECT_FALSE(set.insert(std::uint64_t{5} << 32U));
}

TEST(HashNumbers, CountInTheOrderOfFirstSight) {
  HashNumbers numbers;
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(numbers.number(std::uint64_t{i} * 977), i);
  EXPECT_EQ(numbers.number(std::uint64_t{3} * 977), 3U);
  EXPECT_EQ(numbers.size(), 1000U);
}

}  // namespace
}  // namespace klartext
