// Host names beyond ASCII, as name servers know them.
#pragma once

#include <string>
#include <string_view>

namespace klartext {

/// An http(s) address with the labels of its host in ASCII: "https://xn--mller-kva.de/" for "https://Müller.de/".
/// Others are given back as they are. (libcurl does this only where the locale is UTF-8.)
std::string with_ascii_host(std::string_view url);

/// RFC 3492: "mller-kva" for "müller".
std::string punycode(std::u32string_view label);

}  // namespace klartext
