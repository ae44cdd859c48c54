// The words under a picture, and who made it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sites/profile.h"
#include "sites/sheet.h"

namespace klartext::sites {

/// A caption parted from its credit: "Blick auf Lindenau. (Bildquelle: Stadt Lindenau)".
struct Caption {
  std::optional<std::string> text;
  std::optional<std::string> credit;
};

Caption part_caption(const Profile& profile, std::string_view text);

/// The line is in small print, called a caption, or names a credit.
bool looks_like_caption(const Sheet& sheet, const Profile& profile, std::uint32_t line);

/// Address of a picture: lazy-loading attributes before src, which then holds a placeholder.
std::string_view picture_address(const Document& document, NodeId picture);

/// An icon or a spacer by its size.
bool is_tiny(const Document& document, NodeId picture);

/// What the search for a caption looks at: the lines around a picture that may be its caption.
struct CaptionScene {
  const Sheet& sheet;
  const Profile& profile;
  NodeId picture = kNoNode;
  NodeId next_picture = kNoNode;  ///< kNoNode: none
  std::uint32_t first = 0;        ///< lines [first, last) may be captions
  std::uint32_t last = 0;
  bool loose = false;  ///< any line right behind the picture is its caption, as there is no running text around
};

/// Lines that are the picture's caption, ascending.
std::vector<std::uint32_t> caption_lines(const CaptionScene& scene);

}  // namespace klartext::sites
