// What is known of the terminal on the other side.
#pragma once

#include <cstddef>
#include <optional>

namespace klartext {

/// The width of the terminal behind a descriptor; nullopt if there is none, or none that knows its width.
std::optional<std::size_t> columns_of(int descriptor);

/// Whether standard error is a terminal that understands escape sequences.
bool is_smart_terminal();

/// Whether it is one, and colour is wanted (NO_COLOR).
bool wants_colour();

/// How wide help may be: what COLUMNS says, else the terminal behind `descriptor`, within reason.
std::size_t help_width(int descriptor);

}  // namespace klartext
