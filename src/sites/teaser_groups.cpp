// Every teaser has one date and what stands in its container. What stands between two containers is shared out at the
// page's own border; without one the headline right before a date is that date's, and pictures and captions go where
// this page puts them.
#include "sites/teaser_groups.h"

#include <algorithm>
#include <utility>

#include "sites/captions.h"
#include "sites/teaser_labels.h"
#include "sites/teaser_layout.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

bool is_label(const TeaserLayout& layout, std::size_t i) {
  return is_type_label(layout.sheet, layout.profile, layout.items[i]);
}

/// Both stand in elements of the same tag and class.
bool look_alike(const TeaserLayout& layout, std::size_t a, std::size_t b) {
  const Document& document = layout.sheet.document();
  const NodeId first = layout.sheet.line(layout.items[a].line).node;
  const NodeId second = layout.sheet.line(layout.items[b].line).node;
  return document.tag(first) == document.tag(second) &&
         document.attribute(first, Attribute::class_) == document.attribute(second, Attribute::class_);
}

/// The first teaser has a line above its title that looks like this one, and unlike the title: kickers look alike.
bool is_kicker_like_the_first(const TeaserLayout& layout, std::size_t i) {
  std::size_t title = layout.cores.front().first;
  while (title > 0 && is_label(layout, title - 1)) --title;
  if (title < 2 || !is_text(layout, title - 1) || !is_text(layout, title - 2)) return false;
  return look_alike(layout, title - 2, i) && look_alike(layout, title - 1, i + 1) && !look_alike(layout, i, i + 1);
}

/// A line above another one of the headline: a kicker, or a line of the same headline.
bool goes_on(const TeaserLayout& layout, std::size_t i) {
  if (!is_text(layout, i) || !is_text(layout, i + 1)) return false;
  if (are_one_headline(layout.sheet, layout.items[i], layout.items[i + 1])) return true;
  return layout.sheet.text(layout.items[i].span).ends_with(':') || is_kicker_like_the_first(layout, i);
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

/// Behind the last teaser, which begins at `begin`: its picture and one line of caption above or below, nothing of
/// what follows.
std::size_t cut_last_gap(const TeaserLayout& layout, Place place, std::size_t begin) {
  const Range range = gap_before(layout, layout.cores.size());
  if (range.first == range.last) return range.first;
  if (const auto border = layout.borders.back()) return *border;
  if (count_of(layout, {begin, range.first}, Type::picture) > 0) {
    return is_caption_beside(layout, layout.items[range.first]) ? range.first + 1 : range.first;
  }
  if (place != Place::behind_text) return range.first;
  const auto is = [&](std::size_t i, Type type) { return i < range.last && layout.items[i].type == type; };
  const bool above = is(range.first, Type::text) && is(range.first + 1, Type::picture);
  if (!above && !is(range.first, Type::picture)) return range.first;
  return range.first + (above || is(range.first + 1, Type::text) ? 2 : 1);
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
  take_labels(sheet, profile, groups);
  return groups;
}

}  // namespace klartext::sites
