// Arguments, then lists; each entry is looked at on disk when its turn comes, to see whether it is a folder.
#include "input/input.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/text.h"
#include "base/url.h"
#include "input/byte_stream.h"
#include "input/folder_walk.h"
#include "input/list_reader.h"

namespace klartext {
namespace {

constexpr std::array<std::string_view, 2> kPackedExtensions = {".gz", ".zst"};
constexpr std::array<std::string_view, 7> kPageExtensions = {".html", ".htm",   ".xhtml", ".shtml",
                                                             ".mht",  ".mhtml", ".warc"};

std::string_view without_packed_extension(std::string_view name) {
  for (const auto extension : kPackedExtensions) {
    if (ends_with_ignoring_case(name, extension)) return name.substr(0, name.size() - extension.size());
  }
  return name;
}

int hex_value(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto at = kDigits.find(lower_ascii({&c, 1}));
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// Every %XX as its byte: names of files need not be UTF-8.
std::string decoded_path(std::string_view path) {
  std::string bytes;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool escaped =
        path[at] == '%' && at + 2 < path.size() && hex_value(path[at + 1]) >= 0 && hex_value(path[at + 2]) >= 0;
    bytes.push_back(escaped ? static_cast<char>(hex_value(path[at + 1]) * 16 + hex_value(path[at + 2])) : path[at]);
    if (escaped) at += 2;
  }
  return bytes;
}

/// The path in "file:///a", "file://localhost/a" or "file:/a", still encoded; empty for anything else.
std::string_view path_of_file_url(std::string_view entry) {
  for (const std::string_view begin : {"file://localhost/", "file:///", "file:/"}) {
    const bool is_other_host = begin == "file:/" && starts_with_ignoring_case(entry, "file://");
    if (starts_with_ignoring_case(entry, begin) && !is_other_host) return entry.substr(begin.size() - 1);
  }
  return {};
}

/// "ftp" for "ftp://…", empty for what is no address.
std::string_view scheme_of(std::string_view entry) {
  const auto end = entry.find("://");
  if (end == std::string_view::npos) return {};
  const auto scheme = entry.substr(0, end);
  const bool sound = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '.';
  });
  return sound ? scheme : std::string_view{};
}

/// "www.kommune21.de/meldung_1", "kommune21.de/meldung_1", but not "pages/1.html" or "missing.html".
bool looks_like_host(std::string_view name) {
  constexpr std::array<std::string_view, 10> kEndings = {"de",  "at", "ch",   "com", "org",
                                                         "net", "eu", "info", "uk",  "fr"};
  const auto host = name.substr(0, name.find_first_of("/?#"));
  const auto dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  return starts_with_ignoring_case(host, "www.") || std::any_of(kEndings.begin(), kEndings.end(), [&](auto ending) {
           return equals_ignoring_case(host.substr(dot + 1), ending);
         });
}

/// Why a name leads nowhere, with a hint where an address was probably meant.
Error missing(const Input& input, int error_number) {
  if (input.name.empty()) return {ErrorCode::not_found, "the name of this input is empty"};
  const auto scheme = scheme_of(input.name);
  if (!scheme.empty()) {
    return {ErrorCode::blocked, "only http and https addresses can be fetched, not " + std::string(scheme) + ":"};
  }
  Error error = system_error(error_number);
  if (trim(input.name) != input.name) error.message += "; the name begins or ends with white space";
  if (looks_like_host(input.name)) error.message += "; the web page is https://" + input.name;
  if (starts_with_ignoring_case(input.name, "http")) error.message += "; an address begins with https://";
  return error;
}

}  // namespace

bool has_page_extension(std::string_view file_name) { return without_page_extension(file_name) != file_name; }

std::string_view without_page_extension(std::string_view file_name) {
  const auto name = without_packed_extension(file_name);
  const auto* extension = std::find_if(kPageExtensions.begin(), kPageExtensions.end(),
                                       [&](auto known) { return ends_with_ignoring_case(name, known); });
  return extension == kPageExtensions.end() ? file_name : name.substr(0, name.size() - extension->size());
}

Input classify_input(std::string_view entry) {
  Input input;
  input.name = entry;
  if (starts_with_ignoring_case(entry, "http://") || starts_with_ignoring_case(entry, "https://")) {
    input.kind = Input::Kind::url;
  } else if (entry == "-") {
    input.kind = Input::Kind::standard_input;
  } else if (const auto path = path_of_file_url(entry); !path.empty()) {
    input.name = decoded_path(path);
  }
  return input;
}

class InputStream::Walk {
 public:
  explicit Walk(InputOptions options) : options_(std::move(options)) {}

  std::optional<InputItem> next() {
    auto item = next_of_all();
    while (item && place_++ % options_.shards != options_.shard) item = next_of_all();
    return item;
  }

  void interrupt() const { interrupt_.raise(); }

 private:
  std::optional<InputItem> next_of_all() {
    while (true) {
      if (folder_) {
        if (auto found = next_in_folder()) return found;
      }
      auto entry = next_entry();
      if (!entry || !opens_folder(*entry)) return entry;
    }
  }

  std::optional<InputItem> next_in_folder() {
    auto found = folder_->next();
    if (!found) folder_.reset();
    if (found) found->input.listed = folder_listed_;
    return found;
  }

  std::optional<InputItem> next_entry() {
    if (argument_ < options_.arguments.size()) {
      return InputItem{classify_input(options_.arguments[argument_++]), std::nullopt};
    }
    while (list_ || list_index_ < options_.lists.size()) {
      if (!list_) list_.emplace(options_.lists[list_index_++], options_.null_separated, interrupt_);
      if (auto entry = list_->next()) return entry;
      list_.reset();
    }
    return std::nullopt;
  }

  /// Looks a file up on disk. True if it is a folder, which is now open; a missing one gets its error.
  bool opens_folder(InputItem& entry) {
    if (entry.error || entry.input.kind != Input::Kind::file) return false;
    struct stat status = {};
    if (stat(entry.input.name.c_str(), &status) != 0) {
      entry.error = missing(entry.input, errno);
      return false;
    }
    if (!S_ISDIR(status.st_mode)) return false;
    folder_.emplace(entry.input.name);
    folder_listed_ = entry.input.listed;
    return true;
  }

  InputOptions options_;
  Interrupt interrupt_;
  std::uint64_t place_ = 0;
  std::size_t argument_ = 0;
  std::size_t list_index_ = 0;
  std::optional<ListReader> list_;
  std::optional<FolderWalk> folder_;
  bool folder_listed_ = false;
};

InputStream::InputStream(InputOptions options) : walk_(std::make_unique<Walk>(std::move(options))) {}
InputStream::~InputStream() = default;
InputStream::InputStream(InputStream&&) noexcept = default;
InputStream& InputStream::operator=(InputStream&&) noexcept = default;

std::optional<InputItem> InputStream::next() { return walk_->next(); }
void InputStream::interrupt() const { walk_->interrupt(); }

}  // namespace klartext
