#include "input/idn.h"

#include <gtest/gtest.h>

#include <vector>

namespace klartext {
namespace {

struct Case {
  std::string_view url;
  std::string_view ascii;
};

TEST(WithAsciiHost, EncodesLabelsBeyondAscii) {
  const std::vector<Case> cases = {
      {"https://www.example.org/m\u00FCll", "https://www.example.org/m\u00FCll"},
      {"https://m\u00FCller.de/", "https://xn--mller-kva.de/"},
      {"https://www.M\u00DCLLER.de:8080/a?b", "https://www.xn--mller-kva.de:8080/a?b"},
      {"http://b\u00FCcher.example", "http://xn--bcher-kva.example"},
      {"http://\u4F8B\u3048.\u30C6\u30B9\u30C8/", "http://xn--r8jz45g.xn--zckzah/"},
      {"http://xn--mller-kva.de/", "http://xn--mller-kva.de/"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(with_ascii_host(c.url), c.ascii) << c.url;
}

TEST(Punycode, MatchesTheSamplesOfTheRfc) {
  EXPECT_EQ(punycode(U"\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587"), "ihqwcrb4cv8a8dqg056pqjye");
  EXPECT_EQ(punycode(U"Pro\u010Dprost\u011Bnemluv\u00ED\u010Desky"), "Proprostnemluvesky-uyb24dma41a");
  EXPECT_EQ(punycode(U"\u3072\u3068\u3064\u5C4B\u6839\u306E\u4E0B2"), "2-u9tlzr9756bt3uc0v");
}

}  // namespace
}  // namespace klartext
