// What becomes of each element, decided from its tag.
#pragma once

#include "html/element.h"
#include "html/markup_scan.h"
#include "html/tree_shadow.h"

namespace klartext {

/// The tag as the tree builder sees it.
ShadowTag shadow_of(const TagSpan& tag);

/// Elements that stay without what is in them.
bool is_emptied(const TagSpan& tag, Element element);

/// Elements that hold text only, which nobody reads.
bool is_dropped_text(Element element);

/// Names that Gumbo takes for HTML when they are left open in an svg or math, and then loses its way or aborts.
bool misleads_parser(Element element);

/// Start tags that are ignored in most places, and else make an element.
bool is_nothing_unless_made(Element element);

/// End tags that do something only if it can be seen in the stack of open elements.
bool is_nothing_unless_seen(Element element);

}  // namespace klartext
