// Dates as a reader meets them on the page, and what the words before each of them say it is.
//
// "Last updated 4 June 2020, originally published 17 June 2019" holds two dates of two roles. A date in a long block is
// that of an event, one behind a colon that no label explains ("Termin: 21.02.2020") likewise; dates of teasers and
// comments belong to others. Which of the dates is the article's is for publication_date.cpp to say.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "extract/story.h"

namespace klartext {

enum class DateRole : std::uint8_t {
  plain,      ///< nothing is said
  published,  ///< "Published", "Stand", "Datum" stands before it
  modified,   ///< "Updated", "Zuletzt geändert"
  other,      ///< a label that speaks of something else
};

/// How much the names around a block are heeded.
enum class Vicinity : std::uint8_t {
  headline,  ///< between headline and text, where no comments and no menus are
  page,      ///< anywhere else
};

struct DateLine {
  Date date;
  DateRole role = DateRole::plain;
  NodeId node = kNoNode;
  std::uint32_t block = 0;
  bool called_updated = false;  ///< an element called "updated" or "modified" prints it
  bool set_apart = false;       ///< hardly more than the date stands there, or the place is called "date" or "byline"
};

/// What the words say of the date that stands behind them; plain where they say nothing.
DateRole role_before_date(std::string_view words_before);

/// As above, for a date at this byte of the block; a label may stand in the block before.
DateRole role_at(const Story& story, std::uint32_t block, std::size_t byte);

/// <time class="updated">, <span itemprop="dateModified">: mostly the date of a change, but some pages call so the only
/// date they print.
bool is_called_updated(const Story& story, NodeId n);

/// Is this in a teaser, in a list of popular pages, a comment, a menu?
bool is_foreign(const Story& story, NodeId n, Vicinity vicinity);

/// All believed dates printed in the short blocks of a range, in page order.
std::vector<DateLine> date_lines(const Story& story, std::pair<std::uint32_t, std::uint32_t> range, Vicinity vicinity);

/// No date later than the day after the fetch is believed.
bool is_believed(const Story& story, const Date& date);

}  // namespace klartext
