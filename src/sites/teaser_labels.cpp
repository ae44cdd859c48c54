// A known word on a line of its own above or below a title is a type, unless it stands where the page has its kickers:
// "Studie" may be either. Behind the text only the last line is one.
#include "sites/teaser_labels.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "sites/teaser_title.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

struct Page {
  const Sheet& sheet;
  const Profile& profile;
  bool kicker_lines = false;  ///< kickers have lines to themselves
};

std::string_view alt_of(const Sheet& sheet, const Item& item) {
  const bool drawn = item.type == Type::picture || item.type == Type::label;
  return drawn ? sheet.document().attribute(item.node, Attribute::alt) : std::string_view{};
}

std::size_t texts_before_date(const ItemGroup& group) {
  const auto end = group.items.begin() + static_cast<std::ptrdiff_t>(group.date);
  return static_cast<std::size_t>(
      std::count_if(group.items.begin(), end, [](const Item& item) { return item.type == Type::text; }));
}

/// A headline of two texts, the second of them no "Kicker: Title": "Grafenrode | Rathaus zieht um".
struct TwoLines {
  const Item* kicker = nullptr;
  const Item* title = nullptr;
};

/// The texts above the date: those before a picture, or those behind it but its caption. No kicker: not two of them.
TwoLines two_lines(const Sheet& sheet, const ItemGroup& group) {
  const auto begin = group.items.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(group.date);
  const auto picture = std::find_if(begin, end, [](const Item& item) { return item.type == Type::picture; });
  const bool picture_first = picture == begin;
  std::vector<const Item*> texts;
  for (auto item = begin; item != (picture_first ? end : picture); ++item) {
    if (item->type == Type::text) texts.push_back(&*item);
  }
  if (texts.size() == 3 && picture_first) texts.erase(texts.begin());
  if (texts.size() != 2 || find_kicker_colon(sheet.text(texts.back()->span)) != std::string_view::npos) return {};
  return {texts.front(), texts.back()};
}

/// Some teasers have a kicker on a line of its own and none has one in its title's line: then a word in that place that
/// might be a label is a kicker, too.
bool has_kicker_lines(const Page& page, const std::vector<ItemGroup>& groups) {
  bool any = false;
  for (const ItemGroup& group : groups) {
    const auto [kicker, title] = two_lines(page.sheet, group);
    if (texts_before_date(group) < 2) return false;
    any = any || (kicker != nullptr && !is_type_label(page.sheet, page.profile, *kicker));
  }
  return any;
}

/// The kicker of a headline of two lines; beside no other kicker only if the word may be something else than a label.
const Item* find_kicker(const Page& page, const ItemGroup& group) {
  const auto [kicker, title] = two_lines(page.sheet, group);
  if (kicker == nullptr || page.kicker_lines) return kicker;
  const bool may_be_kicker = !page.profile.plain_types.are_all_of(page.sheet.text(kicker->span));
  return may_be_kicker && are_one_headline(page.sheet, *kicker, *title) ? kicker : nullptr;
}

/// A label is drawn, or is a line with a word that opens nothing.
bool is_label(const Page& page, const Item& item) {
  if (is_type_label(page.profile, alt_of(page.sheet, item))) return true;
  return is_type_label(page.sheet, page.profile, item) && !page.sheet.text(item.span).ends_with(':');
}

/// Behind the date it is drawn, or is the teaser's last line and no picture's caption.
bool is_label_behind_text(const Page& page, const ItemGroup& group, std::size_t i) {
  const Item& item = group.items[i];
  if (item.type == Type::label) return true;
  const bool last = i + 1 == group.items.size() && i > group.date + 1 && group.items[i - 1].type != Type::picture;
  return last && is_type_label(page.sheet, page.profile, item);
}

/// The label that stands nearest above the date, beside the title; else the first one behind the text. items.size() if
/// there is none.
std::size_t find_label(const Page& page, const ItemGroup& group) {
  const Item* kicker = find_kicker(page, group);
  const bool titled = texts_before_date(group) > 1;
  for (std::size_t i = group.date; i-- > 0;) {
    const Item& item = group.items[i];
    if (&item != kicker && (titled || item.type != Type::text) && is_label(page, item)) return i;
  }
  std::size_t i = group.date + 1;
  while (i < group.items.size() && !is_label_behind_text(page, group, i)) ++i;
  return i;
}

void take_label(const Page& page, ItemGroup& group) {
  const std::size_t i = find_label(page, group);
  if (i >= group.items.size()) return;
  const Item& item = group.items[i];
  group.label = clean_markup(item.type == Type::text ? page.sheet.text(item.span) : alt_of(page.sheet, item));
  group.items.erase(group.items.begin() + static_cast<std::ptrdiff_t>(i));
  if (i < group.date) --group.date;
}

}  // namespace

void take_labels(const Sheet& sheet, const Profile& profile, std::vector<ItemGroup>& groups) {
  Page page{sheet, profile};
  page.kicker_lines = has_kicker_lines(page, groups);
  for (ItemGroup& group : groups) take_label(page, group);
}

}  // namespace klartext::sites
