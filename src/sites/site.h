// The door of the site profiles: a page of a known site, read by its landmarks.
//
// How `extract()` merges a reading into the record:
//   - error `no_article`: a page of a known site that shows no article, unless its structured data states one.
//   - nullopt: no profile applies; every field is the generic rules' work.
//   - otherwise `Article::profile = reading.profile` ("generic" else), and the reading is final, absent values
//   included,
//     for kicker, section, lead, body (`join_paragraphs(reading.body.value)`), authors, tags, links, images, related,
//     providers, alternates.
//   - title, date: the reading's where it has one, else the generic rules'.
//   - site: `site_name` where not empty, else generic. language: what the page declares, else `language`.
//   - url, date_modified, free: generic (landmarks say nothing about them).
//   - --explain: one winner per field, `{rule, node_path(node), value}`; the generic candidates are the losers.
#pragma once

#include <optional>
#include <string_view>

#include "html/document.h"
#include "klartext/result.h"
#include "sites/reading.h"

namespace klartext {

/// Reads a page by the profile that applies to it.
///
/// `url`: the page's own address as given or declared (canonical), empty if unknown; its host chooses the profile, a
/// page without an address is matched by its landmarks. `base_url`: what relative addresses are resolved against; if
/// empty, relative addresses stay relative. Thread-safe. Damaged profiles are reported by `site_profiles()`
/// (sites/profile.h).
/// Error `no_article`: the page is known to be the site's, by address or name, and shows no article.
Result<std::optional<SiteReading>> read_site(const Document& document, std::string_view url, std::string_view base_url);

}  // namespace klartext
