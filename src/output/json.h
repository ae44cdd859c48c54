// The record as JSON (DESIGN section 2), and as what the other formats choose from.
#pragma once

#include <string>
#include <string_view>

#include "klartext/article.h"
#include "klartext/serialize.h"

namespace klartext {

/// True if `options` keep the key `name` of the record.
bool keeps_field(const SerializeOptions& options, std::string_view name);

/// True if the record has more under the key `name` than null, an empty list or an object of nulls.
bool has_field(const Article& article, std::string_view name);

/// The record as JSON text, ending in a newline.
std::string to_json(const Article& article, const SerializeOptions& options);

}  // namespace klartext
