// A byline opens with a word such as "Von" and stands around the lead or behind the text. A name without such a word is
// a byline in italics, or as the last line of the text; words about the authors may follow ("Die Autorin ist …",
// "Helena Brandt leitet …"). Themes put all of that into a box whose class says "author".
#include "sites/byline.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sites/anchor.h"
#include "sites/sign.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

/// "Professor Dr. Klaus-Peter Öztürk-Lindemann"; two of them with words about them behind.
constexpr std::size_t kNameBytes = 48;
/// A box about an author: a label, a name, an office, a few sentences, an address.
constexpr std::uint32_t kBoxLines = 8;

bool is_readable(const BylineScene& scene, const Mask& mask, std::uint32_t i) {
  return scene.landmarks.kind(i) == Kind::text && !mask.dropped(scene.sheet.line(i).first);
}

// ---- lines --------------------------------------------------------------------------------------------------------

/// A byline stands around the lead or behind the last running text; in the middle it would be a subheading.
bool is_place_of_byline(const BylineScene& scene, std::uint32_t i) {
  if (i <= scene.frame.anchor + 1) return true;
  for (++i; i < scene.frame.below; ++i) {
    if (is_prose(scene.sheet, i)) return false;
  }
  return true;
}

bool is_italic(Tag tag) { return tag == Tag::em || tag == Tag::i; }

/// All of the line stands in italics, as a name behind a text may: "<p><em>Helena Brandt</em></p>".
bool is_emphasized(const Sheet& sheet, std::uint32_t i) {
  const Document& document = sheet.document();
  const Line& line = sheet.line(i);
  for (NodeId n = document.parent(line.first); n != kNoNode && n != line.node; n = document.parent(n)) {
    if (is_italic(document.tag(n)) && document.contains(n, line.last - 1)) return true;
  }
  return false;
}

/// "Die Autorin ist …", "Helena Brandt leitet …"
bool is_about(const BylineScene& scene, const std::vector<Author>& authors, std::uint32_t i) {
  const auto text = scene.sheet.text(i);
  if (!ends_like_a_sentence(text)) return false;
  return scene.profile.biographies.open(text) ||
         std::any_of(authors.begin(), authors.end(),
                     [text](const Author& author) { return text.starts_with(author.name + ' '); });
}

enum class Behind : std::uint8_t { nothing, biography, text };

/// What the article's text goes on with behind line i.
Behind behind(const BylineScene& scene, const Mask& mask, const std::vector<Author>& authors, std::uint32_t i) {
  Behind found = Behind::nothing;
  for (++i; i < scene.frame.below; ++i) {
    if (!is_readable(scene, mask, i)) continue;
    if (!is_about(scene, authors, i)) return Behind::text;
    found = Behind::biography;
  }
  return found;
}

std::string_view without_dash(std::string_view text) {
  constexpr std::array<std::string_view, 3> kDashes = {"– ", "— ", "- "};
  const auto* dash = std::find_if(kDashes.begin(), kDashes.end(), [text](auto d) { return text.starts_with(d); });
  return dash == kDashes.end() ? text : text.substr(dash->size());
}

/// Does nothing but a name, perhaps in bold above words about the author, follow a paragraph that is whole?
bool follows_whole_text(const BylineScene& scene, std::uint32_t i, bool described) {
  const Sheet& sheet = scene.sheet;
  const Line& line = sheet.line(i);
  const bool plain = line.heading_level == 0 && line.kind == BlockKind::paragraph && line.link_bytes == 0 &&
                     line.span.size() <= kNameBytes && (described || !sheet.is_all_strong(line));
  return plain && !scene.profile.chrome.are_all_of(sheet.text(i)) &&
         !scene.profile.link_labels.are_all_of(sheet.text(i)) && is_prose(sheet, i - 1) &&
         ends_like_a_sentence(sheet.text(i - 1));
}

/// What stands between date and text: "[22.6.2021] von Helena Brandt | 2 Min. Lesezeit".
std::string_view facts_beside_date(const BylineScene& scene) {
  const Frame& frame = scene.frame;
  return scene.sheet.text(frame.anchor).substr(frame.date_bytes, frame.text_begins - frame.date_bytes);
}

struct Byline {
  std::vector<Author> authors;
  std::uint32_t lines = 1;
  bool belongs_to_text = false;
};

/// "Von Helena Brandt"; "Autorin:" above "Helena Brandt".
Byline labelled_line(const BylineScene& scene, std::uint32_t i) {
  const Sheet& sheet = scene.sheet;
  const bool label = i + 1 < scene.frame.below && scene.profile.bylines.are_all_of(sheet.text(i));
  Byline found{label ? bare_names(sheet.text(i + 1)) : byline(scene.profile, sheet.text(i)), label ? 2U : 1U};
  return !found.authors.empty() && is_place_of_byline(scene, i) ? found : Byline{};
}

/// "Helena Brandt" behind the text.
Byline bare_line(const BylineScene& scene, const Mask& mask, std::uint32_t i) {
  Byline found{bare_names(without_dash(scene.sheet.text(i)))};
  if (found.authors.empty()) return {};
  if (is_emphasized(scene.sheet, i) && is_place_of_byline(scene, i)) return found;
  const Behind rest = behind(scene, mask, found.authors, i);
  found.belongs_to_text = rest == Behind::biography;
  return rest != Behind::text && follows_whole_text(scene, i, found.belongs_to_text) ? found : Byline{};
}

/// "… in Betrieb gehen. <i>sib</i>" closes the text.
Byline italic_sign(const BylineScene& scene, const Mask& mask, std::uint32_t i) {
  const Sheet& sheet = scene.sheet;
  const Piece& last = sheet.pieces(sheet.line(i)).back();
  const auto before = trim(sheet.text(Span{sheet.line(i).span.begin, last.span.begin}));
  const bool italic = is_italic(sheet.document().tag(sheet.document().parent(last.node)));
  if (!italic || !(before.empty() || ends_like_a_sentence(before))) return {};
  Byline found{bare_initials(sheet.text(last)), 1, true};
  return !found.authors.empty() && behind(scene, mask, {}, i) != Behind::text ? found : Byline{};
}

/// "Unsere Autorin Helena Brandt leitet das Hauptamt." closes the text.
Byline described_author(const BylineScene& scene, const Mask& mask, std::uint32_t i) {
  const auto text = scene.sheet.text(i);
  const auto opening = scene.profile.biographies.open(text);
  if (!opening || !ends_like_a_sentence(text)) return {};
  Byline found{leading_name(text.substr(*opening)), 1, true};
  return !found.authors.empty() && behind(scene, mask, found.authors, i) != Behind::text ? found : Byline{};
}

Byline byline_at(const BylineScene& scene, const Mask& mask, std::uint32_t i) {
  auto found = labelled_line(scene, i);
  // Around the lead a name needs a word that says what it is.
  if (found.authors.empty() && i > scene.frame.anchor + 1) found = bare_line(scene, mask, i);
  if (found.authors.empty() && i > scene.frame.anchor + 1) found = described_author(scene, mask, i);
  return found.authors.empty() && i >= scene.frame.anchor ? italic_sign(scene, mask, i) : found;
}

// ---- boxes --------------------------------------------------------------------------------------------------------

bool names_author(std::string_view name) {
  return contains_ignoring_case(name, "author") || contains_ignoring_case(name, "autor");
}

/// The widest element around the line that is called the author's and holds nothing of the article's opening.
NodeId author_box_around(const BylineScene& scene, std::uint32_t i) {
  const Document& document = scene.sheet.document();
  const NodeId anchor = scene.sheet.line(scene.frame.anchor).first;
  NodeId box = kNoNode;
  for (NodeId n = scene.sheet.line(i).node; n != kNoNode && !document.contains(n, anchor); n = document.parent(n)) {
    const bool named =
        names_author(document.attribute(n, Attribute::class_)) || names_author(document.attribute(n, Attribute::id));
    if (named) box = n;
  }
  return box;
}

/// The last box before tags and tools, links behind it aside.
NodeId find_author_box(const BylineScene& scene) {
  for (std::uint32_t i = scene.frame.below - 1; i > scene.frame.anchor; --i) {
    const NodeId box = author_box_around(scene, i);
    if (box != kNoNode) return box;
    if (is_prose(scene.sheet, i)) break;
  }
  return kNoNode;
}

/// Whom a line of the box names, else whom its portrait shows.
std::vector<Author> names_in_box(const BylineScene& scene, NodeId box) {
  const Sheet& sheet = scene.sheet;
  const auto [first, last] = sheet.lines_of(box);
  for (std::uint32_t i = first; i < last; ++i) {
    if (scene.profile.bylines.are_all_of(sheet.text(i))) continue;
    auto names = byline(scene.profile, sheet.text(i));
    if (names.empty()) names = bare_names(sheet.text(i));
    if (!names.empty()) return names;
  }
  const auto [picture, end] = sheet.pictures_of(box);
  if (picture == end) return {};
  return bare_names(clean_markup(sheet.document().attribute(sheet.pictures()[picture].node, Attribute::alt)));
}

/// More than a line with a name: that is a byline.
bool is_box(const Sheet& sheet, NodeId box) {
  const auto [first, last] = sheet.lines_of(box);
  const auto [picture, end] = sheet.pictures_of(box);
  return last - first <= kBoxLines && (last - first > 1 || picture < end);
}

}  // namespace

Found<std::vector<Author>> read_byline(const BylineScene& scene, Mask& mask) {
  Found<std::vector<Author>> found;
  found.rule = "line that names the authors";
  found.value = byline(scene.profile, facts_beside_date(scene));
  if (!found.value.empty()) {
    found.node = scene.sheet.line(scene.frame.anchor).node;
    return found;
  }
  for (std::uint32_t i = std::min(scene.headline.last, scene.frame.anchor); i < scene.frame.below; ++i) {
    if (!is_readable(scene, mask, i)) continue;
    auto byline = byline_at(scene, mask, i);
    if (byline.authors.empty()) continue;
    found.value = std::move(byline.authors);
    found.node = scene.sheet.line(i).node;
    for (std::uint32_t n = 0; n < byline.lines && !byline.belongs_to_text; ++n) {
      drop_line(scene.sheet.line(i + n), mask);
    }
    break;
  }
  return found;
}

Found<std::vector<Author>> read_author_box(const BylineScene& scene, Mask& mask) {
  Found<std::vector<Author>> found;
  found.rule = "box about the author";
  const NodeId box = find_author_box(scene);
  if (box == kNoNode || !is_box(scene.sheet, box)) return found;
  found.value = names_in_box(scene, box);
  if (found.value.empty()) return found;
  found.node = box;
  mask.drop(box);
  return found;
}

}  // namespace klartext::sites
