// The stack of open elements and the list of formatting elements to be opened again.
#include <algorithm>

#include "html/tree_shadow.h"

namespace klartext {
namespace {

/// The standard's "Noah's Ark clause": of equal formatting elements only three are remembered.
constexpr int kMaxEqualFormatting = 3;
/// Steps of the adoption agency algorithm, as the standard has them.
constexpr int kAdoptionRounds = 8;
constexpr int kAdoptedFormatting = 3;

bool is_math_text(Element element) {
  return element == Element::mi || element == Element::mo || element == Element::mn || element == Element::ms ||
         element == Element::mtext;
}

/// Elements beyond which an end tag does not reach.
bool bounds_scope(const TreeShadow::OpenElement& open) {
  switch (open.space) {
    case Space::html:
      return (traits(open.element).flags & kScope) != 0;
    case Space::svg:
      return open.element == Element::foreignobject || open.element == Element::desc || open.element == Element::title;
    default:
      return is_math_text(open.element) || open.element == Element::annotation_xml;
  }
}

bool is_heading(const TreeShadow::OpenElement& open) {
  return open.space == Space::html && traits(open.element).start == StartRule::heading;
}

bool is_formatting(const TreeShadow::OpenElement& open) {
  return open.space == Space::html && traits(open.element).end == EndRule::formatting;
}

}  // namespace

bool is_special(const TreeShadow::OpenElement& open) {
  if (open.space == Space::html) return (traits(open.element).flags & kSpecial) != 0;
  return bounds_scope(open) && open.element != Element::title;
}

bool is_html_integration_point(const TreeShadow::OpenElement& open) {
  return (open.space == Space::svg && bounds_scope(open)) || open.html_annotation;
}

bool is_text_integration_point(const TreeShadow::OpenElement& open) {
  return open.space == Space::math && is_math_text(open.element);
}

std::size_t TreeShadow::index_of(std::uint32_t id) const {
  std::size_t i = open_.size();
  while (i > 0 && open_[i - 1].id != id) --i;
  return i > 0 ? i - 1 : open_.size();
}

bool TreeShadow::top_is(Element element) const {
  return !open_.empty() && top().element == element && top().space == Space::html;
}

std::uint32_t TreeShadow::push(Element element) {
  open_.push_back({next_id_, element, Space::html, false, {}});
  ++counts_[static_cast<std::size_t>(element)];
  return next_id_++;
}

std::uint32_t TreeShadow::push(const ShadowTag& tag, Space space) {
  if (space == Space::html) return push(tag.element);
  open_.push_back({next_id_, tag.element, space, tag.html_annotation && space == Space::math, tag.name});
  ++foreign_open_;
  return next_id_++;
}

void TreeShadow::pop() {
  forget(open_.back());
  open_.pop_back();
}

void TreeShadow::erase(std::size_t index) {
  forget(open_[index]);
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
}

/// Takes an element that is about to leave the stack off the counts.
void TreeShadow::forget(const OpenElement& gone) {
  if (gone.space == Space::html) {
    --counts_[static_cast<std::size_t>(gone.element)];
  } else {
    --foreign_open_;
  }
  if (is_formatting(gone)) {
    const std::size_t entry = formatting_of(gone.id);
    if (entry < formatting_.size()) formatting_[entry].open = false;
  }
}

void TreeShadow::pop_through(Element element) {
  while (!top_is(element)) pop();
  pop();
}

void TreeShadow::pop_through_id(std::uint32_t id) {
  while (top().id != id) pop();
  pop();
}

bool TreeShadow::in_scope(Element element, Element also_a, Element also_b) const {
  if (count(element) == 0) return false;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->space == Space::html) {
      if (open->element == element) return true;
      if (open->element == also_a || open->element == also_b) return false;
    }
    if (bounds_scope(*open)) return false;
  }
  return false;
}

bool TreeShadow::heading_in_scope() const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (is_heading(*open)) return true;
    if (bounds_scope(*open)) return false;
  }
  return false;
}

bool TreeShadow::in_table_scope(Element element) const {
  if (count(element) == 0) return false;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->space != Space::html) continue;
    if (open->element == element) return true;
    if (open->element == Element::table || open->element == Element::template_ || open->element == Element::html) break;
  }
  return false;
}

bool TreeShadow::in_select_scope() const {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->space == Space::html && open->element == Element::select) return true;
    const bool passes = open->element == Element::option || open->element == Element::optgroup;
    if (open->space != Space::html || !passes) return false;
  }
  return false;
}

/// Nothing above this open element hides it.
bool TreeShadow::reaches(std::size_t index) const {
  return std::none_of(open_.begin() + static_cast<std::ptrdiff_t>(index) + 1, open_.end(), bounds_scope);
}

void TreeShadow::close_implied(Element except) {
  while (top().space == Space::html && (traits(top().element).flags & kImplied) != 0 && top().element != except) pop();
}

/// Closes an element that is known to be in scope.
void TreeShadow::close_in_scope(Element element) {
  close_implied(element);
  pop_through(element);
}

void TreeShadow::close_paragraph() {
  if (in_button_scope(Element::p)) close_in_scope(Element::p);
}

void TreeShadow::add_formatting(const ShadowTag& tag, std::uint32_t id) {
  int equal = 0;
  std::size_t earliest = 0;
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i].id != 0;) {
    if (formatting_[i].element != tag.element || formatting_[i].attributes_hash != tag.attributes_hash) continue;
    ++equal;
    earliest = i;
  }
  if (equal >= kMaxEqualFormatting) formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(earliest));
  formatting_.push_back({id, tag.element, true, tag.attributes_hash, tag.name});
}

void TreeShadow::clear_formatting_to_marker() {
  while (!formatting_.empty() && formatting_.back().id != 0) formatting_.pop_back();
  if (!formatting_.empty()) formatting_.pop_back();
}

/// Off the list and, if it is there, off the stack.
void TreeShadow::forget_formatting(std::size_t entry) {
  const std::size_t index = index_of(formatting_[entry].id);
  formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(entry));
  if (index < open_.size()) erase(index);
}

std::size_t TreeShadow::reopening() const {
  std::size_t i = formatting_.size();
  while (i > 0 && formatting_[i - 1].id != 0 && !formatting_[i - 1].open) --i;
  return formatting_.size() - i;
}

void TreeShadow::reopen_last_formatting() {
  const std::size_t many = reopening();
  reopened_ += many;
  for (std::size_t i = formatting_.size() - many; i < formatting_.size(); ++i) {
    formatting_[i].id = push(formatting_[i].element);
    formatting_[i].open = true;
  }
}

/// Index of the last entry of this name behind the last marker, or the size of the list.
std::size_t TreeShadow::formatting_named(Element element) const {
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i].id != 0;) {
    if (formatting_[i].element == element) return i;
  }
  return formatting_.size();
}

std::size_t TreeShadow::formatting_of(std::uint32_t id) const {
  std::size_t i = formatting_.size();
  while (i > 0 && formatting_[i - 1].id != id) --i;
  return i > 0 ? i - 1 : formatting_.size();
}

/// The adoption agency algorithm: what an end tag of a formatting element does.
void TreeShadow::adopt(Element element) {
  if (top_is(element)) {
    const bool last_opened = !formatting_.empty() && formatting_.back().id == top().id;
    if (last_opened || formatting_of(top().id) == formatting_.size()) {
      pop();
      if (last_opened) formatting_.pop_back();
      return;
    }
  }
  for (int round = 0; round < kAdoptionRounds && adopt_once(element); ++round) {
  }
}

bool TreeShadow::adopt_once(Element element) {
  const std::size_t entry = formatting_named(element);
  if (entry == formatting_.size()) return false;
  const std::size_t index = index_of(formatting_[entry].id);
  const auto forget = [&] { formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(entry)); };
  if (index == open_.size()) return forget(), false;
  if (!in_scope(element)) return false;
  std::size_t block = index;
  while (block < open_.size() && !is_special(open_[block])) ++block;
  if (block == open_.size()) {
    pop_through_id(formatting_[entry].id);
    forget();
    return false;
  }
  move_formatting(index, block, entry);
  return true;
}

/// The formatting element leaves the place above the block and comes back inside it, and so do, one level up, the
/// formatting elements between the two.
void TreeShadow::move_formatting(std::size_t index, std::size_t block, std::size_t entry) {
  const std::uint32_t formatting_id = formatting_[entry].id;
  const std::uint32_t block_id = open_[block].id;
  std::size_t bookmark = entry + 1;
  bool first = true;
  int steps = 0;
  for (std::size_t i = block; --i > index;) {
    ++steps;
    const std::size_t listed = formatting_of(open_[i].id);
    if (listed == formatting_.size()) {
      erase(i);
    } else if (steps > kAdoptedFormatting) {
      formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(listed));
      if (listed < bookmark) --bookmark;
    } else {
      formatting_[listed].id = open_[i].id = next_id_++;
      if (first) bookmark = listed + 1;
      first = false;
    }
  }
  const std::size_t listed = formatting_of(formatting_id);
  Formatting moved = formatting_[listed];
  erase(index);
  if (listed < bookmark) --bookmark;
  formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(listed));
  moved.id = next_id_++;
  moved.open = true;
  formatting_.insert(formatting_.begin() + static_cast<std::ptrdiff_t>(bookmark), moved);
  const std::size_t behind_block = index_of(block_id) + 1;
  open_.insert(open_.begin() + static_cast<std::ptrdiff_t>(behind_block),
               {moved.id, moved.element, Space::html, false, {}});
  ++counts_[static_cast<std::size_t>(moved.element)];
}

}  // namespace klartext
