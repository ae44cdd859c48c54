// Articles and errors as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "klartext/article.h"
#include "klartext/result.h"

namespace klartext {

enum class Format : std::uint8_t { json, markdown, text };

struct SerializeOptions {
  Format format = Format::json;
  bool pretty = false;              ///< JSON indented by two blanks; else one line
  std::vector<std::string> fields;  ///< keep only these keys of the record, in the record's order; empty: all
};

/// One record as text, always valid UTF-8, ending in a newline. Never fails: bytes that are not UTF-8 are replaced.
std::string serialize(const Article& article, const SerializeOptions& options = {});

/// The error record `{"source": …, "error": {"code": …, "message": …}}` as one line of JSON.
std::string serialize_error(std::string_view source, const Error& error);

/// The JSON Schema (draft 2020-12) of a record, as text.
std::string_view schema_json();

/// True if `name` is a key of the record ("title", "related", …).
bool is_field(std::string_view name);

/// The release, "0.1.0".
std::string_view version();

}  // namespace klartext
