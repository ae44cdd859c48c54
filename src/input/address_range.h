// Which network addresses are public.
#pragma once

#include <sys/socket.h>

#include <string>

namespace klartext {

/// True for an address of the public internet; false for loopback, private, link-local, shared, multicast, reserved and
/// documentation ranges of IPv4 and IPv6, also where an IPv6 address wraps an IPv4 one (mapped, 6to4, NAT64, Teredo).
bool is_public_address(const sockaddr& address);

/// "192.168.0.1" or "fe80::1".
std::string address_text(const sockaddr& address);

}  // namespace klartext
