// Makes JSON of what was meant to be JSON.
#pragma once

#include <string>
#include <string_view>

namespace klartext {

/// The objects and arrays in `text` as one JSON array. Mended: CDATA and comment wrappers, // and /* */ comments,
/// missing, doubled and trailing commas, raw control characters and quotes in strings, bad escapes, single quotes,
/// unquoted keys, junk before and behind values, a missing end. Empty where there is neither '{' nor '['.
std::string repair_json(std::string_view text);

}  // namespace klartext
