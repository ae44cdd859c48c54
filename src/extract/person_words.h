// The words that tell names of persons from what stands beside them: agencies, offices, titles, parts of the page.
#pragma once

#include <string_view>

namespace klartext {

/// A news agency by its name or letters ("dpa", "Associated Press"), alone or before others ("dpa/lnw").
bool is_agency(std::string_view name);
/// Holds a word that no person is called: "Redaktion", "Team", "GmbH".
bool has_organization_word(std::string_view name);
/// A small word between a name and a date or place: "am", "on", "–"; `word` in lower case.
bool leads_to_date(std::string_view word);
/// A title or function and nothing else: "Staff Writer", "Redakteurin".
bool is_role(std::string_view text);
/// Holds a word of a function: "Director of Operations", "Content Marketing Coordinator".
bool has_role_word(std::string_view text);
/// Letters behind a name: "MD", "PhD", "CPA".
bool is_credential(std::string_view word);
/// Holds a word of the lines that stand beside a byline: "Min Read", "Lesezeit", "Updated", "Uhr".
bool has_furniture_word(std::string_view text);

}  // namespace klartext
