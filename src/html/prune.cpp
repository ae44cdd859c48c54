#include "html/prune.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "html/element.h"
#include "html/markup_scan.h"
#include "html/name_table.h"
#include "html/prune_attributes.h"
#include "html/prune_budget.h"
#include "html/tree_shadow.h"

namespace klartext {
namespace {

/// Two pieces of text that a dropped comment parted can become one character reference. The longest name has 31
/// letters.
constexpr std::size_t kLongestReference = 40;
constexpr std::string_view kNothing = "<!---->";

bool is_white_space(std::string_view text) { return std::all_of(text.begin(), text.end(), is_markup_space); }

/// Most white space of a page indents a tag: of a run that begins or ends a piece of text, one character stays.
std::string_view with_narrow_margins(std::string_view text) {
  std::size_t begin = 0;
  while (begin + 1 < text.size() && is_markup_space(text[begin]) && is_markup_space(text[begin + 1])) ++begin;
  std::size_t end = text.size();
  while (end > begin + 1 && is_markup_space(text[end - 1]) && is_markup_space(text[end - 2])) --end;
  return text.substr(begin, end - begin);
}

bool is_shadow_root(const TagSpan& tag) {
  return has_attribute(tag, "shadowrootmode") || has_attribute(tag, "shadowroot");
}

/// Elements that stay without what is in them.
bool is_emptied(const TagSpan& tag, Element element) {
  switch (element) {
    case Element::svg:
    case Element::math:
    case Element::select:
      return true;
    case Element::template_:
      return !is_shadow_root(tag);
    default:
      return false;
  }
}

bool is_hidden_input(const TagSpan& tag, Element element) {
  return element == Element::input && same_name(attribute_value(tag, "type"), "hidden");
}

bool is_html_annotation(const TagSpan& tag, Element element) {
  if (element != Element::annotation_xml) return false;
  const std::string_view encoding = attribute_value(tag, "encoding");
  return same_name(encoding, "text/html") || same_name(encoding, "application/xhtml+xml");
}

bool is_styled_font(const TagSpan& tag, Element element) {
  return element == Element::font &&
         (has_attribute(tag, "color") || has_attribute(tag, "face") || has_attribute(tag, "size"));
}

bool is_formatting(Element element) { return traits(element).end == EndRule::formatting; }

class Pruner {
 public:
  explicit Pruner(std::string_view page)
      : page_(page), reopening_budget_(kMaxReopened + page.size() / kBytesPerReopened) {
    out_.reserve(page.size());
  }
  Result<PrunedPage> run();

 private:
  // --- reading ---
  [[nodiscard]] std::size_t next_markup() const;
  void read_text(std::string_view text);
  void read_markup();
  void read_comment();
  void read_doctype();
  void read_cdata();
  void read_end_tag();
  void read_start_tag();
  void read_text_element(const ShadowTag& tag, Content content, bool changed);
  [[nodiscard]] ShadowTag shadow_of(const TagSpan& tag) const;

  // --- budgets ---
  [[nodiscard]] bool is_affordable(const ShadowTag& tag) const;
  void stop_reopening();

  // --- writing ---
  [[nodiscard]] bool muted() const { return muted_.id != 0; }
  bool end_muting(bool start, Element element);
  void keep_html_in_foreign();
  void write_text(std::string_view text);
  [[nodiscard]] bool changes_meaning(std::string_view text) const;
  void write_start_tag(const ShadowTag& tag, bool in_foreign);
  void write_end_tag(std::string_view name);
  void part_text_from_form();
  void wrote_tag() {
    text_begin_ = out_.size();
    joint_ = kNowhere;
    gap_ = false;
    after_pre_ = false;
  }

  std::string_view page_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string_view> json_ld_;
  TreeShadow tree_;
  TagSpan tag_;
  TagSpan end_tag_;  ///< of a text element
  struct {
    std::uint32_t id = 0;
    std::size_t depth = 0;  ///< of the elements outside
    Element element = Element::unknown;
  } muted_;                       ///< the element whose content is being dropped
  std::size_t text_begin_ = 0;    ///< of the text at the end of out_
  std::size_t joint_ = kNowhere;  ///< where that text last came together
  bool gap_ = false;              ///< something was dropped since the last piece of text or tag
  bool after_pre_ = false;        ///< a line break would be dropped here
  bool foreign_text_ = false;     ///< text in an svg was dropped: <frameset> would be ignored
  std::size_t start_tags_ = 0;
  std::size_t reopening_budget_;
  std::array<std::uint32_t, static_cast<std::size_t>(Element::count_)> too_deep_{};  ///< dropped and not yet ended
};

Result<PrunedPage> Pruner::run() {
  while (at_ < page_.size()) {
    const std::size_t markup = next_markup();
    if (markup > at_) read_text(page_.substr(at_, markup - at_));
    at_ = markup;
    if (at_ < page_.size()) read_markup();
    if (start_tags_ > kMaxStartTags) {
      return Error{ErrorCode::too_large, "the page has more than " + std::to_string(kMaxStartTags) + " tags"};
    }
  }
  if (muted()) write_end_tag(element_name(muted_.element));
  return PrunedPage{std::move(out_), std::move(json_ld_), {}};
}

// --- reading ---

/// The next '<' that is not text. "</>" is left to the parser, which takes it for nothing.
std::size_t Pruner::next_markup() const {
  for (std::size_t at = page_.find('<', at_); at != kNowhere; at = page_.find('<', at + 1)) {
    if (at + 1 >= page_.size()) break;
    const char next = page_[at + 1];
    if (is_letter_ascii(next) || next == '!' || next == '?') return at;
    if (next == '/' && at + 2 < page_.size() && page_[at + 2] != '>') return at;
  }
  return page_.size();
}

void Pruner::read_text(std::string_view text) {
  const bool white_space = is_white_space(text);
  stop_reopening();
  tree_.text(white_space);
  end_muting(false, Element::unknown);
  if (!muted()) return write_text(text);
  if (!white_space && tree_.has_foreign()) foreign_text_ = true;
}

void Pruner::read_markup() {
  const char next = page_[at_ + 1];
  if (is_letter_ascii(next)) return read_start_tag();
  if (next == '/' && is_letter_ascii(page_[at_ + 2])) return read_end_tag();
  if (occurs_at(page_, at_, "<!doctype")) return read_doctype();
  if (tree_.in_foreign() && page_.substr(at_).starts_with("<![CDATA[")) return read_cdata();
  read_comment();
}

void Pruner::read_comment() {
  at_ = std::min(comment_end(page_, at_), page_.size());
  gap_ = true;
}

void Pruner::read_doctype() {
  const std::size_t end = std::min(page_.find('>', at_), page_.size() - 1) + 1;
  const std::string_view doctype = page_.substr(at_, end - at_);
  at_ = end;
  if (tree_.mode() != Mode::initial) {
    gap_ = true;
    return;
  }
  constexpr std::size_t kName = std::string_view("<!doctype").size();
  const std::size_t name = doctype.find_first_not_of(" \t\r\n\f", kName);
  const bool html = occurs_at(doctype, name, "html") && name + 4 < doctype.size() &&
                    (is_markup_space(doctype[name + 4]) || doctype[name + 4] == '>');
  tree_.doctype(!html);
  out_ += doctype;
  wrote_tag();
}

void Pruner::read_cdata() {
  constexpr std::size_t kOpening = std::string_view("<![CDATA[").size();
  const std::size_t end = std::min(cdata_end(page_, at_ + kOpening), page_.size());
  if (muted()) {
    foreign_text_ = true;
  } else {
    out_ += page_.substr(at_, end - at_);
    wrote_tag();
  }
  at_ = end;
}

void Pruner::read_end_tag() {
  const std::size_t begin = at_ + 2;
  scan_tag(page_, begin, tag_);
  at_ = std::min(tag_.end, page_.size());
  if (tag_.end == kNowhere) return;
  const Element element = element_from_name(tag_.name);
  auto& too_deep = too_deep_[static_cast<std::size_t>(element)];
  if (too_deep > 0) {
    --too_deep;
    gap_ = true;
    return;
  }
  const bool bare = begin + tag_.name.size() + 1 == tag_.end;
  const bool in_foreign = tree_.in_foreign();
  tree_.end_tag(element, page_.substr(begin, tag_.end - 1 - begin));
  if (end_muting(false, element) || muted()) return;
  if (element == Element::form) part_text_from_form();
  out_.append("</").append(tag_.name);
  out_ += bare || !in_foreign ? ">" : " >";
  wrote_tag();
}

ShadowTag Pruner::shadow_of(const TagSpan& tag) const {
  const Element element = element_from_name(tag.name);
  ShadowTag shadow{element, tag.name, tag.self_closing};
  shadow.hidden_input = is_hidden_input(tag, element);
  shadow.styled_font = is_styled_font(tag, element);
  shadow.html_annotation = is_html_annotation(tag, element);
  if (is_formatting(element)) shadow.attributes_hash = hash_of_attributes(tag);
  return shadow;
}

void Pruner::read_start_tag() {
  scan_tag(page_, at_ + 1, tag_);
  at_ = std::min(tag_.end, page_.size());
  if (tag_.end == kNowhere) return;
  const ShadowTag tag = shadow_of(tag_);
  if (!is_affordable(tag)) {
    ++too_deep_[static_cast<std::size_t>(tag.element)];
    gap_ = true;
    return;
  }
  ++start_tags_;
  stop_reopening();
  const Mode mode = tree_.mode();
  const std::size_t depth = tree_.depth();
  const bool in_foreign = tree_.has_foreign();
  const Content content = tree_.start_tag(tag);
  const bool changed = tree_.mode() != mode || tree_.depth() != depth;
  if (end_muting(true, tag.element)) return;
  if (content != Content::markup) return read_text_element(tag, content, changed);
  keep_html_in_foreign();
  if (muted()) return;
  if (tag.element == Element::link && !changed && is_unread_link(tag_)) {
    gap_ = true;
    return;
  }
  if (tag.element == Element::frameset && foreign_text_) return;
  write_start_tag(tag, in_foreign);
  const bool opened = !tree_.open().empty() && tree_.depth() > depth && tree_.open().back().element == tag.element;
  if (opened && is_emptied(tag_, tag.element)) muted_ = {tree_.open().back().id, tree_.depth() - 1, tag.element};
}

void Pruner::read_text_element(const ShadowTag& tag, Content content, bool changed) {
  const std::size_t end = content == Content::plain_text ? kNowhere
                          : content == Content::script   ? script_end(page_, at_)
                                                         : raw_text_end(page_, at_, element_name(tag.element));
  const std::string_view text = page_.substr(at_, end - at_);
  at_ = page_.size();
  if (end != kNowhere) {
    scan_tag(page_, end + 2, end_tag_);
    at_ = std::min(end_tag_.end, page_.size());
  }
  if (muted()) return;
  if (content == Content::script && is_json_ld(tag_)) json_ld_.push_back(text);
  const bool read = tag.element == Element::title || tag.element == Element::textarea || tag.element == Element::xmp;
  const bool dropped = tag.element == Element::script || tag.element == Element::style;
  if (dropped && !changed) {
    gap_ = true;
    return;
  }
  write_start_tag(tag, false);
  if (read || content == Content::plain_text) out_ += text;
  if (content != Content::plain_text) write_end_tag(element_name(tag.element));
}

// --- budgets ---

bool Pruner::is_affordable(const ShadowTag& tag) const {
  if (is_formatting(tag.element) && (tree_.formatting() >= kMaxFormatting || tree_.reopened() >= reopening_budget_)) {
    return false;
  }
  if (tree_.depth() < kMaxDepth || never_open(tag.element) || tag.element == Element::plaintext) return true;
  return !muted() && is_emptied(tag_, tag.element);
}

/// Once the budget is used up, what would be opened again is closed for good.
void Pruner::stop_reopening() {
  while (tree_.reopened() >= reopening_budget_ && tree_.reopening() > 0) {
    const std::size_t before = tree_.formatting();
    const Element element = tree_.last_formatting();
    tree_.end_tag(element, element_name(element));
    if (tree_.formatting() >= before) return;
    if (!muted()) write_end_tag(element_name(element));
  }
}

// --- writing ---

/// True if the token that was just read was the end of the element that is being dropped, and nothing more.
bool Pruner::end_muting(bool start, Element element) {
  if (!muted() || tree_.is_open(muted_.id)) return false;
  write_end_tag(element_name(muted_.element));
  const bool its_end = element == muted_.element && tree_.depth() == muted_.depth;
  muted_ = {};
  return its_end && (!start || element == Element::select);
}

/// HTML inside svg or math can reach beyond it: from here on everything is kept.
void Pruner::keep_html_in_foreign() {
  if (!muted() || muted_.element == Element::template_ || muted_.element == Element::select || tree_.in_foreign())
    return;
  const auto& open = tree_.open();
  for (std::size_t i = muted_.depth + 1; i < open.size() && open[i].space != Space::html; ++i) {
    out_.append("<").append(open[i].name).append(open[i].html_annotation ? " encoding=text/html>" : ">");
  }
  muted_ = {};
}

void Pruner::write_text(std::string_view text) {
  if (gap_ && changes_meaning(text)) {
    out_ += kNothing;
    wrote_tag();
  }
  if (gap_ && text_begin_ < out_.size()) joint_ = out_.size();
  const bool preformatted = tree_.has_open(Element::pre) || tree_.has_open(Element::listing);
  out_ += preformatted ? text : with_narrow_margins(text);
  gap_ = false;
  after_pre_ = false;
}

/// Would the text mean something else right behind what was written, now that a comment or script between is gone?
bool Pruner::changes_meaning(std::string_view text) const {
  const std::string_view before = std::string_view(out_).substr(text_begin_);
  if (before.empty()) return after_pre_ && (text[0] == '\n' || text[0] == '\r');
  if (before.back() == '<' || (before.back() == '\r' && text[0] == '\n')) return true;
  const std::string_view tail = before.substr(before.size() - std::min(before.size(), kLongestReference));
  const std::size_t reference = tail.rfind('&');
  if (reference != kNowhere && tail.find(';', reference) == kNowhere) return true;
  const bool table_text =
      tree_.mode() == Mode::in_table || tree_.mode() == Mode::in_table_body || tree_.mode() == Mode::in_row;
  return table_text && is_white_space(before) != is_white_space(text);
}

/// Gumbo puts text that stands right before </form> behind the form, but not beyond a comment.
void Pruner::part_text_from_form() {
  if (gap_ && text_begin_ < out_.size()) joint_ = out_.size();
  if (joint_ != kNowhere) out_.insert(joint_, kNothing);
}

void Pruner::write_start_tag(const ShadowTag& tag, bool in_foreign) {
  out_ += '<';
  out_ += tag.name;
  if (in_foreign) {
    append_all_attributes(out_, tag_);
  } else {
    append_attributes(out_, tag_, tag.element);
  }
  const bool can_close_itself = in_foreign || traits(tag.element).start == StartRule::foreign;
  out_ += tag.self_closing && can_close_itself ? " />" : ">";
  wrote_tag();
  after_pre_ = tag.element == Element::pre || tag.element == Element::listing;
}

void Pruner::write_end_tag(std::string_view name) {
  out_.append("</").append(name) += '>';
  wrote_tag();
}

}  // namespace

Result<PrunedPage> prune(std::string_view html) {
  if (html.find('\0') == std::string_view::npos) return Pruner(html).run();
  std::vector<char> without_nul;
  without_nul.reserve(html.size());
  std::copy_if(html.begin(), html.end(), std::back_inserter(without_nul), [](char c) { return c != '\0'; });
  auto page = Pruner({without_nul.data(), without_nul.size()}).run();
  if (page) page->without_nul = std::move(without_nul);
  return page;
}

}  // namespace klartext
