// The container of a date is the widest element that holds this date and no other; its core are the items in there.
// Lines drawn between the teasers, or blank ones, are borders, and so is a date that opens one. Where there are none,
// the page as a whole shows where pictures outside of any core belong: by what stands at the two ends of the zone, by
// links and the tree, and at last by the words that picture and teaser share.
#include "sites/teaser_layout.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "sites/captions.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

/// Shorter words stand in any text.
constexpr std::size_t kTellingLetters = 4;

bool holds_any(const Document& document, NodeId n, const std::vector<NodeId>& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [&](NodeId node) { return document.contains(n, node); });
}

NodeId find_container(const TeaserLayout& layout, std::size_t i, const std::vector<NodeId>& bounds) {
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
Range find_core(const TeaserLayout& layout, std::size_t i) {
  const Document& document = layout.sheet.document();
  const NodeId container = layout.containers[i];
  Range core{layout.dates[i], layout.dates[i] + 1};
  while (core.first > 0 && document.contains(container, layout.items[core.first - 1].node)) --core.first;
  while (core.last < layout.items.size() && document.contains(container, layout.items[core.last].node)) ++core.last;
  return core;
}

/// On a flat page the container is less than the teaser: what stands in the date's line goes with it, all up to
/// "mehr...", and without that the text behind a date that has a line to itself.
void widen_core(TeaserLayout& layout, std::size_t i) {
  Range& core = layout.cores[i];
  const std::size_t floor = i == 0 ? 0 : layout.cores[i - 1].last;
  const std::size_t date = layout.dates[i];
  const auto line = layout.items[date].line;
  const auto in_line = [&](std::size_t item) {
    if (item < layout.items.size() && layout.items[item].type == Type::label) return true;
    return is_text(layout, item) && layout.items[item].line == line;
  };
  const bool whole = layout.titled[i];
  while (!whole && core.first > floor && in_line(core.first - 1)) --core.first;
  const std::size_t ceiling = i + 1 < layout.cores.size() ? layout.cores[i + 1].first : layout.items.size();
  while (!whole && core.last < ceiling && in_line(core.last)) ++core.last;
  const std::size_t more = first_of(layout, {date, ceiling}, Type::more);
  if (more < ceiling && more >= core.last && (!whole || more == core.last)) {
    core.last = more + 1;
  } else if (core.last == date + 1 && core.last < ceiling && is_text(layout, core.last)) {
    ++core.last;
  }
}

/// A text before the date that is no caption. Where the first teaser's title stands outside of its container, a text
/// right behind a picture is a caption.
bool has_title(const TeaserLayout& layout, const Range& core, std::size_t date, bool titles_outside) {
  for (std::size_t i = core.first; i < date; ++i) {
    const bool caption = titles_outside && i > core.first && layout.items[i - 1].type == Type::picture;
    if (!is_text(layout, i) || caption) continue;
    if (layout.sheet.line(layout.items[i].line).kind != BlockKind::caption) return true;
  }
  return false;
}

bool holds_text(const TeaserLayout& layout, const Range& range) {
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (is_text(layout, i)) return true;
  }
  return false;
}

/// What parts two teasers for the eye.
struct Mark {
  Tag tag;
  int count;
};

/// A line drawn across the page, or a blank one.
constexpr std::array<Mark, 2> kMarks = {{{Tag::hr, 1}, {Tag::br, 2}}};

using Borders = std::vector<std::optional<std::size_t>>;

/// Items right before which the mark stands; items.size() if it stands behind them all.
std::vector<std::size_t> marked_items(const TeaserLayout& layout, const Mark& mark, NodeId end) {
  const Document& document = layout.sheet.document();
  std::vector<std::size_t> marked;
  NodeId n = layout.items.front().node;
  for (std::size_t item = 1; item <= layout.items.size(); ++item) {
    const NodeId next = item < layout.items.size() ? layout.items[item].node : end;
    int count = 0;
    for (; n < next; ++n) count += document.tag(n) == mark.tag ? 1 : 0;
    if (count >= mark.count) marked.push_back(item);
  }
  return marked;
}

/// Marks part the teasers if there is one between any two dates and none within the first teaser; else no borders.
Borders borders_by(const TeaserLayout& layout, const Mark& mark, NodeId end) {
  const auto& dates = layout.dates;
  Borders borders(dates.size() + 1);
  std::size_t gap = 0;
  for (const std::size_t item : marked_items(layout, mark, end)) {
    while (gap < dates.size() && dates[gap] < item) ++gap;
    if (gap == 0 || (gap < dates.size() && (borders[gap] || dates[gap] == item))) return {};
    if (!borders[gap]) borders[gap] = item;
  }
  const bool all = std::all_of(borders.begin() + 1, borders.end() - 1, [](const auto& border) { return border; });
  return dates.size() > 1 && all ? borders : Borders{};
}

/// A border lies between the cores of two teasers.
void find_borders(TeaserLayout& layout, NodeId end) {
  for (std::size_t i = 0; i < kMarks.size() && layout.borders.empty(); ++i) {
    layout.borders = borders_by(layout, kMarks[i], end);
  }
  layout.borders.resize(layout.cores.size() + 1);
  for (std::size_t gap = 0; gap < layout.borders.size(); ++gap) {
    auto& border = layout.borders[gap];
    const Range range = gap_before(layout, gap);
    if (border && (*border < range.first || *border > range.last)) border.reset();
    for (std::size_t i = range.first; i < range.last && !border; ++i) {
      if (layout.items[i].opens) border = i;
    }
  }
}

/// What stands between the heading and the first date, or behind the last text, tells the place of all pictures.
std::optional<Place> place_at_the_ends(const TeaserLayout& layout) {
  const Range before = gap_before(layout, 0);
  if (count_of(layout, before, Type::picture) > 0) {
    const bool first = first_of(layout, before, Type::picture) < first_of(layout, before, Type::text);
    return first || layout.titled[0] ? Place::before_title : Place::behind_title;
  }
  const Range behind = gap_before(layout, layout.cores.size());
  if (count_of(layout, behind, Type::picture) > 0) return Place::behind_text;
  const bool caption = behind.first < behind.last && is_text(layout, behind.first) &&
                       looks_like_caption(layout.sheet, layout.profile, layout.items[behind.first].line);
  if (caption && count_of(layout, layout.cores.back(), Type::picture) == 0) return Place::before_title;
  return std::nullopt;
}

std::string_view link_address(const Document& document, NodeId link) {
  return link == kNoNode ? std::string_view{} : document.attribute(link, Attribute::href);
}

/// A linked picture leads where its teaser leads; a picture's alt text may repeat a title.
std::optional<Place> place_by_link(const TeaserLayout& layout, std::size_t gap, const Item& picture) {
  const auto address = link_address(layout.sheet.document(), picture.link);
  if (!address.empty()) {
    if (address == teaser_address(layout, gap)) return Place::before_title;
    if (address == teaser_address(layout, gap - 1)) return Place::behind_text;
  }
  return std::nullopt;
}

/// The picture shares a deeper element with the text behind it or with the text before it.
std::optional<Place> place_by_tree(const TeaserLayout& layout, std::size_t gap, const Item& picture) {
  const Document& document = layout.sheet.document();
  const NodeId before = document.common_ancestor(layout.items[layout.cores[gap - 1].last - 1].node, picture.node);
  const NodeId behind = document.common_ancestor(layout.items[layout.cores[gap].first].node, picture.node);
  if (before == kNoNode || behind == kNoNode || document.depth(before) == document.depth(behind)) return std::nullopt;
  return document.depth(before) > document.depth(behind) ? Place::behind_text : Place::before_title;
}

/// Above the picture stands its title, or a caption: that of an earlier picture, else its own.
Place place_behind_text(const TeaserLayout& layout, std::size_t text) {
  const Item& item = layout.items[text];
  const bool caption =
      looks_like_caption(layout.sheet, layout.profile, item.line) || layout.sheet.text(item.span).ends_with('.');
  if (!caption) return Place::behind_title;
  return count_of(layout, {0, text}, Type::picture) > 0 ? Place::before_title : Place::behind_text;
}

std::optional<Place> place_between(const TeaserLayout& layout, std::size_t gap) {
  const Range range = gap_before(layout, gap);
  const std::size_t picture = first_of(layout, range, Type::picture);
  if (picture == range.last) return std::nullopt;
  const std::size_t text = first_of(layout, range, Type::text);
  if (text < picture && !layout.titled[gap]) return place_behind_text(layout, text);
  if (const auto place = place_by_link(layout, gap, layout.items[picture])) return place;
  return place_by_tree(layout, gap, layout.items[picture]);
}

/// Name of the picture's file: "43210_freiburg".
std::string_view name_of_picture(const Document& document, NodeId picture) {
  auto address = picture_address(document, picture);
  if (const auto slash = address.rfind('/'); slash != std::string_view::npos) address.remove_prefix(slash + 1);
  return address.substr(0, address.rfind('.'));
}

/// The teaser's address, its headline and its text, spelled out; a line right under a picture is no headline.
std::string words_of_teaser(const TeaserLayout& layout, std::size_t core) {
  const Range& range = layout.cores[core];
  std::string out(teaser_address(layout, core));
  const std::size_t floor = core == 0 ? 0 : layout.cores[core - 1].last;
  std::size_t first = range.first;
  while (!layout.titled[core] && first > floor && is_text(layout, first - 1)) --first;
  for (std::size_t i = first; i < range.last; ++i) {
    const bool caption = i > floor && layout.items[i - 1].type == Type::picture && i + 1 < range.first;
    if (is_text(layout, i) && !caption) out.append(1, ' ').append(layout.sheet.text(layout.items[i].span));
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
int kinship(const TeaserLayout& layout, std::size_t picture, std::size_t core) {
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

/// The first date was printed behind the text that it now stands before.
bool dates_close_teasers(const TeaserLayout& layout) {
  const std::size_t date = layout.dates.front();
  return is_text(layout, date + 1) && layout.items[date].span.begin > layout.items[date + 1].span.begin;
}

/// The last resort: do the pictures share words with the teasers behind them or before them? Where they do neither, a
/// date behind a text ends its teaser.
Place place_by_words(const TeaserLayout& layout) {
  int balance = 0;
  for (std::size_t gap = 1; gap < layout.cores.size(); ++gap) {
    const Range range = gap_before(layout, gap);
    const std::size_t picture = first_of(layout, range, Type::picture);
    if (picture == range.last) continue;
    balance += kinship(layout, picture, gap) - kinship(layout, picture, gap - 1);
  }
  const bool before = balance > 0 || (balance == 0 && dates_close_teasers(layout));
  return before ? Place::before_title : Place::behind_text;
}

}  // namespace

bool is_text(const TeaserLayout& layout, std::size_t i) {
  return i < layout.items.size() && layout.items[i].type == Type::text;
}

Range gap_before(const TeaserLayout& layout, std::size_t i) {
  const std::size_t first = i == 0 ? 0 : layout.cores[i - 1].last;
  const std::size_t last = i == layout.cores.size() ? layout.items.size() : layout.cores[i].first;
  return {std::min(first, last), last};
}

std::size_t count_of(const TeaserLayout& layout, const Range& range, Type type) {
  const auto begin = layout.items.begin();
  return static_cast<std::size_t>(std::count_if(begin + static_cast<std::ptrdiff_t>(range.first),
                                                begin + static_cast<std::ptrdiff_t>(range.last),
                                                [type](const Item& item) { return item.type == type; }));
}

std::size_t first_of(const TeaserLayout& layout, const Range& range, Type type) {
  std::size_t i = range.first;
  while (i < range.last && layout.items[i].type != type) ++i;
  return i;
}

TeaserLayout lay_out(const Sheet& sheet, const Profile& profile, const std::vector<Item>& items,
                     const std::vector<NodeId>& bounds, NodeId end) {
  TeaserLayout layout{sheet, profile, items, {}, {}, {}, {}, {}};
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
  if (!layout.dates.empty()) find_borders(layout, end);
  return layout;
}

std::string_view teaser_address(const TeaserLayout& layout, std::size_t core) {
  const Document& document = layout.sheet.document();
  for (std::size_t i = layout.cores[core].first; i < layout.cores[core].last; ++i) {
    if (layout.items[i].link != kNoNode) return link_address(document, layout.items[i].link);
  }
  return {};
}

Place find_place(const TeaserLayout& layout) {
  if (const auto place = place_at_the_ends(layout)) return *place;
  for (std::size_t gap = 1; gap < layout.cores.size(); ++gap) {
    if (const auto place = place_between(layout, gap)) return *place;
  }
  return place_by_words(layout);
}

}  // namespace klartext::sites
