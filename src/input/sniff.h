// What kind of thing a file's first bytes say it is: a page, or something that only looks like one from outside.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klartext {

/// Names what `bytes` are if they cannot be a web page: "a PDF file", "a PNG image", "a ZIP archive", "JSON",
/// "a binary file", "empty". nullopt: may well be HTML or text. Looks at the beginning only; UTF-16 text is no binary.
std::optional<std::string_view> not_a_page(std::string_view bytes);

/// `text` without byte order mark, XML declaration, comments and document type at its beginning; empty if these do not
/// end.
std::string_view skip_prolog(std::string_view text);

/// The whole sentence for an `Error` of code `not_html`: "this is a PDF file, not a web page".
std::string not_a_page_message(std::string_view what);

}  // namespace klartext
