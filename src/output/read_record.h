// Reads a record back, as far as that is needed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klartext {

/// What of a record says which article it is.
struct RecordText {
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> body;
};

/// These keys of a line that `to_json` wrote; none if it is no such line.
RecordText read_record(std::string_view json);

}  // namespace klartext
