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
  std::string body;          ///< as received; `undo_encoding` makes it readable
  bool whole = true;         ///< false if the rest of the body was not wanted
  std::string redirect_url;  ///< absolute address of a 3xx answer's Location; empty if none
  double seconds = 0;
};

/// What came of one request.
struct Attempt {
  Result<Answer> answer;
  bool may_pass = false;  ///< an error that another try may not meet: a timeout, a broken connection
  std::string sent;       ///< request line and headers as they were sent; kept only if answers are archived
};

/// Undoes the body's content encoding. nullopt if all went well; `too_large` beyond `max_bytes`, `network` for damage.
std::optional<Error> undo_encoding(Answer& answer, std::size_t max_bytes);

/// "Not Found" for 404; empty for a status without a name.
std::string_view status_name(int status);

/// True for 301, 302, 303, 307 and 308 with a Location.
bool is_redirect(const Answer& answer);

/// The page in an answer, or why there is none: `http_status`, `not_html`, `too_large`.
Result<FetchedPage> page_of_answer(Answer answer, const FetchOptions& options);

/// The error for a body over the limit.
Error too_large(std::size_t max_bytes);

/// Why a redirect must not be followed: `blocked` (scheme, downgrade); nullopt if it may.
std::optional<Error> redirect_objection(std::string_view from, std::string_view to, const FetchOptions& options);

}  // namespace klartext
