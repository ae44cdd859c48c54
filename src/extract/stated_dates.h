// Dates that a page states for machines: structured data, meta tags, its address.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "extract/evidence.h"
#include "extract/story.h"

namespace klartext {

using DateRule = Rule<Story, Date>;
using FoundDate = std::optional<Finding<Date>>;

/// `text` as a believed date.
FoundDate stated_date(const Story& story, std::string_view text, NodeId node, std::string_view where);

FoundDate published_of_this_article(const Story& story);
/// The meta tag's earlier day where datePublished only repeats dateModified: an edit overwrote it.
FoundDate published_before_edit(const Story& story);
FoundDate published_of_any_article(const Story& story);
FoundDate published_of_any_node(const Story& story);
/// article:published_time and its many relatives.
FoundDate published_in_meta(const Story& story);
/// "date", "dc.date", "created": templates fill them with whatever they have.
FoundDate dated_in_meta(const Story& story);
FoundDate created(const Story& story);
FoundDate date_in_address(const Story& story);

FoundDate modified_of_this_article(const Story& story);
FoundDate modified_in_meta(const Story& story);

}  // namespace klartext
