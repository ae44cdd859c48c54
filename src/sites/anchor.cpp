// The anchor is the dated line that has a headline above it and text behind it. Lists of other articles print bracketed
// dates too, but there the date is followed by a link, or the text by "mehr...".
#include "sites/anchor.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "sites/captions.h"

namespace klartext::sites {
namespace {

constexpr std::size_t kProseBytes = 80;
constexpr double kMostlyLink = 0.7;
/// Behind a related heading a teaser's date comes within so many lines.
constexpr std::uint32_t kTeaserLines = 8;
/// A page has one related heading, perhaps a faked one; each costs a walk.
constexpr std::size_t kHeadings = 6;
/// A date without brackets stands so near to its headline.
constexpr std::uint32_t kNear = 3;

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

int anchor_points(const Sheet& sheet, const TitleHints& hints, std::uint32_t dated, std::uint32_t date_bytes) {
  int points = 1;
  if (has_headline_above(sheet, hints, dated)) points += 4;
  if (sheet.line(dated).span.size() > date_bytes + kProseBytes) points += 2;
  if (dated + 1 < sheet.size() && is_prose(sheet, dated + 1)) points += 1;
  return points;
}

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

/// A column before the article may hold the teasers: the first dated line behind them that has its headline above it.
Anchor find_anchor_behind(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                          const TitleHints& hints, const NamedHeading& heading) {
  for (std::uint32_t i = heading.last; i < sheet.size(); ++i) {
    if (landmarks.kind(i) != Kind::dated || opens_teaser(sheet, landmarks, profile, i)) continue;
    if (!has_headline_above(sheet, hints, i, heading.last)) continue;
    if (auto date = bracketed_date(sheet.text(i))) return {i, std::move(*date)};
  }
  return {};
}

/// A heading outside of lists and furniture, or bold words under a line with a colon: "Lindenau: | **Bauen ohne
/// Papier**".
bool may_be_headline(const Sheet& sheet, const TitleHints& hints, std::uint32_t i) {
  const Line& line = sheet.line(i);
  if (line.furniture != kNoNode || sheet.is_all_link(line) || hints.are_site_name(sheet.text(i))) return false;
  return line.heading_level > 0 || (i > 0 && sheet.is_all_strong(line) && sheet.text(i - 1).ends_with(':'));
}

bool looks_titled(const Sheet& sheet, const TitleHints& hints, std::uint32_t dated) {
  for (std::uint32_t i = dated > kNear ? dated - kNear : 0; i < dated; ++i) {
    if (may_be_headline(sheet, hints, i)) return true;
  }
  return false;
}

/// Without brackets a date counts only if it has a line to itself, under the headline and above running text. Where
/// nothing confirms the headline, the date must be the only one that stands so.
Anchor find_bare_anchor(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const TitleHints& hints,
                        std::uint32_t limit) {
  std::vector<std::uint32_t> likely;
  for (std::uint32_t i = 0; i + 1 < limit; ++i) {
    const Kind kind = landmarks.kind(i);
    if ((kind != Kind::bare_date && kind != Kind::today) || sheet.line(i).furniture != kNoNode) continue;
    if (!is_prose(sheet, i + 1)) continue;
    if (has_headline_above(sheet, hints, i)) {
      likely = {i};
      break;
    }
    if (kind == Kind::bare_date && looks_titled(sheet, hints, i)) likely.push_back(i);
  }
  if (likely.size() != 1) return {};
  const std::uint32_t line = likely.front();
  auto date = first_date(sheet.text(line), profile.language);
  return date ? Anchor{line, {std::move(*date), sheet.line(line).span.size()}} : Anchor{};
}

bool is_confirmed(const Sheet& sheet, const TitleHints& hints, std::uint32_t i) {
  return hints.confirm(sheet.text(i)) && !sheet.is_all_link(sheet.line(i));
}

/// Without a dated line: the first running text below a headline.
std::uint32_t find_text_below(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                              const TitleHints& hints, std::uint32_t limit,
                              bool (*is_headline)(const Sheet&, const TitleHints&, std::uint32_t)) {
  std::uint32_t headline = kNoLine;
  for (std::uint32_t i = 0; i < limit; ++i) {
    if (landmarks.kind(i) == Kind::end) headline = kNoLine;
    if (landmarks.kind(i) != Kind::text) continue;
    if (headline != kNoLine && is_prose(sheet, i) && !looks_like_caption(sheet, profile, i)) return i;
    if (is_headline(sheet, hints, i)) headline = i;
  }
  return kNoLine;
}

/// The headline is a line that the title or the address confirms; on a page without any, what looks like one.
std::uint32_t find_undated_anchor(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                  const TitleHints& hints, std::uint32_t limit) {
  const std::uint32_t line = find_text_below(sheet, landmarks, profile, hints, limit, is_confirmed);
  return line != kNoLine ? line : find_text_below(sheet, landmarks, profile, hints, limit, may_be_headline);
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

}  // namespace

std::uint32_t top_of_head(std::uint32_t anchor) {
  constexpr std::uint32_t kHeadlineDistance = 14;
  return anchor > kHeadlineDistance ? anchor - kHeadlineDistance : 0;
}

std::uint32_t next_headline(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t from) {
  bool dated = false;
  for (std::uint32_t i = from; i < sheet.size(); ++i) {
    if (sheet.line(i).heading_level == 1) return dated ? i : sheet.size();
    dated = dated || landmarks.kind(i) == Kind::dated;
  }
  return sheet.size();
}

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

bool has_headline_above(const Sheet& sheet, const TitleHints& hints, std::uint32_t dated, std::uint32_t top) {
  for (std::uint32_t i = std::max(top, top_of_head(dated)); i < dated; ++i) {
    if (hints.confirm(sheet.text(i)) || sheet.line(i).heading_level == 1) return true;
  }
  return false;
}

Anchor find_anchor(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const TitleHints& hints,
                   const NamedHeading*& related) {
  const auto headings = real_headings(sheet, landmarks);
  for (const NamedHeading* heading : headings) {
    related = heading;
    const Anchor anchor = find_dated_anchor(sheet, landmarks, profile, hints, heading->first);
    if (anchor.line != kNoLine) return anchor;
  }
  for (const NamedHeading* heading : headings) {
    related = heading;
    const Anchor anchor = find_anchor_behind(sheet, landmarks, profile, hints, *heading);
    if (anchor.line != kNoLine) return anchor;
  }
  const std::uint32_t limit = related != nullptr ? related->first : sheet.size();
  Anchor anchor;
  if (headings.empty()) anchor = find_dated_anchor(sheet, landmarks, profile, hints, limit);
  if (anchor.line == kNoLine) anchor = find_bare_anchor(sheet, landmarks, profile, hints, limit);
  if (anchor.line != kNoLine) return anchor;
  anchor.line = find_undated_anchor(sheet, landmarks, profile, hints, limit);
  if (anchor.line == kNoLine) return anchor;
  if (auto date = opening_date(sheet.text(anchor.line), profile.language)) anchor.date = std::move(*date);
  return anchor;
}

}  // namespace klartext::sites
