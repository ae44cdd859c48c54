// Which headings of the page may print its headline.
//
// The headline is mostly the h1, but an h1 may also be the site's logo, a line of the breadcrumb trail above an h2 that
// a reader takes for the headline, or a box beside the article. What the page states as its title elsewhere tells which
// heading is meant: the one that shares most words with it.
#pragma once

#include <span>
#include <vector>

#include "extract/headline.h"
#include "extract/page.h"

namespace klartext {

/// Nominations of headings, in page order, without their kickers. `stated` is what other sources nominate.
std::vector<TitleNomination> heading_nominations(const Page& page, std::span<const TitleNomination> stated);

/// An h1 that ends the breadcrumb trail, where search engines read it and no reader does.
bool is_in_trail(const Page& page, NodeId heading);

}  // namespace klartext
