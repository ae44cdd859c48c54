// The name of the publication.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/evidence.h"
#include "extract/page.h"

namespace klartext {

std::optional<std::string> read_site_name(const Page& page, Evidence& evidence);

/// For `Page::publication`.
PublicationNames publication_names(const Page& page);

/// Is this the name of the publication, by what the page says of itself or by its address ("L'Opinion" of lopinion.fr)?
bool is_site_name(const Page& page, std::string_view name);

}  // namespace klartext
