// The keywords of the article.
//
// JSON-LD keywords, article:tag and news_keywords name the same things in different completeness; a visible list
// ("Schlagwörter: …", links with rel=tag) is what the reader sees. Sections, the site's name and sentences are no tags.
#pragma once

#include <string>
#include <vector>

#include "extract/evidence.h"
#include "extract/story.h"

namespace klartext {

std::vector<std::string> read_tags(const Story& story, Evidence& evidence);

}  // namespace klartext
