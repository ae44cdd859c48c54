// A site profile: everything the landmark engine knows about a site, as data.
//
// The JSON files of src/sites/profiles are embedded into the program by CMake and parsed when first needed. A profile
// holds words and patterns only; what they mean is said at each member. Adding a site = one JSON file, one golden
// folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "klartext/result.h"

namespace klartext {

struct Profile;

/// All embedded profiles, parsed once. Error `profile`: which file, which key, what was expected.
const Result<std::vector<Profile>>& site_profiles();

}  // namespace klartext
