#include "input/address_range.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>

namespace klartext {
namespace {

struct Case {
  const char* address;
  bool is_public;
};

sockaddr_storage parsed(const char* text) {
  sockaddr_storage storage = {};
  auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
  auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) {
    storage.ss_family = AF_INET;
  } else if (inet_pton(AF_INET6, text, &v6.sin6_addr) == 1) {
    storage.ss_family = AF_INET6;
  }
  return storage;
}

TEST(IsPublicAddress, KnowsTheSpecialRanges) {
  const std::vector<Case> cases = {
      {"93.184.216.34", true},
      {"8.8.8.8", true},
      {"0.0.0.0", false},
      {"0.1.2.3", false},
      {"10.0.0.1", false},
      {"100.63.0.1", true},
      {"100.64.0.1", false},
      {"127.0.0.1", false},
      {"127.255.255.255", false},
      {"169.254.169.254", false},
      {"172.15.0.1", true},
      {"172.16.0.1", false},
      {"172.31.255.255", false},
      {"172.32.0.1", true},
      {"192.168.1.1", false},
      {"192.169.0.1", true},
      {"198.18.0.1", false},
      {"198.20.0.1", true},
      {"224.0.0.1", false},
      {"255.255.255.255", false},
      {"203.0.113.5", false},
      {"2606:4700::1111", true},
      {"2a00:1450::1", true},
      {"::1", false},
      {"::", false},
      {"fe80::1", false},
      {"fec0::1", false},
      {"fc00::1", false},
      {"fdff::1", false},
      {"ff02::1", false},
      {"2001:db8::1", false},
      {"2001::1", false},
      {"::ffff:127.0.0.1", false},
      {"::ffff:10.1.1.1", false},
      {"::ffff:8.8.8.8", true},
      {"64:ff9b::127.0.0.1", false},
      {"64:ff9b::8.8.8.8", true},
      {"2002:7f00:1::", false},
      {"2002:808:808::", true},
      {"::127.0.0.1", false},
      {"::ffff:0:127.0.0.1", false},
  };
  for (const auto& c : cases) {
    const auto address = parsed(c.address);
    ASSERT_NE(address.ss_family, 0) << c.address;
    EXPECT_EQ(is_public_address(reinterpret_cast<const sockaddr&>(address)), c.is_public) << c.address;
    if (std::strchr(c.address, ':') == nullptr) {
      EXPECT_EQ(address_text(reinterpret_cast<const sockaddr&>(address)), c.address);
    }
  }
}

TEST(IsPublicAddress, RefusesOtherFamilies) {
  sockaddr address = {};
  address.sa_family = AF_UNIX;
  EXPECT_FALSE(is_public_address(address));
}

}  // namespace
}  // namespace klartext
