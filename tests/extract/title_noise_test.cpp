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
