#include "sites/profile.h"

#include <gtest/gtest.h>

#include <array>

namespace klartext {
namespace {

TEST(Profile, EmbeddedOnesAreSound) {
  const auto& profiles = site_profiles();
  ASSERT_TRUE(profiles) << profiles.error().message;
  ASSERT_EQ(profiles->size(), 3U);
  EXPECT_EQ((*profiles)[0].name, "kommune21");
}

TEST(Profile, LikeTakesOverWhatIsNotGiven) {
  const auto& profiles = site_profiles();
  ASSERT_TRUE(profiles);
  for (const Profile& profile : *profiles) {
    EXPECT_TRUE(profile.related.open("Weitere Meldungen und Beiträge aus dem Bereich Panorama")) << profile.name;
    EXPECT_EQ(profile.language, "de") << profile.name;
  }
}

TEST(Profile, DamagedFilesNameTheirPlace) {
  struct Case {
    std::string_view json, told;
  };
  constexpr Case kCases[] = {
      {"{", "is not a JSON object"},
      {"[]", "is not a JSON object"},
      {R"({"name": 7})", "\"name\" must be a non-empty string"},
      {R"({"hosts": "a.de"})", "\"hosts\" must be a list of non-empty strings"},
      {R"({"hosts": [""]})", "\"hosts\" must be a list of non-empty strings"},
      {R"({"colour": "red"})", "unknown key \"colour\""},
      {R"({"weights": {"dated": "2"}})", "\"weights.dated\" must be a whole number"},
      {R"({"weights": {"luck": 2}})", "unknown key \"luck\""},
      {R"({"name": "a", "like": "nobody"})", "there is no profile \"nobody\""},
      {R"({"name": "a", "site": "A"})", "\"language\" is missing"},
  };
  for (const auto& c : kCases) {
    const std::array files = {EmbeddedFile{"test", c.json}};
    const auto profiles = parse_profiles(files);
    ASSERT_FALSE(profiles) << c.json;
    EXPECT_EQ(profiles.error().code, ErrorCode::profile);
    EXPECT_NE(profiles.error().message.find("test.json"), std::string::npos) << profiles.error().message;
    EXPECT_NE(profiles.error().message.find(c.told), std::string::npos) << profiles.error().message;
  }
}

}  // namespace
}  // namespace klartext
