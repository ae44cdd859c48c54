// Archives that a run could not complete.
#pragma once

#include <string>
#include <string_view>

namespace klartext {

/// What an archive's name ends in while it grows.
inline constexpr std::string_view kOpenSuffix = ".open";

/// Locks a growing archive for as long as `descriptor` is open, so that no other run takes it for left behind. False if
/// one already did.
bool lock_archive(int descriptor);

/// Completes the archives in `folder` that runs left behind when they were killed: a record that was cut off is taken
/// away, and the name loses its ".open". One without a whole record is removed; one that a run still writes stays.
void complete_left_archives(const std::string& folder);

}  // namespace klartext
