// In which language the article is written.
//
// What the page declares counts (html lang, JSON-LD, og:locale); where it declares nothing, the small words of its
// prose tell. Declared languages are normalized to BCP 47 ("de_DE" is "de-DE"), never corrected.
#pragma once

#include <string>

namespace klartext {

struct Page;

/// BCP 47 tag, empty if unknown.
std::string language_of(const Page& page);

/// The language with its country, where the page's locale or the end of its host names one and `language` does not:
/// what 03/04/2021 means depends on it. English without any country is American, as most of it on the web is.
std::string dialect_of(const Page& page);

}  // namespace klartext
