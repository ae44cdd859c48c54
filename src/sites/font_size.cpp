// Pages of the first years have no headings: <font size=5> makes a headline, <b> emphasizes its kicker. The innermost
// element around the whole line that sets a size counts. Style sheets are not read.
#include "sites/font_size.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace klartext::sites {
namespace {

constexpr int kPlainSize = 3;
constexpr int kLargest = 7;
/// <h1> … <h6> in the default style sheet of browsers.
constexpr std::array<int, 6> kHeadingSizes = {6, 5, 4, 3, 2, 1};

/// "5", "+2", "-1": a sign makes it relative to plain text.
std::optional<int> read_size(std::string_view value) {
  value = trim(value);
  const bool more = value.starts_with('+');
  const bool less = value.starts_with('-');
  if (more || less) value.remove_prefix(1);
  if (value.size() != 1 || value[0] < '0' || value[0] > '9') return std::nullopt;
  const int number = value[0] - '0';
  const int size = more ? kPlainSize + number : less ? kPlainSize - number : number;
  return std::clamp(size, 1, kLargest);
}

std::optional<int> size_set_by(const Document& document, NodeId n) {
  if (const int level = heading_level(document.tag(n)); level > 0) {
    return kHeadingSizes[static_cast<std::size_t>(level) - 1];
  }
  return document.tag(n) == Tag::font ? read_size(document.attribute(n, Attribute::size)) : std::nullopt;
}

}  // namespace

int font_size(const Sheet& sheet, const Line& line) {
  const Document& document = sheet.document();
  for (NodeId n = document.parent(line.first); n != kNoNode; n = document.parent(n)) {
    if (!document.contains(n, line.last - 1)) continue;
    if (const auto size = size_set_by(document, n)) return *size;
  }
  return kPlainSize;
}

}  // namespace klartext::sites
