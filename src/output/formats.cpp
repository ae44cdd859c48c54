// A new format is one function and one row here.
#include "output/formats.h"

#include "output/json.h"
#include "output/markdown.h"
#include "output/text.h"

namespace klartext {
namespace {

constexpr FormatRow kFormats[] = {
    {Format::json, "json", ".json", "", to_json},
    {Format::markdown, "markdown", ".md", "\n---\n\n", to_markdown},
    {Format::text, "text", ".txt", "\n\n", to_text},
};

}  // namespace

std::span<const FormatRow> formats() { return kFormats; }

const FormatRow& format_row(Format format) {
  for (const FormatRow& row : kFormats) {
    if (row.format == format) return row;
  }
  return kFormats[0];
}

const FormatRow* find_format(std::string_view name) {
  for (const FormatRow& row : kFormats) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::string serialize(const Article& article, const SerializeOptions& options) {
  return format_row(options.format).write(article, options);
}

}  // namespace klartext
