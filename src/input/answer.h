// What a server said, and what it is worth.
#pragma once

#include <string>

#include "input/fetch.h"
#include "input/header_fields.h"

namespace klartext {

/// An answer to one request, redirects not followed.
struct Answer {
  std::string url;  ///< that was asked
  int status = 0;
  std::string header_block;  ///< as received, status line first
  HeaderFields fields;
  std::string body;          ///< content encodings undone
  std::string redirect_url;  ///< absolute address of a 3xx answer's Location; empty if none
  double seconds = 0;
};

/// "Not Found" for 404; empty for a status without a name.
std::string_view status_name(int status);

/// True for 301, 302, 303, 307 and 308 with a Location.
bool is_redirect(const Answer& answer);

/// The page in an answer, or why there is none: `http_status`, `not_html`, `too_large`.
Result<FetchedPage> page_of_answer(Answer answer, const FetchOptions& options);

/// Why a redirect must not be followed: `blocked` (scheme, downgrade); nullopt if it may.
std::optional<Error> redirect_objection(std::string_view from, std::string_view to, const FetchOptions& options);

}  // namespace klartext
