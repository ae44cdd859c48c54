// The special-purpose registries of IANA (RFC 6890 and what was added to them) as two tables of prefixes.
#include "input/address_range.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace klartext {
namespace {

struct Ipv4Range {
  std::uint32_t address;
  int bits;
};

constexpr std::uint32_t ipv4(std::uint32_t a, std::uint32_t b, std::uint32_t c = 0, std::uint32_t d = 0) {
  return a << 24U | b << 16U | c << 8U | d;
}

constexpr std::array kSpecialIpv4 = std::to_array<Ipv4Range>({
    {ipv4(0, 0), 8},          // this network
    {ipv4(10, 0), 8},         // private
    {ipv4(100, 64), 10},      // shared by carriers
    {ipv4(127, 0), 8},        // loopback
    {ipv4(169, 254), 16},     // link-local; metadata services of clouds
    {ipv4(172, 16), 12},      // private
    {ipv4(192, 0, 0), 24},    // protocol assignments
    {ipv4(192, 0, 2), 24},    // documentation
    {ipv4(192, 88, 99), 24},  // 6to4 relays
    {ipv4(192, 168), 16},     // private
    {ipv4(198, 18), 15},      // benchmarks
    {ipv4(198, 51, 100), 24},
    {ipv4(203, 0, 113), 24},
    {ipv4(224, 0), 4},  // multicast
    {ipv4(240, 0), 4},  // reserved, broadcast
});

using Ipv6 = std::array<std::uint8_t, 16>;

struct Ipv6Range {
  std::array<std::uint8_t, 12> prefix;  ///< no range of the table is longer, but ::1
  int bits;
};

constexpr std::array kSpecialIpv6 = std::to_array<Ipv6Range>({
    {{0x01}, 8},                     // 100::/8, discard
    {{0x20, 0x01, 0x00, 0x00}, 23},  // 2001::/23, protocol assignments, Teredo
    {{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    {{0x3F, 0xFF}, 20},              // documentation
    {{0x5F, 0x00}, 16},              // segment routing
    {{0xFC}, 7},                     // private
    {{0xFE, 0x80}, 10},              // link-local
    {{0xFE, 0xC0}, 10},              // site-local
    {{0xFF}, 8},                     // multicast
});

/// IPv6 prefixes that wrap an IPv4 address, and the byte where it stands.
struct Wrapped {
  std::array<std::uint8_t, 12> prefix;
  int bits;
  std::size_t offset;
};

constexpr std::array kWrapped = std::to_array<Wrapped>({
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96, 12},  // ::ffff:0:0/96
    {{0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96, 12},        // ::ffff:0:0:0/96
    {{0, 0x64, 0xFF, 0x9B}, 96, 12},                       // NAT64
    {{0, 0x64, 0xFF, 0x9B, 0, 1}, 48, 12},                 // NAT64, local use
    {{0x20, 0x02}, 16, 2},                                 // 6to4
    {{}, 96, 12},                                          // ::/96: unspecified, loopback and the old compatible form
});

bool is_public(std::uint32_t address) {
  return std::none_of(kSpecialIpv4.begin(), kSpecialIpv4.end(), [&](const auto& range) {
    return (address ^ range.address) >> static_cast<unsigned>(32 - range.bits) == 0;
  });
}

bool has_prefix(const Ipv6& address, std::span<const std::uint8_t> prefix, int bits) {
  for (std::size_t at = 0; at < prefix.size() && bits > 0; ++at, bits -= 8) {
    const auto ignored = static_cast<unsigned>(std::max(0, 8 - bits));
    if ((address[at] ^ prefix[at]) >> ignored != 0) return false;
  }
  return true;
}

std::uint32_t ipv4_at(const Ipv6& address, std::size_t offset) {
  return ipv4(address[offset], address[offset + 1], address[offset + 2], address[offset + 3]);
}

bool is_public(const Ipv6& address) {
  for (const auto& wrapped : kWrapped) {
    if (has_prefix(address, wrapped.prefix, wrapped.bits)) return is_public(ipv4_at(address, wrapped.offset));
  }
  return std::none_of(kSpecialIpv6.begin(), kSpecialIpv6.end(),
                      [&](const auto& range) { return has_prefix(address, range.prefix, range.bits); });
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    return is_public(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  Ipv6 bytes{};
  std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, bytes.size());
  return is_public(bytes);
}

std::string address_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = address.sa_family == AF_INET
                          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in&>(address).sin_addr)
                          : static_cast<const void*>(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  const char* written = inet_ntop(address.sa_family, bytes, text.data(), static_cast<socklen_t>(text.size()));
  return written == nullptr ? "an unknown address" : written;
}

}  // namespace klartext
