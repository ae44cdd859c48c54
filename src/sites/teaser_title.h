// Kicker, title and type label of a teaser, from the texts before its date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sites/teaser.h"

namespace klartext::sites {

struct TeaserTitle {
  std::optional<std::string> kicker;
  std::optional<std::string> title;
  std::optional<std::string> type;
};

/// `texts`: the text items before the date, captions left out. `label`: the type, if it stood apart; empty if not.
/// `address`: where the teaser leads, for what it spells.
TeaserTitle read_teaser_title(const TeaserStyle& style, std::vector<Item> texts, std::string_view label,
                              std::string_view address);

/// Where a colon parts "Kicker: Title" in one line; npos if none does.
std::size_t find_kicker_colon(std::string_view text);

}  // namespace klartext::sites
