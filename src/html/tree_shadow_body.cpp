// The insertion mode "in body": a function for each rule of element.h.
#include "html/tree_shadow.h"

namespace klartext {
namespace {

constexpr std::size_t at(StartRule rule) { return static_cast<std::size_t>(rule); }
constexpr std::size_t at(EndRule rule) { return static_cast<std::size_t>(rule); }

bool in_a_table(Mode mode) {
  return mode == Mode::in_table || mode == Mode::in_caption || mode == Mode::in_table_body || mode == Mode::in_row ||
         mode == Mode::in_cell;
}

bool closes_alone(EndRule rule) {
  switch (rule) {
    case EndRule::other:
    case EndRule::block:
    case EndRule::paragraph:
    case EndRule::item:
    case EndRule::definition:
    case EndRule::heading:
      return true;
    default:
      return false;
  }
}

}  // namespace

void TreeShadow::start_in_body(const ShadowTag& tag) {
  static constexpr auto kHandlers = [] {
    std::array<StartHandler, at(StartRule::count_)> handlers{};
    handlers.fill(&TreeShadow::start_nothing);
    handlers[at(StartRule::other)] = &TreeShadow::start_other;
    handlers[at(StartRule::block)] = &TreeShadow::start_block;
    handlers[at(StartRule::heading)] = &TreeShadow::start_heading;
    handlers[at(StartRule::form)] = &TreeShadow::start_form;
    handlers[at(StartRule::item)] = &TreeShadow::start_item;
    handlers[at(StartRule::definition)] = &TreeShadow::start_definition;
    handlers[at(StartRule::plaintext)] = &TreeShadow::start_plaintext;
    handlers[at(StartRule::button)] = &TreeShadow::start_button;
    handlers[at(StartRule::anchor)] = &TreeShadow::start_anchor;
    handlers[at(StartRule::formatting)] = &TreeShadow::start_formatting;
    handlers[at(StartRule::nobr)] = &TreeShadow::start_nobr;
    handlers[at(StartRule::scoped)] = &TreeShadow::start_scoped;
    handlers[at(StartRule::table)] = &TreeShadow::start_table;
    handlers[at(StartRule::inline_leaf)] = &TreeShadow::start_inline_leaf;
    handlers[at(StartRule::rule)] = &TreeShadow::start_rule;
    handlers[at(StartRule::isindex)] = &TreeShadow::start_rule;
    handlers[at(StartRule::head_text)] = &TreeShadow::start_text;
    handlers[at(StartRule::text)] = &TreeShadow::start_text;
    handlers[at(StartRule::xmp)] = &TreeShadow::start_xmp;
    handlers[at(StartRule::select)] = &TreeShadow::start_select;
    handlers[at(StartRule::option)] = &TreeShadow::start_option;
    handlers[at(StartRule::ruby)] = &TreeShadow::start_ruby;
    handlers[at(StartRule::foreign)] = &TreeShadow::start_foreign;
    handlers[at(StartRule::template_)] = &TreeShadow::start_template;
    return handlers;
  }();
  (this->*kHandlers[at(traits(tag.element).start)])(tag);
}

void TreeShadow::start_nothing(const ShadowTag& /*tag*/) {}

void TreeShadow::start_other(const ShadowTag& tag) {
  reopen_formatting();
  push(tag.element);
}

void TreeShadow::start_block(const ShadowTag& tag) {
  close_paragraph();
  push(tag.element);
}

void TreeShadow::start_heading(const ShadowTag& tag) {
  close_paragraph();
  if (top().space == Space::html && traits(top().element).start == StartRule::heading) pop();
  push(tag.element);
}

void TreeShadow::start_form(const ShadowTag& tag) {
  const bool in_template = has_open(Element::template_);
  if (form_ != 0 && !in_template) return;
  close_paragraph();
  const std::uint32_t id = push(tag.element);
  if (!in_template) form_ = id;
}

/// An <li> ends the <li> before it, however deep in a <div> or <p> that one still is.
void TreeShadow::start_item(const ShadowTag& tag) {
  const StartRule rule = traits(tag.element).start;
  for (std::size_t i = open_.size(); i-- > 0;) {
    const OpenElement& open = open_[i];
    if (open.space == Space::html && traits(open.element).start == rule) {
      close_in_scope(open.element);
      break;
    }
    const bool passes = open.space == Space::html && (open.element == Element::address ||
                                                      open.element == Element::div || open.element == Element::p);
    if (is_special(open) && !passes) break;
  }
  close_paragraph();
  push(tag.element);
}

void TreeShadow::start_definition(const ShadowTag& tag) { start_item(tag); }

void TreeShadow::start_plaintext(const ShadowTag& tag) {
  start_block(tag);
  content_ = Content::plain_text;
}

void TreeShadow::start_button(const ShadowTag& tag) {
  if (in_scope(Element::button)) close_in_scope(Element::button);
  start_other(tag);
}

void TreeShadow::start_anchor(const ShadowTag& tag) {
  if (formatting_named(Element::a) < formatting_.size()) {
    adopt(Element::a);
    const std::size_t left = formatting_named(Element::a);
    if (left < formatting_.size()) forget_formatting(left);
  }
  start_formatting(tag);
}

void TreeShadow::start_formatting(const ShadowTag& tag) {
  reopen_formatting();
  add_formatting(tag, push(tag.element));
}

void TreeShadow::start_nobr(const ShadowTag& tag) {
  reopen_formatting();
  if (in_scope(Element::nobr)) adopt(Element::nobr);
  start_formatting(tag);
}

void TreeShadow::start_scoped(const ShadowTag& tag) {
  start_other(tag);
  add_marker();
}

void TreeShadow::start_table(const ShadowTag& tag) {
  if (!quirks_) close_paragraph();
  push(tag.element);
  mode_ = Mode::in_table;
}

void TreeShadow::start_inline_leaf(const ShadowTag& /*tag*/) { reopen_formatting(); }

void TreeShadow::start_rule(const ShadowTag& tag) {
  if (tag.element == Element::isindex && form_ != 0 && !has_open(Element::template_)) return;
  close_paragraph();
}

void TreeShadow::start_text(const ShadowTag& tag) { content_ = content_of(tag.element); }

void TreeShadow::start_xmp(const ShadowTag& tag) {
  close_paragraph();
  reopen_formatting();
  start_text(tag);
}

void TreeShadow::start_select(const ShadowTag& tag) {
  start_other(tag);
  mode_ = in_a_table(mode_) ? Mode::in_select_in_table : Mode::in_select;
}

void TreeShadow::start_option(const ShadowTag& tag) {
  if (top_is(Element::option)) pop();
  start_other(tag);
}

void TreeShadow::start_ruby(const ShadowTag& tag) {
  const bool keeps_rtc = tag.element == Element::rt || tag.element == Element::rp;
  if (in_scope(Element::ruby)) close_implied(keeps_rtc ? Element::rtc : Element::count_);
  push(tag.element);
}

void TreeShadow::start_foreign(const ShadowTag& tag) {
  reopen_formatting();
  push(tag, tag.element == Element::svg ? Space::svg : Space::math);
  if (tag.self_closing) pop();
}

void TreeShadow::start_template(const ShadowTag& tag) {
  push(tag.element);
  add_marker();
  template_modes_.push_back(Mode::in_template);
  mode_ = Mode::in_template;
}

/// Nearly every end tag is that of the element opened last, and closes nothing else.
void TreeShadow::end_in_body(Element element) {
  if (top_is(element) && closes_alone(traits(element).end)) return pop();
  static constexpr auto kHandlers = [] {
    std::array<EndHandler, at(EndRule::count_)> handlers{};
    handlers[at(EndRule::other)] = &TreeShadow::end_other;
    handlers[at(EndRule::block)] = &TreeShadow::end_block;
    handlers[at(EndRule::form)] = &TreeShadow::end_form;
    handlers[at(EndRule::paragraph)] = &TreeShadow::end_paragraph;
    handlers[at(EndRule::item)] = &TreeShadow::end_item;
    handlers[at(EndRule::definition)] = &TreeShadow::end_block;
    handlers[at(EndRule::heading)] = &TreeShadow::end_heading;
    handlers[at(EndRule::formatting)] = &TreeShadow::adopt;
    handlers[at(EndRule::scoped)] = &TreeShadow::end_scoped;
    handlers[at(EndRule::line_break)] = &TreeShadow::end_line_break;
    handlers[at(EndRule::template_)] = &TreeShadow::end_template;
    handlers[at(EndRule::page)] = &TreeShadow::end_nothing;
    return handlers;
  }();
  (this->*kHandlers[at(traits(element).end)])(element);
}

void TreeShadow::end_nothing(Element /*element*/) {}

void TreeShadow::end_other(Element element) {
  if (!has_open(element)) return;
  for (std::size_t i = open_.size(); i-- > 0;) {
    const OpenElement& open = open_[i];
    if (open.space == Space::html && open.element == element) {
      const std::uint32_t id = open.id;
      close_implied(element);
      pop_through_id(id);
      return;
    }
    if (is_special(open)) return;
  }
}

void TreeShadow::end_block(Element element) {
  if (in_scope(element)) close_in_scope(element);
}

/// Only the form itself goes; what is open inside stays open.
void TreeShadow::end_form(Element element) {
  if (has_open(Element::template_)) {
    if (!in_scope(element)) return;
    close_implied();
    if (top_is(element)) pop();
    return;
  }
  const std::size_t index = form_ == 0 ? open_.size() : index_of(form_);
  form_ = 0;
  if (index == open_.size() || !reaches(index)) return;
  const std::uint32_t id = open_[index].id;
  close_implied();
  const std::size_t now = index_of(id);
  if (now < open_.size()) erase(now);
}

/// Without an open <p> an empty one is made, and nothing changes here.
void TreeShadow::end_paragraph(Element /*element*/) { close_paragraph(); }

void TreeShadow::end_item(Element element) {
  if (in_list_scope(element)) close_in_scope(element);
}

void TreeShadow::end_heading(Element /*element*/) {
  if (!heading_in_scope()) return;
  close_implied();
  while (top().space != Space::html || traits(top().element).start != StartRule::heading) pop();
  pop();
}

void TreeShadow::end_scoped(Element element) {
  if (!in_table_scope(element)) return;
  close_in_scope(element);
  clear_formatting_to_marker();
}

void TreeShadow::end_line_break(Element /*element*/) { reopen_formatting(); }

void TreeShadow::end_template(Element element) {
  if (!has_open(element)) return;
  while (!top_is(element)) pop();
  pop();
  clear_formatting_to_marker();
  template_modes_.pop_back();
  reset_mode();
}

}  // namespace klartext
