// One walk over the pieces, with the pictures merged in by their place in the document.
#include "sites/teaser_items.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "sites/captions.h"
#include "sites/teaser_dates.h"
#include "sites/undated_teasers.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

/// "mehr ..." with its blank and dots.
constexpr std::size_t kMoreBytes = 24;
/// "Mittwoch, 22. September 2021 Praxisbericht"
constexpr std::size_t kDatedLineBytes = 60;

constexpr std::array<std::string_view, 14> kSignsBeforeMore = {"[", "(", "›", "»", ">", "→", "⇒",
                                                               "▶", "►", "▸", "•", "|", "…", "..."};

bool is_ellipsis(std::string_view sign) { return sign == "…" || sign == "..."; }

class ItemWalk {
 public:
  ItemWalk(const Sheet& sheet, const Profile& profile, const Mask& mask, bool dates_anywhere)
      : sheet_(sheet), profile_(profile), mask_(mask), dates_anywhere_(dates_anywhere) {}

  void pictures_until(NodeId node, std::uint32_t last);
  void bare_date(std::uint32_t i, std::uint32_t last_picture);
  [[nodiscard]] bool opens_with_bare_date(std::uint32_t i) const;
  void dated_line(std::uint32_t i, std::uint32_t last_picture);
  void line(std::uint32_t i, std::uint32_t last_picture);
  void set_picture(std::uint32_t first) { picture_ = first; }
  std::vector<Item> take() { return std::move(items_); }

 private:
  void push_date(const Piece& piece, Span span, std::uint32_t line, std::uint32_t last_picture);
  void piece(const Piece& piece, std::uint32_t line);
  void text(const Piece& piece, Span span, std::uint32_t line);
  bool is_more(const Piece& piece, const Line& line) const;
  bool may_be_dated(const Piece& piece, Span date, const Line& line) const;
  BracketedDate date_in(const Piece& piece, const Line& line, std::uint32_t& at) const;
  bool leads_elsewhere(const Piece& piece) const;
  std::uint32_t place_of(std::string_view part) const;
  bool goes_on_with_more(const Piece& piece) const;
  void drop_sign_before_more();
  void cut_printed_more();
  void flush() { open_ = false; }

  const Sheet& sheet_;
  const Profile& profile_;
  const Mask& mask_;
  bool dates_anywhere_;             ///< a date may begin in the middle of a text node
  bool dates_close_texts_ = false;  ///< the first date did
  bool dated_ = false;              ///< a date came since the last "mehr..." or heading
  std::vector<Item> items_;
  std::uint32_t picture_ = 0;
  std::uint32_t dated_until_ = 0;  ///< the date takes the text up to here
  NodeId more_link_ = kNoNode;     ///< the link that said "mehr..." last
  NodeId last_link_ = kNoNode;     ///< the link of the last piece of text
  bool open_ = false;              ///< the last item is a text of this line that may go on
};

void ItemWalk::pictures_until(NodeId node, std::uint32_t last) {
  for (; picture_ < last && sheet_.pictures()[picture_].node < node; ++picture_) {
    const Picture& picture = sheet_.pictures()[picture_];
    const Document& document = sheet_.document();
    if (mask_.dropped(picture.node) || is_tiny(document, picture.node)) continue;
    if (picture_address(document, picture.node).empty()) continue;
    if (profile_.more.are_all_of(document.attribute(picture.node, Attribute::alt))) {
      items_.push_back({Item::Type::more, picture.node, picture.link, kNoLine, {}, {}});
      dated_ = false;
    } else {
      items_.push_back({Item::Type::picture, picture.node, picture.link, kNoLine, {}, {}});
    }
    flush();
  }
}

/// A word such as "mehr" in running text is none: it is a link, has dots, or ends its line.
bool ItemWalk::is_more(const Piece& piece, const Line& line) const {
  if (piece.link != kNoNode && profile_.more.are_all_of(sheet_.document().text(piece.link))) return true;
  const auto text = sheet_.text(piece);
  const bool stands_out = text.ends_with("...") || text.ends_with("…") || piece.span.end == line.span.end;
  return stands_out && profile_.more.are_all_of(text);
}

/// A date opens a piece. In the middle of one, with text behind, it may stand behind a label, or where the teaser has
/// no date yet; there it may close a text as well.
bool ItemWalk::may_be_dated(const Piece& piece, Span date, const Line& line) const {
  if (date.begin == piece.span.begin) return true;
  const auto before = sheet_.text(Span{piece.span.begin, date.begin});
  if (date.end >= line.span.end) return (!dated_ || dates_close_texts_) && ends_like_a_sentence(before);
  return dates_anywhere_ || !dated_ || is_type_label(profile_, before);
}

/// The date that begins in the piece, and where; its `end` is 0 if there is none.
BracketedDate ItemWalk::date_in(const Piece& piece, const Line& line, std::uint32_t& at) const {
  for (at = piece.span.begin; at < piece.span.end; ++at) {
    const auto date = bracketed_date(sheet_.text(Span{at, line.span.end}));
    if (date && may_be_dated(piece, {at, at + date->end}, line)) return *date;
    const auto next = sheet_.document().all_text().substr(0, piece.span.end).find('[', at + 1);
    if (next == std::string_view::npos) break;
    at = static_cast<std::uint32_t>(next) - 1;
  }
  return {};
}

/// Two links to different addresses that stand side by side are two teasers' cards.
bool ItemWalk::leads_elsewhere(const Piece& piece) const {
  if (last_link_ == kNoNode || piece.link == kNoNode || piece.link == last_link_) return false;
  const Document& document = sheet_.document();
  return document.attribute(last_link_, Attribute::href) != document.attribute(piece.link, Attribute::href);
}

void ItemWalk::text(const Piece& piece, Span span, std::uint32_t line) {
  if (span.empty()) return;
  if (open_ && leads_elsewhere(piece)) flush();
  if (open_) {
    items_.back().span.end = span.end;
    last_link_ = piece.link;
    return;
  }
  if (!has_words(sheet_.text(span))) return;  // punctuation around a link
  items_.push_back({Item::Type::text, piece.node, piece.link, line, span, {}});
  last_link_ = piece.link;
  open_ = true;
}

void ItemWalk::piece(const Piece& piece, std::uint32_t line) {
  const Line& whole = sheet_.line(line);
  std::uint32_t at = piece.span.begin;
  const auto date = date_in(piece, whole, at);
  if (date.end > 0 && at >= dated_until_) {
    text(piece, {std::max(piece.span.begin, dated_until_), at}, line);
    if (dated_until_ == 0) dates_close_texts_ = at > piece.span.begin && at + date.end >= whole.span.end;
    dated_until_ = at + date.end;
    items_.push_back({Item::Type::date, piece.node, piece.link, line, {at, dated_until_}, date.iso});
    dated_ = true;
    flush();
  }
  if (piece.span.end <= dated_until_ || goes_on_with_more(piece)) return;
  if (is_more(piece, whole)) {
    drop_sign_before_more();
    flush();
    if (piece.link != kNoNode && piece.link == more_link_) return;
    more_link_ = piece.link;
    dated_ = false;
    items_.push_back({Item::Type::more, piece.node, piece.link, line, piece.span, {}});
    return;
  }
  text(piece, {std::max(piece.span.begin, dated_until_), piece.span.end}, line);
}

/// Where a part of the document's text begins in it.
std::uint32_t ItemWalk::place_of(std::string_view part) const {
  return static_cast<std::uint32_t>(part.data() - sheet_.document().all_text().data());
}

/// "mehr...<span> über den Kommunal-O-Mat</span>": words for those who hear the page.
bool ItemWalk::goes_on_with_more(const Piece& piece) const {
  return piece.link != kNoNode && piece.link == more_link_ && profile_.more.open(sheet_.document().text(piece.link));
}

/// "… ist ab sofort online. [<a>mehr</a>]", "… online. › <a>mehr</a>"; an ellipsis may also say that the text is cut
/// off.
void ItemWalk::drop_sign_before_more() {
  if (!open_) return;
  Span& span = items_.back().span;
  const auto text = trim(sheet_.text(span));
  for (const std::string_view sign : kSignsBeforeMore) {
    if (!text.ends_with(sign)) continue;
    const auto before = trim(text.substr(0, text.size() - sign.size()));
    if (is_ellipsis(sign) && (before.size() + sign.size() == text.size() || !ends_like_a_sentence(before))) return;
    span.end = place_of(text.substr(text.size() - sign.size()));
    return;
  }
}

/// "… ist ab sofort online. mehr..." in one text node.
void ItemWalk::cut_printed_more() {
  if (!open_) return;
  Item& item = items_.back();
  const auto text = sheet_.text(item.span);
  if (!text.ends_with("...") && !text.ends_with("…")) return;
  for (auto blank = text.rfind(' '); blank != std::string_view::npos && text.size() - blank <= kMoreBytes;
       blank = text.rfind(' ', blank - 1)) {
    if (profile_.more.are_all_of(text.substr(blank + 1))) {
      const auto link = item.link;
      const auto begin = place_of(text.substr(blank));
      items_.push_back({Item::Type::more, item.node, link, item.line, {begin, item.span.end}, {}});
      items_[items_.size() - 2].span.end = begin;
      dated_ = false;
      return;
    }
    if (blank == 0) return;
  }
}

void ItemWalk::line(std::uint32_t i, std::uint32_t last_picture) {
  flush();
  if (sheet_.line(i).heading_level > 0) dated_ = false;
  for (const Piece& p : sheet_.pieces(sheet_.line(i))) {
    pictures_until(p.node, last_picture);
    piece(p, i);
  }
  cut_printed_more();
  flush();
}

/// "6. Mai 2024" on a line of its own, where the page prints dates without brackets.
void ItemWalk::bare_date(std::uint32_t i, std::uint32_t last_picture) {
  const Line& line = sheet_.line(i);
  push_date(sheet_.pieces(line).front(), line.span, i, last_picture);
}

/// "<time>6. Mai 2024</time> <span>Bericht</span>": the date in an element of its own and a word or two behind it.
bool ItemWalk::opens_with_bare_date(std::uint32_t i) const {
  const Line& line = sheet_.line(i);
  const auto pieces = sheet_.pieces(line);
  if (pieces.size() < 2 || line.span.size() > kDatedLineBytes) return false;
  const auto text = sheet_.text(pieces.front());
  const auto dates = find_dates(text, profile_.language);
  return dates.size() == 1 && dates[0].begin == 0 && dates[0].end == text.size();
}

void ItemWalk::dated_line(std::uint32_t i, std::uint32_t last_picture) {
  const auto pieces = sheet_.pieces(sheet_.line(i));
  push_date(pieces.front(), pieces.front().span, i, last_picture);
  for (const Piece& p : pieces.subspan(1)) piece(p, i);
  flush();
}

void ItemWalk::push_date(const Piece& piece, Span span, std::uint32_t line, std::uint32_t last_picture) {
  flush();
  pictures_until(piece.node, last_picture);
  auto date = first_date(sheet_.text(span), profile_.language).value_or(std::string());
  items_.push_back({Item::Type::date, piece.node, piece.link, line, span, std::move(date)});
  dated_ = true;
}

bool is_read(Kind kind) {
  return kind == Kind::text || kind == Kind::dated || kind == Kind::more || kind == Kind::today;
}

/// Nothing parts the picture and the text of this item: neither a break nor the end of a block.
bool share_a_line(const Sheet& sheet, const Item& picture, const Item& text) {
  const Document& document = sheet.document();
  if (text.type != Item::Type::text || !document.contains(sheet.line(text.line).node, picture.node)) return false;
  for (NodeId n = std::min(picture.node, text.node); n < std::max(picture.node, text.node); ++n) {
    if (document.tag(n) == Tag::br || is_block(document.tag(n))) return false;
  }
  return true;
}

/// A picture in a line of text is an icon: a label if it says so; none if the line goes on with the label.
void settle_icons(const Sheet& sheet, const Profile& profile, std::vector<Item>& items) {
  std::vector<Item> kept;
  kept.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    kept.push_back(items[i]);
    if (items[i].type != Item::Type::picture) continue;
    const bool behind = i > 0 && share_a_line(sheet, items[i], items[i - 1]);
    const bool before = i + 1 < items.size() && share_a_line(sheet, items[i], items[i + 1]);
    if (behind && before && is_type_label(profile, sheet.text(items[i + 1].span))) {
      kept.pop_back();
    } else if ((behind || before) &&
               is_type_label(profile, sheet.document().attribute(items[i].node, Attribute::alt))) {
      kept.back().type = Item::Type::label;
    }
  }
  items = std::move(kept);
}

std::vector<Item> walk_zone(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                            const TeaserZone& zone, const Mask& mask, bool dates_anywhere) {
  ItemWalk walk(sheet, profile, mask, dates_anywhere);
  const auto [first_picture, last_picture] = sheet.pictures_between(zone.from, zone.to);
  walk.set_picture(first_picture);
  for (std::uint32_t i = zone.first; i < zone.last; ++i) {
    if (mask.dropped(sheet.line(i).first)) continue;
    if (landmarks.kind(i) == Kind::bare_date && dates_anywhere) walk.bare_date(i, last_picture);
    if (!is_read(landmarks.kind(i))) continue;
    if (dates_anywhere && walk.opens_with_bare_date(i)) {
      walk.dated_line(i, last_picture);
    } else {
      walk.line(i, last_picture);
    }
  }
  walk.pictures_until(zone.to, last_picture);
  auto items = walk.take();
  settle_icons(sheet, profile, items);
  return items;
}

}  // namespace

bool is_type_label(const Profile& profile, std::string_view text) { return profile.types.are_all_of(text); }

bool is_type_label(const Sheet& sheet, const Profile& profile, const Item& item) {
  if (item.type == Item::Type::label) return true;
  return item.type == Item::Type::text && is_type_label(profile, sheet.text(item.span));
}

bool are_one_headline(const Sheet& sheet, const Item& first, const Item& second) {
  if (sheet.line(first.line).heading_level > 0 && sheet.line(second.line).heading_level > 0) return true;
  if (first.link == kNoNode || first.link != second.link) return false;
  return sheet.lines_of(first.link) == std::pair(first.line, second.line + 1);
}

std::vector<Item> teaser_items(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                               const TeaserZone& zone, const Mask& mask) {
  auto items = walk_zone(sheet, landmarks, profile, zone, mask, /*dates_anywhere=*/false);
  const bool dated = std::any_of(items.begin(), items.end(), [](const Item& i) { return i.type == Item::Type::date; });
  if (!dated) items = walk_zone(sheet, landmarks, profile, zone, mask, /*dates_anywhere=*/true);
  const bool marked = std::any_of(items.begin(), items.end(), [](const Item& i) {
    return i.type == Item::Type::date || i.type == Item::Type::more;
  });
  if (!marked) return find_undated_teasers(sheet, items, zone.from - 1);
  return settle_dates(sheet, profile, add_missing_dates(items));
}

}  // namespace klartext::sites
