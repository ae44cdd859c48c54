#include "extract/title_noise.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

TEST(TitleNoise, GoesFromBothEnds) {
  EXPECT_EQ(without_noise("Container für den Rat (669 Kommentare)"), "Container für den Rat");
  EXPECT_EQ(without_noise("Council meets (3 comments)"), "Council meets");
  EXPECT_EQ(without_noise("Der Rat tagt | mehr"), "Der Rat tagt");
  EXPECT_EQ(without_noise("» Der Rat tagt"), "Der Rat tagt");
  EXPECT_EQ(without_noise("Der Rat tagt ›"), "Der Rat tagt");
  EXPECT_EQ(without_noise("Der Rat tagt 02:31"), "Der Rat tagt");
}

TEST(TitleNoise, DateBeforeTheHeadlineGoes) {
  EXPECT_EQ(without_date_before("03.05.2025 - Rat beschließt Ordnung"), "Rat beschließt Ordnung");
  EXPECT_EQ(without_date_before("3. Mai 2025: Rat beschließt Ordnung"), "Rat beschließt Ordnung");
  EXPECT_EQ(without_date_before("3. Mai 2025"), "3. Mai 2025");
  EXPECT_EQ(without_date_before("3. Mai 2025 ändert alles"), "3. Mai 2025 ändert alles");
  EXPECT_EQ(without_date_before("24 Hours in Bonn"), "24 Hours in Bonn");
}

TEST(TitleNoise, LeavesHeadlinesAlone) {
  EXPECT_EQ(without_noise("Der Rat (1. Teil)"), "Der Rat (1. Teil)");
  EXPECT_EQ(without_noise("Budget 3.0 | Mehr Geld für Schulen"), "Budget 3.0 | Mehr Geld für Schulen");
  EXPECT_EQ(without_noise("Heimsieg mit 3:1"), "Heimsieg mit 3:1");
  EXPECT_EQ(without_noise("Kiel schlägt Oberwied 31:28"), "Kiel schlägt Oberwied 31:28");
  EXPECT_EQ(without_noise("»Der Rat tagt«"), "»Der Rat tagt«");
  EXPECT_EQ(without_noise("»"), "»");
}

}  // namespace
}  // namespace klartext
