// Microdata: schema.org articles written into the markup (itemscope, itemtype, itemprop).
#pragma once

#include "facts/facts.h"
#include "html/document.h"

namespace klartext {

/// Adds the articles of the page's microdata to `facts`, and its breadcrumbs where JSON-LD gave none. A property
/// outside any scope belongs to nothing and is ignored.
void read_microdata(const Document& document, Facts& facts);

}  // namespace klartext
