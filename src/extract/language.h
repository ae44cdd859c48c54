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

}  // namespace klartext
