// One pass over the nodes hands down what an ancestor says (a link, boldness, furniture, a cookie banner); one pass
// over the blocks makes lines of those that a reader sees.
#include "sites/sheet.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sites/bracketed_date.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

/// A line is a link if all but some punctuation around the link is.
constexpr double kAllLink = 0.9;
constexpr double kAllStrong = 0.85;
/// A kicker or a headline and a date; a paragraph may end with a date, too.
constexpr std::size_t kDatedBytes = 200;
/// A caption that runs on into the dated paragraph.
constexpr std::size_t kCaptionBytes = 300;

bool is_break(char c) { return c == ' ' || c == '\n'; }

bool is_furniture_tag(Tag tag) {
  return tag == Tag::nav || tag == Tag::form || tag == Tag::button || tag == Tag::dialog || tag == Tag::label;
}

bool is_furniture_role(std::string_view role) {
  return role == "navigation" || role == "dialog" || role == "alertdialog" || role == "search" || role == "menu";
}

/// Consent banners say so in their id or class; what stands in them is never read.
bool names_consent(std::string_view name) {
  constexpr std::array<std::string_view, 4> kWords = {"cookie", "consent", "cmplz", "usercentrics"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [name](std::string_view word) { return contains_ignoring_case(name, word); });
}

/// Sliders print their first and last slides twice; their scripts say so in the copies' class.
bool names_copy(std::string_view name) {
  constexpr std::array<std::string_view, 4> kWords = {"swiper-slide-duplicate", "slick-cloned", "splide__slide--clone",
                                                      "bx-clone"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [name](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

/// Tailwind's name for display:block. It is a name of other things too, but not in the text of these sites.
bool names_block(std::string_view name) {
  if (name.find("block") == std::string_view::npos) return false;
  const auto classes = split(name, " \t\r\n\f");
  return std::find(classes.begin(), classes.end(), "block") != classes.end();
}

bool holds_most_text(const Document& document, NodeId n) {
  return (document.text_end(n) - document.text_begin(n)) * 2U > document.all_text().size();
}

/// A page may lie in a <form> as a whole, and a second form in the page ends the first one early.
bool is_layout(const Document& document, NodeId n) {
  if (holds_most_text(document, n)) return true;
  if (document.tag(n) != Tag::form) return false;
  const auto text = document.text(n);
  for (auto at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    if (bracketed_date(text.substr(at))) return true;
  }
  return false;
}

/// <img>, or a component that stands for one (<amp-img src="….jpg">): a box, or within a line one of the other
/// elements.
bool is_picture(const Document& document, NodeId n) {
  if (document.tag(n) == Tag::img) return true;
  if (document.tag(n) != Tag::custom && document.tag(n) != Tag::other) return false;
  auto address = document.attribute(n, Attribute::src);
  address = address.substr(0, address.find_first_of("?#"));
  constexpr std::array<std::string_view, 7> kEndings = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [address](std::string_view ending) { return ends_with_ignoring_case(address, ending); });
}

bool is_switched_off(std::string_view style) {
  return contains_ignoring_case(style, "none") && contains_ignoring_case(style, "display");
}

bool is_consent_banner(const Document& document, NodeId n) {
  if (!is_block(document.tag(n)) || document.tag(n) == Tag::body || document.tag(n) == Tag::html) return false;
  const auto role = document.attribute(n, Attribute::role);
  return names_consent(document.attribute(n, Attribute::class_)) ||
         names_consent(document.attribute(n, Attribute::id)) || role == "dialog" || role == "alertdialog";
}

}  // namespace

Sheet::Sheet(const Document& document) : document_(&document), marks_(document.size()) {
  for (NodeId n = 0; n < document.size(); ++n) mark(n);
  lines_.reserve(document.blocks().size());
  for (const Block& block : document.blocks()) add_line(block);
}

void Sheet::mark(NodeId n) {
  const Document& document = *document_;
  const NodeId up = document.parent(n);
  Mark& own = marks_[n];
  if (up != kNoNode) own = marks_[up];
  const Tag tag = document.tag(n);
  if (tag == Tag::text) return;
  if (tag == Tag::a && document.has(n, Attribute::href)) own.link = n;
  if (tag == Tag::b || tag == Tag::strong) own.strong = true;
  const bool furniture = is_furniture_tag(tag) || is_furniture_role(document.attribute(n, Attribute::role));
  if (furniture && !is_layout(document, n)) own.furniture = n;
  if (tag == Tag::noscript || is_consent_banner(document, n)) own.unread = true;
  if (names_copy(document.attribute(n, Attribute::class_))) own.unread = true;
  if (document.has(n, Attribute::hidden) || is_switched_off(document.attribute(n, Attribute::style))) own.unread = true;
  if (!own.unread && is_picture(document, n)) pictures_.push_back({n, own.link, own.furniture});
}

void Sheet::add_line(const Block& block) {
  if (block.hidden || marks_[block.first].unread) return;
  Line line;
  line.span = {block.begin, block.end};
  line.node = block.node;
  line.first = block.first;
  line.last = block.last;
  line.furniture = marks_[block.first].furniture;
  line.link_bytes = block.link_bytes;
  line.strong_bytes = block.strong_bytes;
  line.before = block.before;
  line.kind = block.kind;
  line.heading_level = block.heading_level;
  line.first_piece = static_cast<std::uint32_t>(pieces_.size());
  for (NodeId n = block.first; n < block.last; ++n) {
    if (!document_->is_text(n)) continue;
    Span span{std::max(document_->text_begin(n), block.begin), std::min(document_->text_end(n), block.end)};
    while (!span.empty() && is_break(document_->all_text()[span.begin])) ++span.begin;
    if (!span.empty()) pieces_.push_back({n, marks_[n].link, span, marks_[n].strong});
  }
  line.last_piece = static_cast<std::uint32_t>(pieces_.size());
  if (line.first_piece == line.last_piece) return;
  lines_.push_back(line);
  if (line.heading_level == 0) part_block_elements();
  part_closing_date();
  part_caption_from_date();
}

/// The outermost <span class="block"> or the like around the piece and inside of `outside`.
NodeId Sheet::block_element(const Piece& piece, NodeId outside) const {
  NodeId found = kNoNode;
  for (NodeId n = document_->parent(piece.node); n != kNoNode && n != outside; n = document_->parent(n)) {
    if (is_block(document_->tag(n))) break;
    if (names_block(document_->attribute(n, Attribute::class_))) found = n;
  }
  return found;
}

/// Stylesheets set <span class="block"> on lines of their own, be they paragraphs or parts of a card.
void Sheet::part_block_elements() {
  const NodeId outside = lines_.back().node;
  const std::uint32_t end = lines_.back().last_piece;
  const std::uint32_t pieces = end - lines_.back().first_piece;
  NodeId before = block_element(pieces_[lines_.back().first_piece], outside);
  for (std::uint32_t i = lines_.back().first_piece + 1; i < end; ++i) {
    const NodeId here = block_element(pieces_[i], outside);
    if (here != before) cut_line(i);
    before = here;
  }
  if (lines_.back().last_piece - lines_.back().first_piece < pieces) count_bytes(lines_.back());
}

/// The last line goes on as a line of its own from this piece; whoever cuts last counts the bytes of that.
void Sheet::cut_line(std::uint32_t piece) {
  Line& line = lines_.back();
  Line rest = line;
  rest.span.begin = pieces_[piece].span.begin;
  rest.first = pieces_[piece].node;
  rest.first_piece = piece;
  rest.before = Break::element;
  line.span.end = pieces_[piece - 1].span.end;
  line.last = pieces_[piece].node;
  line.last_piece = piece;
  count_bytes(line);
  lines_.push_back(rest);
}

/// "<span>Freiburg:</span> <span>[6.5.2024]</span>": a date that closes a short line is a line of its own.
void Sheet::part_closing_date() {
  Line& line = lines_.back();
  const auto whole = text(line);
  if (!whole.ends_with(']') || whole.size() > kDatedBytes) return;
  for (std::uint32_t i = line.first_piece + 1; i < line.last_piece; ++i) {
    const Span rest{pieces_[i].span.begin, line.span.end};
    if (!is_lone_date(text(rest))) continue;
    const Break before = line.before;
    cut_line(i);
    lines_.back().before = before;
    count_bytes(lines_.back());
    return;
  }
}

/// "<img><span>Blick auf Lindenau.</span>[22.6.2021] Im Rahmen": the caption is a line of its own.
void Sheet::part_caption_from_date() {
  const Line& line = lines_.back();
  const NodeId above = lines_.size() > 1 ? lines_[lines_.size() - 2].last : 0;
  const auto [picture, end] = pictures_between(above, line.first);
  if (picture == end) return;
  for (std::uint32_t i = line.first_piece + 1; i < line.last_piece; ++i) {
    const auto before = text(Span{line.span.begin, pieces_[i].span.begin});
    if (before.size() > kCaptionBytes) return;
    if (!bracketed_date(text(Span{pieces_[i].span.begin, line.span.end}))) continue;
    if (!ends_like_a_sentence(before) && !before.ends_with(')')) return;
    cut_line(i);
    count_bytes(lines_.back());
    return;
  }
}

void Sheet::count_bytes(Line& line) const {
  line.link_bytes = 0;
  line.strong_bytes = 0;
  for (const Piece& piece : pieces(line)) {
    if (piece.link != kNoNode) line.link_bytes += piece.span.size();
    if (piece.strong) line.strong_bytes += piece.span.size();
  }
}

std::string_view Sheet::text(Span span) const {
  return span.empty() ? std::string_view{} : trim(document_->all_text().substr(span.begin, span.size()));
}

std::span<const Piece> Sheet::pieces(const Line& line) const {
  return std::span(pieces_).subspan(line.first_piece, line.last_piece - line.first_piece);
}

std::uint32_t Sheet::line_at_or_after(NodeId n) const {
  const auto found =
      std::partition_point(lines_.begin(), lines_.end(), [n](const Line& line) { return line.last <= n; });
  return static_cast<std::uint32_t>(found - lines_.begin());
}

std::pair<std::uint32_t, std::uint32_t> Sheet::lines_of(NodeId n) const {
  const NodeId end = document_->end(n);
  const auto first = lines_.begin() + static_cast<std::ptrdiff_t>(line_at_or_after(n));
  const auto last = std::partition_point(first, lines_.end(), [end](const Line& line) { return line.first < end; });
  return {static_cast<std::uint32_t>(first - lines_.begin()), static_cast<std::uint32_t>(last - lines_.begin())};
}

std::pair<std::uint32_t, std::uint32_t> Sheet::pictures_between(NodeId from, NodeId to) const {
  const auto before = [](const Picture& picture, NodeId n) { return picture.node < n; };
  const auto first = std::lower_bound(pictures_.begin(), pictures_.end(), from, before);
  const auto last = std::lower_bound(first, pictures_.end(), to, before);
  return {static_cast<std::uint32_t>(first - pictures_.begin()), static_cast<std::uint32_t>(last - pictures_.begin())};
}

bool Sheet::is_all_link(const Line& line) const {
  if (static_cast<double>(line.link_bytes) >= kAllLink * static_cast<double>(line.span.size())) return true;
  const auto parts = pieces(line);
  return line.link_bytes > 0 && std::all_of(parts.begin(), parts.end(), [this](const Piece& piece) {
           return piece.link != kNoNode || !has_words(text(piece));
         });
}

bool Sheet::is_all_strong(const Line& line) const {
  return static_cast<double>(line.strong_bytes) >= kAllStrong * static_cast<double>(line.span.size());
}

bool Sheet::is_furniture(const Line& line, NodeId inside) const {
  return line.furniture != kNoNode && !document_->contains(line.furniture, inside);
}

void drop_line(const Line& line, Mask& mask) {
  Block block;
  block.first = line.first;
  block.last = line.last;
  mask.drop(block);
}

}  // namespace klartext::sites
