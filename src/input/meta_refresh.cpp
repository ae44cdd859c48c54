// The value is read as the HTML standard's "shared declarative refresh steps" have it.
#include "input/meta_refresh.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "input/meta_scan.h"

namespace klartext {
namespace {

constexpr std::size_t kScanBytes = 32768;

/// Longer waits are reloads of a page that is there to be read.
constexpr int kMaxWaitSeconds = 5;

/// The address in "0; url='…'"; empty if the wait is long or there is none.
std::string_view refresh_address(std::string_view content) {
  content = trim(content);
  const auto digits = std::min(content.find_first_not_of("0123456789"), content.size());
  const bool is_soon = digits <= 1 && (digits == 0 || content.front() - '0' <= kMaxWaitSeconds);
  if (!is_soon) return {};
  content.remove_prefix(std::min(content.find_first_not_of("0123456789."), content.size()));
  content.remove_prefix(std::min(content.find_first_not_of("\t\n\f\r ;,"), content.size()));
  if (starts_with_ignoring_case(content, "url")) {
    const auto behind = trim(content.substr(3));
    if (behind.starts_with('=')) content = trim(behind.substr(1));
  }
  if (!content.starts_with('"') && !content.starts_with('\'')) return content;
  return content.substr(1, content.find(content.front(), 1) - 1);
}

bool stands_in_noscript(std::string_view before) {
  const std::string lowered = lower_ascii(before);
  const auto opened = lowered.rfind("<noscript");
  const auto closed = lowered.rfind("</noscript");
  return opened != std::string::npos && (closed == std::string::npos || closed < opened);
}

}  // namespace

std::optional<std::string> meta_refresh_target(std::string_view bytes, std::string_view base_url) {
  MetaScan scan(bytes.substr(0, kScanBytes));
  while (const auto meta = scan.next()) {
    if (!meta->http_equiv || !equals_ignoring_case(*meta->http_equiv, "refresh") || !meta->content) continue;
    const auto address = refresh_address(*meta->content);
    if (address.empty() || stands_in_noscript(bytes.substr(0, scan.position()))) return std::nullopt;
    auto target = resolve_url(base_url, address);
    if (!target || !is_http_url(*target) || *target == base_url) return std::nullopt;
    return target;
  }
  return std::nullopt;
}

}  // namespace klartext
