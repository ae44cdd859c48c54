// The headline and its kicker: the lines above the dated paragraph.
#pragma once

#include <optional>
#include <string>

#include "sites/hints.h"
#include "sites/landmarks.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

struct Headline {
  std::optional<Found<std::string>> kicker;
  Found<std::string> title;
  std::uint32_t first = kNoLine;  ///< headline and kicker lie in lines [first, last)
  std::uint32_t last = kNoLine;
};

/// What the search for a headline looks at.
struct HeadlineScene {
  const Sheet& sheet;
  const Landmarks& landmarks;
  const Profile& profile;
  const TitleHints& hints;
  std::uint32_t from = 0;  ///< the headline lies in lines [from, to)
  std::uint32_t to = 0;
  std::uint32_t anchor = 0;  ///< the line that the headline is nearest to
  std::uint32_t top = 0;     ///< the kicker lies in lines [top, to)
};

std::optional<Headline> find_headline(const HeadlineScene& scene);

}  // namespace klartext::sites
