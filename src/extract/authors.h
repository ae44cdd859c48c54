// Who wrote the article.
//
// Structured data names the authors on most pages; a byline near the headline or a sign at the text's end does on the
// others. Fewer authors rather than wrong ones; an organization only where no person is named.
#pragma once

#include <vector>

#include "extract/evidence.h"
#include "extract/story.h"
#include "klartext/article.h"

namespace klartext {

std::vector<Author> read_authors(const Story& story, Evidence& evidence);

}  // namespace klartext
