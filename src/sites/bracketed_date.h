// The date as these sites print it: "[22.6.2021]".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klartext::sites {

/// A date in brackets: the day, and the bytes of the text it takes from its beginning.
struct BracketedDate {
  std::string iso;
  std::uint32_t end = 0;
};

/// "[22.6.2021]" at the beginning of `text`.
std::optional<BracketedDate> bracketed_date(std::string_view text);

/// "(22.6.2021)" or "22.6.2021 –" at the beginning of `text`, on pages that print no brackets.
std::optional<BracketedDate> opening_date(std::string_view text, std::string_view language);

/// `text` is nothing but such a date.
bool is_lone_date(std::string_view text);

/// The first date of `text`, printed in any way.
std::optional<std::string> first_date(std::string_view text, std::string_view language);

}  // namespace klartext::sites
