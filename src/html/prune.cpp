#include "html/prune.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "html/element.h"
#include "html/markup_scan.h"
#include "html/prune_attributes.h"
#include "html/prune_budget.h"
#include "html/prune_rules.h"
#include "html/prune_writer.h"
#include "html/tree_shadow.h"

namespace klartext {
namespace {

class Pruner {
 public:
  Pruner(std::string_view page, Deadline deadline)
      : page_(page), out_(page.size()), budget_(page.size()), deadline_(deadline) {}
  Result<PrunedPage> run();

 private:
  // --- reading ---
  /// Equal before and after a tag that opened and closed nothing.
  struct State {
    Mode mode;
    std::size_t depth;
    std::size_t made;
    bool operator==(const State&) const = default;
  };
  [[nodiscard]] State state() const { return {tree_.mode(), tree_.depth(), tree_.made()}; }
  [[nodiscard]] std::size_t next_markup(std::size_t at) const;
  void read_text(std::size_t blanks_end, std::size_t end);
  void read_markup();
  void skip(std::size_t end, Gap gap);
  void read_doctype();
  void read_cdata();
  void read_end_tag();
  void read_start_tag();
  bool is_idle_break(Element element);
  void read_text_element(Element element, Content content, bool changed);

  // --- dropping what is inside an element ---
  [[nodiscard]] bool muted() const { return muted_.id != 0; }
  void mute(bool written);
  bool end_muting(bool start, Element element) { return muted() && ends_muted(start, element); }
  bool ends_muted(bool start, Element element);
  void keep_html(Element element);
  void write_leftovers();
  void write_template_with_leftovers();
  void stop_reopening();

  std::string_view page_;
  std::size_t at_ = 0;
  PruneWriter out_;
  std::vector<std::string_view> json_ld_;
  TreeShadow tree_;
  TagSpan tag_;
  TagSpan end_tag_;  ///< of a text element
  PruneBudget budget_;
  SteppedDeadline deadline_;
  std::size_t line_breaks_ = 0;  ///< <br> in a row
  struct {
    std::uint32_t id = 0;
    Element element = Element::unknown;
    Space space = Space::html;
    bool written = false;        ///< its start tag was
    std::size_t depth = 0;       ///< of the elements outside
    std::size_t formatting = 0;  ///< length of the list outside
  } muted_;                      ///< the element whose content is being dropped
  bool foreign_text_ = false;    ///< text in an svg was dropped: <frameset> would be ignored
};

Result<PrunedPage> Pruner::run() {
  while (at_ < page_.size()) {
    const std::size_t blanks_end = page_[at_] == '<' ? at_ : skip_markup_spaces(page_, at_);
    const std::size_t markup = next_markup(blanks_end);
    if (markup > at_) read_text(blanks_end, markup);
    at_ = markup;
    if (at_ < page_.size()) read_markup();
    if (deadline_.passed()) return time_is_up();
    if (budget_.used_up()) {
      return Error{ErrorCode::too_large, "the page has more than " + std::to_string(kMaxStartTags) + " tags"};
    }
  }
  if (muted() && muted_.written) out_.end_tag(element_name(muted_.element));
  return PrunedPage{out_.take(), std::move(json_ld_), {}};
}

// --- reading ---

/// The next '<' that is not text.
std::size_t Pruner::next_markup(std::size_t at) const {
  for (at = find_far<'<'>(page_, at); at + 1 < page_.size(); at = find_far<'<'>(page_, at + 1)) {
    const char next = page_[at + 1];
    if (is_ascii_letter(next) || next == '!' || next == '?') return at;
    if (next == '/' && at + 2 < page_.size()) return at;
  }
  return page_.size();
}

/// The text from here to `end`, which begins with blanks up to `blanks_end`.
void Pruner::read_text(std::size_t blanks_end, std::size_t end) {
  const std::string_view text = page_.substr(at_, end - at_);
  const bool blank = blanks_end == end;
  const bool white_space = blank || (page_[blanks_end] == '&' && is_white_space(text));
  if (!white_space) line_breaks_ = 0;
  if (budget_.reopening_used_up(tree_)) stop_reopening();
  const bool outside = tree_.mode() < Mode::in_body || tree_.mode() == Mode::in_column_group;
  tree_.text(white_space);
  end_muting(false, Element::unknown);
  if (!muted()) {
    const Mode mode = tree_.mode();
    out_.text(text, {.preformatted = tree_.has_open(Element::pre) || tree_.has_open(Element::listing),
                     .table = mode == Mode::in_table || mode == Mode::in_table_body || mode == Mode::in_row,
                     .outside = outside,
                     .white_space = white_space,
                     .blank = blank});
  } else if (!white_space && tree_.has_foreign()) {
    foreign_text_ = true;
  }
}

void Pruner::read_markup() {
  const char next = page_[at_ + 1];
  if (is_ascii_letter(next)) return read_start_tag();
  if (next == '/' && is_ascii_letter(page_[at_ + 2])) return read_end_tag();
  if (next == '/' && page_[at_ + 2] == '>') return skip(at_ + 3, Gap::token);
  if (occurs_at(page_, at_, "<!doctype")) return read_doctype();
  if (tree_.in_foreign() && page_.substr(at_).starts_with("<![CDATA[")) return read_cdata();
  skip(comment_end(page_, at_), Gap::node);
}

void Pruner::skip(std::size_t end, Gap gap) {
  at_ = std::min(end, page_.size());
  out_.left_out(gap);
}

void Pruner::read_doctype() {
  const std::size_t end = std::min(page_.find('>', at_), page_.size() - 1) + 1;
  if (tree_.mode() != Mode::initial) return skip(end, Gap::token);
  const std::string_view doctype = page_.substr(at_, end - at_);
  constexpr std::size_t kName = std::string_view("<!doctype").size();
  const std::size_t name = doctype.find_first_not_of(" \t\r\n\f", kName);
  const bool html = occurs_at(doctype, name, "html") && name + 4 < doctype.size() &&
                    (is_markup_space(doctype[name + 4]) || doctype[name + 4] == '>');
  tree_.doctype(!html);
  out_.verbatim(doctype);
  at_ = end;
}

void Pruner::read_cdata() {
  constexpr std::size_t kOpening = std::string_view("<![CDATA[").size();
  const std::size_t end = std::min(cdata_end(page_, at_ + kOpening), page_.size());
  if (muted()) {
    foreign_text_ = true;
  } else {
    constexpr std::string_view kClosing = "]]>";
    const std::string_view section = page_.substr(at_ + kOpening, end - at_ - kOpening);
    const bool closed = section.ends_with(kClosing);
    out_.verbatim(page_.substr(at_, kOpening));
    out_.only_text(section.substr(0, section.size() - (closed ? kClosing.size() : 0)), Skeleton::Reading::raw);
    if (closed) out_.verbatim(kClosing);
  }
  at_ = end;
}

void Pruner::read_end_tag() {
  const std::size_t begin = at_ + 2;
  scan_tag(page_, begin, tag_);
  at_ = std::min(tag_.end, page_.size());
  if (tag_.end == kNowhere) return;
  const Element element = element_from_name(tag_.name, tag_.readable(tag_.name));
  line_breaks_ = 0;
  if (!budget_.affords_end(tree_, element)) return out_.left_out(Gap::token);
  const std::string_view text = page_.substr(begin, tag_.end - 1 - begin);
  const bool in_foreign = tree_.in_foreign();
  const State before = state();
  tree_.end_tag(element, text);
  budget_.count_depth(tree_);
  const std::size_t outside = muted_.depth;
  if (end_muting(false, element) || (muted() && muted_.depth == outside)) return;
  const bool nothing_done = before == state();
  if (nothing_done && is_nothing_unless_seen(element)) return out_.left_out(Gap::token);
  if (nothing_done || element == Element::form) out_.keep_text_apart();
  const bool spaced = in_foreign && text.size() > tag_.name.size();
  out_.end_tag(tag_, spaced);
}

void Pruner::read_start_tag() {
  scan_tag(page_, at_ + 1, tag_);
  at_ = std::min(tag_.end, page_.size());
  if (tag_.end == kNowhere) return;
  const ShadowTag tag = shadow_of(tag_);
  if (is_idle_break(tag.element)) return out_.left_out(Gap::token);
  const bool emptied = is_emptied(tag_, tag.element);
  if (!budget_.affords_start(tree_, tag.element, emptied && !muted())) return out_.left_out(Gap::token);
  if (budget_.reopening_used_up(tree_)) stop_reopening();
  const State before = state();
  const bool in_foreign = tree_.has_foreign();
  const Content content = tree_.start_tag(tag);
  const bool changed = before.mode != tree_.mode() || before.depth != tree_.depth();
  budget_.count_depth(tree_);
  if (end_muting(true, tag.element)) return;
  if (content != Content::markup) return read_text_element(tag.element, content, changed);
  keep_html(tag.element);
  if (muted()) return;
  if (before == state() && is_nothing_unless_made(tag.element)) return out_.left_out(Gap::token);
  if (tag.element == Element::link && !changed && is_unread_link(tag_)) return out_.left_out(Gap::node);
  if (tag.element == Element::frameset && foreign_text_) return out_.left_out(Gap::token);
  const bool opened = tree_.depth() > before.depth && tree_.open().back().element == tag.element;
  const bool misleads = opened && tree_.in_foreign() && misleads_parser(tag.element);
  if (before == state()) out_.keep_text_apart();
  if (!misleads) out_.start_tag(tag_, tag.element, in_foreign);
  if (opened && (misleads || emptied)) mute(!misleads);
}

/// Two <br> in a row part paragraphs, further ones do nothing more.
bool Pruner::is_idle_break(Element element) {
  constexpr std::size_t kBreaksThatShow = 2;
  line_breaks_ = element == Element::br ? line_breaks_ + 1 : 0;
  return line_breaks_ > kBreaksThatShow;
}

void Pruner::read_text_element(Element element, Content content, bool changed) {
  const std::size_t end = content == Content::plain_text ? kNowhere
                          : content == Content::script   ? script_end(page_, at_)
                                                         : raw_text_end(page_, at_, element_name(element));
  const std::string_view text = page_.substr(at_, end - at_);
  at_ = page_.size();
  if (end != kNowhere) {
    scan_tag(page_, end + 2, end_tag_);
    at_ = std::min(end_tag_.end, page_.size());
  }
  if (muted()) return;
  if (content == Content::script && is_json_ld(tag_, text)) json_ld_.push_back(text);
  if (is_dropped_text(element) && !changed) return out_.left_out(Gap::node);
  out_.start_tag(tag_, element, false);
  const bool escapable = content == Content::escapable_text;
  const bool is_read = escapable || content == Content::plain_text || element == Element::xmp;
  if (is_read) out_.only_text(text, escapable ? Skeleton::Reading::markup : Skeleton::Reading::raw);
  if (content != Content::plain_text) out_.end_tag(element_name(element));
}

/// Once the budget is used up, what would be opened again is closed for good.
void Pruner::stop_reopening() {
  while (budget_.reopening_used_up(tree_) && tree_.reopening() > 0) {
    const std::size_t before = tree_.formatting().size();
    const Element element = tree_.formatting().back().element;
    tree_.end_tag(element, element_name(element));
    if (tree_.formatting().size() >= before) return;
    if (!muted()) out_.end_tag(element_name(element));
  }
}

// --- dropping what is inside an element ---

void Pruner::mute(bool written) {
  const auto& element = tree_.open().back();
  const std::size_t markers = element.element == Element::template_ ? 1 : 0;
  muted_ = {element.id, element.element,   element.space,
            written,    tree_.depth() - 1, tree_.formatting().size() - markers};
}

/// True if the token that was just read was the end of the element that is being dropped, and nothing more.
bool Pruner::ends_muted(bool start, Element element) {
  const std::size_t index = tree_.index_of(muted_.id);
  if (index < tree_.depth()) {
    muted_.depth = index;  // </form> may have taken away a form outside
    const bool in_select = tree_.mode() == Mode::in_select || tree_.mode() == Mode::in_select_in_table;
    const bool of_select = muted_.element == Element::select && in_select;
    if (!start && element == Element::template_ && of_select) write_template_with_leftovers();
    return false;
  }
  if (muted_.element == Element::template_) write_leftovers();
  if (muted_.written) out_.end_tag(element_name(muted_.element));
  const bool its_end = element == muted_.element && tree_.depth() == muted_.depth;
  muted_ = {};
  return its_end && (!start || element == Element::select);
}

/// HTML inside svg or math can reach beyond it: from there on everything is kept. <html> and <body> add their
/// attributes to the page even from inside.
void Pruner::keep_html(Element element) {
  if (!muted()) return;
  const bool reaches_page = traits(element).start == StartRule::page && !tree_.has_open(Element::template_);
  if (muted_.element == Element::select && muted_.written && reaches_page) return out_.start_tag(tag_, element, false);
  const bool as_html = !tree_.in_foreign() || (reaches_page && tree_.in_integration_point());
  if (!as_html || muted_.space == Space::html || !muted_.written) return;
  const auto& open = tree_.open();
  const auto begin = open.begin() + static_cast<std::ptrdiff_t>(muted_.depth);
  if (std::any_of(begin, open.end(),
                  [](const auto& e) { return e.space != Space::html && misleads_parser(e.element); }))
    return;
  for (std::size_t i = muted_.depth + 1; i < open.size() && open[i].space != Space::html; ++i) {
    out_.verbatim("<");
    out_.verbatim(open[i].name);
    out_.verbatim(open[i].html_annotation ? " encoding=text/html>" : ">");
  }
  muted_ = {};
}

/// </template> forgets formatting back to the last marker, which need not be its own: a cell or object left open inside
/// has one, too. What is then left over outlasts the template, so it is written into it.
void Pruner::write_leftovers() {
  const auto& formatting = tree_.formatting();
  if (formatting.size() <= muted_.formatting) return;
  constexpr std::string_view kMarker = "<object>";
  for (std::size_t i = muted_.formatting + 1; i < formatting.size(); ++i) {
    if (formatting[i].id == 0) {
      out_.verbatim(kMarker);
    } else {
      scan_tag(page_, static_cast<std::size_t>(formatting[i].name.data() - page_.data()), end_tag_);
      out_.start_tag(end_tag_, formatting[i].element, false);
    }
  }
  out_.verbatim(kMarker);
}

/// The same where the template stood in a <select> that is being dropped.
void Pruner::write_template_with_leftovers() {
  if (!muted_.written || tree_.formatting().size() <= muted_.formatting) return;
  out_.verbatim("<template>");
  write_leftovers();
  out_.verbatim("</template>");
  muted_.formatting = tree_.formatting().size();
}

}  // namespace

Result<PrunedPage> prune(std::string_view html, Deadline deadline) {
  if (html.find('\0') == std::string_view::npos) return Pruner(html, deadline).run();
  std::vector<char> without_nul;
  without_nul.reserve(html.size());
  std::copy_if(html.begin(), html.end(), std::back_inserter(without_nul), [](char c) { return c != '\0'; });
  auto page = Pruner({without_nul.data(), without_nul.size()}, deadline).run();
  if (page) page->without_nul = std::move(without_nul);
  return page;
}

}  // namespace klartext
