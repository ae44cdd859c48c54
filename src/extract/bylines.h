// The authors that a reader sees: links, marked elements and lines near the headline or below the text.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "extract/evidence.h"
#include "extract/story.h"
#include "klartext/article.h"

namespace klartext {

using Authors = std::vector<Author>;
using FoundAuthors = std::optional<Finding<Authors>>;
/// Blocks [first, second) of the document.
using BlockRange = std::pair<std::uint32_t, std::uint32_t>;

/// Adds the names in `text` that are not there yet; an address goes with a single name only.
void add_authors(Authors& authors, std::string_view text, const std::optional<std::string>& url);
/// A person, an organization or a sign, judged by the name alone.
Author::Type type_of_author(std::string_view name);
bool has_author(const Authors& authors, std::string_view name);
/// "Anna Beispiel" and nothing else, in any case of letters; no headings, weekdays or counts of minutes.
bool is_name_alone(std::string_view text);
/// A teaser, a comment, a caption, the page's footer: the names there are others'.
bool in_place_of_others(const Story& story, NodeId n);

/// Links with rel=author or to an author's page.
FoundAuthors linked_authors(const Story& story, BlockRange range);
/// Elements called "author", "byline" and the like.
FoundAuthors marked_authors(const Story& story, BlockRange range);
/// A short line that begins with "Von" or "By" and goes on with names.
FoundAuthors byline_authors(const Story& story, BlockRange range);
/// A line such as "Autor:" or "Über die Autorin" with the name in the line below.
FoundAuthors labelled_authors(const Story& story, BlockRange range);
/// A name and nothing else in the line of a date, or right above or below it.
FoundAuthors authors_beside_date(const Story& story, BlockRange range);

}  // namespace klartext
