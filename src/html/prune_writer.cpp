#include "html/prune_writer.h"

#include <algorithm>

#include "html/prune_attributes.h"

namespace klartext {
namespace {

/// Parts text and leaves no element, as what was left out did.
constexpr std::string_view kNothing = "<!---->";
/// Parts only what is read as text, and is then ignored: an end tag of an element that no page has.
constexpr std::string_view kIgnored = "</nextid>";

/// Most white space of a page indents a tag: of a run that begins or ends a piece of text, one character stays.
std::string_view with_narrow_margins(std::string_view text) {
  std::size_t begin = skip_markup_spaces(text, 0);
  if (begin > 0) --begin;
  std::size_t end = text.size();
  while (end > begin + 1 && is_markup_space(text[end - 1]) && is_markup_space(text[end - 2])) --end;
  return text.substr(begin, end - begin);
}

}  // namespace

PruneWriter::PruneWriter(std::size_t page_bytes) {
  // Measured on 139 pages: 28 bytes of a page for one of markup, 150 for a text, 100 for an attribute.
  out_.markup.reserve(page_bytes / 16);
  out_.texts.reserve(page_bytes / 128);
  out_.tags.reserve(page_bytes / 128);
  out_.attributes.reserve(page_bytes / 64);
}

void PruneWriter::text(std::string_view text, TextPlace place) {
  if (gap_ != Gap::none && reads_otherwise(text, place)) verbatim(gap_ == Gap::node ? kNothing : kIgnored);
  if (gap_ == Gap::node && text_begin_ < out_.markup.size()) joint_ = out_.markup.size();
  if (place.blank && !place.preformatted) {
    out_.markup += text.back();
  } else {
    const bool parts = place.outside || drops_line_break_;
    const std::size_t blank = place.white_space ? text.size() : parts ? white_space_length(text) : 0;
    const std::string_view space = text.substr(0, blank);
    if (blank > 0) out_.markup += place.preformatted ? space : with_narrow_margins(space);
    if (blank < text.size()) out_.add_text(text.substr(blank), Skeleton::Reading::markup);
  }
  text_is_blank_ = text_is_blank_ && place.white_space;
  gap_ = Gap::none;
  drops_line_break_ = false;
}

bool PruneWriter::reads_otherwise(std::string_view text, TextPlace place) const {
  const std::string_view before = out_.markup.view().substr(text_begin_);
  if (before.empty()) return drops_line_break_ && (text[0] == '\n' || text[0] == '\r');
  if (before.back() == '\r' && text[0] == '\n') return true;
  return place.table && text_is_blank_ != place.white_space;
}

/// White space in front stays what it is: <textarea> begins where a line break ends.
void PruneWriter::only_text(std::string_view text, Skeleton::Reading reading) {
  const std::size_t blank = white_space_length(text);
  out_.markup += text.substr(0, blank);
  if (blank < text.size()) out_.add_text(text.substr(blank), reading);
  text_ends();
}

void PruneWriter::start_tag(const TagSpan& tag, Element element, bool all) {
  const std::size_t begin = out_.markup.size();
  const std::size_t first_attribute = out_.attributes.size();
  const std::string_view opening = tag.opening();
  out_.markup.append(opening, tag.readable(opening));
  if (all) {
    append_all_attributes(out_.markup, tag);
  } else if (!tag.attributes.empty()) {
    keep_attributes(out_, tag, element);
  }
  const bool may_close_itself = all || traits(element).start == StartRule::foreign;
  if (tag.self_closing && may_close_itself) out_.markup += " /";
  out_.markup += '>';
  out_.tag_ends(begin, first_attribute);
  text_ends();
  drops_line_break_ = element == Element::pre || element == Element::listing;
}

void PruneWriter::end_tag(const TagSpan& tag, bool spaced) {
  const std::string_view opening = tag.opening();
  out_.markup.append(opening, tag.readable(opening));
  if (spaced) out_.markup += ' ';
  out_.markup += '>';
  text_ends();
}

void PruneWriter::verbatim(std::string_view markup) {
  out_.markup += markup;
  text_ends();
}

void PruneWriter::text_ends() {
  text_begin_ = out_.markup.size();
  text_is_blank_ = true;
  joint_ = kNowhere;
  gap_ = Gap::none;
  drops_line_break_ = false;
}

void PruneWriter::keep_text_apart() {
  if (gap_ == Gap::node && text_begin_ < out_.markup.size()) joint_ = out_.markup.size();
  if (joint_ != kNowhere) out_.markup.insert(joint_, kNothing);
}

}  // namespace klartext
