// What each line of the page is, by the words of the profile alone.
//
// Classification looks at one line (a heading may run over a few) and judges nothing about its place: the same words in
// the navigation are sorted out by those who know where the article stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sites/bracketed_date.h"
#include "sites/profile.h"
#include "sites/sheet.h"

namespace klartext::sites {

enum class Kind : std::uint8_t {
  text,
  dated,      ///< opens with a bracketed date
  tags,       ///< opens with the tags label
  tools,      ///< nothing but print, PDF and mail words
  ad,         ///< announces an advertisement
  related,    ///< opens the heading above the teasers
  providers,  ///< opens the heading above the providers
  more,       ///< nothing but the link at the end of a teaser
  end,        ///< ends what belongs to the article
  chrome,     ///< says nothing
  today,      ///< a weekday and a date, mostly today's
  bare_date,  ///< nothing but a date without brackets
};

/// A heading that ends in a name: "Weitere Meldungen und Beiträge aus dem Bereich | Panorama".
struct NamedHeading {
  std::uint32_t first = kNoLine;  ///< its lines are [first, last)
  std::uint32_t last = kNoLine;
  std::string name;          ///< may be empty
  NodeId picture = kNoNode;  ///< a heading drawn as a picture; it has no line: first == last, the line behind it
};

struct Landmarks {
  std::vector<Kind> kinds;  ///< one per line
  std::vector<NamedHeading> related;
  std::vector<NamedHeading> providers;
  [[nodiscard]] Kind kind(std::uint32_t line) const { return kinds[line]; }
  /// A drawn heading stands right above the line.
  [[nodiscard]] bool has_drawn_heading_above(std::uint32_t line) const;
};

/// How many bytes of the line its tags label takes; nullopt if it opens with none. A label is the whole of a line, is
/// followed by a colon, or stands in an element of its own.
std::optional<std::size_t> tags_label(const Sheet& sheet, const Profile& profile, const Line& line);

/// Nothing in `text` but print, PDF and mail words.
bool are_tools(const Profile& profile, std::string_view text);

Landmarks find_landmarks(const Sheet& sheet, const Profile& profile);

}  // namespace klartext::sites
