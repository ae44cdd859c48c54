#include "input/meta_refresh.h"

#include <gtest/gtest.h>

#include <vector>

namespace klartext {
namespace {

struct Case {
  std::string_view page;
  std::string_view target;  ///< empty: none
};

TEST(MetaRefreshTarget, FollowsOnlyWhatLeadsOnAtOnce) {
  const std::vector<Case> cases = {
      {"<meta http-equiv=refresh content='0; url=/b'>", "https://a.example/b"},
      {"<META HTTP-EQUIV=\"Refresh\" CONTENT=\"5;URL='b'\">", "https://a.example/x/b"},
      {"<meta http-equiv=refresh content='0;url=https://b.example/'>", "https://b.example/"},
      {"<meta http-equiv=refresh content='0, /b'>", "https://a.example/b"},
      {"<meta http-equiv=refresh content='; url=/b'>", "https://a.example/b"},
      {"<meta http-equiv=refresh content='0.5 url = /b'>", "https://a.example/b"},
      {"<meta http-equiv=refresh content='6; url=/b'>", ""},
      {"<meta http-equiv=refresh content='300'>", ""},
      {"<meta http-equiv=refresh content='0'>", ""},
      {"<meta http-equiv=refresh content=''>", ""},
      {"<meta http-equiv=refresh content='0; url=/x/a'>", ""},
      {"<meta http-equiv=refresh content='0; url=javascript:x'>", ""},
      {"<meta http-equiv=refresh content='0; url=\"/b'>", "https://a.example/b"},
      {"<meta name=refresh content='0; url=/b'>", ""},
      {"<!-- <meta http-equiv=refresh content='0; url=/b'> -->", ""},
      {"<noscript><meta http-equiv=refresh content='0; url=/b'></noscript>", ""},
      {"<noscript>x</noscript><meta http-equiv=refresh content='0; url=/b'>", "https://a.example/b"},
      {"", ""},
  };
  for (const auto& c : cases)
    EXPECT_EQ(meta_refresh_target(c.page, "https://a.example/x/a").value_or(""), c.target) << c.page;
}

}  // namespace
}  // namespace klartext
