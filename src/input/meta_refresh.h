// Pages that send the reader on by markup instead of a status.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klartext {

/// The absolute address that `<meta http-equiv="refresh" content="0; url=…">` leads to at once. nullopt for none, for a
/// page that only reloads itself or waits, and inside <noscript>, where the other page would only ask for scripts.
std::optional<std::string> meta_refresh_target(std::string_view bytes, std::string_view base_url);

}  // namespace klartext
