// The keywords of the article.
//
// Many lists claim the name. What editors write for the news (news_keywords, article:tag, rel=tag) comes first, then
// JSON-LD keywords, which often mix in marks for programs, then the links to topics that a reader sees, meta keywords
// and last the categories. Left out: keywords of the whole site, the site's name, addresses cut into words.
#pragma once

#include <string>
#include <vector>

#include "extract/evidence.h"
#include "extract/story.h"

namespace klartext {

std::vector<std::string> read_tags(const Story& story, Evidence& evidence);

}  // namespace klartext
