// Is this page an article at all?
//
// Honest rather than helpful: a front page, a login form or an error page is none. Any page with a headline and a few
// sentences of prose is one.
#pragma once

#include <optional>
#include <string>

#include "extract/story.h"

namespace klartext {

/// Why the page is no article, for a person; nullopt if it is one.
std::optional<std::string> why_no_article(const Story& story);

}  // namespace klartext
