// One teaser: from its items to the record.
#pragma once

#include <string_view>

#include "klartext/article.h"
#include "sites/profile.h"
#include "sites/sheet.h"
#include "sites/teaser_groups.h"

namespace klartext::sites {

/// What all teasers of a page have in common.
struct TeaserStyle {
  const Sheet& sheet;
  const Profile& profile;
  std::string_view base_url;
  bool kicker_inline = false;  ///< kicker and title mostly stand in one line, parted by a colon
};

/// Most title lines of these groups hold "Kicker: Title".
bool has_inline_kickers(const Sheet& sheet, const Profile& profile, const std::vector<ItemGroup>& groups);

Teaser read_teaser(const TeaserStyle& style, const ItemGroup& group);

}  // namespace klartext::sites
