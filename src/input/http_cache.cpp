// A file is a block of fields about the entry, the header block as received, and the body packed with zstd:
//   klartext-cache: 1
//   url: …            (asked for again when reading: two addresses of one hash are no catastrophe)
//   header-bytes: …   body-bytes: …   checksum: …
#include "input/http_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>

#include "base/stable_hash.h"
#include "base/text.h"
#include "input/byte_stream.h"

namespace klartext {
namespace {

/// Version of the files; others are not read.
constexpr std::string_view kFormat = "1";

/// Fast and small enough: a news page shrinks to a fifth at about 500 MB/s.
constexpr int kPackLevel = 1;

constexpr std::size_t kMaxEntryBytes = std::size_t{512} << 20U;

/// An existing folder is fine.
bool make_folder(const std::string& path) { return mkdir(path.c_str(), 0777) == 0 || errno == EEXIST; }

std::string packed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kPackLevel);
  out.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return out;
}

std::optional<std::string> unpacked_bytes(std::string_view bytes, std::size_t size) {
  if (size > kMaxEntryBytes) return std::nullopt;
  std::string out(size, '\0');
  if (ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size()) != size) return std::nullopt;
  return out;
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\n");
}

std::string file_text(std::string_view url, const StoredAnswer& stored) {
  const std::string content = stored.answer.header_block + packed(stored.answer.body);
  std::string text;
  append_field(text, "klartext-cache", kFormat);
  append_field(text, "url", url);
  append_field(text, "requested", std::to_string(stored.requested));
  append_field(text, "received", std::to_string(stored.received));
  append_field(text, "variant", stored.variant);
  append_field(text, "redirect", stored.answer.redirect_url);
  append_field(text, "header-bytes", std::to_string(stored.answer.header_block.size()));
  append_field(text, "body-bytes", std::to_string(stored.answer.body.size()));
  append_field(text, "checksum", hash_name(content));
  return text + "\n" + content;
}

std::optional<std::uint64_t> number_field(const HeaderFields& fields, std::string_view name) {
  const auto text = fields.find(name).value_or("");
  std::uint64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<StoredAnswer> stored_in(std::string_view text, std::string_view url) {
  const auto end = text.find("\n\n");
  if (end == std::string_view::npos) return std::nullopt;
  const HeaderFields fields(text.substr(0, end));
  const auto content = text.substr(end + 2);
  const auto header_bytes = number_field(fields, "header-bytes");
  const auto body_bytes = number_field(fields, "body-bytes");
  const bool sound = fields.find("klartext-cache") == kFormat && fields.find("url") == url && header_bytes &&
                     body_bytes && *header_bytes <= content.size() && fields.find("checksum") == hash_name(content);
  if (!sound) return std::nullopt;
  auto body = unpacked_bytes(content.substr(*header_bytes), *body_bytes);
  if (!body) return std::nullopt;
  StoredAnswer stored;
  stored.answer.url = url;
  stored.answer.header_block = content.substr(0, *header_bytes);
  stored.answer.fields = HeaderFields(stored.answer.header_block);
  stored.answer.status = status_of(stored.answer.header_block.substr(0, stored.answer.header_block.find('\n')));
  stored.answer.body = std::move(*body);
  stored.answer.redirect_url = fields.find("redirect").value_or("");
  stored.requested = static_cast<Timestamp>(number_field(fields, "requested").value_or(0));
  stored.received = static_cast<Timestamp>(number_field(fields, "received").value_or(0));
  stored.variant = fields.find("variant").value_or("");
  return stored;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// Writes a file under a name of its own and renames it.
bool write_aside(const std::string& path, std::string_view text) {
  std::string aside = path + ".XXXXXX";
  const int descriptor = mkostemp(aside.data(), O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool written = write_all(descriptor, text);
  const bool closed = close(descriptor) == 0;
  if (written && closed && std::rename(aside.c_str(), path.c_str()) == 0) return true;
  unlink(aside.c_str());
  return false;
}

}  // namespace

Result<HttpCache> HttpCache::open(std::string folder, std::uint64_t max_bytes) {
  if (!make_folder(folder)) {
    return Error{ErrorCode::unreadable,
                 "the cache folder " + folder + " cannot be made: " + system_error(errno).message};
  }
  if (access((folder + "/").c_str(), R_OK | W_OK | X_OK) != 0) {
    return Error{ErrorCode::unreadable,
                 "the cache folder " + folder + " cannot be used: " + system_error(errno).message};
  }
  return HttpCache(std::move(folder), max_bytes);
}

/// 256 folders, so that none grows large.
std::string HttpCache::path_of(std::string_view url) const {
  const std::string name = hash_name(url);
  return folder_ + "/" + name.substr(0, 2) + "/" + name.substr(2);
}

std::optional<StoredAnswer> HttpCache::find(std::string_view url) const {
  const std::string path = path_of(url);
  auto file = open_file(path);
  if (!file) return std::nullopt;
  const auto text = BufferedReader(std::move(*file)).read_all(kMaxEntryBytes);
  if (!text) return std::nullopt;
  utimensat(AT_FDCWD, path.c_str(), nullptr, 0);  // used now
  return stored_in(*text, url);
}

bool HttpCache::store(std::string_view url, const StoredAnswer& stored) {
  const std::string path = path_of(url);
  const std::string shelf = path.substr(0, path.rfind('/'));
  const std::string text = file_text(url, stored);
  if (!make_folder(shelf) || !write_aside(path, text)) return false;
  budget_.stored(shelf.substr(shelf.rfind('/') + 1), text.size());
  return true;
}

}  // namespace klartext
