#include "extract/printed_dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "extract/date_lines.h"

namespace klartext {
namespace {

using BlockRange = std::pair<std::uint32_t, std::uint32_t>;

/// Where a body begins with the standfirst, the byline follows within so many blocks of the headline.
constexpr std::uint32_t kBylineReach = 6;

/// From the headline to the first lines of the text. What stands above the headline is often the day of the visit.
BlockRange head_of(const Story& story) {
  auto range = story.head();
  const auto count = static_cast<std::uint32_t>(story.page.traits.size());
  range.first = std::max(range.first, story.headline.first_block);
  range.second = std::min(count, std::max(range.second, story.headline.last_block + kBylineReach));
  const auto& kept = story.body.blocks;
  if (!kept.empty() && kept.back() >= story.headline.last_block) range.second = std::min(range.second, kept.back() + 1);
  return range;
}

BlockRange above_headline(const Story& story) {
  const auto first = story.head().first;
  return {first, std::max(first, story.headline.first_block)};
}

BlockRange from_headline_to_end(const Story& story) {
  return {story.headline.first_block, static_cast<std::uint32_t>(story.page.traits.size())};
}

bool is_in_body(const Story& story, std::uint32_t block) {
  return std::ranges::binary_search(story.body.blocks, block);
}

FoundDate finding(const DateLine& line) { return Finding<Date>{line.date, line.node}; }

template <class Predicate>
FoundDate first_where(const std::vector<DateLine>& lines, Predicate holds) {
  const auto found = std::ranges::find_if(lines, holds);
  return found == lines.end() ? std::nullopt : finding(*found);
}

bool may_be_publication(const DateLine& line) {
  return line.role == DateRole::plain || line.role == DateRole::published;
}
bool is_published(const DateLine& line) { return line.role == DateRole::published; }

/// A date labelled as that of the publication, else one without a label, at last one in an element called "updated".
FoundDate best_of(const std::vector<DateLine>& lines) {
  if (auto labelled = first_where(lines, is_published)) return labelled;
  const auto plain = [](const DateLine& line) { return may_be_publication(line) && !line.called_updated; };
  if (auto unlabelled = first_where(lines, plain)) return unlabelled;
  return first_where(lines, may_be_publication);
}

/// In a sentence of the text a date is that of an event, unless an element of its own holds it or a label says better.
bool is_prose_date(const Story& story, const DateLine& line) {
  if (line.set_apart && is_published(line)) return false;
  const bool element_of_its_own = line.node != story.page.document.blocks()[line.block].node;
  return is_in_body(story, line.block) && story.page.traits[line.block].prose && !element_of_its_own;
}

/// Has the text begun before this line?
bool is_inside_text(const Story& story, const DateLine& line) {
  const auto& kept = story.body.blocks;
  const auto prose = std::ranges::find_if(kept, [&](std::uint32_t i) { return story.page.traits[i].prose; });
  return is_in_body(story, line.block) && prose != kept.end() && *prose < line.block;
}

/// What stands behind the text, farther than its own foot: lines of several days there are teasers.
std::vector<DateLine> lines_below_text(const Story& story) {
  constexpr std::uint32_t kReach = 25;  // blocks
  auto range = story.foot();
  range.second = std::min(static_cast<std::uint32_t>(story.page.traits.size()), range.second + kReach);
  auto lines = date_lines(story, range, Vicinity::page);
  std::erase_if(lines, [](const DateLine& line) { return !may_be_publication(line); });
  return lines;
}

bool speak_of_one_day(const std::vector<DateLine>& lines) {
  return std::ranges::all_of(lines,
                             [&](const DateLine& line) { return line.date.days() == lines.front().date.days(); });
}

bool show_day(const std::vector<DateLine>& lines, const Date& day) {
  return std::ranges::any_of(
      lines, [&](const DateLine& line) { return may_be_publication(line) && line.date.days() == day.days(); });
}

FoundDate stated(const Story& story) {
  for (const auto find :
       {published_of_this_article, published_of_any_article, published_in_meta, published_of_any_node}) {
    if (auto found = find(story)) return found;
  }
  return std::nullopt;
}

/// May a clock somewhere on earth show this day at that time in UTC?
bool is_local_day_of(const Date& day, const Date& utc) {
  constexpr int kWestmost = 12 * 3600;  // seconds behind UTC
  constexpr int kEastmost = 14 * 3600;  // seconds before UTC
  constexpr int kDay = 24 * 3600;
  if (!utc.second_of_day || utc.offset_minutes != 0) return false;
  const long difference = day.days() - utc.days();
  return (difference == -1 && *utc.second_of_day < kWestmost) ||
         (difference == 1 && *utc.second_of_day >= kDay - kEastmost);
}

/// The same day, or the same numbers in the other order.
bool may_be_same_day(const Date& a, const Date& b) {
  return a.days() == b.days() || (a.year == b.year && a.month == b.day && a.day == b.month);
}

/// Tongues whose speakers nearly all keep the time of Berlin. Spanish and Portuguese are spoken elsewhere more often.
constexpr auto kCentralEuropean = std::to_array<std::string_view>(
    {"de", "fr", "it", "nl", "pl", "da", "sv", "no", "nb", "nn", "cs", "sk", "hu", "sl", "hr", "sr", "sq"});

bool is_midnight_in_berlin(const Date& utc) {
  constexpr int kWinter = 23 * 3600;
  constexpr int kSummer = 22 * 3600;
  const bool summer = utc.month > 3 && utc.month < 11;  // the weeks of change at both ends do not matter
  return utc.second_of_day == (summer ? kSummer : kWinter);
}

DateRole role_of_time(const Story& story, NodeId n) {
  const auto& document = story.page.document;
  const auto [first, last] = document.blocks_of(n);
  if (first == last) return DateRole::plain;
  const auto& block = document.blocks()[first];
  const auto begin = document.text_begin(n);
  return role_at(story, first, begin > block.begin ? begin - block.begin : 0);
}

/// The moment that an element states: <time datetime>, or in RDFa <span property="dc:date dc:created" content>.
std::string_view moment_of(const Document& document, NodeId n) {
  constexpr auto kProperties =
      std::to_array<std::string_view>({"datePublished", "dateCreated", "dc:date", "dc:created", "dcterms:issued"});
  if (document.tag(n) == Tag::time) {
    const auto datetime = document.attribute(n, Attribute::datetime);
    return datetime.empty() ? document.text(n) : datetime;
  }
  const auto property = document.attribute(n, Attribute::property);
  const bool dates = std::ranges::any_of(
      kProperties, [&](std::string_view name) { return property.find(name) != std::string_view::npos; });
  return dates ? document.attribute(n, Attribute::content) : std::string_view{};
}

/// <time datetime> and the like in a stretch of blocks.
FoundDate time_element_in(const Story& story, BlockRange range, Vicinity vicinity) {
  const auto& document = story.page.document;
  if (range.first >= range.second) return std::nullopt;
  const auto& blocks = document.blocks();
  FoundDate updated;
  for (NodeId n = blocks[range.first].node; n < blocks[range.second - 1].last; ++n) {
    const auto moment = moment_of(document, n);
    if (moment.empty() || is_foreign(story, n, vicinity)) continue;
    const auto [first, last] = document.blocks_of(n);
    if ((first < last && first < range.first) || role_of_time(story, n) == DateRole::modified) continue;
    auto found = stated_date(story, moment, n, {});
    if (found && !is_called_updated(story, n)) return found;
    if (!updated) updated = found;
  }
  return updated;
}

std::vector<DateLine> lines_near_headline(const Story& story) {
  auto lines = date_lines(story, head_of(story), Vicinity::headline);
  std::erase_if(lines, [&](const DateLine& line) { return is_prose_date(story, line); });
  const auto in_body = [&](const DateLine& line) { return is_in_body(story, line.block); };
  if (!std::ranges::all_of(lines, in_body)) std::erase_if(lines, in_body);
  return lines;
}

/// Nothing, or "[", "Berlin, ", "Karlsruhe (", "Press release of ".
bool leads_to_opening_date(std::string_view before) {
  constexpr std::size_t kMostWords = 4;
  if (trim(before).empty()) return true;
  if (count_words(before) > kMostWords) return false;
  const char last = trim(before).back();
  return last == ',' || last == '(' || last == '[' || role_before_date(before) == DateRole::published;
}

/// A date that opens a text ends in punctuation, the day of an event is followed by what happened.
bool follows_opening_date(std::string_view behind) {
  behind = trim(behind);
  constexpr auto kMarks =
      std::to_array<std::string_view>({"–", "—", "-", "|", ":", ")", ".", "/", "\"", "„", "“", "]"});
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return behind.starts_with(mark); });
}

}  // namespace

FoundDate local_day(const Story& story) {
  const auto utc = stated(story);
  if (!utc || utc->value.offset_minutes != 0) return std::nullopt;
  const auto is_local = [&](const DateLine& line) {
    return may_be_publication(line) && is_local_day_of(line.date, utc->value);
  };
  const auto lines = date_lines(story, head_of(story), Vicinity::headline);
  if (show_day(lines, utc->value)) return std::nullopt;
  if (auto found = first_where(lines, is_local)) return found;
  const auto address = date_in_address(story);
  return address && is_local_day_of(address->value, utc->value) ? address : std::nullopt;
}

FoundDate midnight_of_readers(const Story& story) {
  auto utc = stated(story);
  const auto tongue = std::string_view(story.page.language).substr(0, 2);
  if (!utc || utc->value.offset_minutes != 0 || !is_midnight_in_berlin(utc->value)) return std::nullopt;
  if (std::ranges::find(kCentralEuropean, tongue) == kCentralEuropean.end()) return std::nullopt;
  if (show_day(date_lines(story, head_of(story), Vicinity::headline), utc->value)) return std::nullopt;
  utc->value = Date::of_days(utc->value.days() + 1);
  return utc;
}

FoundDate address_unlike_stated(const Story& story) {
  constexpr long kTimeZones = 1;  // days
  const auto address = date_in_address(story);
  const auto other = stated(story);
  const bool earlier = address && other && address->value.days() + kTimeZones < other->value.days();
  return earlier ? address : std::nullopt;
}

FoundDate unlike_stated(const Story& story) {
  const auto other = stated(story);
  if (!other || show_day(date_lines(story, above_headline(story), Vicinity::page), other->value)) return std::nullopt;
  auto lines = date_lines(story, head_of(story), Vicinity::headline);
  if (std::ranges::any_of(lines, [&](const auto& line) { return may_be_same_day(line.date, other->value); })) return {};
  std::erase_if(lines, [&](const DateLine& line) {
    return !line.set_apart || line.called_updated || !may_be_publication(line) || is_prose_date(story, line) ||
           is_inside_text(story, line) || line.date.days() >= story.page.latest.days();
  });
  return best_of(lines);
}

FoundDate labelled_near_headline(const Story& story) { return first_where(lines_near_headline(story), is_published); }

FoundDate time_near_headline(const Story& story) { return time_element_in(story, head_of(story), Vicinity::headline); }

FoundDate time_below_text(const Story& story) {
  return speak_of_one_day(lines_below_text(story)) ? time_element_in(story, story.foot(), Vicinity::page)
                                                   : std::nullopt;
}

FoundDate titled_near_headline(const Story& story) {
  const auto& document = story.page.document;
  const auto [begin, end] = head_of(story);
  if (begin >= end) return std::nullopt;
  for (NodeId n = document.blocks()[begin].first; n < document.blocks()[end - 1].last; ++n) {
    if (document.is_text(n) || !story.page.places.hinted(n, Hint::date, 0)) continue;
    if (auto found = stated_date(story, document.attribute(n, Attribute::title), n, {})) return found;
  }
  return std::nullopt;
}

FoundDate printed_near_headline(const Story& story) {
  auto lines = lines_near_headline(story);
  std::erase_if(lines, [](const DateLine& line) { return !line.set_apart && !is_published(line); });
  return best_of(lines);
}

FoundDate printed_among_words(const Story& story) { return best_of(lines_near_headline(story)); }

FoundDate in_title(const Story& story) {
  for (const auto part : split(story.page.facts.title, "|")) {
    const auto dates = find_dates(part, story.page.dialect);
    const bool alone = dates.size() == 1 && dates.front().begin == 0 && dates.front().end == part.size();
    if (alone && is_believed(story, dates.front().date)) return Finding<Date>{dates.front().date, kNoNode, "title"};
  }
  return std::nullopt;
}

FoundDate printed_below_text(const Story& story) {
  const auto lines = lines_below_text(story);
  if (auto labelled = first_where(lines, is_published)) return labelled;
  const bool is_near = !lines.empty() && lines.front().block < story.foot().second;
  return is_near && speak_of_one_day(lines) ? best_of(lines) : std::nullopt;
}

FoundDate printed_above_headline(const Story& story) {
  const auto found = best_of(date_lines(story, above_headline(story), Vicinity::page));
  return found && found->value.days() < story.page.latest.days() ? found : std::nullopt;
}

FoundDate time_above_headline(const Story& story) {
  const auto found = time_element_in(story, above_headline(story), Vicinity::page);
  return found && found->value.days() < story.page.latest.days() ? found : std::nullopt;
}

FoundDate printed_behind_label(const Story& story) {
  const auto lines = date_lines(story, from_headline_to_end(story), Vicinity::page);
  return first_where(lines, [&](const DateLine& line) { return is_published(line) && !is_in_body(story, line.block); });
}

FoundDate only_day_printed(const Story& story) {
  auto lines = date_lines(story, from_headline_to_end(story), Vicinity::page);
  std::erase_if(lines, [](const DateLine& line) { return !line.set_apart || !may_be_publication(line); });
  return !lines.empty() && speak_of_one_day(lines) ? finding(lines.front()) : std::nullopt;
}

FoundDate opening_the_text(const Story& story) {
  constexpr std::size_t kFirstBlocks = 5;
  constexpr std::size_t kReach = 120;  // bytes
  const auto& document = story.page.document;
  for (std::size_t i = 0; i < std::min(story.body.blocks.size(), kFirstBlocks); ++i) {
    const Block& block = document.blocks()[story.body.blocks[i]];
    const auto text = document.text(block).substr(0, kReach);
    const auto dates = find_dates(text, story.page.dialect);
    if (dates.empty() || !is_believed(story, dates.front().date)) continue;
    if (!leads_to_opening_date(text.substr(0, dates.front().begin))) continue;
    if (follows_opening_date(text.substr(dates.front().end))) return Finding<Date>{dates.front().date, block.node};
  }
  return std::nullopt;
}

FoundDate modified_printed(const Story& story) {
  const BlockRange range{story.head().first, head_of(story).second};
  const auto lines = date_lines(story, range, Vicinity::headline);
  return first_where(lines, [](const DateLine& line) { return line.role == DateRole::modified; });
}

FoundDate modified_anywhere(const Story& story) {
  return first_where(date_lines(story, from_headline_to_end(story), Vicinity::page),
                     [](const DateLine& line) { return line.role == DateRole::modified; });
}

FoundDate modified_alone(const Story& story) {
  for (const auto find : {modified_printed, modified_of_this_article, modified_anywhere}) {
    if (auto found = find(story)) return found;
  }
  return std::nullopt;
}

}  // namespace klartext
