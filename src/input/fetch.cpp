// One address, waited for.
#include "input/fetch.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <future>

#include "input/byte_stream.h"
#include "input/fetcher.h"
#include "input/http_cache.h"
#include "input/warc_writer.h"

namespace klartext {
namespace {

std::optional<std::string> problem_with_file(std::string_view option, const std::string& path) {
  if (path.empty() || access(path.c_str(), R_OK) == 0) return std::nullopt;
  return std::string(option) + ": " + path + " cannot be read: " + system_error(errno).message;
}

/// "Name: value" or, for an empty value, "Name;".
bool is_header(std::string_view header) {
  const auto name = header.substr(0, header.find_first_of(":;"));
  return !name.empty() && name.size() < header.size() && header.find_first_of("\r\n") == std::string_view::npos &&
         name.find_first_of(" \t") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> problem_with(const FetchOptions& options) {
  if (auto problem = problem_with_file("--cookie-file", options.cookie_file)) return problem;
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
