#include "extract/person_names.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

struct NamesCase {
  const char* text;
  std::vector<std::string> names;
};

class AuthorNames : public testing::TestWithParam<NamesCase> {};

TEST_P(AuthorNames, ArePartedAndCleaned) { EXPECT_EQ(author_names(GetParam().text), GetParam().names); }

INSTANTIATE_TEST_SUITE_P(
    Bylines, AuthorNames,
    testing::Values(NamesCase{"Von Anna Beispiel und Ben Muster", {"Anna Beispiel", "Ben Muster"}},
                    NamesCase{"By Jane Doe, John Roe and Kim Poe", {"Jane Doe", "John Roe", "Kim Poe"}},
                    NamesCase{"Jane Doe", {"Jane Doe"}}, NamesCase{"Abby Byron", {"Abby Byron"}},
                    NamesCase{"Jane Doe, Staff Writer", {"Jane Doe"}}, NamesCase{"Jane Doe, Jane Doe", {"Jane Doe"}},
                    NamesCase{"Jane Doe (Berlin)", {"Jane Doe"}}, NamesCase{"jane@example.org", {}},
                    NamesCase{"https://example.org/jane", {}}, NamesCase{"", {}}));

TEST(PersonNames, TellPersonsSignsAndOrganizationsApart) {
  EXPECT_TRUE(looks_like_person("Anna Beispiel"));
  EXPECT_FALSE(looks_like_person("Anna"));
  EXPECT_FALSE(looks_like_person("der Bericht zeigt"));
  EXPECT_TRUE(looks_like_initials("sib"));
  EXPECT_FALSE(looks_like_initials("dpa"));
  EXPECT_TRUE(looks_like_organization("dpa"));
  EXPECT_TRUE(looks_like_organization("Redaktion Wirtschaft"));
  EXPECT_FALSE(looks_like_organization("Anna Beispiel"));
}

}  // namespace
}  // namespace klartext
