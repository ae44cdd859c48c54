// The entries of a list of inputs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/byte_stream.h"
#include "input/input.h"

namespace klartext {

/// Pulls the entries of one list: an input a line, `INPUT<TAB>URL` for a saved page whose address is known. Blank lines
/// and lines that begin with '#' are passed over, as are a byte order mark and carriage returns. With NUL bytes as ends
/// every other byte is part of a name. A packed list (gzip, zstd) is unpacked.
class ListReader {
 public:
  /// `name` is a file, or "-" for standard input. `interrupt` outlives the reader.
  ListReader(std::string name, bool null_separated, const Interrupt& interrupt);

  /// The next entry, not yet looked up on disk; an error of the list itself carries the list's name.
  std::optional<InputItem> next();

 private:
  [[nodiscard]] InputItem failure(Error error) const;

  std::string name_;
  char end_;
  std::uint64_t line_ = 0;
  std::optional<Error> error_;
  std::optional<BufferedReader> reader_;
};

/// One entry of a list, split into the input and its address.
Input list_entry(std::string_view entry);

}  // namespace klartext
