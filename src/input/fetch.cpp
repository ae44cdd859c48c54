// One address, waited for.
#include "input/fetch.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <future>

#include "base/text.h"
#include "input/byte_stream.h"
#include "input/fetcher.h"
#include "input/http_cache.h"
#include "input/warc_writer.h"

namespace klartext {
namespace {

constexpr std::size_t kMaxCookieBytes = std::size_t{64} << 20U;

std::optional<std::string> problem_with_file(std::string_view option, const std::string& path) {
  if (path.empty() || access(path.c_str(), R_OK) == 0) return std::nullopt;
  return std::string(option) + ": " + path + " cannot be read: " + system_error(errno).message;
}

/// A line of a cookie file in Netscape's format: seven fields with tabs between them; or a header, which libcurl takes.
bool is_cookie(std::string_view line) {
  constexpr std::ptrdiff_t kTabs = 6;
  constexpr std::string_view kHttpOnly = "#HttpOnly_";
  if (starts_with_ignoring_case(line, "Set-Cookie:")) return true;
  const bool is_comment = line.starts_with('#') && !line.starts_with(kHttpOnly);
  return !is_comment && std::count(line.begin(), line.end(), '\t') >= kTabs;
}

/// libcurl passes over what it does not understand, and the pages come as if nobody had logged in.
std::optional<std::string> problem_with_cookies(const std::string& path) {
  if (path.empty()) return std::nullopt;
  if (auto problem = problem_with_file("--cookie-file", path)) return problem;
  auto file = open_file(path);
  auto text = file ? BufferedReader(std::move(*file)).read_all(kMaxCookieBytes) : Result<std::string>(file.error());
  if (!text) return "--cookie-file: " + path + " cannot be read: " + text.error().message;
  bool is_bare = true;
  for (std::string_view rest = *text; !rest.empty();
       rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1)) {
    const auto line = rest.substr(0, rest.find('\n'));
    if (is_cookie(line)) return std::nullopt;
    is_bare = is_bare && (line.starts_with('#') || trim(line).empty());
  }
  if (is_bare) return std::nullopt;
  return "--cookie-file: " + path +
         " holds no cookies in Netscape's format (seven fields a line, with tabs between them)";
}

/// "Name: value" or, for an empty value, "Name;".
bool is_header(std::string_view header) {
  const auto name = header.substr(0, header.find_first_of(":;"));
  return !name.empty() && name.size() < header.size() && header.find_first_of("\r\n") == std::string_view::npos &&
         name.find_first_of(" \t") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> problem_with(const FetchOptions& options) {
  if (auto problem = problem_with_cookies(options.cookie_file)) return problem;
  if (auto problem = problem_with_file("--cacert", options.ca_file)) return problem;
  const auto wrong = std::find_if_not(options.headers.begin(), options.headers.end(), is_header);
  if (wrong != options.headers.end()) return "--header takes \"Name: value\", not \"" + *wrong + "\"";
  if (options.public_only && !options.proxy.empty()) {
    return "--public-only and --proxy exclude each other: behind a proxy nobody sees what is connected to";
  }
  return std::nullopt;
}

std::optional<Error> prepare_folders(const FetchOptions& options) {
  if (!options.cache_directory.empty()) {
    if (auto cache = HttpCache::open(options.cache_directory); !cache) return cache.error();
  }
  return options.archive_directory.empty() ? std::nullopt : WarcWriter::prepare(options.archive_directory);
}

Result<FetchedPage> fetch(std::string_view url, const FetchOptions& options) {
  auto outcome = std::make_shared<std::promise<Result<FetchedPage>>>();
  auto page = outcome->get_future();
  Fetcher fetcher(options);
  fetcher.submit(std::string(url), false,
                 [outcome](Result<FetchedPage> result) { outcome->set_value(std::move(result)); });
  return page.get();
}

}  // namespace klartext
