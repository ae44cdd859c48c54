// Who wrote the article, as printed: a sign that closes the text, or a line that names the authors.
#pragma once

#include <string_view>
#include <vector>

#include "klartext/article.h"
#include "sites/profile.h"

namespace klartext::sites {

/// The printed sign that closes a text: "… berücksichtigen. (sib)", "… [sib/bs]", "… (Helena Brandt)". Empty: none.
std::vector<Author> closing_sign(const Profile& profile, std::string_view text);

/// The authors named by the last words of a text: "… eine Perspektive bieten. Interview: Helena Brandt". Empty: none.
std::vector<Author> closing_credit(const Profile& profile, std::string_view text);

/// The authors that a line names and does nothing else: "Von Helena Brandt und Kurt Bader". Empty: no such line.
std::vector<Author> byline(const Profile& profile, std::string_view text);

/// The authors that a line names without any word in front: "Helena Brandt und Kurt Bader". Empty: no such line.
std::vector<Author> bare_names(std::string_view text);

/// The name that opens a sentence: "Helena Brandt leitet das Hauptamt." Empty: none.
std::vector<Author> leading_name(std::string_view text);

/// The letters of a sign without brackets around them: "sib". Empty: anything else.
std::vector<Author> bare_initials(std::string_view text);

}  // namespace klartext::sites
