// A data file that was put into the binary at build time (cmake/Embed.cmake).
#pragma once

#include <cstddef>
#include <string_view>

namespace klartext {

struct EmbeddedFile {
  std::string_view name;  ///< without folder and extension
  std::string_view text;
};

}  // namespace klartext
