#include "html/prune_writer.h"

#include <algorithm>

#include "html/prune_attributes.h"

namespace klartext {
namespace {

/// Two pieces of text can become one character reference. The longest name has 31 letters.
constexpr std::size_t kLongestReference = 40;
/// Parts text and leaves no element, as what was left out did.
constexpr std::string_view kNothing = "<!---->";
/// Parts only what is read as text, and is then ignored: an end tag of an element that no page has.
constexpr std::string_view kIgnored = "</nextid>";

/// Most white space of a page indents a tag: of a run that begins or ends a piece of text, one character stays.
std::string_view with_narrow_margins(std::string_view text) {
  std::size_t begin = 0;
  while (begin + 1 < text.size() && is_markup_space(text[begin]) && is_markup_space(text[begin + 1])) ++begin;
  std::size_t end = text.size();
  while (end > begin + 1 && is_markup_space(text[end - 1]) && is_markup_space(text[end - 2])) --end;
  return text.substr(begin, end - begin);
}

bool is_open_reference(std::string_view text) {
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kLongestReference));
  const std::size_t begin = tail.rfind('&');
  return begin != kNowhere && tail.find(';', begin) == kNowhere;
}

}  // namespace

void PruneWriter::text(std::string_view text, TextPlace place) {
  if (gap_ != Gap::none && reads_otherwise(text, place)) verbatim(gap_ == Gap::node ? kNothing : kIgnored);
  if (gap_ == Gap::node && text_begin_ < out_.size()) joint_ = out_.size();
  out_ += place.preformatted ? text : with_narrow_margins(text);
  gap_ = Gap::none;
  drops_line_break_ = false;
}

bool PruneWriter::reads_otherwise(std::string_view text, TextPlace place) const {
  const std::string_view before = std::string_view(out_).substr(text_begin_);
  if (before.empty()) return drops_line_break_ && (text[0] == '\n' || text[0] == '\r');
  if (before.back() == '<' || (before.back() == '\r' && text[0] == '\n')) return true;
  return is_open_reference(before) || (place.table && is_white_space(before) != is_white_space(text));
}

void PruneWriter::start_tag(const TagSpan& tag, Element element, bool all) {
  out_ += '<';
  out_ += tag.name;
  if (all) {
    append_all_attributes(out_, tag);
  } else {
    append_attributes(out_, tag, element);
  }
  const bool may_close_itself = all || traits(element).start == StartRule::foreign;
  out_ += tag.self_closing && may_close_itself ? " />" : ">";
  text_ends();
  drops_line_break_ = element == Element::pre || element == Element::listing;
}

void PruneWriter::end_tag(std::string_view name, std::string_view close) {
  out_.append("</").append(name).append(close);
  text_ends();
}

void PruneWriter::verbatim(std::string_view markup) {
  out_ += markup;
  text_ends();
}

void PruneWriter::text_ends() {
  text_begin_ = out_.size();
  joint_ = kNowhere;
  gap_ = Gap::none;
  drops_line_break_ = false;
}

/// Gumbo moves text that stands right before </form> behind the form, but not beyond a comment.
void PruneWriter::before_form_ends() {
  if (gap_ == Gap::node && text_begin_ < out_.size()) joint_ = out_.size();
  if (joint_ != kNowhere) out_.insert(joint_, kNothing);
}

}  // namespace klartext
