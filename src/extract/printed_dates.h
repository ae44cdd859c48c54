// Rules about dates that a reader sees: near the headline, in and below the text, and against what is stated.
//
// Each is one row of the tables in publication_date.cpp, where their order is. None takes a date from a teaser, a
// comment or a sentence about an event.
#pragma once

#include "extract/stated_dates.h"

namespace klartext {

/// "2020-02-25T02:25:54Z" under the printed date of 24 February.
FoundDate local_day(const Story& story);
/// "2022-11-06T23:00:00Z": the first moment of 7 November where the page's readers live, with no time of day meant.
FoundDate midnight_of_readers(const Story& story);
/// "/2017/07/12/rat-tagt" was published then, whatever a later edit wrote into the data.
FoundDate address_unlike_stated(const Story& story);
/// The one day that the head shows, set apart, where the structured data speaks of another.
FoundDate unlike_stated(const Story& story);

/// "Originally published 9 June 2025", which beats a <time> around it that states the day of the last change.
FoundDate labelled_near_headline(const Story& story);
FoundDate time_near_headline(const Story& story);
FoundDate printed_near_headline(const Story& story);
/// <abbr class="published" title="2013-04-04T18:52:11+00:00">, the way of the hAtom microformat.
FoundDate titled_near_headline(const Story& story);
/// In a line of many other words: a label elsewhere is better evidence.
FoundDate printed_among_words(const Story& story);
/// <title>Rat beschließt Ordnung | Stadtblatt | 03.05.2025</title>
FoundDate in_title(const Story& story);
FoundDate time_above_headline(const Story& story);
FoundDate printed_above_headline(const Story& story);

/// "Veröffentlicht am 16.08.2019", wherever it stands outside the text.
FoundDate printed_behind_label(const Story& story);
/// "Berlin, 3. Mai 2019 – Die …"
FoundDate opening_the_text(const Story& story);
FoundDate time_below_text(const Story& story);
FoundDate printed_below_text(const Story& story);
/// The one day that short lines of the page speak of.
FoundDate only_day_printed(const Story& story);

/// "Last updated 4 June 2020" in the head.
FoundDate modified_printed(const Story& story);
/// A page that gives nothing but the day of its last change is dated by it.
FoundDate modified_alone(const Story& story);

}  // namespace klartext
