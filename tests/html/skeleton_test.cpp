// Numbers of texts far beyond what one character counts, and the way back from places in the markup.
#include "html/skeleton.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

using Reading = Skeleton::Reading;

std::string read(const Skeleton& skeleton, std::string_view parsed) {
  return std::string(SkeletonReader(skeleton).text(parsed));
}

TEST(Skeleton, FindsEveryText) {
  constexpr std::size_t kCount = 100'000;
  std::string page;
  for (std::size_t i = 0; i < kCount; ++i) page += "a" + std::to_string(i + kCount);
  constexpr std::size_t kLength = 7;
  Skeleton skeleton;
  std::vector<std::string> stand_ins;
  for (std::size_t i = 0; i < kCount; ++i) {
    const std::size_t before = skeleton.markup.size();
    skeleton.add_text(std::string_view(page).substr(i * kLength, kLength), Reading::markup);
    stand_ins.emplace_back(skeleton.markup.view().substr(before));
  }
  SkeletonReader reader(skeleton);
  for (std::size_t i = 0; i < kCount; ++i) ASSERT_EQ(reader.text(stand_ins[i]), "a" + std::to_string(i + kCount));
  EXPECT_EQ(read(skeleton, stand_ins.front() + " " + stand_ins.back() + "\n"), "a100000 a199999\n");
}

TEST(Skeleton, DecodesTextAsItWasToBeRead) {
  Skeleton skeleton;
  skeleton.add_text("a&amp;\r\n&#13;b&copy=", Reading::markup);
  const std::string first(skeleton.markup.view());
  skeleton.add_text("&amp;\r", Reading::raw);
  EXPECT_EQ(read(skeleton, first), "a&\n\rb\u00A9=");
  EXPECT_EQ(read(skeleton, skeleton.markup), "a&\n\rb\u00A9=&amp;\n");
}

TEST(Skeleton, LeavesAloneWhatStandsForNothing) {
  Skeleton skeleton;
  skeleton.add_text("a", Reading::markup);
  EXPECT_EQ(read(skeleton, "\U000F0001\U00100000\xF3"), "\U000F0001\xF3");
  EXPECT_EQ(read(skeleton, "\U0001F600 b"), "\U0001F600 b");
}

TEST(Skeleton, FindsAttributesInAnyOrder) {
  Skeleton skeleton;
  for (const std::size_t tag : {3U, 10U, 20U}) {
    const std::size_t first = skeleton.attributes.size();
    if (tag != 10) skeleton.add_attribute(Attribute::id, tag == 3 ? "a" : "b&lt;&lt");
    skeleton.tag_ends(tag, first);
  }
  SkeletonReader reader(skeleton);
  const auto id = [&](std::size_t tag) {
    const auto attributes = reader.attributes(tag);
    return attributes.empty() ? std::string("none") : std::string(reader.value(*attributes.begin()));
  };
  EXPECT_EQ(id(20), "b<<");
  EXPECT_EQ(id(3), "a");
  EXPECT_EQ(id(10), "none");
  EXPECT_EQ(id(20), "b<<");
  EXPECT_EQ(id(0), "none");
  EXPECT_EQ(id(99), "none");
}

}  // namespace
}  // namespace klartext
