// Anything between brackets that base/date reads as one day; what stands behind the closing bracket is not looked at.
#include "sites/bracketed_date.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"

namespace klartext::sites {
namespace {

/// "[22. September 2021]" is the longest date that a bracket holds.
constexpr std::size_t kDateBytes = 32;
/// "(Mittwoch, 22. September 2021)" at the opening of a text.
constexpr std::size_t kOpeningBytes = 48;
/// "[1.1.21": shorter brackets hold a remark.
constexpr std::size_t kShortestBytes = 6;

}  // namespace

std::optional<BracketedDate> bracketed_date(std::string_view text) {
  if (text.empty() || text.front() != '[') return std::nullopt;
  const auto close = text.substr(0, kDateBytes).find(']');
  if (close == std::string_view::npos || close < kShortestBytes) return std::nullopt;
  const auto date = parse_date(trim(text.substr(1, close - 1)), /*day_first=*/true);
  if (!date) return std::nullopt;
  return BracketedDate{date->iso(), static_cast<std::uint32_t>(close + 1)};
}

std::optional<BracketedDate> opening_date(std::string_view text, std::string_view language) {
  constexpr std::array<std::string_view, 6> kSeparators = {"| ", "– ", "— ", "- ", "· ", ": "};
  const auto dates = find_dates(text.substr(0, kOpeningBytes), language);
  const bool parenthesis = text.starts_with('(');
  if (dates.empty() || dates.front().begin != (parenthesis ? 1U : 0U)) return std::nullopt;
  const auto end = static_cast<std::uint32_t>(dates.front().end);
  const auto rest = trim(text.substr(end));
  if (parenthesis && rest.starts_with(')')) return BracketedDate{dates.front().date.iso(), end + 1};
  const bool parted = std::any_of(kSeparators.begin(), kSeparators.end(), [rest](std::string_view separator) {
    const auto behind = rest.substr(std::min(separator.size(), rest.size()));
    return rest.starts_with(separator) && !behind.empty() && !is_digit(static_cast<unsigned char>(behind.front()));
  });
  return parted && !parenthesis ? std::optional(BracketedDate{dates.front().date.iso(), end}) : std::nullopt;
}

bool is_lone_date(std::string_view text) {
  const auto date = bracketed_date(text);
  return date && date->end >= text.size();
}

std::optional<std::string> first_date(std::string_view text, std::string_view language) {
  const auto dates = find_dates(text, language);
  return dates.empty() ? std::nullopt : std::optional(dates.front().date.iso());
}

}  // namespace klartext::sites
