// What the user asked to be read, one input at a time.
//
// Arguments and list files name urls, files, folders and standard input. An `InputStream` turns them into a flat
// sequence that is pulled: folders are opened when their turn comes and list files are read line by line, so that a
// million inputs cost no more memory than the names of the folders that are open. What cannot be read (a folder
// without permission, a missing list) is an item of the sequence too, in its place.
//
// A name is bytes as the file system has them, not necessarily UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "klartext/result.h"

namespace klartext {

/// One thing to read: an address, a file, or HTML on standard input.
struct Input {
  enum class Kind : std::uint8_t { url, file, standard_input };
  Kind kind = Kind::file;
  std::string name;                 ///< as given; for a file found in a folder, its path
  std::optional<std::string> url;   ///< address of the saved page, from `INPUT<TAB>URL`
  bool listed = false;              ///< comes from a list, not from the hand of a person
  std::optional<std::string> root;  ///< the folder the user named, if the file was found in it: `name` begins with it
};

/// An input, or the reason why there is none under that name.
struct InputItem {
  Input input;
  std::optional<Error> error;  ///< not_found, unreadable, blocked (ftp://…); `input.name` still says what it is about
};

/// What to enumerate: arguments first, then the lists, each in order.
struct InputOptions {
  std::vector<std::string> arguments;  ///< url, file, folder, "-" (HTML on standard input)
  std::vector<std::string> lists;      ///< files with an input a line; "-" reads the list from standard input
  bool null_separated = false;         ///< lists end each entry with a NUL byte instead of a line break
  std::uint64_t shard = 0;             ///< only inputs whose place in the sequence, modulo `shards`, is this
  std::uint64_t shards = 1;
};

/// What an argument or list entry means, without looking at the disk: http(s)://… is a url, "-" standard input,
/// everything else a file or folder ("file:///a%20b.html" too).
Input classify_input(std::string_view entry);

/// True for names that a folder is searched for: .html .htm .xhtml .shtml .mhtml .mht .warc and .gz/.zst of these,
/// whatever their case. A file that the user names is read whatever it is called.
bool has_page_extension(std::string_view file_name);

/// `file_name` without such an extension: "a" for "a.warc.gz".
std::string_view without_page_extension(std::string_view file_name);

/// The sequence of all inputs. Files of a folder come in bytewise order of their paths' components, folders are
/// searched through, links are followed but never in circles, hidden names are skipped. Not thread-safe.
class InputStream {
 public:
  explicit InputStream(InputOptions options);
  ~InputStream();
  InputStream(InputStream&&) noexcept;
  InputStream& operator=(InputStream&&) noexcept;

  /// The next input; nullopt when all have been given.
  std::optional<InputItem> next();

  /// Ends a `next()` that waits for more of a list to come through a pipe. Thread-safe.
  void interrupt() const;

 private:
  class Walk;
  std::unique_ptr<Walk> walk_;
};

}  // namespace klartext
