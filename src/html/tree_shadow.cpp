// The tokens' way to the rules: namespaces, the modes up to <body>.
#include "html/tree_shadow.h"

#include "html/name_table.h"

namespace klartext {
namespace {

/// End tags that stand for content before there is a <body>.
bool makes_body(Element e) { return e == Element::body || e == Element::html || e == Element::br; }

bool is_head_tag(Element e) {
  const StartRule rule = traits(e).start;
  return rule == StartRule::head_leaf || rule == StartRule::head_text || rule == StartRule::template_;
}

bool breaks_out(const ShadowTag& tag) { return (traits(tag.element).flags & kBreakout) != 0 || tag.styled_font; }

}  // namespace

TreeShadow::TreeShadow() {
  constexpr std::size_t kUsualDepth = 64;
  open_.reserve(kUsualDepth);
  formatting_.reserve(kUsualDepth);
}

void TreeShadow::doctype(bool quirks) {
  if (mode_ != Mode::initial) return;
  quirks_ = quirks;
  mode_ = Mode::before_html;
}

Content TreeShadow::start_tag(const ShadowTag& tag) {
  content_ = Content::markup;
  if (html_rules_for(tag)) {
    start_html(tag);
  } else {
    start_in_foreign(tag);
  }
  return content_;
}

bool TreeShadow::in_integration_point() const {
  return is_html_integration_point(top()) || is_text_integration_point(top());
}

bool TreeShadow::html_rules_for(const ShadowTag& tag) const {
  if (!in_foreign() || is_html_integration_point(top())) return true;
  if (is_text_integration_point(top())) return tag.element != Element::mglyph && tag.element != Element::malignmark;
  return top().space == Space::math && top().element == Element::annotation_xml && tag.element == Element::svg;
}

void TreeShadow::start_in_foreign(const ShadowTag& tag) {
  if (!breaks_out(tag)) {
    push(tag, top().space);
    if (tag.self_closing) pop();
    return;
  }
  do {
    pop();
  } while (in_foreign() && !in_integration_point());
  start_html(tag);
}

void TreeShadow::start_html(const ShadowTag& tag) {
  while (start_in_mode(tag) == Step::again) {
  }
}

TreeShadow::Step TreeShadow::start_in_mode(const ShadowTag& tag) {
  switch (mode_) {
    case Mode::initial:
    case Mode::before_html:
    case Mode::before_head:
      return start_before_head(tag);
    case Mode::in_head:
      return start_in_head(tag);
    case Mode::in_head_noscript:
      return start_in_head_noscript(tag);
    case Mode::after_head:
      return start_after_head(tag);
    case Mode::in_table:
      return start_in_table(tag);
    case Mode::in_caption:
      return start_in_caption(tag);
    case Mode::in_column_group:
      return start_in_column_group(tag);
    case Mode::in_table_body:
      return start_in_table_body(tag);
    case Mode::in_row:
      return start_in_row(tag);
    case Mode::in_cell:
      return start_in_cell(tag);
    case Mode::in_select:
      return start_in_select(tag);
    case Mode::in_select_in_table:
      return start_in_select_in_table(tag);
    case Mode::in_template:
      return start_in_template(tag);
    case Mode::in_frameset:
      if (tag.element == Element::noframes) start_text(tag);
      return Step::done;
    case Mode::in_body:
      break;
  }
  start_in_body(tag);
  return Step::done;
}

void TreeShadow::end_tag(Element element, std::string_view text) {
  if (in_foreign()) {
    for (std::size_t i = open_.size(); i-- > 0 && open_[i].space != Space::html;) {
      if (same_name(open_[i].name, text)) return pop_through_id(open_[i].id);
    }
  }
  while (end_in_mode(element) == Step::again) {
  }
}

TreeShadow::Step TreeShadow::end_in_mode(Element element) {
  switch (mode_) {
    case Mode::in_body:
      end_in_body(element);
      return Step::done;
    case Mode::in_table:
      return end_in_table(element);
    case Mode::in_caption:
      return end_in_caption(element);
    case Mode::in_column_group:
      return end_in_column_group(element);
    case Mode::in_table_body:
      return end_in_table_body(element);
    case Mode::in_row:
      return end_in_row(element);
    case Mode::in_cell:
      return end_in_cell(element);
    case Mode::in_select:
      return end_in_select(element);
    case Mode::in_select_in_table:
      return end_in_select_in_table(element);
    case Mode::in_template:
      if (element == Element::template_) end_template(element);
      return Step::done;
    case Mode::in_frameset:
      return Step::done;
    default:
      return end_before_body(element);
  }
}

void TreeShadow::text(bool white_space) {
  if (in_foreign() && !in_integration_point()) return;
  switch (mode_) {
    case Mode::in_body:
    case Mode::in_caption:
    case Mode::in_cell:
    case Mode::in_template:
      return reopen_formatting();
    case Mode::in_select:
    case Mode::in_select_in_table:
    case Mode::in_frameset:
      return;
    default:
      if (!white_space) text_elsewhere();
  }
}

/// Printed text where only white space is at home.
void TreeShadow::text_elsewhere() {
  if (mode_ == Mode::in_column_group) {
    if (!top_is(Element::colgroup)) return;
    pop();
    mode_ = Mode::in_table;
  }
  while (mode_ < Mode::in_body) next_head_mode();
  reopen_formatting();
}

// --- up to <body> ---

/// What "anything else" does in each of the modes up to <body>: the element that is due is made or closed.
TreeShadow::Step TreeShadow::next_head_mode() {
  switch (mode_) {
    case Mode::initial:
      quirks_ = true;
      mode_ = Mode::before_html;
      break;
    case Mode::before_html:
      push(Element::html);
      mode_ = Mode::before_head;
      break;
    case Mode::before_head:
      push(Element::head);
      mode_ = Mode::in_head;
      break;
    case Mode::in_head:
      pop();
      mode_ = Mode::after_head;
      break;
    case Mode::in_head_noscript:
      pop();
      mode_ = Mode::in_head;
      break;
    default:
      push(Element::body);
      mode_ = Mode::in_body;
      break;
  }
  return Step::again;
}

TreeShadow::Step TreeShadow::start_before_head(const ShadowTag& tag) {
  if (mode_ == Mode::before_html && tag.element == Element::html) return next_head_mode(), Step::done;
  if (mode_ == Mode::before_head && tag.element == Element::html) return Step::done;
  if (mode_ == Mode::before_head && tag.element == Element::head) return next_head_mode(), Step::done;
  return next_head_mode();
}

TreeShadow::Step TreeShadow::start_in_head(const ShadowTag& tag) {
  if (is_head_tag(tag.element)) return start_in_body(tag), Step::done;
  if (tag.element == Element::html || tag.element == Element::head) return Step::done;
  if (tag.element != Element::noscript) return next_head_mode();
  push(tag.element);
  mode_ = Mode::in_head_noscript;
  return Step::done;
}

TreeShadow::Step TreeShadow::start_in_head_noscript(const ShadowTag& tag) {
  switch (tag.element) {
    case Element::basefont:
    case Element::bgsound:
    case Element::link:
    case Element::meta:
    case Element::html:
    case Element::head:
    case Element::noscript:
      return Step::done;
    case Element::noframes:
    case Element::style:
      start_text(tag);
      return Step::done;
    default:
      return next_head_mode();
  }
}

TreeShadow::Step TreeShadow::start_after_head(const ShadowTag& tag) {
  if (is_head_tag(tag.element) && tag.element != Element::menuitem) return start_in_body(tag), Step::done;
  switch (tag.element) {
    case Element::html:
    case Element::head:
      return Step::done;
    case Element::body:
      next_head_mode();
      return Step::done;
    case Element::frameset:
      mode_ = Mode::in_frameset;
      return Step::done;
    default:
      return next_head_mode();
  }
}

TreeShadow::Step TreeShadow::end_before_body(Element element) {
  if (mode_ == Mode::initial) return next_head_mode();
  if (mode_ == Mode::in_head_noscript) {
    if (element != Element::noscript && element != Element::br) return Step::done;
    next_head_mode();
    return element == Element::br ? Step::again : Step::done;
  }
  if (element == Element::template_ && mode_ >= Mode::in_head) return end_template(element), Step::done;
  if (mode_ == Mode::in_head && element == Element::head) return next_head_mode(), Step::done;
  const bool goes_on = makes_body(element) || (element == Element::head && mode_ < Mode::in_head);
  return goes_on ? next_head_mode() : Step::done;
}

}  // namespace klartext
