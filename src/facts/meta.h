// The head of the page: meta tags, link elements, title, language.
#pragma once

#include "facts/facts.h"
#include "html/document.h"

namespace klartext {

/// Adds to `facts` what meta, link, base, title and html elements say, wherever on the page they stand.
void read_meta(const Document& document, Facts& facts);

}  // namespace klartext
