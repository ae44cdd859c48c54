// The line under a headline, alike in all formats for readers.
#pragma once

#include <string>

#include "klartext/article.h"
#include "klartext/serialize.h"

namespace klartext {

/// "Kommune21 · Panorama · 2021-06-22 · sib", of the parts that are there and kept by `options`. May be empty.
std::string byline(const Article& article, const SerializeOptions& options);

/// "Münster, 48149" style place of a provider: "48149 Münster". May be empty.
std::string place(const Provider& provider);

/// Adds `part` to `line`, with `separator` between if neither is empty.
void join(std::string& line, std::string_view part, std::string_view separator);

}  // namespace klartext
