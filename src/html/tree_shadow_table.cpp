// The insertion modes of tables, select and template.
#include "html/tree_shadow.h"

namespace klartext {
namespace {

constexpr bool is_row_group(Element e) { return e == Element::tbody || e == Element::thead || e == Element::tfoot; }
constexpr bool is_cell(Element e) { return e == Element::td || e == Element::th; }
constexpr bool is_column(Element e) { return e == Element::col || e == Element::colgroup; }
/// Parts that cannot stand inside a cell or a caption: they close it.
constexpr bool is_part(Element e) {
  return e == Element::caption || is_column(e) || is_row_group(e) || is_cell(e) || e == Element::tr;
}
constexpr bool is_page(Element e) { return e == Element::body || e == Element::html; }
constexpr bool is_table_tag(Element e) { return e == Element::table || (is_part(e) && !is_column(e)); }

/// Elements that say in which mode parsing goes on inside them.
constexpr bool sets_mode(Element e) {
  return (is_part(e) && e != Element::col) || is_page(e) || e == Element::table || e == Element::select ||
         e == Element::template_ || e == Element::head;
}

}  // namespace

// --- start tags ---

TreeShadow::Step TreeShadow::start_in_table(const ShadowTag& tag) {
  const Element e = tag.element;
  if (is_part(e)) {
    clear_back_to(Element::table, Element::table, Element::table);
    if (e == Element::caption) {
      add_marker();
      push(e);
      mode_ = Mode::in_caption;
      return Step::done;
    }
    push(is_column(e) ? Element::colgroup : is_row_group(e) ? e : Element::tbody);
    mode_ = is_column(e) ? Mode::in_column_group : Mode::in_table_body;
    return e == Element::colgroup || is_row_group(e) ? Step::done : Step::again;
  }
  if (e == Element::table) return close_table() ? Step::again : Step::done;
  if (e == Element::form) {  // made, but never open
    if (form_ == 0 && !has_open(Element::template_)) form_ = next_id_++;
  } else if (e != Element::input || !tag.hidden_input) {
    start_in_body(tag);
  }
  return Step::done;
}

TreeShadow::Step TreeShadow::start_in_caption(const ShadowTag& tag) {
  if (!is_part(tag.element)) return start_in_body(tag), Step::done;
  if (!in_table_scope(Element::caption)) return Step::done;
  close_caption();
  return Step::again;
}

TreeShadow::Step TreeShadow::start_in_column_group(const ShadowTag& tag) {
  if (tag.element == Element::html || tag.element == Element::col) return Step::done;
  if (tag.element == Element::template_) return start_template(tag), Step::done;
  if (!top_is(Element::colgroup)) return Step::done;
  pop();
  mode_ = Mode::in_table;
  return Step::again;
}

TreeShadow::Step TreeShadow::start_in_table_body(const ShadowTag& tag) {
  const Element e = tag.element;
  if (e == Element::tr || is_cell(e)) {
    clear_back_to(Element::tbody, Element::tfoot, Element::thead);
    push(Element::tr);
    mode_ = Mode::in_row;
    return e == Element::tr ? Step::done : Step::again;
  }
  if (!is_part(e)) return start_in_table(tag);
  return close_row_group() ? Step::again : Step::done;
}

TreeShadow::Step TreeShadow::start_in_row(const ShadowTag& tag) {
  if (is_cell(tag.element)) {
    clear_back_to(Element::tr, Element::tr, Element::tr);
    push(tag.element);
    mode_ = Mode::in_cell;
    add_marker();
    return Step::done;
  }
  if (!is_part(tag.element)) return start_in_table(tag);
  return close_row() ? Step::again : Step::done;
}

TreeShadow::Step TreeShadow::start_in_cell(const ShadowTag& tag) {
  if (!is_part(tag.element)) return start_in_body(tag), Step::done;
  return close_current_cell() ? Step::again : Step::done;
}

TreeShadow::Step TreeShadow::start_in_select(const ShadowTag& tag) {
  switch (tag.element) {
    case Element::optgroup:
    case Element::option:
      if (top_is(Element::option)) pop();
      if (tag.element == Element::optgroup && top_is(Element::optgroup)) pop();
      push(tag.element);
      return Step::done;
    case Element::select:
      close_select();
      return Step::done;
    case Element::input:
    case Element::keygen:
    case Element::textarea:
      return close_select() ? Step::again : Step::done;
    case Element::script:
    case Element::template_:
      start_in_body(tag);
      return Step::done;
    default:
      return Step::done;
  }
}

TreeShadow::Step TreeShadow::start_in_select_in_table(const ShadowTag& tag) {
  if (!is_table_tag(tag.element)) return start_in_select(tag);
  return close_select() ? Step::again : Step::done;
}

TreeShadow::Step TreeShadow::start_in_template(const ShadowTag& tag) {
  const Element e = tag.element;
  const StartRule rule = traits(e).start;
  const bool head_tag = rule == StartRule::head_leaf || rule == StartRule::head_text || rule == StartRule::template_;
  if (head_tag && e != Element::menuitem) return start_in_body(tag), Step::done;
  mode_ = e == Element::col  ? Mode::in_column_group
          : e == Element::tr ? Mode::in_table_body
          : is_cell(e)       ? Mode::in_row
          : is_part(e)       ? Mode::in_table
                             : Mode::in_body;
  template_modes_.back() = mode_;
  return Step::again;
}

// --- end tags ---

TreeShadow::Step TreeShadow::end_in_table(Element e) {
  if (e == Element::table) {
    close_table();
  } else if (!is_part(e) && !is_page(e)) {
    end_in_body(e);
  }
  return Step::done;
}

TreeShadow::Step TreeShadow::end_in_caption(Element e) {
  if (e == Element::caption || e == Element::table) {
    if (!in_table_scope(Element::caption)) return Step::done;
    close_caption();
    return e == Element::table ? Step::again : Step::done;
  }
  if (!is_part(e) && !is_page(e)) end_in_body(e);
  return Step::done;
}

TreeShadow::Step TreeShadow::end_in_column_group(Element e) {
  if (e == Element::template_) return end_template(e), Step::done;
  if (e == Element::col || !top_is(Element::colgroup)) return Step::done;
  pop();
  mode_ = Mode::in_table;
  return e == Element::colgroup ? Step::done : Step::again;
}

TreeShadow::Step TreeShadow::end_in_table_body(Element e) {
  if (is_row_group(e)) {
    if (in_table_scope(e)) close_row_group();
    return Step::done;
  }
  if (e == Element::table) return close_row_group() ? Step::again : Step::done;
  return end_in_table(e);
}

TreeShadow::Step TreeShadow::end_in_row(Element e) {
  if (e == Element::tr) return close_row(), Step::done;
  if (e == Element::table || (is_row_group(e) && in_table_scope(e))) return close_row() ? Step::again : Step::done;
  return end_in_table(e);
}

TreeShadow::Step TreeShadow::end_in_cell(Element e) {
  if (is_cell(e)) {
    if (in_table_scope(e)) close_cell(e);
    return Step::done;
  }
  if (is_page(e) || e == Element::caption || is_column(e)) return Step::done;
  if (e != Element::table && !is_part(e)) return end_in_body(e), Step::done;
  return in_table_scope(e) && close_current_cell() ? Step::again : Step::done;
}

TreeShadow::Step TreeShadow::end_in_select(Element e) {
  if (e == Element::optgroup) {
    const bool option_in_group = open_.size() > 1 && open_[open_.size() - 2].element == Element::optgroup;
    if (top_is(Element::option) && option_in_group) pop();
    if (top_is(Element::optgroup)) pop();
  } else if (e == Element::option) {
    if (top_is(Element::option)) pop();
  } else if (e == Element::select) {
    close_select();
  } else if (e == Element::template_) {
    end_template(e);
  }
  return Step::done;
}

TreeShadow::Step TreeShadow::end_in_select_in_table(Element e) {
  if (!is_table_tag(e)) return end_in_select(e);
  return in_table_scope(e) && close_select() ? Step::again : Step::done;
}

// --- closing ---

void TreeShadow::clear_back_to(Element a, Element b, Element c) {
  const auto stays = [&](Element e) {
    return e == a || e == b || e == c || e == Element::template_ || e == Element::html;
  };
  while (top().space != Space::html || !stays(top().element)) pop();
}

bool TreeShadow::close_table() {
  if (!in_table_scope(Element::table)) return false;
  pop_through(Element::table);
  reset_mode();
  return true;
}

void TreeShadow::close_caption() {
  pop_through(Element::caption);
  clear_formatting_to_marker();
  mode_ = Mode::in_table;
}

bool TreeShadow::close_row_group() {
  if (!in_table_scope(Element::tbody) && !in_table_scope(Element::thead) && !in_table_scope(Element::tfoot)) {
    return false;
  }
  clear_back_to(Element::tbody, Element::tfoot, Element::thead);
  pop();
  mode_ = Mode::in_table;
  return true;
}

bool TreeShadow::close_row() {
  if (!in_table_scope(Element::tr)) return false;
  clear_back_to(Element::tr, Element::tr, Element::tr);
  pop();
  mode_ = Mode::in_table_body;
  return true;
}

void TreeShadow::close_cell(Element cell) {
  pop_through(cell);
  clear_formatting_to_marker();
  mode_ = Mode::in_row;
}

bool TreeShadow::close_current_cell() {
  const bool td = in_table_scope(Element::td);
  if (!td && !in_table_scope(Element::th)) return false;
  close_cell(td ? Element::td : Element::th);
  return true;
}

bool TreeShadow::close_select() {
  if (!in_select_scope()) return false;
  pop_through(Element::select);
  reset_mode();
  return true;
}

void TreeShadow::reset_mode() {
  std::size_t i = open_.size() - 1;
  while (open_[i].space != Space::html || !sets_mode(open_[i].element)) --i;  // <html> always does
  mode_ = mode_inside(i);
}

Mode TreeShadow::mode_inside(std::size_t index) const {
  const Element e = open_[index].element;
  if (is_cell(e)) return Mode::in_cell;
  if (is_row_group(e)) return Mode::in_table_body;
  switch (e) {
    case Element::select:
      return select_mode(index);
    case Element::tr:
      return Mode::in_row;
    case Element::caption:
      return Mode::in_caption;
    case Element::colgroup:
      return Mode::in_column_group;
    case Element::table:
      return Mode::in_table;
    case Element::template_:
      return template_modes_.back();
    case Element::head:
      return Mode::in_head;
    case Element::html:
      return Mode::after_head;
    default:
      return Mode::in_body;
  }
}

Mode TreeShadow::select_mode(std::size_t index) const {
  for (std::size_t i = index; i > 0; --i) {
    if (open_[i].space != Space::html) continue;
    if (open_[i].element == Element::template_) break;
    if (open_[i].element == Element::table) return Mode::in_select_in_table;
  }
  return Mode::in_select;
}

}  // namespace klartext
