// What the landmarks of a site's page give: every field of the record that a reader finds by looking at the page.
//
// A field that is absent here is absent on the page: the reading is complete for what landmarks can say, so nobody
// needs to (or may) fill `kicker`, `lead`, `section`, `authors`, `tags`, `links`, `images`, `related`, `providers` or
// `alternates` from elsewhere. Addresses are absolute where `base_url` was given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/render.h"
#include "klartext/article.h"

namespace klartext {

/// A value, the node where it stood, and the name of the landmark that gave it (a constant: views never dangle).
template <class T>
struct Found {
  T value{};
  NodeId node = kNoNode;
  std::string_view rule;
};

struct SiteReading {
  std::string profile;  ///< name of the profile that applied: "kommune21"
  std::string
      site_name;  ///< name of the publication: "Kommune21"; empty if only landmarks matched and no name is printed
  std::string language;  ///< what the profile says of its pages ("de"), for pages that declare none

  std::optional<Found<std::string>> kicker;
  std::optional<Found<std::string>> title;
  std::optional<Found<std::string>> date;  ///< ISO 8601, the printed one: it beats all metadata
  std::string today;  ///< ISO 8601, what a line such as "Dienstag, 3. März 2026" prints: never the article's date
  std::optional<Found<std::string>> section;
  std::optional<Found<std::string>> lead;
  Found<std::vector<Paragraph>> body;  ///< paragraphs, the lead (if any) as the first; empty: no article text found
  Found<std::vector<Author>> authors;
  Found<std::vector<std::string>> tags;
  Found<std::vector<Link>> links;
  Found<std::vector<Image>> images;
  Found<std::vector<Teaser>> related;
  Found<std::vector<Provider>> providers;
  std::optional<Found<std::string>> print;  ///< address of the print version
  std::optional<Found<std::string>> pdf;
};

}  // namespace klartext
