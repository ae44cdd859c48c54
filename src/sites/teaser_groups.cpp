// Every teaser has one date and what stands in its container. What stands between two containers is shared out: the
// title right before a date is that date's; pictures and captions go where this page puts them.
#include "sites/teaser_groups.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "sites/captions.h"
#include "sites/teaser_layout.h"
#include "sites/teaser_title.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

bool is_label(const TeaserLayout& layout, std::size_t i) {
  return is_type_label(layout.sheet, layout.profile, layout.items[i]);
}

/// A line above another one of the headline: a kicker with its colon, or a part of the same heading.
bool goes_on(const TeaserLayout& layout, std::size_t i) {
  if (!is_text(layout, i) || !is_text(layout, i + 1)) return false;
  const Line& line = layout.sheet.line(layout.items[i].line);
  const Line& below = layout.sheet.line(layout.items[i + 1].line);
  if (line.heading_level > 0 && line.node == below.node) return true;
  return layout.sheet.text(layout.items[i].span).ends_with(':');
}

/// Where the headline begins that ends the range: a title, with the labels around it and the lines that go on in it.
std::size_t begin_of_headline(const TeaserLayout& layout, const Range& range) {
  std::size_t begin = range.last;
  while (begin > range.first && is_label(layout, begin - 1)) --begin;
  if (begin > range.first && is_text(layout, begin - 1)) --begin;
  while (begin > range.first && (is_label(layout, begin - 1) || goes_on(layout, begin - 1))) --begin;
  return begin;
}

/// Behind a picture come its caption and then the next title; without a picture all texts are the next title's.
/// `begin`: of the teaser before the gap.
std::size_t cut_behind_text(const TeaserLayout& layout, std::size_t gap, std::size_t begin) {
  const Range range = gap_before(layout, gap);
  std::size_t picture = range.last;
  while (picture > begin && layout.items[picture - 1].type != Type::picture) --picture;
  if (picture == begin) return first_of(layout, range, Type::text);
  picture = std::max(picture, range.first);
  return begin_of_headline(layout, {picture, range.last});
}

/// Where the next teaser begins in the gap before it; the one before the gap begins at `begin`.
std::size_t cut_gap(const TeaserLayout& layout, std::size_t gap, Place place, std::size_t begin) {
  const Range range = gap_before(layout, gap);
  if (gap == 0) return range.first;
  if (const auto border = layout.borders[gap]) return *border;
  const std::size_t first_picture = first_of(layout, range, Type::picture);
  if (place == Place::before_title && first_picture < range.last) return first_picture;
  if (layout.titled[gap]) return range.last;
  if (place == Place::behind_title) return first_of(layout, range, Type::text);
  return cut_behind_text(layout, gap, begin);
}

/// A line beside the last teaser's container that looks like its caption: dressed as one, or with the same parent and
/// the same tag.
bool is_caption_beside(const TeaserLayout& layout, const Item& item) {
  const Document& document = layout.sheet.document();
  const NodeId container = layout.containers.back();
  const NodeId up = document.parent(container);
  if (item.type != Type::text) return false;
  if (looks_like_caption(layout.sheet, layout.profile, item.line)) return true;
  if (up == kNoNode || !document.contains(up, item.node)) return false;
  NodeId sibling = item.node;
  while (document.parent(sibling) != up) sibling = document.parent(sibling);
  return document.tag(sibling) == document.tag(container) && !document.is_text(sibling);
}

/// Behind the last teaser, which begins at `begin`: its picture and one line of caption, nothing of what follows.
std::size_t cut_last_gap(const TeaserLayout& layout, Place place, std::size_t begin) {
  const Range range = gap_before(layout, layout.cores.size());
  if (range.first == range.last) return range.first;
  if (const auto border = layout.borders.back()) return *border;
  if (count_of(layout, {begin, range.first}, Type::picture) > 0) {
    return is_caption_beside(layout, layout.items[range.first]) ? range.first + 1 : range.first;
  }
  if (place != Place::behind_text || layout.items[range.first].type != Type::picture) return range.first;
  const bool caption = range.first + 1 < range.last && layout.items[range.first + 1].type == Type::text;
  return range.first + (caption ? 2 : 1);
}

/// A heading or a link to another page between two teasers that have their titles inside: a job advertisement or the
/// like, nothing of the teaser before it. The range's end if there is none.
std::size_t first_foreign(const TeaserLayout& layout, std::size_t teaser, const Range& behind) {
  const Document& document = layout.sheet.document();
  const auto own = teaser_address(layout, teaser);
  for (std::size_t i = behind.first; i < behind.last; ++i) {
    const Item& item = layout.items[i];
    if (item.type != Type::text) continue;
    if (layout.sheet.line(item.line).heading_level > 0) return i;
    if (item.link != kNoNode && document.attribute(item.link, Attribute::href) != own) return i;
  }
  return behind.last;
}

/// First item of the range in the element beside the teaser that holds the foreign one.
std::size_t begin_of_box(const TeaserLayout& layout, const Range& behind, std::size_t foreign) {
  const Document& document = layout.sheet.document();
  NodeId box = layout.items[foreign].node;
  const NodeId both = document.common_ancestor(layout.items[behind.first - 1].node, box);
  while (box != both && document.parent(box) != both) box = document.parent(box);
  std::size_t begin = behind.first;
  while (begin < foreign && !document.contains(box, layout.items[begin].node)) ++begin;
  return begin;
}

/// Where teaser i ends, before the one that begins at `next`.
std::size_t end_of_teaser(const TeaserLayout& layout, std::size_t i, std::size_t next) {
  const Range behind{layout.cores[i].last, next};
  const bool inside = layout.titled[i] && layout.titled[i + 1];
  if (!inside || behind.first >= behind.last) return next;
  const std::size_t foreign = first_foreign(layout, i, behind);
  return foreign < behind.last ? begin_of_box(layout, behind, foreign) : next;
}

std::string_view alt_of(const Sheet& sheet, const Item& item) {
  const bool drawn = item.type == Type::picture || item.type == Type::label;
  return drawn ? sheet.document().attribute(item.node, Attribute::alt) : std::string_view{};
}

void erase_item(ItemGroup& group, std::size_t i) {
  group.items.erase(group.items.begin() + static_cast<std::ptrdiff_t>(i));
  if (i < group.date) --group.date;
}

std::size_t texts_before_date(const ItemGroup& group) {
  const auto end = group.items.begin() + static_cast<std::ptrdiff_t>(group.date);
  return static_cast<std::size_t>(
      std::count_if(group.items.begin(), end, [](const Item& item) { return item.type == Type::text; }));
}

/// The two texts that end above the date, if the second is a title without a colon: "Grafenrode | Rathaus zieht um". A
/// third one before them may only be the caption of a picture.
std::optional<std::pair<std::string_view, std::string_view>> kicker_and_title(const TeaserLayout& layout,
                                                                              const ItemGroup& group) {
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < group.date; ++i) {
    if (group.items[i].type == Type::text) texts.push_back(layout.sheet.text(group.items[i].span));
  }
  const bool captioned = texts.size() == 3 && group.items.front().type == Type::picture;
  if ((texts.size() != 2 && !captioned) || find_kicker_colon(texts.back()) != std::string_view::npos) return {};
  return std::pair(texts[texts.size() - 2], texts.back());
}

/// Some teasers have a kicker on a line of its own and none has one in its title's line: then a word in that place that
/// might be a label ("Studie") is a kicker, too.
bool has_kicker_lines(const TeaserLayout& layout, const std::vector<ItemGroup>& groups) {
  bool any = false;
  for (const ItemGroup& group : groups) {
    const auto pair = kicker_and_title(layout, group);
    if (texts_before_date(group) < 2) return false;
    any = any || (pair && !is_type_label(layout.profile, pair->first));
  }
  return any;
}

/// Before the date a label is drawn, or has a line to itself beside the title and is no kicker.
bool is_label_in_headline(const TeaserLayout& layout, bool kicker_lines, const ItemGroup& group, std::size_t i) {
  const Item& item = group.items[i];
  if (is_type_label(layout.profile, alt_of(layout.sheet, item))) return true;
  if (!is_type_label(layout.sheet, layout.profile, item) || texts_before_date(group) < 2) return false;
  const auto text = layout.sheet.text(item.span);
  const auto pair = kicker_lines ? kicker_and_title(layout, group) : std::nullopt;
  return !text.ends_with(':') && !(pair && pair->first.data() == text.data());
}

/// Behind the date it is drawn, or is the teaser's last line and no picture's caption.
bool is_label_behind_text(const TeaserLayout& layout, const ItemGroup& group, std::size_t i) {
  const Item& item = group.items[i];
  if (item.type == Type::label) return true;
  const bool last = i + 1 == group.items.size() && i > group.date + 1 && group.items[i - 1].type != Type::picture;
  return last && is_type_label(layout.sheet, layout.profile, item);
}

/// Takes the label that stands nearest to the date out of the items.
void take_label(const TeaserLayout& layout, bool kicker_lines, ItemGroup& group) {
  std::size_t i = group.date;
  while (i > 0 && !is_label_in_headline(layout, kicker_lines, group, i - 1)) --i;
  if (i > 0) {
    --i;
  } else {
    i = group.date + 1;
    while (i < group.items.size() && !is_label_behind_text(layout, group, i)) ++i;
  }
  if (i >= group.items.size()) return;
  const Item& item = group.items[i];
  group.label = clean_markup(item.type == Type::text ? layout.sheet.text(item.span) : alt_of(layout.sheet, item));
  erase_item(group, i);
}

bool has_picture(const ItemGroup& group) {
  return std::any_of(group.items.begin(), group.items.end(),
                     [](const Item& item) { return item.type == Type::picture; });
}

/// Moves items [first, last) of one group to the front of another.
void move_items(ItemGroup& from, std::size_t first, std::size_t last, ItemGroup& to) {
  const auto at = [&](std::size_t n) { return from.items.begin() + static_cast<std::ptrdiff_t>(n); };
  to.items.insert(to.items.begin(), at(first), at(last));
  to.date += last - first;
  from.items.erase(at(first), at(last));
  from.date -= last - first;
}

/// A row of pictures, each with its caption, above a row of teasers: the second picture is the second teaser's.
/// `outside[i]`: how many items of group i stand before its container.
void share_out_pictures(const std::vector<std::size_t>& outside, std::vector<ItemGroup>& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::vector<std::size_t> pictures;
    for (std::size_t k = 0; k < outside[i]; ++k) {
      if (groups[i].items[k].type == Type::picture) pictures.push_back(k);
    }
    if (pictures.size() < 2 || i + pictures.size() > groups.size()) continue;
    const auto next = groups.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if (std::any_of(next, next + static_cast<std::ptrdiff_t>(pictures.size()) - 1, has_picture)) continue;
    std::size_t last = outside[i];
    for (std::size_t k = pictures.size(); k-- > 1; last = pictures[k]) {
      move_items(groups[i], pictures[k], last, groups[i + k]);
    }
  }
}

}  // namespace

std::vector<ItemGroup> group_teasers(const Sheet& sheet, const Profile& profile, const std::vector<Item>& items,
                                     const std::vector<NodeId>& bounds, NodeId end) {
  const TeaserLayout layout = lay_out(sheet, profile, items, bounds, end);
  std::vector<ItemGroup> groups;
  if (layout.dates.empty()) return groups;
  const Place place = find_place(layout);
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < layout.dates.size(); ++i) {
    begins.push_back(cut_gap(layout, i, place, i == 0 ? 0 : begins.back()));
  }
  begins.push_back(cut_last_gap(layout, place, begins.back()));
  std::vector<std::size_t> outside;
  for (std::size_t i = 0; i < layout.dates.size(); ++i) {
    const std::size_t last = i + 1 < layout.dates.size() ? end_of_teaser(layout, i, begins[i + 1])
                                                         : std::max(begins[i + 1], layout.cores[i].last);
    ItemGroup group;
    group.items.assign(items.begin() + static_cast<std::ptrdiff_t>(begins[i]),
                       items.begin() + static_cast<std::ptrdiff_t>(last));
    group.date = layout.dates[i] - begins[i];
    group.container = layout.containers[i];
    groups.push_back(std::move(group));
    outside.push_back(layout.titled[i] ? layout.cores[i].first - std::min(begins[i], layout.cores[i].first) : 0);
  }
  share_out_pictures(outside, groups);
  const bool kicker_lines = has_kicker_lines(layout, groups);
  for (ItemGroup& group : groups) take_label(layout, kicker_lines, group);
  return groups;
}

}  // namespace klartext::sites
