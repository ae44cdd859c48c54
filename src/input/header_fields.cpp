#include "input/header_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace klartext {
namespace {

std::string_view without_carriage_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// A carriage return by itself is a blank, as RFC 9112 has it: a value that is sent back must not become two lines.
std::string on_one_line(std::string_view value) {
  std::string line(value);
  std::replace(line.begin(), line.end(), '\r', ' ');
  return line;
}

/// The part of a header value up to the next ';' that stands in no quotes.
std::string_view up_to_semicolon(std::string_view value) {
  bool quoted = false;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == '"') quoted = !quoted;
    if (value[at] == ';' && !quoted) return value.substr(0, at);
  }
  return value;
}

}  // namespace

HeaderFields::HeaderFields(std::string_view block) {
  while (!block.empty()) {
    const auto line = without_carriage_return(block.substr(0, block.find('\n')));
    block.remove_prefix(std::min(block.find('\n'), block.size() - 1) + 1);
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    if (folded && !fields_.empty()) {
      fields_.back().second.append(" ").append(on_one_line(trim(line)));
      continue;
    }
    const auto colon = line.find(':');
    const bool is_field = colon != std::string_view::npos && colon > 0 && line.find(' ') > colon;
    const auto name = trim(line.substr(0, std::min(colon, line.size())));
    if (!is_field || folded || name.empty()) continue;
    fields_.emplace_back(name, on_one_line(trim(line.substr(colon + 1))));
  }
}

std::optional<std::string_view> HeaderFields::find(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return equals_ignoring_case(field.first, name); });
  if (found == fields_.end()) return std::nullopt;
  return found->second;
}

std::string HeaderFields::joined(std::string_view name) const {
  std::string values;
  for (const auto& [field, value] : fields_) {
    if (!equals_ignoring_case(field, name)) continue;
    values.append(values.empty() ? "" : ", ").append(value);
  }
  return values;
}

std::string header_parameter(std::string_view value, std::string_view name) {
  auto piece = up_to_semicolon(value);
  while (piece.size() < value.size()) {
    value.remove_prefix(piece.size() + 1);
    piece = up_to_semicolon(value);
    const auto equals = piece.find('=');
    if (equals == std::string_view::npos || !equals_ignoring_case(trim(piece.substr(0, equals)), name)) continue;
    auto found = trim(piece.substr(equals + 1));
    if (found.size() > 1 && found.front() == '"' && found.back() == '"') found = found.substr(1, found.size() - 2);
    return std::string(found);
  }
  return {};
}

std::string media_type(std::string_view content_type) {
  return lower_ascii(trim(content_type.substr(0, content_type.find(';'))));
}

bool may_be_page(std::string_view content_type) {
  constexpr std::array<std::string_view, 7> kTypes = {"",
                                                      "text/html",
                                                      "application/xhtml+xml",
                                                      "application/xml",
                                                      "text/xml",
                                                      "application/octet-stream",
                                                      "unknown/unknown"};
  return std::find(kTypes.begin(), kTypes.end(), media_type(content_type)) != kTypes.end();
}

int status_of(std::string_view status_line) {
  const auto blank = status_line.find(' ');
  if (!status_line.starts_with("HTTP/") || blank == std::string_view::npos) return 0;
  int status = 0;
  const auto digits = status_line.substr(blank + 1, 3);
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), status);
  return end.ec == std::errc{} && digits.size() == 3 ? status : 0;
}

}  // namespace klartext
