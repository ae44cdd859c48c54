// Which profile applies to a page.
#pragma once

#include <string_view>
#include <vector>

#include "html/document.h"
#include "sites/profile.h"

namespace klartext::sites {

/// A profile, and whether the page names the site (by its address, its title or its links) or merely looks like it.
struct Match {
  const Profile* profile = nullptr;
  bool named = false;
};

/// The address leads to one of the profile's hosts or below.
bool is_host_of(const Profile& profile, std::string_view url);

/// By the host of `url`; else by landmarks, of which several strong ones must be there. profile null: none applies.
Match match_profile(const std::vector<Profile>& profiles, const Document& document, std::string_view url);

}  // namespace klartext::sites
