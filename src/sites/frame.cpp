// The anchor is the dated line that has a headline above it and text behind it. Lists of other articles print bracketed
// dates too, but there the date is followed by a link, or the text by "mehr...".
#include "sites/frame.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "sites/sign.h"

namespace klartext::sites {
namespace {

constexpr std::size_t kProseBytes = 80;
/// Between headline and dated paragraph there may be a picture, its caption, an advertisement, a row of tools.
constexpr std::uint32_t kHeadlineDistance = 14;
constexpr double kMostlyLink = 0.7;
/// Behind a related heading a teaser's date comes within so many lines.
constexpr std::uint32_t kTeaserLines = 8;
/// A page has one related heading, perhaps a faked one, and hardly a box within the article; each costs a walk.
constexpr std::size_t kHeadings = 6;
constexpr std::size_t kBoxes = 4;
/// So many titles with dated lines behind the first dated line make a list; one may be a teaser below an article.
constexpr std::size_t kOthersOfList = 2;

/// Bytes of link in the line behind its first `skipped` bytes.
std::uint32_t link_bytes_behind(const Sheet& sheet, const Line& line, std::uint32_t skipped) {
  std::uint32_t sum = 0;
  for (const Piece& piece : sheet.pieces(line)) {
    const Span rest{std::max(piece.span.begin, line.span.begin + skipped), piece.span.end};
    if (piece.link != kNoNode) sum += rest.size();
  }
  return sum;
}

bool is_mostly_link(const Sheet& sheet, std::uint32_t i, std::uint32_t skipped) {
  const Line& line = sheet.line(i);
  const auto rest = static_cast<double>(line.span.size() - std::min(skipped, line.span.size()));
  return link_bytes_behind(sheet, line, skipped) >= kMostlyLink * rest;
}

bool ends_with_more(const Sheet& sheet, const Profile& profile, const Line& line) {
  const Piece& last = sheet.pieces(line).back();
  if (last.link != kNoNode && profile.more.are_all_of(sheet.document().text(last.link))) return true;
  const auto text = sheet.text(line);
  return text.ends_with(" mehr...") || text.ends_with(" mehr…");
}

bool has_headline_above(const Sheet& sheet, const TitleHints& hints, std::uint32_t dated) {
  const std::uint32_t from = dated > kHeadlineDistance ? dated - kHeadlineDistance : 0;
  for (std::uint32_t i = from; i < dated; ++i) {
    if (hints.confirm(sheet.text(i)) || sheet.line(i).heading_level == 1) return true;
  }
  return false;
}

int anchor_points(const Sheet& sheet, const TitleHints& hints, std::uint32_t dated, std::uint32_t date_bytes) {
  int points = 1;
  if (has_headline_above(sheet, hints, dated)) points += 4;
  if (sheet.line(dated).span.size() > date_bytes + kProseBytes) points += 2;
  if (dated + 1 < sheet.size() && is_prose(sheet, dated + 1)) points += 1;
  return points;
}

struct Anchor {
  std::uint32_t line = kNoLine;
  BracketedDate date;
};

Anchor find_dated_anchor(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                         const TitleHints& hints, std::uint32_t limit) {
  Anchor best;
  int best_points = 0;
  for (std::uint32_t i = 0; i < limit; ++i) {
    if (landmarks.kind(i) != Kind::dated || opens_teaser(sheet, landmarks, profile, i)) continue;
    auto date = bracketed_date(sheet.text(i));
    const int points = date ? anchor_points(sheet, hints, i, date->end) : 0;
    if (points <= best_points) continue;
    best = {i, std::move(*date)};
    best_points = points;
  }
  return best;
}

/// Without brackets a date counts only if it has a line to itself, under the headline and above running text.
Anchor find_bare_anchor(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const TitleHints& hints,
                        std::uint32_t limit) {
  for (std::uint32_t i = 0; i + 1 < limit; ++i) {
    const Kind kind = landmarks.kind(i);
    if ((kind != Kind::bare_date && kind != Kind::today) || sheet.line(i).furniture != kNoNode) continue;
    if (!has_headline_above(sheet, hints, i) || !is_prose(sheet, i + 1)) continue;
    const auto dates = find_dates(sheet.text(i), profile.language);
    if (!dates.empty()) return {i, {dates.front().date.iso(), sheet.line(i).span.size()}};
  }
  return {};
}

/// Without a dated line: the first running text below a line that the title confirms.
std::uint32_t find_undated_anchor(const Sheet& sheet, const Landmarks& landmarks, const TitleHints& hints,
                                  std::uint32_t limit) {
  std::uint32_t headline = kNoLine;
  for (std::uint32_t i = 0; i < limit; ++i) {
    if (landmarks.kind(i) == Kind::end) headline = kNoLine;
    if (landmarks.kind(i) != Kind::text) continue;
    if (headline != kNoLine && is_prose(sheet, i)) return i;
    if (hints.confirm(sheet.text(i)) && !sheet.is_all_link(sheet.line(i))) headline = i;
  }
  return kNoLine;
}

/// Smallest element with more in it than this line.
NodeId box_around(const Sheet& sheet, std::uint32_t line) {
  const Document& document = sheet.document();
  NodeId n = sheet.line(line).node;
  while (n != kNoNode && sheet.lines_of(n).second - sheet.lines_of(n).first < 2) n = document.parent(n);
  return n;
}

/// Tags or tools stand further down, and running text between: the line ends nothing.
bool goes_on_behind(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t first) {
  bool prose = false;
  for (std::uint32_t i = first; i < sheet.size(); ++i) {
    const Kind kind = landmarks.kind(i);
    if (kind == Kind::related || kind == Kind::providers || kind == Kind::end || kind == Kind::dated) return false;
    if (prose && (kind == Kind::tags || kind == Kind::tools)) return true;
    prose = prose || (kind == Kind::text && is_prose(sheet, i));
  }
  return false;
}

/// A list of other articles in a box of its own within the article is passed over.
std::uint32_t pass_box(const Sheet& sheet, const Landmarks& landmarks, Frame& frame, std::uint32_t end_mark) {
  const NodeId box = box_around(sheet, end_mark);
  if (box == kNoNode || sheet.document().contains(box, sheet.line(frame.anchor).first)) return end_mark;
  const auto [first, last] = sheet.lines_of(box);
  if (first != end_mark || frame.boxes.size() >= kBoxes || !goes_on_behind(sheet, landmarks, last)) return end_mark;
  frame.boxes.push_back(box);
  return last;
}

void find_stop(const Sheet& sheet, const Landmarks& landmarks, Frame& frame) {
  frame.stop = sheet.size();
  for (std::uint32_t i = frame.anchor + 1; i < sheet.size(); ++i) {
    const Kind kind = landmarks.kind(i);
    if (kind != Kind::related && kind != Kind::providers && kind != Kind::end) continue;
    const std::uint32_t behind = kind == Kind::end ? pass_box(sheet, landmarks, frame, i) : i;
    if (behind == i) {
      frame.stop = i;
      return;
    }
    i = behind - 1;
  }
}

std::uint32_t last_prose(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  std::uint32_t i = frame.stop - 1;
  while (i > frame.anchor && (landmarks.kind(i) != Kind::text || !is_prose(sheet, i))) --i;
  return i;
}

/// The label behind the running text: a sentence of the body may open like a label, a link of the navigation, too.
std::uint32_t find_tags(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  const std::uint32_t prose = last_prose(sheet, landmarks, frame);
  std::uint32_t first = kNoLine;
  for (std::uint32_t i = frame.anchor + 1; i < frame.stop; ++i) {
    if (landmarks.kind(i) != Kind::tags || sheet.line(i).furniture != kNoNode) continue;
    if (i > prose) return i;
    if (first == kNoLine) first = i;
  }
  return first;
}

/// Tags end the body; tools do unless they stand right under the lead.
std::uint32_t find_below(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  std::uint32_t texts = 0;
  for (std::uint32_t i = frame.anchor + 1; i < frame.stop; ++i) {
    const Kind kind = landmarks.kind(i);
    if (i == frame.tags) return i;
    if (kind == Kind::tools && (texts > 0 || i + 1 >= frame.stop || !is_prose(sheet, i + 1))) return i;
    if (kind == Kind::text) ++texts;
  }
  return frame.stop;
}

/// Headings outside of any furniture, and those in furniture that teasers follow.
std::vector<const NamedHeading*> real_headings(const Sheet& sheet, const Landmarks& landmarks) {
  std::vector<const NamedHeading*> real;
  for (const NamedHeading& heading : landmarks.related) {
    bool teasers = sheet.line(heading.first).furniture == kNoNode;
    const std::uint32_t end = std::min(heading.last + kTeaserLines, sheet.size());
    for (std::uint32_t i = heading.last; i < end && !teasers; ++i) teasers = landmarks.kind(i) == Kind::dated;
    if (teasers && real.size() < kHeadings) real.push_back(&heading);
  }
  return real;
}

/// The date takes the dash or the colon behind it along: "[5.4.2018] – Die Stadtwerke …".
std::uint32_t end_of_date(std::string_view text, std::uint32_t end) {
  constexpr std::array<std::string_view, 6> kSeparators = {"-", "–", "—", ":", "|", "·"};
  const auto rest = text.substr(end);
  const auto blanks = rest.size() - trim(rest).size();
  for (const std::string_view separator : kSeparators) {
    const auto behind = end + static_cast<std::uint32_t>(blanks + separator.size());
    if (trim(rest).starts_with(separator) && behind < text.size() && text[behind] == ' ') return behind;
  }
  return end;
}

/// The first heading with an article before it is the one above the teasers.
Anchor find_anchor(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const TitleHints& hints,
                   const NamedHeading*& related) {
  const auto headings = real_headings(sheet, landmarks);
  for (const NamedHeading* heading : headings) {
    related = heading;
    const Anchor anchor = find_dated_anchor(sheet, landmarks, profile, hints, heading->first);
    if (anchor.line != kNoLine) return anchor;
  }
  const std::uint32_t limit = related != nullptr ? related->first : sheet.size();
  Anchor anchor;
  if (headings.empty()) anchor = find_dated_anchor(sheet, landmarks, profile, hints, limit);
  if (anchor.line == kNoLine) anchor = find_bare_anchor(sheet, landmarks, profile, hints, limit);
  if (anchor.line == kNoLine) anchor.line = find_undated_anchor(sheet, landmarks, hints, limit);
  return anchor;
}

// ---- is there an article at all ---------------------------------------------------------------------------------

struct Scene {
  const Sheet& sheet;
  const Landmarks& landmarks;
  const Profile& profile;
  const TitleHints& hints;
};

/// Tags, a row of tools and a closing sign are printed with articles alone.
bool marks_article(const Scene& scene, std::uint32_t i) {
  const Kind kind = scene.landmarks.kind(i);
  const auto text = scene.sheet.text(i);
  if (scene.sheet.line(i).furniture != kNoNode) return false;
  if (kind == Kind::tags) return true;
  if (kind == Kind::tools) return scene.profile.print.stand_in(text);
  return kind == Kind::text && is_prose(scene.sheet, i) && !closing_sign(scene.profile, text).empty();
}

/// The address is one of an article and spells the headline: "/meldung_36604_Partner+der+Kommunen.html".
bool is_at_article_address(const Scene& scene, std::uint32_t anchor) {
  const std::uint32_t from = anchor > kHeadlineDistance ? anchor - kHeadlineDistance : 0;
  for (std::uint32_t i = from; i < anchor; ++i) {
    if (scene.hints.are_spelled_by_article_address(scene.sheet.text(i))) return true;
  }
  return false;
}

bool is_undated_article(const Scene& scene, const Frame& frame) {
  for (std::uint32_t i = frame.anchor; i < frame.stop; ++i) {
    if (marks_article(scene, i)) return true;
  }
  return is_at_article_address(scene, frame.anchor);
}

/// A paragraph of an article may open with a date in brackets, but behind running text and with its own behind it.
bool announces_other(const Scene& scene, std::uint32_t dated) {
  const bool titled = scene.landmarks.kind(dated - 1) == Kind::text && !is_prose(scene.sheet, dated - 1);
  return titled || is_lone_date(scene.sheet.text(dated)) ||
         opens_teaser(scene.sheet, scene.landmarks, scene.profile, dated);
}

/// Behind the dated line come the titles and dated lines of others, and nothing that an article alone has.
bool is_list_of_articles(const Scene& scene, const Frame& frame) {
  std::size_t others = 0;
  for (std::uint32_t i = frame.anchor; i < frame.stop && others < kOthersOfList; ++i) {
    if (marks_article(scene, i)) return false;
    if (i == frame.anchor || scene.landmarks.kind(i) != Kind::dated) continue;
    if (announces_other(scene, i)) ++others;
  }
  return others >= kOthersOfList;
}

Error no_article(const Profile& profile, const Landmarks& landmarks) {
  const bool dated = std::find(landmarks.kinds.begin(), landmarks.kinds.end(), Kind::dated) != landmarks.kinds.end();
  return {ErrorCode::no_article,
          dated ? "this page of " + profile.site + " lists articles and shows none whole"
                : "this page of " + profile.site + " is no article: no paragraph opens with a date in brackets"};
}

}  // namespace

bool is_prose(const Sheet& sheet, std::uint32_t line) {
  return sheet.text(line).size() >= kProseBytes && !is_mostly_link(sheet, line, 0);
}

bool opens_teaser(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, std::uint32_t dated) {
  const Line& line = sheet.line(dated);
  const auto date = bracketed_date(sheet.text(dated));
  if (!date || line.furniture != kNoNode) return true;
  const bool date_only = date->end >= line.span.size();
  const std::uint32_t text = date_only ? dated + 1 : dated;
  if (text >= sheet.size()) return true;
  if (is_mostly_link(sheet, text, date_only ? 0 : date->end)) return true;
  if (ends_with_more(sheet, profile, sheet.line(text))) return true;
  return text + 1 < sheet.size() && landmarks.kind(text + 1) == Kind::more;
}

Result<Frame> find_frame(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                         const TitleHints& hints) {
  Frame frame;
  const Anchor anchor = find_anchor(sheet, landmarks, profile, hints, frame.related);
  if (anchor.line == kNoLine) return no_article(profile, landmarks);
  frame.anchor = anchor.line;
  frame.date = anchor.date.iso;
  frame.date_bytes = end_of_date(sheet.text(frame.anchor), anchor.date.end);
  find_stop(sheet, landmarks, frame);
  const bool article = frame.date.empty() ? is_undated_article({sheet, landmarks, profile, hints}, frame)
                                          : !is_list_of_articles({sheet, landmarks, profile, hints}, frame);
  if (!article) return no_article(profile, landmarks);
  frame.tags = find_tags(sheet, landmarks, frame);
  frame.below = find_below(sheet, landmarks, frame);
  return frame;
}

}  // namespace klartext::sites
