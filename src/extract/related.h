// Teasers of other articles that the page connects to this one.
//
// Cards that stand together are a group, and a group stays or goes as a whole: by the label over it, by the names
// around it, by where it stands. "Most read" and navigation are on every page and connect nothing.
#pragma once

#include <vector>

#include "extract/evidence.h"
#include "extract/story.h"
#include "klartext/article.h"

namespace klartext {

std::vector<Teaser> read_related(const Story& story, Evidence& evidence);

}  // namespace klartext
