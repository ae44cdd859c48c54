// Where a page came from, and what was learned about it on the way.
#pragma once

#include <optional>
#include <string>

namespace klartext {

/// Names the input of one record. Everything but `name` is optional knowledge that helps to read the page.
struct Source {
  std::string name;                         ///< the input as the user gave it; becomes `source` in the record
  std::optional<std::string> url;           ///< address the page was fetched from (after redirects) or is known under
  std::optional<std::string> content_type;  ///< value of the HTTP header Content-Type, as received
  std::optional<std::string> fetched;       ///< day of the fetch or archive capture, "2026-03-01"; dates later than the
                                            ///< day after it are not believed. Not known: the day of the run counts.
};

}  // namespace klartext
