#include "input/cache_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext {
namespace {

/// Without a word from the server: a tenth of the time since the last change (RFC 9111, 4.2.2), at most a day. News
/// pages change in their first hours.
constexpr Timestamp kHeuristicPart = 10;
constexpr Timestamp kMaxHeuristicSeconds = 86400;

/// Value of a Cache-Control directive, "" for one without; nullopt if it is not there.
std::optional<std::string> directive(const HeaderFields& fields, std::string_view name) {
  const std::string control = fields.joined("Cache-Control");
  for (const auto item : split(control, ",")) {
    const auto equals = item.find('=');
    if (!equals_ignoring_case(trim(item.substr(0, equals)), name)) continue;
    auto value = equals == std::string_view::npos ? std::string_view{} : trim(item.substr(equals + 1));
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return std::string(value);
  }
  return std::nullopt;
}

std::optional<Timestamp> date_field(const HeaderFields& fields, std::string_view name) {
  const auto value = fields.find(name);
  return value ? parse_http_date(*value) : std::nullopt;
}

bool has_validator(const HeaderFields& fields) { return fields.find("ETag") || fields.find("Last-Modified"); }

Timestamp heuristic_lifetime(const HeaderFields& fields, Timestamp date) {
  const auto modified = date_field(fields, "Last-Modified");
  if (!modified || *modified > date) return 0;
  return std::min((date - *modified) / kHeuristicPart, kMaxHeuristicSeconds);
}

/// Seconds for which the answer is fresh from its Date on.
Timestamp lifetime(const HeaderFields& fields, Timestamp received) {
  if (directive(fields, "no-cache")) return 0;
  if (const auto age = directive(fields, "max-age")) return parse_seconds(*age).value_or(0);
  const Timestamp date = date_field(fields, "Date").value_or(received);
  if (fields.find("Expires")) return std::max<Timestamp>(0, date_field(fields, "Expires").value_or(date) - date);
  return heuristic_lifetime(fields, date);
}

/// Age by the algorithm of RFC 9111, 4.2.3.
Timestamp age(const StoredAnswer& stored, Timestamp now) {
  const auto& fields = stored.answer.fields;
  const Timestamp date = date_field(fields, "Date").value_or(stored.received);
  const Timestamp apparent = std::max<Timestamp>(0, stored.received - date);
  const Timestamp told = parse_seconds(fields.find("Age").value_or("")).value_or(0);
  const Timestamp corrected = told + (stored.received - stored.requested);
  return std::max(apparent, corrected) + (now - stored.received);
}

}  // namespace

bool may_store(const Answer& answer, Timestamp received) {
  constexpr std::array kStatuses = {200, 203, 301, 308};
  if (std::find(kStatuses.begin(), kStatuses.end(), answer.status) == kStatuses.end()) return false;
  if (directive(answer.fields, "no-store")) return false;
  if (answer.fields.joined("Vary").find('*') != std::string::npos) return false;
  return has_validator(answer.fields) || lifetime(answer.fields, received) > 0;
}

bool is_fresh(const StoredAnswer& stored, Timestamp now) {
  if (now < stored.received) return false;  // the clock was set back
  return lifetime(stored.answer.fields, stored.received) > age(stored, now);
}

bool fits_request(const StoredAnswer& stored, std::string_view variant) {
  return !stored.answer.fields.find("Vary") || stored.variant == variant;
}

std::vector<std::string> validation_headers(const Answer& answer) {
  std::vector<std::string> headers;
  if (const auto tag = answer.fields.find("ETag")) headers.push_back("If-None-Match: " + std::string(*tag));
  if (const auto date = answer.fields.find("Last-Modified")) {
    headers.push_back("If-Modified-Since: " + std::string(*date));
  }
  return headers;
}

StoredAnswer freshened(StoredAnswer stored, const Answer& not_modified, Timestamp requested, Timestamp received) {
  constexpr std::array<std::string_view, 4> kOfTheBody = {"Content-Length", "Content-Encoding", "Content-Type",
                                                          "Transfer-Encoding"};
  const auto is_of_the_body = [&](std::string_view name) {
    return std::any_of(kOfTheBody.begin(), kOfTheBody.end(), [&](auto n) { return equals_ignoring_case(n, name); });
  };
  const auto& old_block = stored.answer.header_block;
  std::string block = old_block.substr(0, std::min(old_block.find('\n'), old_block.size() - 1) + 1);
  for (const auto& [name, value] : not_modified.fields.all()) {
    if (!is_of_the_body(name)) block.append(name).append(": ").append(value).append("\r\n");
  }
  for (const auto& [name, value] : stored.answer.fields.all()) {
    const bool replaced = !is_of_the_body(name) && not_modified.fields.find(name);
    if (!replaced) block.append(name).append(": ").append(value).append("\r\n");
  }
  stored.answer.header_block = block + "\r\n";
  stored.answer.fields = HeaderFields(stored.answer.header_block);
  stored.requested = requested;
  stored.received = received;
  return stored;
}

}  // namespace klartext
