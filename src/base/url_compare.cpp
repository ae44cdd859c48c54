// What of an address tells one publication, or one article, from another.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/url.h"

namespace klartext {
namespace {

/// Second-level labels under which registries of two-letter domains sell names: "co" in "co.uk".
constexpr std::array<std::string_view, 22> kSecondLevelLabels{"ac",  "asso", "co",  "com", "ed",   "edu", "gen", "go",
                                                              "gob", "gouv", "gov", "gv",  "info", "ltd", "mil", "ne",
                                                              "net", "nom",  "or",  "org", "plc",  "sch"};

bool is_public_suffix(std::string_view second_label, std::string_view top_label) {
  constexpr std::size_t kCountryCode = 2;
  return top_label.size() == kCountryCode &&
         std::any_of(kSecondLevelLabels.begin(), kSecondLevelLabels.end(),
                     [&](std::string_view label) { return equals_ignoring_case(label, second_label); });
}

/// Parameters that say where a reader came from, never what is shown.
constexpr std::array<std::string_view, 39> kTrackingParameters{
    "fbclid",   "gclid", "dclid",   "msclkid",  "yclid",  "twclid",  "ttclid",   "igshid",     "igsh",   "gbraid",
    "wbraid",   "ref",   "referer", "referrer", "source", "src",     "campaign", "cmp",        "cmpid",  "icid",
    "intcmp",   "ito",   "xtor",    "wtrid",    "maca",   "partner", "_ga",      "_gl",        "spm",    "smid",
    "sr_share", "taid",  "traffic", "trackref", "origin", "rss",     "intcid",   "xing_share", "feature"};
constexpr std::array<std::string_view, 14> kTrackingPrefixes{"utm_", "wt_", "at_", "ns_", "mtm_", "pk_",  "piwik_",
                                                             "hsa_", "mc_", "cx_", "gm_", "_hs",  "ref_", "vero_"};

bool is_tracking(std::string_view parameter) {
  const auto name = parameter.substr(0, parameter.find('='));
  return std::any_of(kTrackingParameters.begin(), kTrackingParameters.end(),
                     [&](std::string_view known) { return equals_ignoring_case(known, name); }) ||
         std::any_of(kTrackingPrefixes.begin(), kTrackingPrefixes.end(),
                     [&](std::string_view prefix) { return starts_with_ignoring_case(name, prefix); });
}

/// Appends "?a=1&b=2" of the parameters that tell pages apart, in their order.
void append_telling_query(std::string& key, std::string_view behind_path) {
  if (!behind_path.starts_with('?')) return;
  const std::string_view query = behind_path.substr(1, behind_path.find('#') - 1);
  char mark = '?';
  for (const auto parameter : split(query, "&")) {
    if (is_tracking(parameter)) continue;
    key.append(1, mark).append(parameter);
    mark = '&';
  }
}

/// Where the label begins that ends before `end`.
std::size_t label_begin(std::string_view host, std::size_t end) {
  if (end == 0) return 0;
  const std::size_t dot = host.rfind('.', end - 1);
  return dot == std::string_view::npos ? 0 : dot + 1;
}

bool is_ip_address(std::string_view host) {
  return host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string_view::npos;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Value of "%C3" at the beginning of `text`, or -1. Controls stay escaped.
int escaped_byte(std::string_view text) {
  if (text.size() < 3 || text[0] != '%' || hex_value(text[1]) < 0 || hex_value(text[2]) < 0) return -1;
  const int byte = hex_value(text[1]) * 16 + hex_value(text[2]);
  return byte < 0x20 || byte == 0x7F ? -1 : byte;
}

}  // namespace

std::string_view without_www(std::string_view host) {
  constexpr std::string_view kWww = "www.";
  if (starts_with_ignoring_case(host, kWww) && host.size() > kWww.size()) host.remove_prefix(kWww.size());
  return host;
}

std::string_view domain_of_host(std::string_view host) {
  if (is_ip_address(host)) return host;
  const std::size_t top = label_begin(host, host.size());
  if (top == 0) return host;
  const std::size_t second = label_begin(host, top - 1);
  const bool suffix = second != 0 && is_public_suffix(host.substr(second, top - 1 - second), host.substr(top));
  return host.substr(suffix ? label_begin(host, second - 1) : second);
}

std::string comparable_url(const WebAddress& address) {
  std::string_view path = address.path;
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::string_view host = without_www(address.host);
  std::string key;
  key.reserve(host.size() + path.size() + address.behind_path.size());
  key.append(host).append(path);
  append_telling_query(key, address.behind_path);
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return key;
}

std::string comparable_url(std::string_view url) {
  url = trim(url);
  const std::size_t behind = std::min({url.find('?'), url.find('#'), url.size()});
  WebAddress address = web_address(url.substr(0, behind));
  if (address.host.empty()) address.path = url.substr(0, behind);
  address.behind_path = url.substr(behind);
  return comparable_url(address);
}

bool same_page(std::string_view key, std::string_view other) {
  if (key.size() > other.size()) std::swap(key, other);
  return !key.empty() && other.starts_with(key) &&
         (key.size() == other.size() || other[key.size()] == '?' || other[key.size()] == '&');
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::string run;
    std::size_t length = 0;
    for (int byte = 0; (byte = escaped_byte(text.substr(length))) >= 0; length += 3)
      run.push_back(static_cast<char>(byte));
    if (length == 0) {
      out.push_back(text.front());
      length = 1;
    } else {
      out.append(is_valid_utf8(run) ? std::string_view(run) : text.substr(0, length));
    }
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace klartext
