#include "extract/images.h"

#include <gtest/gtest.h>

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
    testing::Values(CaptionCase{"Der Zug im Tal. (Foto: Paul Ritter)", "Der Zug im Tal.", "Paul Ritter"},
                    CaptionCase{"Der Zug im Tal. Foto: Paul Ritter", "Der Zug im Tal.", "Paul Ritter"},
                    CaptionCase{"Der Zug im Tal", "Der Zug im Tal", std::nullopt},
                    CaptionCase{"Der Zug im Tal. Foto: Paul Ritter (Pressebild)", "Der Zug im Tal.",
                                "Paul Ritter (Pressebild)"},
                    CaptionCase{"Photo: Supplied;", std::nullopt, "Supplied"},
                    CaptionCase{"Bild: dpa", std::nullopt, "dpa"},
                    CaptionCase{"Er sagt: Der Zug fährt", "Er sagt: Der Zug fährt", std::nullopt},
                    CaptionCase{"", std::nullopt, std::nullopt}));

}  // namespace
}  // namespace klartext
