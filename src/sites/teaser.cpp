// Before the date stand kicker, title and label, behind it the text up to "mehr..."; a picture may stand before or
// behind, and its caption is the visible text right behind it, else its alt text unless that repeats the title.
#include "sites/teaser.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "sites/captions.h"
#include "sites/teaser_title.h"

namespace klartext::sites {
namespace {

using Type = Item::Type;

/// A kicker is short; a longer text under a picture is its caption.
constexpr std::size_t kKickerBytes = 60;
/// A teaser's headline has a kicker and a title; of three texts behind a picture the first is its caption.
constexpr std::size_t kHeadlineTexts = 2;
/// The words under a picture; a text has more.
constexpr std::size_t kLoneCaptionBytes = 110;
/// "weiter", "zur Meldung": a link at a text's end that no profile knows.
constexpr std::size_t kUnknownMoreBytes = 24;

std::string_view text_of(const TeaserStyle& style, const Item& item) { return style.sheet.text(item.span); }

/// Does the text under a picture, before the title, belong to the picture rather than being the kicker?
bool is_caption_before_title(const TeaserStyle& style, const Item& picture, const Item& text, const Item& title) {
  const auto words = text_of(style, text);
  if (words.ends_with(':') || style.sheet.line(text.line).heading_level > 0) return false;
  if (style.kicker_inline || words.size() > kKickerBytes) return true;
  if (looks_like_caption(style.sheet, style.profile, text.line)) return true;
  const Document& document = style.sheet.document();
  const auto with_picture = document.depth(document.common_ancestor(picture.node, text.node));
  const auto with_title = document.depth(document.common_ancestor(text.node, title.node));
  if (with_picture != with_title) return with_picture > with_title;
  return words.ends_with('.');
}

/// What a teaser's items are.
struct Sorted {
  std::vector<Item> title;     ///< texts before the date
  std::vector<Item> text;      ///< texts between date and "mehr..."
  std::vector<Item> captions;  ///< texts of the picture
  const Item* picture = nullptr;
};

/// Index of the text right behind the picture at `i`, before the date, if it is a caption.
bool has_caption_behind(const TeaserStyle& style, const ItemGroup& group, std::size_t i) {
  if (i + 1 >= group.date || group.items[i + 1].type != Type::text) return false;
  bool text_before = false;
  for (std::size_t k = 0; k < i; ++k) text_before = text_before || group.items[k].type == Type::text;
  std::size_t title = group.date;
  while (title > i + 2 && group.items[title - 1].type != Type::text) --title;
  if (title == i + 2) return text_before;  // the only text behind the picture: a caption if the title came before
  if (title > i + kHeadlineTexts + 1) return true;
  return is_caption_before_title(style, group.items[i], group.items[i + 1], group.items[title - 1]);
}

void sort_before_date(const TeaserStyle& style, const ItemGroup& group, Sorted& sorted) {
  for (std::size_t i = 0; i < group.date; ++i) {
    const Item& item = group.items[i];
    if (item.type == Type::text) sorted.title.push_back(item);
    if (item.type != Type::picture) continue;
    if (sorted.picture == nullptr) sorted.picture = &item;
    if (has_caption_behind(style, group, i)) sorted.captions.push_back(group.items[++i]);
  }
}

bool is_caption_line(const TeaserStyle& style, const Item& item) {
  return item.type == Type::text && looks_like_caption(style.sheet, style.profile, item.line);
}

/// Behind "mehr..." a line right above the picture.
bool is_caption_above(const Item& more, const Item& text, const Item& next) {
  return text.type == Type::text && next.type == Type::picture && text.line != more.line;
}

/// The text shares a deeper element with the first node than with the second.
bool stands_nearer(const TeaserStyle& style, const Item& text, NodeId first, NodeId second) {
  const Document& document = style.sheet.document();
  return document.depth(document.common_ancestor(first, text.node)) >
         document.depth(document.common_ancestor(second, text.node));
}

/// The only text of a teaser that has no "mehr...": a few words in one element with the picture, and without the date.
bool is_lone_caption(const TeaserStyle& style, const ItemGroup& group, const Item& picture, const Item& text) {
  const auto behind = group.items.begin() + static_cast<std::ptrdiff_t>(group.date) + 1;
  const auto others = std::count_if(
      behind, group.items.end(), [](const Item& item) { return item.type == Type::text || item.type == Type::more; });
  return others == 1 && text_of(style, text).size() <= kLoneCaptionBytes &&
         stands_nearer(style, text, picture.node, group.items[group.date].node);
}

/// Between a picture right behind the date and the teaser's text.
bool is_caption_before_text(const TeaserStyle& style, const Item& picture, const Item& text, const Item& next) {
  return next.type == Type::text &&
         (is_caption_line(style, text) || stands_nearer(style, text, picture.node, next.node));
}

void sort_behind_date(const TeaserStyle& style, const ItemGroup& group, Sorted& sorted) {
  const auto begin = group.items.begin() + static_cast<std::ptrdiff_t>(group.date);
  const auto end = group.items.end();
  const auto more = std::find_if(begin, end, [](const Item& item) { return item.type == Type::more; });
  bool under_picture = false;
  for (auto item = begin + 1; item < end; ++item) {
    // A picture above the title may have its caption at the teaser's end.
    const bool at_end = item > more || (more == end && !sorted.text.empty() && is_caption_line(style, *item));
    if (at_end && sorted.picture != nullptr && sorted.captions.empty()) under_picture = true;
    if (item->type == Type::picture) {
      if (sorted.picture == nullptr) sorted.picture = &*item;
      under_picture = sorted.captions.empty();
      continue;
    }
    if (item->type != Type::text) continue;
    const bool above = item > more && item + 1 < end && is_caption_above(*more, *item, *(item + 1));
    const bool before_text = (item - 1)->type == Type::picture && item + 1 < end &&
                             is_caption_before_text(style, *(item - 1), *item, *(item + 1));
    const bool below =
        under_picture && (!sorted.text.empty() || before_text || is_lone_caption(style, group, *sorted.picture, *item));
    if (above || below) {
      if (style.sheet.line(item->line).heading_level == 0) sorted.captions.push_back(*item);
    } else if (item < more && (more != end || sorted.text.empty())) {
      sorted.text.push_back(*item);
    }
  }
}

/// The link around the item, else the first one in a headline or the last one in the text behind the date.
NodeId link_of(const TeaserStyle& style, const ItemGroup& group, std::size_t i) {
  const Item& item = group.items[i];
  NodeId link = item.link;
  if (link != kNoNode || item.type != Type::text) return link;
  for (const Piece& piece : style.sheet.pieces(style.sheet.line(item.line))) {
    const bool inside = piece.span.begin >= item.span.begin && piece.span.end <= item.span.end;
    if (!inside || piece.link == kNoNode) continue;
    link = piece.link;
    if (i < group.date) break;
  }
  return link;
}

/// First address that any of the group's links gives: title first, then "mehr...", then the picture, and at last the
/// text, which may link to anything.
std::optional<std::string> find_address(const TeaserStyle& style, const ItemGroup& group) {
  const auto rank_of = [&](std::size_t i) {
    const Type type = group.items[i].type;
    if (type == Type::picture) return 2;
    if (type == Type::more) return 1;
    return i <= group.date ? 0 : 3;
  };
  for (int rank = 0; rank <= 3; ++rank) {
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      if (rank_of(i) != rank) continue;
      const NodeId link = link_of(style, group, i);
      if (link == kNoNode) continue;
      const auto href = style.sheet.document().attribute(link, Attribute::href);
      if (auto url = resolve_url(style.base_url, href)) return url;
    }
  }
  return std::nullopt;
}

std::string join(const TeaserStyle& style, const std::vector<Item>& items) {
  std::string out;
  for (const Item& item : items) {
    if (!out.empty()) out += ' ';
    out += text_of(style, item);
  }
  return out;
}

/// "… in Kraft. <a>zur Meldung</a>" with words that no profile knows: a short link that ends the text is no text.
void cut_unknown_more(const TeaserStyle& style, std::vector<Item>& text) {
  if (text.empty()) return;
  Item& last = text.back();
  const auto pieces = style.sheet.pieces(style.sheet.line(last.line));
  const auto end =
      std::find_if(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.span.end == last.span.end; });
  if (end == pieces.end() || end == pieces.begin() || end->link == kNoNode) return;
  const Piece& before = *(end - 1);
  if (before.link != kNoNode || before.span.begin < last.span.begin || end->span.size() > kUnknownMoreBytes) return;
  if (style.sheet.text(before).ends_with('.')) last.span.end = before.span.end;
}

bool repeats_title(const Teaser& teaser, std::string_view alt) {
  const auto said = spelled_out(alt);
  const auto title = spelled_out(teaser.title.value_or(""));
  return said == title || said == spelled_out(teaser.kicker.value_or("")) + title;
}

std::optional<TeaserImage> read_image(const TeaserStyle& style, const Sorted& sorted, const Teaser& teaser) {
  const Document& document = style.sheet.document();
  auto url = resolve_url(style.base_url, picture_address(document, sorted.picture->node));
  if (!url) return std::nullopt;
  TeaserImage image{std::move(*url), std::nullopt};
  if (auto caption = join(style, sorted.captions); !caption.empty()) {
    image.caption = std::move(caption);
  } else if (auto alt = clean_markup(document.attribute(sorted.picture->node, Attribute::alt));
             !alt.empty() && !repeats_title(teaser, alt)) {
    image.caption = std::move(alt);
  }
  return image;
}

/// What stands before the date of a teaser.
struct HeadlineShape {
  int texts = 0;
  bool captions = false;   ///< a picture's caption may be among the texts
  bool colon = false;      ///< in the last text: "Kicker: Title", and the address does not say that it is all title
  bool two_lines = false;  ///< the last two texts are lines of one headline
};

bool has_kicker_colon(const Sheet& sheet, const Item& title) {
  const auto text = sheet.text(title.span);
  if (find_kicker_colon(text) == std::string_view::npos) return false;
  return title.link == kNoNode || !address_spells(sheet.document().attribute(title.link, Attribute::href), text);
}

HeadlineShape headline_shape(const Sheet& sheet, const Profile& profile, const ItemGroup& group) {
  HeadlineShape shape;
  const Item* before = nullptr;
  bool under_picture = false;
  for (std::size_t i = 0; i < group.date; ++i) {
    const Item& item = group.items[i];
    if (item.type == Type::picture) under_picture = true;
    if (item.type != Type::text) continue;
    if (std::exchange(under_picture, false)) {
      if (looks_like_caption(sheet, profile, item.line)) continue;
      shape.captions = true;
    }
    ++shape.texts;
    shape.colon = has_kicker_colon(sheet, item);
    shape.two_lines = before != nullptr && are_one_headline(sheet, *before, item);
    before = &item;
  }
  return shape;
}

}  // namespace

bool has_inline_kickers(const Sheet& sheet, const Profile& profile, const std::vector<ItemGroup>& groups) {
  int with_colon = 0;
  int lines = 0;
  int balance = 0;  // headlines of one line against those of several; a picture may have its caption among them
  for (const ItemGroup& group : groups) {
    const HeadlineShape shape = headline_shape(sheet, profile, group);
    if (shape.texts == 0) continue;
    ++lines;
    if (shape.colon) ++with_colon;
    if (shape.two_lines) {
      --balance;
    } else if (!shape.captions && (shape.texts > 1 || shape.colon)) {
      balance += shape.texts == 1 ? 1 : -1;
    }
  }
  return balance != 0 ? balance > 0 : with_colon * 2 >= lines;
}

Teaser read_teaser(const TeaserStyle& style, const ItemGroup& group) {
  Sorted sorted;
  sort_before_date(style, group, sorted);
  sort_behind_date(style, group, sorted);
  Teaser teaser;
  if (const auto& date = group.items[group.date].date; !date.empty()) teaser.date = date;
  teaser.url = find_address(style, group);
  if (sorted.title.empty() && sorted.text.size() > 1) {  // the date stands above the title
    sorted.title.push_back(sorted.text.front());
    sorted.text.erase(sorted.text.begin());
  }
  auto title = read_teaser_title(style, sorted.title, group.label, teaser.url.value_or(""));
  teaser.kicker = std::move(title.kicker);
  teaser.title = std::move(title.title);
  teaser.type = std::move(title.type);
  cut_unknown_more(style, sorted.text);
  if (auto text = join(style, sorted.text); !text.empty()) teaser.teaser = std::move(text);
  if (sorted.picture != nullptr) teaser.image = read_image(style, sorted, teaser);
  return teaser;
}

}  // namespace klartext::sites
