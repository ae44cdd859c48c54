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
    testing::Values(
        NamesCase{"Von Anna Beispiel und Ben Muster", {"Anna Beispiel", "Ben Muster"}},
        NamesCase{"By Jane Doe, John Roe and Kim Poe", {"Jane Doe", "John Roe", "Kim Poe"}},
        NamesCase{"Jane Doe", {"Jane Doe"}}, NamesCase{"Abby Byron", {"Abby Byron"}},
        NamesCase{"Jane Doe, Staff Writer", {"Jane Doe"}}, NamesCase{"Jane Doe, Jane Doe", {"Jane Doe"}},
        NamesCase{"Jane Doe (Berlin)", {"Jane Doe"}}, NamesCase{"jane@example.org", {}},
        NamesCase{"https://example.org/jane", {}}, NamesCase{"", {}}, NamesCase{"Андрей Пример", {"Андрей Пример"}},
        NamesCase{"Anna • Ben · Cara", {"Anna", "Ben", "Cara"}},
        NamesCase{"Posted on September 21, 2020 by Jane Doe", {"Jane Doe"}},
        NamesCase{"Von R. R. am 7. August 2013", {"R. R."}},
        NamesCase{"Ein Artikel von Anna Beispiel | 27.01.2022 - 12:45", {"Anna Beispiel"}},
        NamesCase{"Mehr Artikel von Anna Beispiel", {"Anna Beispiel"}},
        NamesCase{"Jane Doe, DVM. Reviewed by John Roe", {"Jane Doe"}}, NamesCase{"Jane Doe PhD, CPA", {"Jane Doe"}},
        NamesCase{"Yo-Yo Ma", {"Yo-Yo Ma"}}, NamesCase{"Jane Doe, Sr. Director of Operations", {"Jane Doe"}},
        NamesCase{"Peter Muster/dpa", {"Peter Muster"}}, NamesCase{"dpa/hei", {"dpa/hei"}},
        NamesCase{"\"Jane Doe\"", {"Jane Doe"}}, NamesCase{"ByJane Doe", {"Jane Doe"}},
        NamesCase{"Byron Doe", {"Byron Doe"}}, NamesCase{"© Anna Beispiel", {"Anna Beispiel"}},
        NamesCase{"Redaktion", {"Redaktion"}}, NamesCase{"admin", {}}, NamesCase{"Nachrichten", {}},
        NamesCase{"page.head.extra.author", {}}, NamesCase{"By Jane Doe December 2, 2025", {"Jane Doe"}},
        NamesCase{"Anna Beispiel 3. Mai 2025, 14:30 Uhr", {"Anna Beispiel"}}, NamesCase{"Dan Brown", {"Dan Brown"}},
        NamesCase{"ANNA UND BEN", {"ANNA", "BEN"}}, NamesCase{"Jane Doe in Politics", {"Jane Doe"}},
        NamesCase{"Anna Beispiel aus Oberwied", {"Anna Beispiel"}},
        NamesCase{"Anna von der Heide", {"Anna von der Heide"}},
        NamesCase{"Mouse in the House", {"Mouse in the House"}},
        NamesCase{"Center for River Research and Engineering", {"Center for River Research and Engineering"}},
        NamesCase{"Jane Doe, CEPX®", {"Jane Doe"}}, NamesCase{"Anna Beispiel, NDX Oberwied", {"Anna Beispiel"}},
        NamesCase{"JANE DOE, KIM POE", {"JANE DOE", "KIM POE"}},
        NamesCase{"Anna Beispiel, dpa", {"Anna Beispiel", "dpa"}}, NamesCase{"Wolke7", {"Wolke7"}},
        NamesCase{"Von unserem Redakteur Ben Muster", {"Ben Muster"}},
        NamesCase{"Reporterin Anna Beispiel", {"Anna Beispiel"}},
        NamesCase{"Por Anna Beispiel, g3 Norte — Vale Verde", {"Anna Beispiel"}},
        NamesCase{"Anna Beispiel – Ben Muster", {"Anna Beispiel", "Ben Muster"}},
        NamesCase{"Kirjoittaja: Anna Beispiel Julkaistu 14.11.2022", {"Anna Beispiel"}},
        NamesCase{"Автор: Мария Пример", {"Мария Пример"}}, NamesCase{"Piše: Ana Primjer", {"Ana Primjer"}},
        NamesCase{"Reporting by Jane Doe; Editing by John Roe", {"Jane Doe"}},
        NamesCase{"EFE / Redacción", {"EFE", "Redacción"}}, NamesCase{"publisher", {}}, NamesCase{"link78", {}},
        NamesCase{"AuthorJane Doe", {"Jane Doe"}}));

TEST(PersonNames, BylinesAreToldFromOtherCredits) {
  for (const char* byline :
       {"By Jane Doe", "Written by Jane Doe", "Ein Beitrag von Anna Beispiel", "Autor: Anna", "ByJane Doe"}) {
    EXPECT_TRUE(begins_with_byline(byline)) << byline;
  }
  for (const char* other : {"Edited by Jane Doe", "Reviewed by: Jane Doe", "Byron wrote", "Jane Doe", "By", ""}) {
    EXPECT_FALSE(begins_with_byline(other)) << other;
  }
  EXPECT_TRUE(ends_in_other_credit("Edited by: "));
}

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
