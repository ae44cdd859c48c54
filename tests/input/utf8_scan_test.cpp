// Blocks of sixty-four bytes and single characters have to be read alike, wherever a sequence stands.
#include "input/utf8_scan.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

struct Case {
  std::string_view bytes;
  std::size_t multi_byte;
  std::size_t broken;
};

constexpr Case kCases[] = {
    {"\xC3\xA4", 1, 0},
    {"\xE2\x82\xAC", 1, 0},
    {"\xF0\x9F\x98\x80", 1, 0},
    {"\xE0\xA4\x85\xED\x95\x9C", 2, 0},
    {"\xC3\xA4\xE2\x82\xAC\xD0\xB6\xE4\xB8\xAD", 4, 0},
    {"\xC3", 0, 1},              // nothing behind it
    {"\xA4", 0, 1},              // nothing before it
    {"\xC3\xA4\xA4", 1, 1},      // one too many
    {"\xE2\x82", 0, 1},          // one too few
    {"\xE2\xC3\xA4", 1, 1},      // … and another begins
    {"\xC0\x80\xC1\xBF", 0, 4},  // overlong
    {"\xE0\x80\x80", 0, 3},      // overlong
    {"\xED\xA0\x80", 0, 3},      // a surrogate
    {"\xF0\x80\x80\x80", 0, 4},  // overlong
    {"\xF4\x90\x80\x80", 0, 4},  // beyond U+10FFFF
    {"\xF5\x80\xFF", 0, 3},      // no lead bytes
    {"\xF1\x80\x80", 0, 1},      // one too few
};

TEST(Utf8Scan, ReadsSequencesAlikeWhereverTheyStand) {
  for (const Case& c : kCases) {
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::size_t behind : {1U, 70U, 200U}) {
        const std::string page = std::string(before, 'x') + std::string(c.bytes) + std::string(behind, 'x');
        const Utf8Scan scan = scan_utf8(page);
        ASSERT_EQ(scan.multi_byte, c.multi_byte) << before << " before " << c.bytes;
        ASSERT_EQ(scan.broken, c.broken) << before << " before " << c.bytes;
        ASSERT_FALSE(scan.cut_off);
        ASSERT_FALSE(scan.has_nul);
      }
    }
  }
}

TEST(Utf8Scan, CountsEverySequenceOfALongText) {
  for (const std::string_view sequence : {"\xC3\xA4", "\xE2\x82\xAC", "\xE0\xA4\x85", "\xF0\x9F\x98\x80"}) {
    for (std::size_t before = 0; before < 70; ++before) {
      std::string page(before, 'x');
      for (int i = 0; i < 300; ++i) page += sequence;
      EXPECT_EQ(scan_utf8(page).multi_byte, 300U);
      EXPECT_TRUE(scan_utf8(page).clean());
      page.pop_back();
      EXPECT_TRUE(scan_utf8(page).cut_off);
      EXPECT_EQ(scan_utf8(page).multi_byte, 299U);
      EXPECT_EQ(scan_utf8(page).broken, 0U);
    }
  }
}

TEST(Utf8Scan, NoticesNulWhereverItStands) {
  for (std::size_t place = 0; place < 200; ++place) {
    for (const char* other : {"x", "\xC3\xA4"}) {
      std::string page;
      while (page.size() < 200) page += other;
      page[place] = '\0';
      EXPECT_TRUE(scan_utf8(page).has_nul) << place;
    }
  }
}

}  // namespace
}  // namespace klartext
