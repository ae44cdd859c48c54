// The formats a record can be written in: one row each.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "klartext/article.h"
#include "klartext/serialize.h"

namespace klartext {

struct FormatRow {
  Format format;
  std::string_view name;       ///< what `--format` takes
  std::string_view extension;  ///< of a file that holds one record, with its dot
  std::string_view between;    ///< stands between two records of one stream
  std::string (*write)(const Article& article, const SerializeOptions& options);
};

/// All formats, the default first.
std::span<const FormatRow> formats();

/// The row of a format. There is one for every `Format`.
const FormatRow& format_row(Format format);

/// The row with this name, or null.
const FormatRow* find_format(std::string_view name);

}  // namespace klartext
