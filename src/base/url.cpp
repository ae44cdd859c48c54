// Reference resolution as browsers do it, for the addresses of pages: http and https.
//
// One parse into parts (scheme, authority, path, query, fragment), one merge with the base's parts, one serialization
// that percent-encodes what WHATWG's sets say. Percent escapes, '+' and letters of the path stay as they were written.
// Most addresses of a page are written as they would be serialized: one look at each character finds that out, and is
// nearly all that they cost.
#include "base/url.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "base/unicode.h"

namespace klartext {
namespace {

/// Slices of an address. `has_*` tell "present and empty" from "absent".
struct Parts {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;     ///< without '?'
  std::string_view fragment;  ///< without '#'
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;
};

bool is_slash(char c) { return c == '/' || c == '\\'; }

bool is_scheme_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.'; }

/// Length of "https" in "https:…", 0 for a relative reference.
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_ascii_letter(text.front())) return 0;
  const auto* stop = std::find_if_not(text.begin(), text.end(), is_scheme_character);
  return stop != text.end() && *stop == ':' ? static_cast<std::size_t>(stop - text.begin()) : 0;
}

bool is_web_scheme(std::string_view scheme) {
  return equals_ignoring_case(scheme, "http") || equals_ignoring_case(scheme, "https");
}

/// Addresses are short and stops few: a look at each letter costs less than a search for it.
template <class... Stops>
std::string_view take_before(std::string_view& text, Stops... stops) {
  std::size_t stop = 0;
  while (stop < text.size() && ((text[stop] != stops) && ...)) ++stop;
  const std::string_view part = text.substr(0, stop);
  text.remove_prefix(stop);
  return part;
}

/// What most hosts consist of, all of it in lower case.
constexpr auto kPlainInHost = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyz0123456789.-_"))
    table[static_cast<std::uint8_t>(c)] = true;
  return table;
}();

bool is_plain_in_host(char c) { return kPlainInHost[static_cast<std::uint8_t>(c)]; }

bool is_plain_host(std::string_view host) { return std::all_of(host.begin(), host.end(), is_plain_in_host); }

/// Length of "https://example.org" at the beginning of an address with a plain host and nothing but it before the path;
/// 0 for any other.
std::size_t plain_origin_length(std::string_view url) {
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  std::size_t end = scheme;
  while (end < url.size() && is_plain_in_host(url[end])) ++end;
  const bool ends = end == url.size() || url[end] == '/' || url[end] == '?' || url[end] == '#';
  return scheme > 0 && end > scheme && ends ? end : 0;
}

/// Splits what stands behind the scheme. "//" (of either slash) opens an authority.
void parse_rest(std::string_view rest, bool authority_expected, Parts& parts) {
  const bool two_slashes = rest.size() >= 2 && is_slash(rest[0]) && is_slash(rest[1]);
  if (two_slashes || authority_expected) {
    while (!rest.empty() && is_slash(rest.front())) rest.remove_prefix(1);
    parts.has_authority = true;
    parts.authority = take_before(rest, '/', '\\', '?', '#');
  }
  parts.path = take_before(rest, '?', '#');
  if (rest.starts_with('?')) {
    parts.has_query = true;
    rest.remove_prefix(1);
    parts.query = take_before(rest, '#');
  }
  parts.has_fragment = !rest.empty();
  if (parts.has_fragment) parts.fragment = rest.substr(1);
}

Parts parse(std::string_view text) {
  Parts parts;
  const std::size_t length = scheme_length(text);
  parts.scheme = text.substr(0, length);
  parse_rest(length == 0 ? text : text.substr(length + 1), length != 0, parts);
  return parts;
}

/// Parts of an absolute web address, none of anything else.
Parts parse_web(std::string_view text) {
  const Parts parts = parse(text);
  return is_web_scheme(parts.scheme) && text.substr(parts.scheme.size() + 1, 2) == "//" ? parts : Parts{};
}

struct Authority {
  std::string_view user;  ///< with its '@'
  std::string_view host;
  std::string_view port;
};

Authority parse_authority(std::string_view text) {
  if (is_plain_host(text)) return {{}, text, {}};
  Authority authority;
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    authority.user = text.substr(0, at + 1);
    text.remove_prefix(at + 1);
  }
  const std::size_t bracket = text.rfind(']');
  const std::size_t colon = text.rfind(':');
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || bracket < colon);
  authority.host = has_port ? text.substr(0, colon) : text;
  if (has_port) authority.port = text.substr(colon + 1);
  return authority;
}

// --- serialization ---

/// Where a byte must be percent-encoded.
enum : std::uint8_t { kInPath = 1, kInQuery = 2, kInFragment = 4 };

constexpr auto kEncoded = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    if (byte <= 0x20 || byte >= 0x7F) table[byte] = kInPath | kInQuery | kInFragment;
  }
  const auto add = [&table](std::string_view characters, std::uint8_t places) {
    for (const char c : characters) table[static_cast<std::uint8_t>(c)] |= places;
  };
  add("\"<>", kInPath | kInQuery | kInFragment);
  add("`", kInPath | kInFragment);
  add("{}", kInPath);
  add("'", kInQuery);
  return table;
}();

void append_encoded(std::string& out, std::string_view text, std::uint8_t place) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    if ((kEncoded[byte] & place) == 0) continue;
    out.append(text, plain, at - plain);
    out.append({'%', kHex[byte >> 4U], kHex[byte & 0xFU]});
    plain = at + 1;
  }
  out.append(text, plain);
}

/// "." and ".." also in their escaped spellings ("%2e").
int dots_in(std::string_view segment) {
  if (!segment.starts_with('.') && !segment.starts_with('%')) return 0;
  int dots = 0;
  while (!segment.empty()) {
    const std::size_t length = segment.front() == '.' ? 1 : starts_with_ignoring_case(segment, "%2e") ? 3 : 0;
    if (length == 0 || ++dots > 2) return 0;
    segment.remove_prefix(length);
  }
  return dots;
}

/// Appends `path` to `out` (which ends where the path begins) with its dot segments resolved and '\' turned to '/'.
void append_path(std::string& out, std::string_view path) {
  const std::size_t root = out.size();
  if (!path.empty() && is_slash(path.front())) path.remove_prefix(1);
  bool last = false;
  while (!last) {
    const std::string_view segment = take_before(path, '/', '\\');
    last = path.empty();
    if (!last) path.remove_prefix(1);
    const int dots = dots_in(segment);
    if (dots == 2 && out.size() > root) out.resize(out.rfind('/'));
    if (dots == 0 || last) out.push_back('/');
    if (dots == 0) append_encoded(out, segment, kInPath);
  }
}

/// "[::1]"
bool is_ipv6_host(std::string_view host) {
  constexpr std::string_view kDigits = "0123456789abcdefABCDEF:.";
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  return host.substr(1, host.size() - 2).find_first_not_of(kDigits) == std::string_view::npos;
}

/// False where no browser would look such a host up.
bool append_host(std::string& out, std::string_view host) {
  constexpr std::string_view kForbidden = " \"#%/:<>?@[\\]^`{|}";
  if (host.empty()) return false;
  if (is_plain_host(host)) return out.append(host), true;
  if (host.find_first_of(kForbidden) != std::string_view::npos && !is_ipv6_host(host)) return false;
  for (std::size_t at = 0; at < host.size();) {
    const char32_t character = next_character(host, at);
    if (character_kind(character) != CharacterKind::kept) return false;  // controls, bidi overrides, nothing to see
    append_utf8(out, to_lower(character));
  }
  return true;
}

bool append_authority(std::string& out, std::string_view text, bool secure) {
  const Authority authority = parse_authority(text);
  append_encoded(out, authority.user, kInPath);
  if (!append_host(out, authority.host)) return false;
  constexpr std::size_t kLongestPort = 5;
  const bool digits = std::all_of(authority.port.begin(), authority.port.end(), is_ascii_digit);
  if (!digits || authority.port.size() > kLongestPort) return false;
  if (!authority.port.empty() && authority.port != (secure ? "443" : "80")) out.append(":").append(authority.port);
  return true;
}

void append_query_and_fragment(std::string& out, const Parts& parts) {
  if (parts.has_query) append_encoded(out.append("?"), parts.query, kInQuery);
  if (parts.has_fragment) append_encoded(out.append("#"), parts.fragment, kInFragment);
}

std::optional<std::string> serialize_url(const Parts& parts, std::string_view path) {
  const bool secure = equals_ignoring_case(parts.scheme, "https");
  std::string out(secure ? "https://" : "http://");
  out.reserve(out.size() + parts.authority.size() + path.size() + parts.query.size() + parts.fragment.size() + 2);
  if (!append_authority(out, parts.authority, secure)) return std::nullopt;
  append_path(out, path);
  append_query_and_fragment(out, parts);
  return out;
}

/// `reference` as written, made fit for an attribute, where there is nothing to resolve it against.
std::string serialize_relative(const Parts& parts) {
  std::string out;
  if (parts.has_authority) append_encoded(out.append("//"), parts.authority, kInPath);
  append_encoded(out, parts.path, kInPath);
  append_query_and_fragment(out, parts);
  return out;
}

/// Does `path`, which begins with a single '/', with what follows it, stand as it would be serialized? True only for
/// characters that are nowhere encoded, and for no step that may be a dot segment.
bool is_written_out(std::string_view path) {
  enum : std::uint8_t { kPlain, kSlash, kOther };
  static constexpr auto kClasses = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = kEncoded[byte] == 0 ? kPlain : kOther;
    table[static_cast<std::uint8_t>('\\')] = kOther;
    table[static_cast<std::uint8_t>('/')] = kSlash;
    return table;
  }();
  for (std::size_t at = 0; at < path.size(); ++at) {
    const auto kind = kClasses[static_cast<std::uint8_t>(path[at])];
    if (kind == kPlain) continue;
    const char next = at + 1 < path.size() ? path[at + 1] : '\0';
    if (kind == kOther || next == '.' || next == '%') return false;
  }
  return true;
}

/// What most references are, "https://example.org/path" and "/path", without a need to change a character.
struct WrittenOut {
  std::string_view origin;  ///< of the reference or of the base; empty for all other references
  std::string_view rest;    ///< the path and what stands behind it
};

WrittenOut written_out(std::string_view base, std::string_view reference) {
  const std::size_t own = plain_origin_length(reference);
  const std::string_view rest = reference.substr(own);
  if (!rest.starts_with('/') || (own == 0 && rest.starts_with("//")) || !is_written_out(rest)) return {};
  return {own > 0 ? reference.substr(0, own) : base.substr(0, plain_origin_length(base)), rest};
}

WebAddress parts_of(std::string_view host, std::string_view rest) {
  const std::size_t behind = std::min({rest.find('?'), rest.find('#'), rest.size()});
  return {host, rest.substr(0, behind), rest.substr(behind)};
}

std::string_view host_of_plain_origin(std::string_view origin) { return origin.substr(origin.find(':') + 3); }

/// Blanks and controls around it gone, tabs and line breaks anywhere too; for these the rest is copied to `copy`.
std::string_view stripped(std::string_view text, std::string& copy) {
  text = trim(text);
  const auto is_dropped = [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '\0'; };
  if (std::none_of(text.begin(), text.end(), is_dropped)) return text;
  std::remove_copy_if(text.begin(), text.end(), std::back_inserter(copy), is_dropped);
  return copy;
}

std::optional<std::string> resolve_against(const Parts& base, Parts reference) {
  reference.scheme = base.scheme;
  if (reference.has_authority) return serialize_url(reference, reference.path);
  reference.authority = base.authority;
  if (!reference.path.empty() && is_slash(reference.path.front())) return serialize_url(reference, reference.path);
  if (!reference.path.empty()) {
    const std::size_t slash = base.path.find_last_of("/\\");
    const std::string_view folder = slash == std::string_view::npos ? std::string_view{} : base.path.substr(0, slash);
    return serialize_url(reference, std::string(folder) + "/" + std::string(reference.path));
  }
  if (!reference.has_query) {
    reference.has_query = base.has_query;
    reference.query = base.query;
  }
  return serialize_url(reference, base.path);
}

}  // namespace

std::optional<std::string> resolve_url(std::string_view base, std::string_view reference) {
  if (const auto [origin, rest] = written_out(base, reference); !origin.empty()) {
    std::string url;
    url.reserve(origin.size() + rest.size());
    return url.append(origin).append(rest);
  }
  std::string reference_copy;
  const std::string_view text = stripped(reference, reference_copy);
  if (text.empty() || text.front() == '#') return std::nullopt;
  Parts parts = parse(text);
  if (!parts.scheme.empty() && !is_web_scheme(parts.scheme)) return std::nullopt;
  if (!parts.scheme.empty()) return serialize_url(parts, parts.path);
  std::string base_copy;
  const Parts base_parts = parse_web(stripped(base, base_copy));
  if (parse_authority(base_parts.authority).host.empty()) return serialize_relative(parts);
  return resolve_against(base_parts, parts);
}

bool is_http_url(std::string_view url) { return !url_host(url).empty(); }

WebAddress web_address(std::string_view url) {
  url = trim(url);
  if (const std::size_t origin = plain_origin_length(url); origin > 0) {
    return parts_of(host_of_plain_origin(url.substr(0, origin)), url.substr(origin));
  }
  const Parts parts = parse_web(url);
  const std::string_view host = parse_authority(parts.authority).host;
  if (host.empty()) return {};
  return parts_of(host, url.substr(static_cast<std::size_t>(parts.path.data() - url.data())));
}

WebAddress address_as_written(std::string_view base, std::string_view reference) {
  const auto [origin, rest] = written_out(base, reference);
  return origin.empty() ? WebAddress{} : parts_of(host_of_plain_origin(origin), rest);
}

}  // namespace klartext
