// Addresses: RFC 3986 reference resolution as browsers do it (WHATWG URL, the part that http pages need).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klartext {

/// `reference` (as printed in an attribute, surrounding white space allowed) made absolute against `base`.
/// Blanks, controls and non-ASCII characters are percent-encoded as browsers do; default ports dropped, host lowered,
/// dot segments resolved. Without a usable base a relative reference is returned cleaned but relative.
/// nullopt: empty, "#…" alone, or a scheme other than http(s) (javascript:, mailto:, data:, tel:, blob:).
std::optional<std::string> resolve_url(std::string_view base, std::string_view reference);

/// True for an absolute http or https address with a host.
bool is_http_url(std::string_view url);

/// Parts of an absolute http(s) address, as slices of it; empty where missing.
struct WebAddress {
  std::string_view host;
  std::string_view path;
  std::string_view behind_path;  ///< "?id=5#top": query and fragment with their marks

  bool operator==(const WebAddress&) const = default;
};
WebAddress web_address(std::string_view url);
/// The address that `resolve_url` would give, where most references allow to tell its parts without writing it out, as
/// slices of `base` and `reference`; empty for all others.
WebAddress address_as_written(std::string_view base, std::string_view reference);
inline std::string_view url_host(std::string_view url) { return web_address(url).host; }
inline std::string_view url_path(std::string_view url) { return web_address(url).path; }

/// A host without "www.".
std::string_view without_www(std::string_view host);
inline std::string_view site_host(std::string_view url) { return without_www(url_host(url)); }

/// Host without its first labels: "kommune21.de" for "www.kommune21.de", "bbc.co.uk" for "news.bbc.co.uk".
std::string_view domain_of_host(std::string_view host);
inline std::string_view registrable_domain(std::string_view url) { return domain_of_host(url_host(url)); }

/// Address for comparing: without scheme, "www.", fragment, tracking parameters and trailing slash, lower-cased.
/// Two addresses of one article that differ in tracking parameters compare equal; "?id=5" and "?id=6" do not.
std::string comparable_url(std::string_view url);
std::string comparable_url(const WebAddress& address);

/// For two of `comparable_url`: equal, or one has further parameters behind the other ("?page=2", "?print=1").
bool same_page(std::string_view key, std::string_view other);

/// "%C3%BC" decoded where the result is valid UTF-8; for showing and for comparing words.
std::string percent_decode(std::string_view text);

}  // namespace klartext
