#include "base/byte_scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace klartext {
namespace {

/// Long enough for a step of sixteen, a second one, and a rest that is looked at one by one; and for the far one.
constexpr std::size_t kLongest = 40;
constexpr std::size_t kFarthest = 150;

TEST(ByteScan, FindsACharacterWhereverItStands) {
  for (std::size_t size = 0; size <= kLongest; ++size) {
    for (std::size_t from = 0; from <= size; ++from) {
      const std::string none(size, 'x');
      EXPECT_EQ((find_any<'<', '>'>(none, from)), size);
      for (std::size_t place = from; place < size; ++place) {
        std::string text = none;
        text[place] = '>';
        EXPECT_EQ((find_any<'<', '>'>(text, from)), place) << size << " from " << from;
      }
    }
  }
}

TEST(ByteScan, FindsACharacterFarAway) {
  for (std::size_t size = 0; size <= kFarthest; ++size) {
    const std::string none(size, 'x');
    EXPECT_EQ((find_far<'<', '>'>(none, 0)), size);
    for (std::size_t place = 0; place < size; ++place) {
      std::string text = none;
      text[place] = '<';
      text.back() = '>';
      EXPECT_EQ((find_far<'<', '>'>(text, 0)), std::min(place, size - 1)) << size;
      EXPECT_EQ((find_far<'>'>(text, place)), size - 1) << size;
    }
  }
}

TEST(ByteScan, SkipsARunHoweverLong) {
  for (std::size_t size = 0; size <= kLongest; ++size) {
    for (std::size_t from = 0; from <= size; ++from) {
      const std::string all(size, ' ');
      EXPECT_EQ((skip_any<' ', '\n'>(all, from)), size);
      for (std::size_t place = from; place < size; ++place) {
        std::string text = all;
        text[place] = 'x';
        EXPECT_EQ((skip_any<' ', '\n'>(text, from)), place) << size << " from " << from;
      }
    }
  }
}

TEST(ByteScan, TakesTheFirstOfSeveral) {
  EXPECT_EQ((find_any<'"'>(R"(a "b" and then, farther off, "c")", 0)), 2U);
  EXPECT_EQ((find_any<'"'>(R"(a "b" and then, farther off, "c")", 3)), 4U);
  EXPECT_EQ((find_any<'"'>(R"(a "b" and then, farther off, "c")", 5)), 29U);
  EXPECT_EQ((skip_any<' ', '\n'>(" \n \n \n \n \n \n \n \n \n.. ", 0)), 18U);
}

TEST(ByteScan, TellsBytesBeyondAsciiApart) {
  const std::string text = "\xC3\xBC\xC2\xA0\x8D\x9F\xBC\xBE\xA0\x80\xFF\xC3\xA4\xC3\xB6\xC3\xBC<";
  EXPECT_EQ((find_any<' ', '\n', '\r', '<', '>'>(text, 0)), text.size() - 1);
}

}  // namespace
}  // namespace klartext
