// What a page declares about its encoding before anybody can read it.
#pragma once

#include <string_view>

namespace klartext {

/// The label that the page declares near its beginning, as a slice of `bytes`; empty if none (that means anything).
/// The prescan of the HTML standard over <meta charset> and <meta http-equiv>, then the XML declaration. Comments do
/// not count; labels that mean no encoding are passed over.
std::string_view declared_label(std::string_view bytes);

}  // namespace klartext
