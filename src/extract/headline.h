// The headline of the article and the kicker above it.
//
// No single source of a title is right on more than three pages of four, so they vote: every source nominates its text
// without the name of the site, a text that several nominate adds up, and a title that another one merely extends
// ("Kicker: Title", "Title | Section") gets a part of that one's weight. The kicker is what the page prints in an
// element of its own, inside or right above the headline; a colon in the headline's own element belongs to the title.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/evidence.h"
#include "extract/page.h"
#include "html/document.h"

namespace klartext {

struct Headline {
  std::string title;      ///< empty if the page has none
  std::string kicker;     ///< without trailing colon; empty if there is none
  NodeId node = kNoNode;  ///< element of the headline on the page
  NodeId kicker_node = kNoNode;
  std::uint32_t first_block = 0;  ///< blocks of the headline on the page, [first, last); equal if it is not printed
  std::uint32_t last_block = 0;
};

Headline read_headline(const Page& page, Evidence& evidence);

/// A nomination for the title. What the files of the headline share.
struct TitleNomination {
  std::string_view source;  ///< "h1", "og:title", …
  std::string text;         ///< as printed, without the site's name
  std::string folded;
  double weight = 0;
  NodeId node = kNoNode;
};

/// What every source of the page nominates, headings first; texts are never empty.
std::vector<TitleNomination> title_nominations(const Page& page);

/// Names of the site for comparing: letters and digits alone, folded. For `Page::site_names`.
std::vector<std::string> site_names(const Page& page);

/// `title` without the name of the site, or a part behind a bar, at either end.
std::string without_site_name(std::string_view title, const Page& page);

/// Is the text exactly one of the site's names, as a logo is?
bool names_site(std::string_view text, const Page& page);

struct Kicker {
  std::string text;
  NodeId node = kNoNode;
};

/// The kicker that stands with this headline.
std::optional<Kicker> find_kicker(const Page& page, const Headline& headline,
                                  const std::vector<TitleNomination>& nominations, Evidence& evidence);

}  // namespace klartext
