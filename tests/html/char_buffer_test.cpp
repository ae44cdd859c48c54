#include "html/char_buffer.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

TEST(CharBuffer, HoldsWhatWasAdded) {
  const std::string page = "<figcaption class=\"a\">and then some";
  CharBuffer buffer;
  std::string expected;
  for (std::size_t round = 0; round < 100; ++round) {
    for (std::size_t size = 0; size <= page.size(); ++size) {
      const std::string_view piece = std::string_view(page).substr(0, size);
      buffer.append(piece, round % 2 == 0 ? page.size() : size);
      buffer += '>';
      buffer += piece;
      expected.append(piece).append(">").append(piece);
    }
  }
  EXPECT_EQ(buffer.view(), expected);
  EXPECT_EQ(buffer.size(), expected.size());
}

TEST(CharBuffer, TakesAPieceInBetween) {
  CharBuffer buffer;
  for (const char* expected : {"a", "ab", "acb", "accb", "acccb"}) {
    if (buffer.size() < 2) {
      buffer.append(buffer.size() == 0 ? "a" : "b");
    } else {
      buffer.insert(1, "c");
    }
    EXPECT_EQ(buffer.view(), expected);
  }
  buffer.insert(buffer.size(), "d");
  EXPECT_EQ(buffer.view(), "acccbd");
}

}  // namespace
}  // namespace klartext
