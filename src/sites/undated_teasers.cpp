// Where no date tells teasers from what follows them, their list does: the element right behind the heading that holds
// the links, or, if that holds one alone, it and its like beside it. In the list a link to another page than the one
// before begins a teaser.
#include "sites/undated_teasers.h"

#include <algorithm>

#include "base/text.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

/// The last text of a card in one link is the teaser's text if it is so long.
constexpr std::size_t kTextBytes = 80;

std::string_view address_of(const Sheet& sheet, const Item& item) {
  if (item.type == Type::text && item.link == kNoNode) {  // "Kicker: <a>Titel</a>"
    const auto pieces = sheet.pieces(sheet.line(item.line));
    const auto linked = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
      return piece.link != kNoNode && piece.span.begin >= item.span.begin && piece.span.end <= item.span.end;
    });
    return linked == pieces.end() ? std::string_view{} : sheet.document().attribute(linked->link, Attribute::href);
  }
  return item.link == kNoNode ? std::string_view{} : sheet.document().attribute(item.link, Attribute::href);
}

/// A headline has at least two words and leads to another page.
bool is_headline(const Sheet& sheet, const Item& item) {
  const auto address = address_of(sheet, item);
  return item.type == Type::text && !address.empty() && !address.starts_with('#') &&
         sheet.text(item.span).find(' ') != std::string_view::npos;
}

NodeId child_around(const Document& document, NodeId parent, NodeId n) {
  while (document.parent(n) != parent) n = document.parent(n);
  return n;
}

bool holds_several(const Sheet& sheet, const std::vector<Item>& items, NodeId element) {
  std::string_view address;
  for (const Item& item : items) {
    if (!is_headline(sheet, item) || !sheet.document().contains(element, item.node)) continue;
    if (!address.empty() && address_of(sheet, item) != address) return true;
    address = address_of(sheet, item);
  }
  return false;
}

/// The nodes of the list that opens with the headline `first`.
Span list_around(const Sheet& sheet, const std::vector<Item>& items, NodeId heading, NodeId first) {
  const Document& document = sheet.document();
  const NodeId both = document.common_ancestor(heading, first);
  const NodeId holder = child_around(document, both, first);
  Span list{holder, document.end(holder)};
  if (holds_several(sheet, items, holder)) return list;
  for (NodeId n = document.next_sibling(holder); n != kNoNode; n = document.next_sibling(n)) {
    if (document.is_text(n) && trim(document.text(n)).empty()) continue;
    if (document.tag(n) != document.tag(holder)) break;
    list.end = document.end(n);
  }
  return list;
}

/// Index of the item before which the teaser that begins at `first` would print its date.
std::size_t place_of_date(const Sheet& sheet, const std::vector<Item>& items, std::size_t first) {
  const auto address = address_of(sheet, items[first]);
  std::size_t last = first + 1;
  while (last < items.size() && items[last].type == Type::text && address_of(sheet, items[last]) == address) ++last;
  const bool text = last - first > 1 && sheet.text(items[last - 1].span).size() >= kTextBytes;
  return text ? last - 1 : last;
}

}  // namespace

std::vector<Item> find_undated_teasers(const Sheet& sheet, const std::vector<Item>& items, NodeId heading) {
  const auto first =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return is_headline(sheet, item); });
  if (first == items.end()) return {};
  const Span list = list_around(sheet, items, heading, first->node);
  std::vector<Item> inside;
  std::copy_if(items.begin(), items.end(), std::back_inserter(inside),
               [list](const Item& item) { return item.node >= list.begin && item.node < list.end; });
  std::vector<Item> all;
  std::string_view known;
  std::size_t date = inside.size() + 1;
  for (std::size_t i = 0; i <= inside.size(); ++i) {
    if (i == date) {
      const Item& title = inside[i - 1];
      all.push_back({Type::date, title.node, title.link, title.line, {title.span.end, title.span.end}, {}});
    }
    if (i == inside.size()) break;
    if (is_headline(sheet, inside[i]) && address_of(sheet, inside[i]) != known) {
      known = address_of(sheet, inside[i]);
      date = place_of_date(sheet, inside, i);
    }
    all.push_back(inside[i]);
  }
  return all;
}

}  // namespace klartext::sites
