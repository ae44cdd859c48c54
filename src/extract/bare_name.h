// One name without what pages write around it: "unserer Redakteurin Anna Beispiel (Bonn)" is "Anna Beispiel".
#pragma once

#include <string_view>

namespace klartext {

/// The name in one part of a byline, without brackets, titles behind it, offices before it, places and words of the
/// stamp that follows. A slice of `part`; what is no name stays as it is.
std::string_view bare_name(std::string_view part);

/// Without quotation marks and ©.
std::string_view without_quotes(std::string_view text);

/// "Ben Muster (Fotos)": who did the pictures.
bool is_picture_credit(std::string_view part);

}  // namespace klartext
