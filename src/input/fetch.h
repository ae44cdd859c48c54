// Pages from the web: the one door to libcurl.
//
// libcurl is opened at the first address (dlopen): linking it costs every run 6 ms for its 30 libraries, also those
// runs that only read files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "klartext/result.h"

namespace klartext {

/// Whether robots.txt is asked first. `automatic` obeys it for addresses from lists, not for those typed by a person.
enum class Robots : std::uint8_t { automatic, obey, ignore };

/// How to fetch. One field an option of the command line, with its default.
struct FetchOptions {
  double timeout_seconds = 60;                     ///< for one request as a whole
  double connect_timeout_seconds = 10;             ///< name look-up, TCP and TLS
  std::size_t max_bytes = std::size_t{32} << 20U;  ///< of a body, unpacked
  int max_redirects = 10;
  int max_connections = 32;
  int max_per_host = 2;
  double delay_seconds = 0;             ///< between the starts of two requests to one host
  int retries = 2;                      ///< after timeouts, broken connections, 408, 425, 429 and 5xx
  double first_retry_seconds = 1;       ///< longest wait before the first further try; doubles with each
  double max_retry_wait_seconds = 120;  ///< a longer Retry-After is not waited for
  bool allow_downgrade = false;         ///< follow a redirect from https to http
  bool public_only = false;             ///< refuse loopback, private and link-local addresses; connect without a proxy
  bool any_content_type = false;        ///< give back what is no page too (feeds, sitemaps, archives)
  Robots robots = Robots::automatic;
  std::string user_agent;            ///< empty: "klartext/VERSION"
  std::vector<std::string> headers;  ///< "Name: value"
  std::string cookie_file;           ///< Netscape format or headers; empty: cookies live as long as the run
  std::string proxy;                 ///< empty: http_proxy, https_proxy, no_proxy of the environment
  std::string ca_file;               ///< PEM, instead of the system's
  std::string cache_directory;       ///< empty: no cache
  std::size_t cache_bytes = std::size_t{4} << 30U;  ///< of all its files; 0: no limit
  std::string archive_directory;                    ///< WARC files of what was fetched or cached; empty: none
};

/// An answer with status < 400 and, unless `any_content_type`, a body that may be a page.
struct FetchedPage {
  std::string bytes;  ///< content encodings undone
  std::string url;    ///< after redirects
  int status = 0;
  std::optional<std::string> content_type;
  std::string headers;  ///< raw header block of the last answer
};

/// What of the options cannot be followed, for a person: a file that cannot be read, a header that is none, a proxy
/// (which would connect in our place) together with `public_only`. nullopt: nothing.
std::optional<std::string> problem_with(const FetchOptions& options);

/// Makes the folders of cache and archive, if they are wanted. An error if one cannot be used; it would come back for
/// every address.
std::optional<Error> prepare_folders(const FetchOptions& options);

/// Fetches one address and waits for it. Errors: `http_status` (400 or more, says which), `not_html`, `too_large`,
/// `timeout`, `network` (also TLS), `blocked` (scheme, robots.txt, address range, too many redirects), `internal`
/// (libcurl is not installed). Thread-safe.
Result<FetchedPage> fetch(std::string_view url, const FetchOptions& options = {});

}  // namespace klartext
