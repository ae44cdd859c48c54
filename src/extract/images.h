// The pictures of the article: those that stand in its head or text, with what is printed under them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/evidence.h"
#include "extract/story.h"
#include "klartext/article.h"

namespace klartext {

/// The pictures within the article, else the one that the page states. `read` is what is known of the article by now:
/// its authors and its teasers have pictures of their own.
std::vector<Image> read_images(const Story& story, const Article& read, Evidence& evidence);

/// Address of an <img>, lazily loaded or not; nullopt for placeholders.
std::optional<std::string> image_url(const Page& page, NodeId img);

}  // namespace klartext
