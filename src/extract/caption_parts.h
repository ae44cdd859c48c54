// What stands under a picture, parted into what it shows and who made it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klartext {

struct CaptionParts {
  std::optional<std::string> caption;
  std::optional<std::string> credit;
};

/// "Text of the caption. (Foto: Paul Ritter)" in its two parts.
CaptionParts split_caption(std::string_view text);

/// "(Foto: Paul Ritter)", "© Paul Ritter" without what stands around the name.
std::string bare_credit(std::string_view credit);

}  // namespace klartext
