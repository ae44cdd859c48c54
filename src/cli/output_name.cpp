// A name is split at its slashes, each part is made harmless by itself, and the parts are joined again.
#include "cli/output_name.h"

#include "base/stable_hash.h"
#include "base/text.h"
#include "base/url.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

/// File systems take 255 bytes; a hash, the extension and ".part" are to fit as well.
constexpr std::size_t kMaxPartBytes = 180;

/// Linux takes paths of 4,096 bytes, of which this leaves DIR some.
constexpr std::size_t kMaxNameBytes = 2000;

constexpr std::size_t kHashDigits = 8;

/// Bytes that other systems, or people at a shell, cannot do with in a name.
constexpr std::string_view kAwkward = "\\:*?\"<>|";

std::string short_hash(std::string_view name) { return "-" + hash_name(name).substr(0, kHashDigits); }

bool is_awkward(char32_t character) {
  return acts_on_a_terminal(character) ||
         (character < 0x80 && kAwkward.find(static_cast<char>(character)) != kAwkward.npos);
}

/// `part` without what a name cannot hold. Never empty, never hidden, never "..".
std::string harmless(std::string_view part) {
  const std::string text = to_valid_utf8(part);
  std::string name;
  for (std::size_t at = 0; at < text.size() && name.size() < kMaxPartBytes;) {
    const std::size_t begin = at;
    const char32_t character = next_character(text, at);
    const bool replaced = is_awkward(character) || character == '/' || (begin == 0 && character == '.');
    name.append(replaced ? "_" : std::string_view(text).substr(begin, at - begin));
  }
  return name.empty() ? "_" : name;
}

/// Each part of a path made harmless, "." left out; with a hash of what it was wherever that changed a part.
std::string harmless_path(std::string_view path) {
  std::string name;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    const std::string kept = harmless(part);
    name.append(name.empty() ? "" : "/").append(kept);
    if (kept != part && part != "..") name.append(short_hash(part));
  }
  return name.empty() ? "_" : name;
}

/// "x.example/a/b-1f0c3d9a": the hash is of the whole address.
std::string name_of_address(std::string_view url) {
  std::string name = harmless(url_host(url));
  std::string_view path = url_path(url);
  path = path.substr(0, path.find_first_of("?#"));
  while (path.ends_with('/')) path.remove_suffix(1);
  for (std::size_t at = 1; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = percent_decode(path.substr(at, end - at));
    name.append("/").append(harmless(end == path.size() ? without_page_extension(part) : part));
    at = end + 1;
  }
  if (path.empty()) name.append("/index");
  return name.append(short_hash(url));
}

/// A file that was named by hand goes by its last part, one of a folder by its way from there, one of a list by all.
std::string name_of_file(const Input& input) {
  std::string_view path = input.name;
  if (input.root) {
    path.remove_prefix(input.root->size());
  } else if (!input.listed) {
    path = path.substr(path.rfind('/') + 1);
  }
  return harmless_path(without_page_extension(path));
}

std::string name_of_input(const Input& input) {
  if (input.kind == Input::Kind::standard_input) return "stdin";
  return input.kind == Input::Kind::url ? name_of_address(input.name) : name_of_file(input);
}

}  // namespace

std::string output_name(const Input& input, std::string_view page, std::uint64_t capture, std::string_view extension) {
  std::string name = name_of_input(input);
  if (page != input.name) name.append("/").append(is_http_url(page) ? name_of_address(page) : harmless_path(page));
  if (capture > 1) name.append(".").append(std::to_string(capture));
  if (name.size() > kMaxNameBytes) name = "_/" + hash_name(name);
  return name.append(extension);
}

}  // namespace klartext
