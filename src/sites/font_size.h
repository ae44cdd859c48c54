// How large a line is printed, on pages that say so by tags.
#pragma once

#include "sites/sheet.h"

namespace klartext::sites {

/// What <font size> counts in, 1 to 7; plain text has 3, and a heading the size that browsers print it in.
int font_size(const Sheet& sheet, const Line& line);

}  // namespace klartext::sites
