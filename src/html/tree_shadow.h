// Follows the tree builder without building: which elements are open, which formatting elements it will open again, in
// which insertion mode it is.
//
// The tokenizer cannot read a page alone: whether `<style>` begins raw text depends on an <svg> or <select> being open,
// and that depends on every tag before. Prune therefore runs the tree construction of the HTML standard (as Gumbo
// 0.10.1 does it) with a stack of numbers in place of the tree. Each tag costs about 10 ns. That also tells exactly how
// deep the tree gets and how often formatting is opened again, which is what makes a parser slow.
//
//   tree_shadow.cpp       the tokens' way to the rules: namespaces, the modes up to <body>
//   tree_shadow_body.cpp  the mode "in body", a rule a function
//   tree_shadow_table.cpp the modes of tables, select and template
//   tree_shadow_stack.cpp stack, scopes, formatting, adoption agency
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html/element.h"

namespace klartext {

enum class Space : std::uint8_t { html, svg, math };

enum class Mode : std::uint8_t {
  initial,
  before_html,
  before_head,
  in_head,
  in_head_noscript,
  after_head,
  in_body,
  in_table,
  in_caption,
  in_column_group,
  in_table_body,
  in_row,
  in_cell,
  in_select,
  in_select_in_table,
  in_template,
  in_frameset,
};

/// A start tag, as far as it matters here.
struct ShadowTag {
  Element element = Element::unknown;
  std::string_view name;
  bool self_closing = false;
  bool hidden_input = false;          ///< <input type=hidden>
  bool styled_font = false;           ///< <font> with color, face or size: ends an <svg>
  bool html_annotation = false;       ///< <annotation-xml encoding="text/html">
  std::uint64_t attributes_hash = 0;  ///< equal for equal attributes, whatever their order
};

class TreeShadow {
 public:
  TreeShadow();

  void doctype(bool quirks);
  /// What the tokenizer reads next. Text elements are not left open: their end tag is not reported.
  Content start_tag(const ShadowTag& tag);
  /// `text` is all between "</" and ">" (Gumbo closes an svg element only by an end tag without blanks).
  void end_tag(Element element, std::string_view text);
  void text(bool white_space);

  struct OpenElement {
    std::uint32_t id = 0;
    Element element = Element::unknown;
    Space space = Space::html;
    bool html_annotation = false;
    std::string_view name;  ///< as written; for svg and math
  };
  [[nodiscard]] const std::vector<OpenElement>& open() const { return open_; }
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  /// Index in `open()`, or its size.
  [[nodiscard]] std::size_t index_of(std::uint32_t id) const;
  [[nodiscard]] std::size_t made() const { return next_id_; }  ///< grows with each element that opens
  [[nodiscard]] Mode mode() const { return mode_; }
  /// The current node is an element of svg or math: <![CDATA[ is not a comment, <style> is not raw text.
  [[nodiscard]] bool in_foreign() const { return !open_.empty() && open_.back().space != Space::html; }
  /// … and yet HTML may stand in it, as in <foreignObject>.
  [[nodiscard]] bool in_integration_point() const;
  [[nodiscard]] bool has_foreign() const { return foreign_open_ > 0; }
  [[nodiscard]] bool has_open(Element element) const { return count(element) > 0; }

  /// An element to be opened again after a block has closed it.
  struct Formatting {
    std::uint32_t id = 0;  ///< 0: a marker, which hides all before it
    Element element = Element::unknown;
    bool open = true;
    std::uint64_t attributes_hash = 0;
    std::string_view name;  ///< as written
  };
  [[nodiscard]] const std::vector<Formatting>& formatting() const { return formatting_; }
  [[nodiscard]] std::size_t reopening() const;                      ///< elements that the next text opens again
  [[nodiscard]] std::size_t reopened() const { return reopened_; }  ///< so far

 private:
  enum class Step : bool { done, again };
  using StartHandler = void (TreeShadow::*)(const ShadowTag&);
  using EndHandler = void (TreeShadow::*)(Element);

  // --- tree_shadow.cpp ---
  [[nodiscard]] bool html_rules_for(const ShadowTag& tag) const;
  void start_in_foreign(const ShadowTag& tag);
  void start_html(const ShadowTag& tag);
  Step start_in_mode(const ShadowTag& tag);
  Step end_in_mode(Element element);
  Step start_before_head(const ShadowTag& tag);
  Step start_in_head(const ShadowTag& tag);
  Step start_in_head_noscript(const ShadowTag& tag);
  Step start_after_head(const ShadowTag& tag);
  Step end_before_body(Element element);
  Step next_head_mode();
  void text_elsewhere();

  // --- tree_shadow_body.cpp ---
  void start_in_body(const ShadowTag& tag);
  void start_other(const ShadowTag& tag);
  void start_block(const ShadowTag& tag);
  void start_heading(const ShadowTag& tag);
  void start_form(const ShadowTag& tag);
  void start_item(const ShadowTag& tag);
  void start_definition(const ShadowTag& tag);
  void start_plaintext(const ShadowTag& tag);
  void start_button(const ShadowTag& tag);
  void start_anchor(const ShadowTag& tag);
  void start_formatting(const ShadowTag& tag);
  void start_nobr(const ShadowTag& tag);
  void start_scoped(const ShadowTag& tag);
  void start_table(const ShadowTag& tag);
  void start_inline_leaf(const ShadowTag& tag);
  void start_rule(const ShadowTag& tag);
  void start_text(const ShadowTag& tag);
  void start_xmp(const ShadowTag& tag);
  void start_select(const ShadowTag& tag);
  void start_option(const ShadowTag& tag);
  void start_ruby(const ShadowTag& tag);
  void start_foreign(const ShadowTag& tag);
  void start_template(const ShadowTag& tag);
  void start_nothing(const ShadowTag& tag);
  void end_in_body(Element element);
  void end_other(Element element);
  void end_block(Element element);
  void end_form(Element element);
  void end_paragraph(Element element);
  void end_item(Element element);
  void end_heading(Element element);
  void end_scoped(Element element);
  void end_line_break(Element element);
  void end_template(Element element);
  void end_nothing(Element element);

  // --- tree_shadow_table.cpp ---
  Step start_in_table(const ShadowTag& tag);
  Step start_in_caption(const ShadowTag& tag);
  Step start_in_column_group(const ShadowTag& tag);
  Step start_in_table_body(const ShadowTag& tag);
  Step start_in_row(const ShadowTag& tag);
  Step start_in_cell(const ShadowTag& tag);
  Step start_in_select(const ShadowTag& tag);
  Step start_in_select_in_table(const ShadowTag& tag);
  Step start_in_template(const ShadowTag& tag);
  Step end_in_table(Element element);
  Step end_in_caption(Element element);
  Step end_in_column_group(Element element);
  Step end_in_table_body(Element element);
  Step end_in_row(Element element);
  Step end_in_cell(Element element);
  Step end_in_select(Element element);
  Step end_in_select_in_table(Element element);
  bool close_table();
  void close_caption();
  bool close_row_group();
  bool close_row();
  void close_cell(Element cell);
  bool close_current_cell();
  bool close_select();
  void clear_back_to(Element a, Element b, Element c);
  void reset_mode();
  [[nodiscard]] Mode mode_inside(std::size_t index) const;
  [[nodiscard]] Mode select_mode(std::size_t index) const;

  // --- tree_shadow_stack.cpp ---
  [[nodiscard]] const OpenElement& top() const { return open_.back(); }
  [[nodiscard]] bool top_is(Element element) const;
  [[nodiscard]] std::uint16_t count(Element element) const { return counts_[static_cast<std::size_t>(element)]; }
  std::uint32_t push(Element element);
  std::uint32_t push(const ShadowTag& tag, Space space);
  void pop();
  void pop_through(Element element);
  void pop_through_id(std::uint32_t id);
  void erase(std::size_t index);
  [[nodiscard]] bool in_scope(Element element, Element also_a, Element also_b) const;
  [[nodiscard]] bool in_scope(Element element) const { return in_scope(element, Element::count_, Element::count_); }
  [[nodiscard]] bool in_button_scope(Element element) const {
    return in_scope(element, Element::button, Element::count_);
  }
  [[nodiscard]] bool in_list_scope(Element element) const { return in_scope(element, Element::ol, Element::ul); }
  [[nodiscard]] bool heading_in_scope() const;
  [[nodiscard]] bool in_table_scope(Element element) const;
  [[nodiscard]] bool in_select_scope() const;
  [[nodiscard]] bool reaches(std::size_t index) const;
  void close_implied(Element except = Element::count_);
  void close_in_scope(Element element);
  void forget(const OpenElement& gone);
  void close_paragraph();
  void add_formatting(const ShadowTag& tag, std::uint32_t id);
  void add_marker() { formatting_.push_back({}); }
  void clear_formatting_to_marker();
  void forget_formatting(std::size_t entry);
  [[nodiscard]] bool may_reopen() const {
    return !formatting_.empty() && formatting_.back().id != 0 && !formatting_.back().open;
  }
  void reopen_formatting() {
    if (may_reopen()) reopen_last_formatting();
  }
  void reopen_last_formatting();
  [[nodiscard]] std::size_t formatting_named(Element element) const;
  [[nodiscard]] std::size_t formatting_of(std::uint32_t id) const;
  void adopt(Element element);
  bool adopt_once(Element element);
  void move_formatting(std::size_t index, std::size_t block, std::size_t entry);

  Mode mode_ = Mode::initial;
  Content content_ = Content::markup;
  bool quirks_ = false;
  std::uint32_t next_id_ = 1;
  std::uint32_t form_ = 0;  ///< id of the form that is open or was left open; 0: none
  std::size_t foreign_open_ = 0;
  std::size_t reopened_ = 0;
  std::vector<OpenElement> open_;
  std::vector<Formatting> formatting_;
  std::vector<Mode> template_modes_;
  std::array<std::uint16_t, static_cast<std::size_t>(Element::count_)> counts_{};  ///< open HTML elements by name
};

/// An unmatched end tag is not looked for beyond it.
bool is_special(const TreeShadow::OpenElement& element);
/// Where HTML may stand inside svg or math.
bool is_html_integration_point(const TreeShadow::OpenElement& element);
bool is_text_integration_point(const TreeShadow::OpenElement& element);

}  // namespace klartext
