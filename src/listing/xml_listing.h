// The article addresses in a feed or a sitemap: RSS (0.9 to 2.0, RDF too), Atom, sitemaps, news sitemaps, sitemap
// indexes.
//
// What an element means is told by its name, its parent's name and the vocabulary behind its prefix, so that
// <media:title> and the <url> of a channel's picture are not taken for an article's. The door to Expat.
#pragma once

#include <optional>
#include <string_view>

#include "klartext/result.h"
#include "listing/listed_article.h"

namespace klartext {

/// True if `text` opens like one of these.
bool is_xml_listing(std::string_view text);

/// Reads `text` (UTF-8) and hands over what it lists. `base_url` is its address, may be empty: the feed's own link is
/// then the base of relative ones. Errors, after all that could be read has been handed over: `not_html`, the XML is
/// damaged, with line and cause; `no_article`, entries were left out because their address is relative to none.
std::optional<Error> read_xml_listing(std::string_view text, std::string_view base_url,
                                      const ListingReceiver& receiver);

}  // namespace klartext
