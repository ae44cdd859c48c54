// When the article was published, and when it was last changed.
//
// Structured data first, as it is right nearly always where it is there, then meta tags, then what is printed near the
// headline or below the text. Never today's date of the page's header, never a teaser's or a comment's; a modification
// stands in for the publication only on a page that prints no other date.
#pragma once

#include <optional>
#include <string>

#include "extract/evidence.h"
#include "extract/story.h"

namespace klartext {

/// ISO 8601 day, or date-time with offset where the page gives one.
std::optional<std::string> publication_date(const Story& story, Evidence& evidence);
std::optional<std::string> modification_date(const Story& story, Evidence& evidence);

}  // namespace klartext
