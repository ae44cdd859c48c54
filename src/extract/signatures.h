// Who signs a text, at its end or beside the place that opens it: "Anna Beispiel", "(sib)", "(Reuters) –", "Quelle:
// dpa".
#pragma once

#include "extract/bylines.h"

namespace klartext {

/// "Anna Beispiel" as a line of its own that closes the text, perhaps with a function behind or below it.
FoundAuthors signature(const Story& story);
/// "(dpa/lnw)", "(Anna Beispiel, 3.4.2023)" or in German "(sib)" at the end of the last paragraph.
FoundAuthors closing_sign(const Story& story);
/// "Bonn (dpa) – Am Montag …"
FoundAuthors opening_agency(const Story& story);
/// "Quelle: dpa", "© AFP" in the lines below the text.
FoundAuthors agency_below(const Story& story);

}  // namespace klartext
