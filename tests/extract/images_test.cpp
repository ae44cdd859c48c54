#include <gtest/gtest.h>

#include "extract/caption_parts.h"

namespace klartext {
namespace {

struct CaptionCase {
  const char* text;
  std::optional<std::string> caption;
  std::optional<std::string> credit;
};

class SplitCaption : public testing::TestWithParam<CaptionCase> {};

TEST_P(SplitCaption, PartsCaptionAndCredit) {
  const auto parts = split_caption(GetParam().text);
  EXPECT_EQ(parts.caption, GetParam().caption);
  EXPECT_EQ(parts.credit, GetParam().credit);
}

INSTANTIATE_TEST_SUITE_P(
    Captions, SplitCaption,
    testing::Values(
        CaptionCase{"Der Zug im Tal. (Foto: Paul Ritter)", "Der Zug im Tal.", "Paul Ritter"},
        CaptionCase{"Der Zug im Tal. Foto: Paul Ritter", "Der Zug im Tal.", "Paul Ritter"},
        CaptionCase{"Der Zug im Tal", "Der Zug im Tal", std::nullopt},
        CaptionCase{"Der Zug im Tal. Foto: Paul Ritter (Pressebild)", "Der Zug im Tal.", "Paul Ritter (Pressebild)"},
        CaptionCase{"Photo: Supplied;", std::nullopt, "Supplied"}, CaptionCase{"Bild: dpa", std::nullopt, "dpa"},
        CaptionCase{"Er sagt: Der Zug fährt", "Er sagt: Der Zug fährt", std::nullopt},
        CaptionCase{"Der Zug im Tal. © Paul Ritter/dpa", "Der Zug im Tal.", "Paul Ritter/dpa"},
        CaptionCase{"Der Zug im Tal – © Paul Ritter", "Der Zug im Tal", "Paul Ritter"},
        CaptionCase{"© Paul Ritter", std::nullopt, "Paul Ritter"},
        CaptionCase{"Der Zug im Tal (© dpa)", "Der Zug im Tal", "dpa"},
        CaptionCase{"Le train. Crédit photo : Ville de Montfleur", "Le train.", "Ville de Montfleur"},
        CaptionCase{"The train (AP Photo/Jane Doe)", "The train", "AP Photo/Jane Doe"},
        CaptionCase{"The train, N.Y. (AP Photo/Jane T. Doe)", "The train, N.Y.", "AP Photo/Jane T. Doe"},
        CaptionCase{"The train passes. (Jane Doe)", "The train passes.", "Jane Doe"},
        CaptionCase{"The train [Reuters]", "The train", "Reuters"},
        CaptionCase{"The train, Pennine Way (UK)", "The train, Pennine Way (UK)", std::nullopt},
        CaptionCase{"Der Zug von vorn (rechtes Bild)", "Der Zug von vorn (rechtes Bild)", std::nullopt},
        CaptionCase{"The train. Photo by Jane Doe on Unsplash", "The train.", "Jane Doe on Unsplash"},
        CaptionCase{"He took this photo by chance", "He took this photo by chance", std::nullopt},
        CaptionCase{"Le train dans la vallée. JANE DOE / AFP", "Le train dans la vallée.", "JANE DOE / AFP"},
        CaptionCase{"The train. Jane Doe/E+ via Getty Images", "The train.", "Jane Doe/E+ via Getty Images"},
        CaptionCase{"The train. It runs to Ely", "The train. It runs to Ely", std::nullopt},
        CaptionCase{"", std::nullopt, std::nullopt}));

}  // namespace
}  // namespace klartext
