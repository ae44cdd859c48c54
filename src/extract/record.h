// Filling the record: from the generic rules, and from the reading of a known site.
#pragma once

#include "extract/evidence.h"
#include "extract/page.h"
#include "extract/story.h"
#include "klartext/article.h"
#include "sites/reading.h"

namespace klartext {

/// Everything that holds for the page whoever reads it: address, site, language, modification, free.
void fill_page_fields(Article& article, const Story& story, Evidence& evidence);

/// Every other field by the generic rules.
void fill_by_rules(Article& article, const Story& story, Evidence& evidence);

/// The fields of a site's reading as sites/site.h says: final where landmarks speak, generic title and date behind it.
void fill_by_reading(Article& article, const SiteReading& reading, const Story& story, Evidence& evidence);

}  // namespace klartext
