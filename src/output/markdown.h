// The article as Markdown, for reading and for notes.
#pragma once

#include <string>

#include "klartext/article.h"
#include "klartext/serialize.h"

namespace klartext {

/// Headline, byline, text, then what the page gives with the article. Renders as plain words: markup and HTML in the
/// page's text are escaped, addresses are http(s) or left out.
std::string to_markdown(const Article& article, const SerializeOptions& options);

}  // namespace klartext
