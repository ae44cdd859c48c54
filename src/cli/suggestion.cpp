// Damerau's distance in the form that changes no letter twice ("optimal string alignment"), in three rows of its table.
#include "cli/suggestion.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

namespace klartext {
namespace {

/// One slip for so many letters: more would offer --jobs for --jsno.
constexpr std::size_t kLettersPerSlip = 3;
constexpr std::size_t kMaxSlips = 3;

using Row = std::vector<std::size_t>;

std::size_t distance(std::string_view a, std::string_view b) {
  Row before_last(b.size() + 1);
  Row last(b.size() + 1);
  Row row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::size_t letters_in(std::string_view name) {
  return name.size() - std::min(name.find_first_not_of('-'), name.size());
}

}  // namespace

std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names) {
  std::string_view best;
  std::size_t best_distance = std::clamp<std::size_t>(letters_in(typed) / kLettersPerSlip, 1, kMaxSlips) + 1;
  for (const std::string_view name : names) {
    const std::size_t slips = distance(typed, name);
    if (slips < best_distance) std::tie(best, best_distance) = std::pair(name, slips);
  }
  return best;
}

}  // namespace klartext
