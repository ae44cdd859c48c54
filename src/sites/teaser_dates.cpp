// Some pages print the date above the headline, some behind the text. All dates of a page have the same seat, so most
// of them tell it; then each is moved to right before its teaser's text, and whoever reads on knows one order only:
//
//    kicker  title  label  picture  caption  [date]  text  mehr...  picture  caption
#include "sites/teaser_dates.h"

#include <algorithm>

#include "base/text.h"
#include "sites/captions.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

/// Where a page prints its dates.
enum class Seat : std::uint8_t { before_text, above_headline, behind_text };

/// A headline is found in this many texts behind its date: a kicker, a label, the title.
constexpr std::size_t kHeadlineTexts = 3;

struct Walk {
  const Sheet& sheet;
  const Profile& profile;
  const std::vector<Item>& items;
  bool dates_first = false;  ///< nothing but a picture stands before the first date

  [[nodiscard]] std::size_t size() const { return items.size(); }
  [[nodiscard]] bool is(std::size_t i, Type type) const { return i < size() && items[i].type == type; }
  [[nodiscard]] bool is_label(std::size_t i) const { return i < size() && is_type_label(sheet, profile, items[i]); }
  [[nodiscard]] std::string_view text(std::size_t i) const { return sheet.text(items[i].span); }
  [[nodiscard]] const Line& line(std::size_t i) const { return sheet.line(items[i].line); }
};

/// All of the text is one link: "[6.5.2024] <a>Kommunen effektiv managen</a> Bericht" but for a word or two.
bool is_linked(const Walk& walk, std::size_t i) {
  const Item& item = walk.items[i];
  if (item.link == kNoNode) return false;
  return walk.sheet.document().text(item.link).size() * 2 > walk.text(i).size();
}

bool stands_out(const Walk& walk, std::size_t i) {
  return walk.line(i).heading_level > 0 || walk.items[i].link != kNoNode || walk.sheet.is_all_strong(walk.line(i));
}

bool goes_on(const Walk& walk, std::size_t i) {
  return walk.is(i + 1, Type::text) && are_one_headline(walk.sheet, walk.items[i], walk.items[i + 1]);
}

/// The text at `i` is the caption of the picture before it: dressed as one, or in one element with it.
bool is_caption(const Walk& walk, std::size_t i) {
  if (i == 0 || i + 1 >= walk.size() || !walk.is(i, Type::text) || !walk.is(i - 1, Type::picture)) return false;
  if (looks_like_caption(walk.sheet, walk.profile, walk.items[i].line)) return true;
  const Document& document = walk.sheet.document();
  const NodeId node = walk.items[i].node;
  return !stands_out(walk, i) && document.depth(document.common_ancestor(walk.items[i - 1].node, node)) >
                                     document.depth(document.common_ancestor(node, walk.items[i + 1].node));
}

/// Behind the picture at `i` and its caption.
std::size_t behind_picture(const Walk& walk, std::size_t i) {
  if (!walk.is(i, Type::picture)) return i;
  return i + (is_caption(walk, i + 1) ? 2 : 1);
}

/// The title that follows a date, perhaps behind a picture or a kicker: a heading, a link or bold text, and where a
/// date opens the list any line; size() if there is none.
std::size_t title_behind(const Walk& walk, std::size_t date) {
  const std::size_t first = behind_picture(walk, date + 1);
  std::size_t plain = walk.size();
  for (std::size_t i = first; i < first + kHeadlineTexts; ++i) {
    if (walk.is_label(i)) continue;
    if (!walk.is(i, Type::text)) break;
    if (walk.text(i).ends_with(':')) continue;
    if (plain == walk.size() && walk.dates_first && walk.items[i].line != walk.items[date].line) plain = i;
    if (!stands_out(walk, i)) {
      if (walk.items[i].line == walk.items[date].line) break;  // "[6.5.2024] Ein Bericht.": the date opens a text
      continue;
    }
    while (goes_on(walk, i)) ++i;
    return i;
  }
  return plain;
}

/// The text of a teaser whose title stands at `title`: behind a label, a picture and its caption. size(): it has none.
std::size_t text_behind(const Walk& walk, std::size_t title) {
  std::size_t i = title + 1;
  if (walk.is_label(i)) ++i;
  if (walk.is(i, Type::picture)) {
    ++i;
    if (walk.is(i + 1, Type::text)) ++i;
  }
  return walk.is(i, Type::text) ? i : walk.size();
}

bool opens_with_date(const Walk& walk) {
  std::size_t i = 0;
  while (walk.is(i, Type::picture) || is_caption(walk, i)) ++i;
  return walk.is(i, Type::date);
}

/// The title has a line to itself or is a link that fills the rest of the date's, and no title stands before the date.
bool is_above_headline(const Walk& walk, std::size_t date) {
  if (date > 0 && walk.is(date - 1, Type::text) && stands_out(walk, date - 1)) return false;
  const std::size_t title = title_behind(walk, date);
  if (title >= walk.size() || text_behind(walk, title) >= walk.size()) return false;
  return walk.items[date].line != walk.items[title].line || (walk.dates_first && is_linked(walk, title));
}

/// The next teaser begins at `i`, or there is none: a title, perhaps below its kicker.
bool begins_teaser(const Walk& walk, std::size_t i) {
  if (!walk.is(i, Type::text) || stands_out(walk, i)) return true;
  return walk.is(i + 1, Type::text) && stands_out(walk, i + 1);
}

/// "Ein Bericht. [6.5.2024] mehr...": behind a sentence, with the headline before and no text behind.
bool closes_sentence(const Walk& walk, std::size_t date) {
  if (date < 2 || !walk.is(date - 1, Type::text) || is_caption(walk, date - 1)) return false;
  if (walk.line(date - 1).heading_level > 0 || !ends_like_a_sentence(walk.text(date - 1))) return false;
  if (!begins_teaser(walk, behind_picture(walk, date + 1))) return false;
  for (std::size_t i = date - 1; i-- > 0 && !walk.is(i, Type::date);) {
    if (walk.is(i, Type::text)) return true;
  }
  return false;
}

/// The seat of most dates. A date right behind "mehr..." closes its teaser, unless a date opens the list.
Seat find_seat(const Walk& walk) {
  std::size_t dates = 0;
  std::size_t above = 0;
  std::size_t behind = 0;
  for (std::size_t i = 0; i < walk.size(); ++i) {
    if (!walk.is(i, Type::date)) continue;
    ++dates;
    if (!walk.dates_first && i > 0 && (walk.is(i - 1, Type::more) || closes_sentence(walk, i))) {
      ++behind;
    } else if (is_above_headline(walk, i)) {
      ++above;
    }
  }
  if (behind * 2 > dates) return Seat::behind_text;
  return above * 2 > dates ? Seat::above_headline : Seat::before_text;
}

/// The last text between two dates.
std::size_t text_before(const Walk& walk, std::size_t date) {
  for (std::size_t i = date; i-- > 0 && !walk.is(i, Type::date);) {
    if (walk.is(i, Type::text)) return i;
  }
  return walk.size();
}

/// The text that a date goes before; the item behind it if it stays.
std::size_t seat_of(const Walk& walk, Seat seat, std::size_t date) {
  std::size_t text = walk.size();
  if (seat == Seat::behind_text) text = text_before(walk, date);
  if (seat == Seat::above_headline) {
    if (const std::size_t title = title_behind(walk, date); title < walk.size()) text = text_behind(walk, title);
  }
  return text < walk.size() ? text : date + 1;
}

/// Where a teaser without a date would print it: before the last text of [first, last), if a title stands before that
/// and no date among them. `last` if not.
std::size_t place_of_missing_date(const std::vector<Item>& items, std::size_t first, std::size_t last) {
  std::size_t texts = 0;
  std::size_t place = last;
  for (std::size_t i = first; i < last; ++i) {
    if (items[i].type == Type::date) return last;
    if (items[i].type != Type::text) continue;
    ++texts;
    place = i;
  }
  return texts > 1 ? place : last;
}

}  // namespace

std::vector<Item> add_missing_dates(const std::vector<Item>& items) {
  std::vector<Item> all;
  all.reserve(items.size());
  std::size_t first = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].type != Type::more) continue;
    // Where dates stand behind "mehr..." none is missing.
    const bool date_behind = i + 1 < items.size() && items[i + 1].type == Type::date;
    const std::size_t place = date_behind ? i : place_of_missing_date(items, first, i);
    for (std::size_t k = first; k <= i; ++k) {
      if (k == place && place < i) all.push_back({Type::date, items[k].node, items[k].link, items[k].line, {}, {}});
      all.push_back(items[k]);
    }
    first = i + 1;
  }
  all.insert(all.end(), items.begin() + static_cast<std::ptrdiff_t>(first), items.end());
  return all;
}

std::vector<Item> settle_dates(const Sheet& sheet, const Profile& profile, std::vector<Item> items) {
  Walk walk{sheet, profile, items};
  walk.dates_first = opens_with_date(walk);
  const Seat seat = find_seat(walk);
  if (seat == Seat::before_text) return items;
  const bool pictures_first = walk.is(0, Type::picture);
  std::vector<std::vector<Item>> before(items.size() + 1);  // the dates that go before an item
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!walk.is(i, Type::date)) continue;
    const std::size_t text = seat_of(walk, seat, i);
    Item date = items[i];
    if (text != i + 1) {
      date.node = items[text].node;
      date.line = items[text].line;
    }
    before[text].push_back(std::move(date));
  }
  std::vector<Item> settled;
  settled.reserve(items.size());
  for (std::size_t i = 0; i <= items.size(); ++i) {
    settled.insert(settled.end(), before[i].begin(), before[i].end());
    if (i == items.size() || walk.is(i, Type::date)) continue;
    settled.push_back(items[i]);
    // The date stood at the teaser's beginning, if no picture stands above the first.
    const bool begins = seat == Seat::above_headline && !pictures_first && i > 0 && walk.is(i - 1, Type::date);
    settled.back().opens = begins;
  }
  return settled;
}

}  // namespace klartext::sites
