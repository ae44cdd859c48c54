// Where the article lies among the lines of the page.
//
//    today's date, navigation, lists        lines before the headline
//    kicker, headline, picture              found from the anchor upwards
//    [22.6.2021] lead                       anchor
//    body, advertisements, links            … below
//    tags, tools                            below … stop
//    related heading, end marks             stop
#pragma once

#include <string>
#include <vector>

#include "klartext/result.h"
#include "sites/anchor.h"
#include "sites/hints.h"
#include "sites/landmarks.h"
#include "sites/sheet.h"

namespace klartext::sites {

struct Frame {
  std::uint32_t anchor = kNoLine;         ///< the dated line; on a page without one, the first line of the text
  std::string date;                       ///< ISO 8601; empty on a page without a dated line
  std::uint32_t date_bytes = 0;           ///< the date takes these from the anchor's beginning
  std::uint32_t text_begins = 0;          ///< where in the anchor the text begins: behind the date, or facts behind it
  std::uint32_t tags = kNoLine;           ///< the line of the tags label, mostly `below`, else above the text or behind
                                          ///< the teasers
  std::uint32_t below = kNoLine;          ///< first line of tags or tools, or `stop`
  std::uint32_t stop = kNoLine;           ///< first line that does not belong to the article any more
  std::vector<NodeId> boxes;              ///< lists of other articles and forms within the article
  const NamedHeading* related = nullptr;  ///< the heading above the teasers
};

/// Error `no_article`: the page shows none. The frame points into the landmarks.
Result<Frame> find_frame(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                         const TitleHints& hints);

}  // namespace klartext::sites
