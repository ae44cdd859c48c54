// When a stored answer may be used again: RFC 9111 for a private cache, as pure functions of headers and time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/answer.h"
#include "input/http_time.h"

namespace klartext {

/// An answer kept for later.
struct StoredAnswer {
  Answer answer;
  Timestamp requested = 0;  ///< when the request was sent, and
  Timestamp received = 0;   ///< when the answer was there
  std::string variant;      ///< the request headers that could have changed the answer, as one text
};

/// True for an answer that is worth storing: a page or a permanent redirect, no `no-store`, no `Vary: *`, and either
/// fresh for some time or with a validator to ask again with.
bool may_store(const Answer& answer, Timestamp received);

/// True while it may be used without asking the server.
bool is_fresh(const StoredAnswer& stored, Timestamp now);

/// True if it answers a request with these headers: there is no Vary, or they are the same as then.
bool fits_request(const StoredAnswer& stored, std::string_view variant);

/// "If-None-Match: …" and "If-Modified-Since: …", as far as the answer has validators.
std::vector<std::string> validation_headers(const Answer& answer);

/// The stored answer with the headers of a 304 in place of its own.
StoredAnswer freshened(StoredAnswer stored, const Answer& not_modified, Timestamp requested, Timestamp received);

}  // namespace klartext
