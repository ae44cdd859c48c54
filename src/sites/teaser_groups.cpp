// Every teaser has one date. Its container is the widest element that holds this date and no other: mostly the whole
// teaser. On a flat page ("<dt>", "<br>") it holds less, and what stands between two containers is shared out: the
// title right before a date is that date's; for pictures the page as a whole shows whether they stand behind the text
// (the old pages do), before the title, or behind it.
//
//    heading  gap 0  [container 0]  gap 1  [container 1]  …  gap n
#include "sites/teaser_groups.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "sites/captions.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

/// Shorter words stand in any text.
constexpr std::size_t kTellingLetters = 4;

/// Where a page puts its teasers' pictures.
enum class Place : std::uint8_t { behind_text, before_title, behind_title };

/// Items [first, last) of the zone.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct Layout {
  const Sheet& sheet;
  const Profile& profile;
  const std::vector<Item>& items;
  std::vector<std::size_t> dates;  ///< places of the dates
  std::vector<NodeId> containers;  ///< one per date
  std::vector<Range> cores;        ///< items in each container
  std::vector<bool> titled;        ///< the container holds text before its date
};

bool holds_any(const Document& document, NodeId n, const std::vector<NodeId>& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [&](NodeId node) { return document.contains(n, node); });
}

NodeId find_container(const Layout& layout, std::size_t i, const std::vector<NodeId>& bounds) {
  const Document& document = layout.sheet.document();
  const auto node_of = [&](std::size_t date) { return layout.items[layout.dates[date]].node; };
  NodeId n = node_of(i);
  for (NodeId up = document.parent(n); up != kNoNode; up = document.parent(n)) {
    if (i > 0 && document.contains(up, node_of(i - 1))) break;
    if (i + 1 < layout.dates.size() && document.contains(up, node_of(i + 1))) break;
    if (holds_any(document, up, bounds)) break;
    n = up;
  }
  return n;
}

/// The items in the date's container.
Range find_core(const Layout& layout, std::size_t i) {
  const Document& document = layout.sheet.document();
  const NodeId container = layout.containers[i];
  Range core{layout.dates[i], layout.dates[i] + 1};
  while (core.first > 0 && document.contains(container, layout.items[core.first - 1].node)) --core.first;
  while (core.last < layout.items.size() && document.contains(container, layout.items[core.last].node)) ++core.last;
  return core;
}

bool is_text(const Layout& layout, std::size_t i) {
  return i < layout.items.size() && layout.items[i].type == Type::text;
}

/// On a flat page the container is less than the teaser: what stands in the date's line goes with it, the text behind a
/// date that has a line to itself, and "mehr...".
void widen_core(Layout& layout, std::size_t i) {
  Range& core = layout.cores[i];
  const std::size_t floor = i == 0 ? 0 : layout.cores[i - 1].last;
  const std::size_t date = layout.dates[i];
  const auto line = layout.items[date].line;
  const auto in_line = [&](std::size_t item) { return is_text(layout, item) && layout.items[item].line == line; };
  const bool whole = layout.titled[i];
  while (!whole && core.first > floor && in_line(core.first - 1)) --core.first;
  const std::size_t ceiling = i + 1 < layout.cores.size() ? layout.cores[i + 1].first : layout.items.size();
  while (!whole && core.last < ceiling && in_line(core.last)) ++core.last;
  if (core.last == date + 1 && core.last < ceiling && is_text(layout, core.last)) ++core.last;
  if (core.last < ceiling && layout.items[core.last].type == Type::more) ++core.last;
}

/// A text before the date that is no caption. Where the first teaser's title stands outside of its container, a text
/// right behind a picture is a caption.
bool has_title(const Layout& layout, const Range& core, std::size_t date, bool titles_outside) {
  for (std::size_t i = core.first; i < date; ++i) {
    const bool caption = titles_outside && i > core.first && layout.items[i - 1].type == Type::picture;
    if (!is_text(layout, i) || caption) continue;
    if (layout.sheet.line(layout.items[i].line).kind != BlockKind::caption) return true;
  }
  return false;
}

bool holds_text(const Layout& layout, const Range& range) {
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (is_text(layout, i)) return true;
  }
  return false;
}

Layout lay_out(const Sheet& sheet, const Profile& profile, const std::vector<Item>& items,
               const std::vector<NodeId>& bounds) {
  Layout layout{sheet, profile, items, {}, {}, {}, {}};
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].type == Type::date) layout.dates.push_back(i);
  }
  for (std::size_t i = 0; i < layout.dates.size(); ++i) layout.containers.push_back(find_container(layout, i, bounds));
  for (std::size_t i = 0; i < layout.dates.size(); ++i) layout.cores.push_back(find_core(layout, i));
  const bool titles_outside = !layout.cores.empty() && holds_text(layout, {0, layout.cores[0].first});
  for (std::size_t i = 0; i < layout.dates.size(); ++i) {
    layout.titled.push_back(has_title(layout, layout.cores[i], layout.dates[i], titles_outside));
  }
  for (std::size_t i = 0; i < layout.dates.size(); ++i) widen_core(layout, i);
  return layout;
}

Range gap_before(const Layout& layout, std::size_t i) {
  const std::size_t first = i == 0 ? 0 : layout.cores[i - 1].last;
  const std::size_t last = i == layout.cores.size() ? layout.items.size() : layout.cores[i].first;
  return {std::min(first, last), last};
}

std::size_t count_of(const Layout& layout, const Range& range, Type type) {
  const auto begin = layout.items.begin();
  return static_cast<std::size_t>(std::count_if(begin + static_cast<std::ptrdiff_t>(range.first),
                                                begin + static_cast<std::ptrdiff_t>(range.last),
                                                [type](const Item& item) { return item.type == type; }));
}

std::size_t first_of(const Layout& layout, const Range& range, Type type) {
  std::size_t i = range.first;
  while (i < range.last && layout.items[i].type != type) ++i;
  return i;
}

/// What stands between the heading and the first date, or behind the last text, tells the place of all pictures.
std::optional<Place> place_at_the_ends(const Layout& layout) {
  const Range before = gap_before(layout, 0);
  if (count_of(layout, before, Type::picture) > 0) {
    const bool first = first_of(layout, before, Type::picture) < first_of(layout, before, Type::text);
    return first || layout.titled[0] ? Place::before_title : Place::behind_title;
  }
  if (count_of(layout, gap_before(layout, layout.cores.size()), Type::picture) > 0) return Place::behind_text;
  return std::nullopt;
}

std::string_view link_address(const Document& document, NodeId link) {
  return link == kNoNode ? std::string_view{} : document.attribute(link, Attribute::href);
}

/// Address of a teaser: of the first link among its core's items, or of the text before it.
std::string_view teaser_address(const Layout& layout, std::size_t teaser) {
  const Document& document = layout.sheet.document();
  for (std::size_t i = layout.cores[teaser].first; i < layout.cores[teaser].last; ++i) {
    if (layout.items[i].link != kNoNode) return link_address(document, layout.items[i].link);
  }
  return {};
}

/// A linked picture leads where its teaser leads; a picture's alt text may repeat a title.
std::optional<Place> place_by_link(const Layout& layout, std::size_t gap, const Item& picture) {
  const auto address = link_address(layout.sheet.document(), picture.link);
  if (!address.empty()) {
    if (address == teaser_address(layout, gap)) return Place::before_title;
    if (address == teaser_address(layout, gap - 1)) return Place::behind_text;
  }
  return std::nullopt;
}

/// The picture shares a deeper element with the text behind it or with the text before it.
std::optional<Place> place_by_tree(const Layout& layout, std::size_t gap, const Item& picture) {
  const Document& document = layout.sheet.document();
  const NodeId before = document.common_ancestor(layout.items[layout.cores[gap - 1].last - 1].node, picture.node);
  const NodeId behind = document.common_ancestor(layout.items[layout.cores[gap].first].node, picture.node);
  if (before == kNoNode || behind == kNoNode || document.depth(before) == document.depth(behind)) return std::nullopt;
  return document.depth(before) > document.depth(behind) ? Place::behind_text : Place::before_title;
}

std::optional<Place> place_between(const Layout& layout, std::size_t gap) {
  const Range range = gap_before(layout, gap);
  const std::size_t picture = first_of(layout, range, Type::picture);
  if (picture == range.last) return std::nullopt;
  if (first_of(layout, range, Type::text) < picture && !layout.titled[gap]) return Place::behind_title;
  if (const auto place = place_by_link(layout, gap, layout.items[picture])) return place;
  return place_by_tree(layout, gap, layout.items[picture]);
}

/// Name of the picture's file: "43210_freiburg".
std::string_view name_of_picture(const Document& document, NodeId picture) {
  auto address = picture_address(document, picture);
  if (const auto slash = address.rfind('/'); slash != std::string_view::npos) address.remove_prefix(slash + 1);
  return address.substr(0, address.rfind('.'));
}

/// The teaser's address, its title and its text, spelled out.
std::string words_of_teaser(const Layout& layout, std::size_t core) {
  const Range& range = layout.cores[core];
  std::string out(teaser_address(layout, core));
  const std::size_t first = !layout.titled[core] && range.first > 0 ? range.first - 1 : range.first;
  for (std::size_t i = first; i < range.last; ++i) {
    if (is_text(layout, i)) out.append(1, ' ').append(layout.sheet.text(layout.items[i].span));
  }
  return spelled_out(out);
}

/// How many of the words stand in the text. In running text only nouns tell, and German writes them upper case.
int shared_words(std::string_view said, const std::string& text, bool nouns) {
  int shared = 0;
  for (const std::string_view word : split(said, " _-.,:;()\"")) {
    const auto spelled = spelled_out(word);
    if (spelled.size() < kTellingLetters || (nouns && !starts_upper(word))) continue;
    if (text.find(spelled) != std::string::npos) ++shared;
  }
  return shared;
}

/// Words that the picture's file name, its alt text and the line under it share with a teaser.
int kinship(const Layout& layout, std::size_t picture, std::size_t core) {
  const Document& document = layout.sheet.document();
  const NodeId node = layout.items[picture].node;
  const auto text = words_of_teaser(layout, core);
  int shared = shared_words(name_of_picture(document, node), text, /*nouns=*/false) +
               shared_words(document.attribute(node, Attribute::alt), text, /*nouns=*/true);
  if (is_text(layout, picture + 1) && is_text(layout, picture + 2)) {
    shared += shared_words(layout.sheet.text(layout.items[picture + 1].span), text, /*nouns=*/true);
  }
  return shared;
}

/// The last resort: do the pictures share words with the teasers behind them or before them?
Place place_by_words(const Layout& layout) {
  int balance = 0;
  for (std::size_t gap = 1; gap < layout.cores.size(); ++gap) {
    const Range range = gap_before(layout, gap);
    const std::size_t picture = first_of(layout, range, Type::picture);
    if (picture == range.last) continue;
    balance += kinship(layout, picture, gap) - kinship(layout, picture, gap - 1);
  }
  return balance > 0 ? Place::before_title : Place::behind_text;
}

Place find_place(const Layout& layout) {
  if (const auto place = place_at_the_ends(layout)) return *place;
  for (std::size_t gap = 1; gap < layout.cores.size(); ++gap) {
    if (const auto place = place_between(layout, gap)) return *place;
  }
  return place_by_words(layout);
}

/// How many texts at the end of the gap make the next teaser's headline: title, label, a kicker line with its colon.
std::size_t headline_texts(const Layout& layout, const Range& range) {
  const auto text = [&](std::size_t from_end) -> std::string_view {
    const std::size_t i = range.last - from_end;
    const bool inside = i >= range.first && from_end <= range.last && layout.items[i].type == Type::text;
    return inside ? layout.sheet.text(layout.items[i].span) : std::string_view{};
  };
  std::size_t texts = is_type_label(layout.profile, text(1)) ? 2 : 1;
  if (const auto before = text(texts + 1); before.ends_with(':') || is_type_label(layout.profile, before)) ++texts;
  return std::min(texts, range.last - range.first);
}

bool core_has_picture(const Layout& layout, std::size_t core) {
  return count_of(layout, layout.cores[core], Type::picture) > 0;
}

/// Behind a picture come its caption and then the next title; without a picture all texts are the next title's.
std::size_t cut_behind_text(const Layout& layout, std::size_t gap) {
  const Range range = gap_before(layout, gap);
  std::size_t picture = range.last;
  while (picture > range.first && layout.items[picture - 1].type != Type::picture) --picture;
  if (picture == range.first && !core_has_picture(layout, gap - 1)) return first_of(layout, range, Type::text);
  return range.last - headline_texts(layout, {picture, range.last});
}

/// Where the next teaser begins in the gap before it.
std::size_t cut_gap(const Layout& layout, std::size_t gap, Place place) {
  const Range range = gap_before(layout, gap);
  if (gap == 0) return range.first;
  const std::size_t first_picture = first_of(layout, range, Type::picture);
  if (place == Place::before_title && first_picture < range.last) return first_picture;
  if (layout.titled[gap]) return range.last;
  if (place == Place::behind_title) return first_of(layout, range, Type::text);
  return cut_behind_text(layout, gap);
}

/// A line beside the last teaser's container that looks like its caption: same parent, same tag.
bool is_caption_beside(const Layout& layout, const Item& item) {
  const Document& document = layout.sheet.document();
  const NodeId container = layout.containers.back();
  const NodeId up = document.parent(container);
  if (item.type != Type::text || up == kNoNode || !document.contains(up, item.node)) return false;
  NodeId sibling = item.node;
  while (document.parent(sibling) != up) sibling = document.parent(sibling);
  return document.tag(sibling) == document.tag(container) && !document.is_text(sibling);
}

/// Behind the last teaser: its picture and one line of caption, nothing of what follows.
std::size_t cut_last_gap(const Layout& layout, Place place) {
  const Range range = gap_before(layout, layout.cores.size());
  if (range.first == range.last) return range.first;
  if (core_has_picture(layout, layout.cores.size() - 1)) {
    return is_caption_beside(layout, layout.items[range.first]) ? range.first + 1 : range.first;
  }
  if (place != Place::behind_text || layout.items[range.first].type != Type::picture) return range.first;
  const bool caption = range.first + 1 < range.last && layout.items[range.first + 1].type == Type::text;
  return range.first + (caption ? 2 : 1);
}

std::string_view alt_of(const Sheet& sheet, const Item& item) {
  return item.type == Type::picture ? sheet.document().attribute(item.node, Attribute::alt) : std::string_view{};
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

/// Takes a label that stands on a line of its own, or is the alt text of an icon, out of the items.
void take_label(const Layout& layout, ItemGroup& group) {
  for (std::size_t i = group.date; i-- > 0;) {
    const Item& item = group.items[i];
    const bool picture = is_type_label(layout.profile, alt_of(layout.sheet, item));
    const auto text = picture ? alt_of(layout.sheet, item) : layout.sheet.text(item.span);
    const bool line = item.type == Type::text && texts_before_date(group) > 1 && !text.ends_with(':') &&
                      is_type_label(layout.profile, text);
    if (!picture && !line) continue;
    group.label = clean_markup(text);
    erase_item(group, i);
    return;
  }
}

}  // namespace

std::vector<ItemGroup> group_teasers(const Sheet& sheet, const Profile& profile, const std::vector<Item>& items,
                                     const std::vector<NodeId>& bounds) {
  const Layout layout = lay_out(sheet, profile, items, bounds);
  std::vector<ItemGroup> groups;
  if (layout.dates.empty()) return groups;
  const Place place = find_place(layout);
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < layout.dates.size(); ++i) begins.push_back(cut_gap(layout, i, place));
  begins.push_back(cut_last_gap(layout, place));
  for (std::size_t i = 0; i < layout.dates.size(); ++i) {
    const std::size_t last = std::max(begins[i + 1], layout.cores[i].last);
    ItemGroup group;
    group.items.assign(items.begin() + static_cast<std::ptrdiff_t>(begins[i]),
                       items.begin() + static_cast<std::ptrdiff_t>(i + 1 < layout.dates.size() ? begins[i + 1] : last));
    group.date = layout.dates[i] - begins[i];
    group.container = layout.containers[i];
    take_label(layout, group);
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace klartext::sites
