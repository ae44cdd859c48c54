// Where the text of an article begins: the line that its date opens.
#pragma once

#include <cstdint>

#include "sites/bracketed_date.h"
#include "sites/hints.h"
#include "sites/landmarks.h"
#include "sites/sheet.h"

namespace klartext::sites {

struct Anchor {
  std::uint32_t line = kNoLine;
  BracketedDate date;  ///< empty on a page without a dated line
};

/// `kNoLine` if the page has no text below a headline. `related` becomes the heading above the teasers: the first that
/// has an article before it, else one that has it behind itself; null if there is none.
Anchor find_anchor(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const TitleHints& hints,
                   const NamedHeading*& related);

/// The headline stands in no line before this one: between it and the dated paragraph there may be a picture, its
/// caption, an advertisement, a row of tools.
std::uint32_t top_of_head(std::uint32_t anchor);

/// A line between `top` and the dated one, and near it, is a heading of the first level or what the title says.
bool has_headline_above(const Sheet& sheet, const TitleHints& hints, std::uint32_t dated, std::uint32_t top = 0);

/// The dated line is an item of a list or a teaser, not the opening of an article.
bool opens_teaser(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, std::uint32_t dated);

/// Where the page goes on with another article below the teasers that begin at line `from`: its headline, a heading of
/// the first level behind a dated line. Where such are the teasers' own titles, there is none: size().
std::uint32_t next_headline(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t from);

/// A line of running text: long, and not a link.
bool is_prose(const Sheet& sheet, std::uint32_t line);

}  // namespace klartext::sites
