// What pages glue to the headlines of teasers: arrows, "| mehr", comment counts, durations.
//
// Only what stands at an end of the line and cannot be a part of a headline goes. "Plus" and "Abo" stand in elements of
// their own (card_parts.h) and are never joined to a headline in the first place.
#pragma once

#include <string>
#include <string_view>

namespace klartext {

/// The headline of a teaser without what is glued to it; unchanged where nothing would be left.
std::string without_noise(std::string_view title);
/// "03.05.2025 - Rat beschließt Ordnung": the day is no part of the headline.
std::string without_date_before(std::string_view title);

}  // namespace klartext
