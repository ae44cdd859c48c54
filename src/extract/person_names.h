// Names out of what pages write where an author is meant: "Von Anna Beispiel und Dr. Ben Muster, Berlin".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "klartext/article.h"

namespace klartext {

/// The names in an author's text: the word before them ("Von", "By") gone, parted at commas and "und"/"and"/…, without
/// roles, places, addresses, handles and duplicates. Empty if it holds none.
std::vector<std::string> author_names(std::string_view text);

/// Opens the text as a byline does ("Von …", "Written by …", "ByJane …")?
bool begins_with_byline(std::string_view text);

/// The name behind this text is no author's: "… Reviewed by", "Fotos:".
bool ends_in_other_credit(std::string_view text);

/// A printed sign such as "sib" or "dpa/hei" rather than a name.
bool looks_like_initials(std::string_view name);
/// A known agency, or a word such as "Redaktion" that no person is called.
bool looks_like_organization(std::string_view name);
/// Two to five capitalized words, as the names of persons are.
bool looks_like_person(std::string_view name);

}  // namespace klartext
