// The article as plain text, for a terminal or a text index.
#pragma once

#include <string>

#include "klartext/article.h"
#include "klartext/serialize.h"

namespace klartext {

/// Kicker, headline, byline and body, one blank line between blocks; then links, tags and related titles. Holds no
/// control character but the line feed.
std::string to_text(const Article& article, const SerializeOptions& options);

}  // namespace klartext
