// First the line that is most like a headline (a heading, confirmed by <title> or the address, near the dated
// paragraph), then the question whether it holds its kicker ("<h1><small>Lindenau</small> Beliebter Chatbot</h1>"),
// then whether the line above or below is the kicker. A colon in the middle of a headline's own text parts nothing.
#include "sites/headline.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "sites/bracketed_date.h"
#include "sites/captions.h"
#include "sites/font_size.h"
#include "sites/parts.h"
#include "sites/sign.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

constexpr std::size_t kHeadlineBytes = 260;
constexpr std::size_t kKickerBytes = 120;
/// A caption or a paragraph, not a headline: a line this long that ends with a full stop.
constexpr std::size_t kSentenceBytes = 80;
/// Between headline and date a longer text without a colon is a second headline rather than a kicker.
constexpr std::size_t kKickerBelowBytes = 40;
/// A paragraph above the headline, with other content above it, is a kicker if it is no longer than this.
constexpr std::size_t kParagraphBytes = 60;

// ---- which line -------------------------------------------------------------------------------------------------

struct Trait {
  bool (*holds)(const HeadlineScene&, std::uint32_t line);
  int points;
};

bool is_confirmed(const HeadlineScene& scene, std::uint32_t i) { return scene.hints.confirm(scene.sheet.text(i)); }

bool ends_in_colon(const HeadlineScene& scene, std::uint32_t i) { return scene.sheet.text(i).ends_with(':'); }

bool follows_kicker(const HeadlineScene& scene, std::uint32_t i) {
  return i > scene.from && ends_in_colon(scene, i - 1) && scene.sheet.text(i - 1).size() <= kKickerBytes;
}

bool is_long_sentence(const HeadlineScene& scene, std::uint32_t i) {
  const auto text = scene.sheet.text(i);
  return text.size() > kSentenceBytes && text.ends_with('.');
}

bool names_kicker(std::string_view name) {
  constexpr std::array<std::string_view, 12> kWords = {"kick",  "dach", "overline", "ober",   "topline", "spitzmarke",
                                                       "topic", "roof", "eyebrow",  "rubrik", "tagline", "ortsmarke"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [name](std::string_view word) { return contains_ignoring_case(name, word); });
}

bool is_named_kicker(const Document& document, NodeId n) {
  return names_kicker(document.attribute(n, Attribute::class_)) || names_kicker(document.attribute(n, Attribute::id));
}

/// An element with nothing else in it, called a kicker.
bool is_kicker_by_name(const HeadlineScene& scene, std::uint32_t i) {
  const Document& document = scene.sheet.document();
  for (NodeId n = document.parent(scene.sheet.line(i).first); n != kNoNode; n = document.parent(n)) {
    const auto [first, last] = scene.sheet.lines_of(n);
    if (last - first > 1) return false;
    if (is_named_kicker(document, n)) return true;
  }
  return false;
}

/// Size beats boldness: a kicker is bold, its headline large.
template <int kSize>
bool is_printed_in(const HeadlineScene& scene, std::uint32_t i) {
  const Line& line = scene.sheet.line(i);
  return line.heading_level == 0 && font_size(scene.sheet, line) >= kSize;
}

/// "Geschrieben am 12. Mai 2004 von admin"
bool says_when(const HeadlineScene& scene, std::uint32_t i) {
  return scene.profile.postings.open(scene.sheet.text(i)).has_value();
}

/// A heading's level counts, <title> and the address count about as much, and nothing else alone makes a headline.
constexpr std::array<Trait, 19> kTraits = {{
    {[](const HeadlineScene& s, std::uint32_t i) { return s.sheet.line(i).heading_level == 1; }, 4},
    {[](const HeadlineScene& s, std::uint32_t i) { return s.sheet.line(i).heading_level > 0; }, 8},
    {[](const HeadlineScene& s, std::uint32_t i) { return s.sheet.line(i).heading_level > 3; }, -3},
    {is_confirmed, 12},
    {is_printed_in<4>, 3},
    {is_printed_in<5>, 3},
    {is_printed_in<6>, 2},
    {[](const HeadlineScene& s, std::uint32_t i) { return s.sheet.is_all_strong(s.sheet.line(i)); }, 3},
    {ends_in_colon, -9},
    {is_kicker_by_name, -9},
    {[](const HeadlineScene& s, std::uint32_t i) { return s.sheet.is_all_link(s.sheet.line(i)); }, -6},
    {[](const HeadlineScene& s, std::uint32_t i) { return s.sheet.line(i).furniture != kNoNode; }, -6},
    {[](const HeadlineScene& s, std::uint32_t i) { return looks_like_caption(s.sheet, s.profile, i); }, -12},
    {follows_kicker, 6},
    {[](const HeadlineScene& s, std::uint32_t i) { return !byline(s.profile, s.sheet.text(i)).empty(); }, -12},
    {[](const HeadlineScene& s, std::uint32_t i) { return s.sheet.line(i).kind == BlockKind::list_item; }, -1},
    {is_long_sentence, -8},
    {says_when, -12},
    {[](const HeadlineScene& s, std::uint32_t i) { return s.hints.are_site_name(s.sheet.text(i)); }, -20},
}};

int points(const HeadlineScene& scene, std::uint32_t i) {
  int sum = 0;
  for (const auto& trait : kTraits) {
    if (trait.holds(scene, i)) sum += trait.points;
  }
  return sum;
}

std::uint32_t headline_line(const HeadlineScene& scene) {
  std::uint32_t best = kNoLine;
  int best_points = 0;
  for (std::uint32_t i = scene.from; i < scene.to; ++i) {
    if (scene.landmarks.kind(i) != Kind::text || scene.sheet.text(i).size() > kHeadlineBytes) continue;
    const auto distance = static_cast<int>(i < scene.anchor ? scene.anchor - i : i - scene.anchor);
    const int sum = points(scene, i) - distance;
    if (best != kNoLine && sum < best_points) continue;
    best = i;
    best_points = sum;
  }
  return best;
}

/// Nearest heading element around the line, or kNoNode. A heading that somebody forgot to close is none.
NodeId heading_around(const Document& document, NodeId n) {
  while (n != kNoNode && heading_level(document.tag(n)) == 0) n = document.parent(n);
  return n != kNoNode && document.text(n).size() <= kHeadlineBytes + kKickerBytes ? n : kNoNode;
}

// ---- a kicker within the headline's own element -----------------------------------------------------------------

Cut cut_by_hints(const TitleHints& hints, const Parts& parts) {
  for (std::size_t cut = 1; cut < parts.pieces.size(); ++cut) {
    if (hints.confirm(parts.join(cut, parts.pieces.size()))) return {cut, true, "title repeats the headline alone"};
  }
  return {};
}

Cut cut_headline(const HeadlineScene& scene, const Parts& parts) {
  if (const Cut cut = cut_at_colon(parts); cut.at > 0) return cut;
  if (scene.hints.confirm(parts.join(0, parts.pieces.size()))) return {};
  if (const Cut cut = cut_by_hints(scene.hints, parts); cut.at > 0) return cut;
  return cut_by_elements(parts);
}

// ---- a kicker in an element or on a line of its own ---------------------------------------------------------------

/// An element around the line, without the headline in it, is called a kicker.
bool is_called_kicker(const Document& document, const Line& line, NodeId headline) {
  const NodeId inner = document.parent(line.first);
  for (NodeId n = inner; n != kNoNode && !document.contains(n, headline); n = document.parent(n)) {
    if (is_named_kicker(document, n)) return true;
  }
  return false;
}

/// The two lines share a container that opens with the kicker (or, below the headline, holds nothing else).
bool share_a_container(const Sheet& sheet, std::uint32_t kicker, std::uint32_t headline) {
  const Document& document = sheet.document();
  const NodeId both = document.common_ancestor(sheet.line(kicker).first, sheet.line(headline).first);
  if (both == kNoNode) return false;
  const auto [first, last] = sheet.lines_of(both);
  return kicker < headline ? first == kicker : last - first == 2;
}

/// <hgroup>: a headline and what is part of it.
bool share_a_group(const Sheet& sheet, std::uint32_t kicker, std::uint32_t headline) {
  const NodeId group = sheet.document().closest(sheet.line(kicker).node, Tag::hgroup);
  return group != kNoNode && sheet.document().contains(group, sheet.line(headline).first);
}

/// "Home » Meldungen » …": links and what parts them.
bool leads_through_site(const Sheet& sheet, const Line& line) {
  NodeId link = kNoNode;
  std::size_t links = 0;
  for (const Piece& piece : sheet.pieces(line)) {
    if (piece.link != kNoNode && piece.link != link) ++links;
    link = piece.link;
  }
  return links > 1;
}

/// "Bericht" says what kind of article it is and no more; "Interview" may be a kicker.
bool is_mere_label(const Profile& profile, std::string_view text) {
  return !text.ends_with(':') && profile.plain_types.are_all_of(text);
}

/// "Seetal | [22.6.2021]" says where and when.
bool ends_in_date(std::string_view text) {
  const auto open = text.rfind('[');
  return open != std::string_view::npos && is_lone_date(text.substr(open));
}

bool can_be_kicker(const HeadlineScene& scene, std::uint32_t i) {
  if (i < scene.top || i >= scene.to || scene.landmarks.kind(i) != Kind::text) return false;
  const auto text = scene.sheet.text(i);
  if (text.size() > kKickerBytes || scene.hints.are_site_name(without_colon(text))) return false;
  if (!byline(scene.profile, text).empty() || ends_in_date(text) || says_when(scene, i)) return false;
  return scene.sheet.line(i).kind != BlockKind::caption && !leads_through_site(scene.sheet, scene.sheet.line(i));
}

/// A paragraph of a few words, and the headline right behind it; a path through the site is none.
bool is_paragraph_above(const Sheet& sheet, std::uint32_t i, std::uint32_t headline) {
  const Document& document = sheet.document();
  const NodeId paragraph = sheet.line(i).node;
  if (document.tag(paragraph) != Tag::p || sheet.line(headline).heading_level == 0) return false;
  const NodeId heading = heading_around(document, sheet.line(headline).node);
  const auto [first, last] = sheet.lines_of(paragraph);
  const bool path =
      sheet.text(i).find_first_of(">|/") != std::string_view::npos || sheet.text(i).find("»") != std::string_view::npos;
  NodeId next = document.next_sibling(paragraph);
  while (next != kNoNode && document.is_text(next) && trim(document.text(next)).empty()) {
    next = document.next_sibling(next);
  }
  return next == heading && heading != kNoNode && last - first == 1 && !path && starts_upper(sheet.text(i)) &&
         sheet.text(i).size() <= kParagraphBytes;
}

/// A few words and the headline stand one above the other, both in plain elements of one kind.
bool is_line_above(const Sheet& sheet, std::uint32_t i, std::uint32_t headline) {
  const Document& document = sheet.document();
  const NodeId above = sheet.line(i).node;
  const NodeId below = sheet.line(headline).node;
  return sheet.line(headline).heading_level == 0 && above != below && document.tag(above) == document.tag(below) &&
         document.parent(above) == document.parent(below) && i + 1 == headline && starts_upper(sheet.text(i)) &&
         sheet.text(i).size() <= kParagraphBytes;
}

/// A few words in bold or in a heading, and the headline in larger letters behind them.
bool is_smaller_above(const Sheet& sheet, std::uint32_t i, std::uint32_t headline) {
  const Line& line = sheet.line(i);
  const bool marked = sheet.is_all_strong(line) || line.heading_level > 0;
  return marked && i + 1 == headline && starts_upper(sheet.text(i)) && sheet.text(i).size() <= kParagraphBytes &&
         sheet.line(headline).heading_level == 0 && font_size(sheet, line) < font_size(sheet, sheet.line(headline));
}

std::string_view kicker_rule(const HeadlineScene& scene, std::uint32_t i, const Headline& headline) {
  const Sheet& sheet = scene.sheet;
  const std::uint32_t other = i < headline.first ? headline.first : headline.last - 1;
  const Line& line = sheet.line(i);
  if (sheet.text(i).ends_with(':')) return "line ending in a colon";
  if (scene.hints.confirm_pair(sheet.text(i), headline.title.value)) return "title repeats kicker and headline";
  if (is_called_kicker(sheet.document(), line, sheet.line(other).first)) return "element called a kicker";
  if (i < other && share_a_group(sheet, i, other)) return "line above the headline in its group";
  if (is_mere_label(scene.profile, sheet.text(i))) return {};
  if (sheet.is_all_link(line) || line.furniture != kNoNode || ends_like_a_sentence(sheet.text(i))) return {};
  if (share_a_container(sheet, i, other)) return "line beside the headline";
  if (i < other && line.heading_level > 0 && sheet.line(other).heading_level > 0) return "heading above the headline";
  if (i < other && is_paragraph_above(sheet, i, other)) return "paragraph right above the headline";
  if (i < other && is_line_above(sheet, i, other)) return "line above the headline in an element like it";
  if (i < other && is_smaller_above(sheet, i, other)) return "line above the headline in smaller letters";
  const bool above_date = i > other && i + 1 == scene.anchor && line.before == Break::element;
  return above_date && line.span.size() <= kKickerBelowBytes ? "line between headline and date" : std::string_view{};
}

/// The line above the headline; a date that has a line to itself may stand between. kNoLine if there is none.
std::uint32_t line_above(const HeadlineScene& scene, std::uint32_t headline) {
  std::uint32_t i = headline - 1;
  while (i < headline && i > scene.top && is_lone_date(scene.sheet.text(i))) --i;
  return i;
}

/// Where a kicker may stand, the likeliest place first: a label ("Interview") may part it from the headline.
std::array<std::uint32_t, 3> lines_beside(const HeadlineScene& scene, const Headline& headline) {
  const std::uint32_t above = line_above(scene, headline.first);
  const bool label = above < scene.sheet.size() && above > scene.top && !scene.sheet.text(above).ends_with(':') &&
                     scene.profile.types.are_all_of(scene.sheet.text(above));
  return {label ? above - 1 : kNoLine, above, headline.last};
}

void look_beside(const HeadlineScene& scene, Headline& headline) {
  for (const std::uint32_t i : lines_beside(scene, headline)) {
    if (i >= scene.sheet.size() || !can_be_kicker(scene, i)) continue;
    const auto rule = kicker_rule(scene, i, headline);
    if (rule.empty()) continue;
    headline.kicker =
        Found<std::string>{std::string(without_colon(scene.sheet.text(i))), scene.sheet.line(i).node, rule};
    headline.first = std::min(headline.first, i);
    headline.last = std::max(headline.last, i + 1);
    return;
  }
}

/// Old pages drew a kicker as a picture of its letters: a GIF right above the headline, its alt text the kicker's
/// words.
void look_at_lettering(const HeadlineScene& scene, Headline& headline) {
  const Sheet& sheet = scene.sheet;
  const Document& document = sheet.document();
  const NodeId from = headline.first > 0 ? sheet.line(headline.first - 1).last : 0;
  const auto [first, last] = sheet.pictures_between(from, sheet.line(headline.first).first);
  if (headline.kicker || first == last) return;
  const NodeId picture = sheet.pictures()[last - 1].node;
  const auto alt = clean_markup(document.attribute(picture, Attribute::alt));
  const auto kicker = without_colon(alt);
  const bool drawn = ends_with_ignoring_case(picture_address(document, picture), ".gif");
  if (!drawn || kicker.empty() || kicker.size() > kKickerBytes || scene.hints.are_site_name(kicker)) return;
  headline.kicker = Found<std::string>{std::string(kicker), picture, "alt text of the picture above the headline"};
}

/// A headline that a <br> breaks outside of any heading: the neighbour belongs to it if a hint confirms the whole.
void join_broken_headline(const HeadlineScene& scene, std::uint32_t& first, std::uint32_t& last) {
  const Sheet& sheet = scene.sheet;
  if (is_confirmed(scene, first)) return;
  const auto confirms = [&](std::uint32_t a, std::uint32_t b) {
    return a >= scene.from && b < scene.to && sheet.line(b).before == Break::line &&
           scene.hints.confirm(std::string(sheet.text(a)) + ' ' + std::string(sheet.text(b)));
  };
  if (first > 0 && confirms(first - 1, first)) {
    --first;
  } else if (last < sheet.size() && confirms(last - 1, last)) {
    ++last;
  }
}

std::string_view title_rule(const HeadlineScene& scene, std::uint32_t line) {
  if (scene.sheet.line(line).heading_level > 0) return "heading above the dated paragraph";
  return is_confirmed(scene, line) ? "line that the title repeats" : "line above the dated paragraph";
}

}  // namespace

std::optional<Headline> find_headline(const HeadlineScene& scene) {
  const std::uint32_t line = headline_line(scene);
  if (line == kNoLine) return std::nullopt;
  const Sheet& sheet = scene.sheet;
  Headline headline;
  headline.first = line;
  headline.last = line + 1;
  const NodeId heading = heading_around(sheet.document(), sheet.line(line).node);
  if (heading != kNoNode) {
    std::tie(headline.first, headline.last) = sheet.lines_of(heading);
  } else {
    join_broken_headline(scene, headline.first, headline.last);
  }
  const Parts parts = parts_of(sheet, headline.first, headline.last);
  const Cut cut = cut_headline(scene, parts);
  const std::size_t all = parts.pieces.size();
  headline.title = {parts.join(0, all), heading != kNoNode ? heading : sheet.line(line).node, title_rule(scene, line)};
  if (cut.at > 0) {
    const auto front = parts.join(0, cut.at);
    const auto back = parts.join(cut.at, all);
    headline.title.value = cut.kicker_first ? back : front;
    headline.kicker =
        Found<std::string>{std::string(without_colon(cut.kicker_first ? front : back)),
                           sheet.document().parent(parts.pieces[cut.kicker_first ? 0 : cut.at].node), cut.rule};
  } else {
    look_beside(scene, headline);
    look_at_lettering(scene, headline);
  }
  return headline;
}

}  // namespace klartext::sites
