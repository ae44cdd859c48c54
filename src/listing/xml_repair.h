// XML as it is found on the web, made readable for a strict parser.
#pragma once

#include <string>
#include <string_view>

namespace klartext {

/// `text` (UTF-8) with what feeds get wrong put right: white space before the declaration, control characters, '&' that
/// begins no reference, names of HTML characters (&nbsp; &uuml;) and of entities that a DTD declares. The latter become
/// text, so that no entity is ever expanded. CDATA sections and comments stay as they are.
std::string repaired_xml(std::string_view text);

}  // namespace klartext
