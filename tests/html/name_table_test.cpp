#include "html/name_table.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

constexpr std::array kNames =
    std::to_array<std::string_view>({"a", "h1", "div", "span", "title", "strong", "section", "textarea", "figcaption",
                                     "annotation-xml", "data-lazy-srcset", "a-name-of-more-than-sixteen-letters"});
constexpr NameTable kTable(kNames);

TEST(NameTable, FindsEachInAnyCase) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    std::string capitals(kNames[i]);
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    EXPECT_EQ(kTable.find(kNames[i]), i);
    EXPECT_EQ(kTable.find(capitals), i) << capitals;
    const std::string page = capitals + "=\"and what else\"";
    EXPECT_EQ(kTable.find(std::string_view(page).substr(0, capitals.size()), page.size()), i) << page;
    EXPECT_EQ(kTable.name(i), kNames[i]);
  }
}

/// Every byte in every place of every name: none but the letter in its two cases is taken for it.
TEST(NameTable, TakesNoOtherNameForOne) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    for (std::size_t place = 0; place < kNames[i].size(); ++place) {
      std::string name(kNames[i]);
      for (int byte = 0; byte < 256; ++byte) {
        name[place] = static_cast<char>(byte);
        const std::size_t expected = lowered(name[place]) == kNames[i][place] ? i : kNames.size();
        EXPECT_EQ(kTable.find(name), expected) << name;
        const std::string page = name + std::string(NameKey::kLetters, 'x');
        EXPECT_EQ(kTable.find(std::string_view(page).substr(0, name.size()), page.size()), expected) << name;
      }
    }
  }
  for (const char* name : {"", "di", "divs", "sspan", "textareas", "annotation--xml", "figcaptio"}) {
    EXPECT_EQ(kTable.find(name), kNames.size()) << name;
  }
}

}  // namespace
}  // namespace klartext
