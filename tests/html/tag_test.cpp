#include "html/tag.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

TEST(Tag, NamesLeadBackToTheirNumbers) {
  for (int i = 0; i < static_cast<int>(Tag::text); ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(tag_from_name(tag_name(tag)), tag) << tag_name(tag);
  }
  for (int i = 0; i < static_cast<int>(Attribute::count_); ++i) {
    const auto attribute = static_cast<Attribute>(i);
    EXPECT_EQ(attribute_from_name(attribute_name(attribute)), attribute) << attribute_name(attribute);
  }
}

TEST(Tag, NamesAreFoundInAnyCase) {
  EXPECT_EQ(tag_from_name("BlockQuote"), Tag::blockquote);
  EXPECT_EQ(attribute_from_name("DATA-SRC"), Attribute::data_src);
  EXPECT_EQ(attribute_from_name("class"), Attribute::class_);
}

TEST(Tag, OtherNamesAreNone) {
  for (const char* name : {"", "x", "blink", "my-card", "text", "custom", "other", "#text", "div ", "h7"}) {
    EXPECT_FALSE(tag_from_name(name)) << name;
  }
  for (const char* name : {"", "onclick", "class_", "data-srcs", "http_equiv", "count_"}) {
    EXPECT_FALSE(attribute_from_name(name)) << name;
  }
}

TEST(Tag, Traits) {
  EXPECT_EQ(tag_name(Tag::text), "#text");
  EXPECT_EQ(tag_name(Tag::custom), "custom");
  EXPECT_EQ(tag_name(Tag::other), "other");
  EXPECT_TRUE(is_block(Tag::p));
  EXPECT_TRUE(is_block(Tag::custom));
  EXPECT_FALSE(is_block(Tag::span));
  EXPECT_FALSE(is_block(Tag::text));
  EXPECT_FALSE(is_block(Tag::other));
  EXPECT_EQ(heading_level(Tag::h1), 1);
  EXPECT_EQ(heading_level(Tag::h6), 6);
  EXPECT_EQ(heading_level(Tag::head), 0);
}

}  // namespace
}  // namespace klartext
