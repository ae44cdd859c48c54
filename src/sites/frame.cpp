// From the anchor downwards: what ends the article, which boxes within it are not its own, where its tags stand. Then
// whether it is one at all: a page of the publisher without a date, or a list of articles, may look like one so far.
#include "sites/frame.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sites/anchor.h"
#include "sites/boxes.h"
#include "sites/sign.h"

namespace klartext::sites {
namespace {

/// So many titles with dated lines behind the first dated line make a list; one may be a teaser below an article.
constexpr std::size_t kOthersOfList = 2;
/// An article without a date has at least a lead and a paragraph; a company's page says what it does in one.
constexpr std::size_t kParagraphs = 2;

bool ends_article(Kind kind) { return kind == Kind::related || kind == Kind::providers || kind == Kind::end; }

/// Tags or tools stand further down, and running text between: the line ends nothing.
bool goes_on_behind(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t first) {
  bool prose = false;
  for (std::uint32_t i = first; i < sheet.size(); ++i) {
    const Kind kind = landmarks.kind(i);
    if (ends_article(kind) || kind == Kind::dated) return false;
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

/// The running text before line `i`, and the element that holds it.
struct TextBefore {
  std::uint32_t line = 0;
  NodeId home = kNoNode;
};

TextBefore text_before(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame, std::uint32_t i) {
  while (--i > frame.anchor && (landmarks.kind(i) != Kind::text || !is_prose(sheet, i))) {
  }
  const NodeId node = sheet.line(i).node;
  const auto [first, last] = sheet.lines_of(node);
  return {i, last - first > 1 ? node : sheet.document().parent(node)};
}

/// "© Stadt Lindenau" under a chart, "Seite drucken" under the lead, a link to a PDF between two paragraphs: the line
/// ends nothing if in the same element the text goes on and comes to an end such as articles have, a sign, tags, tools
/// or the heading of its section. Behind a sign only tags may come.
bool text_goes_on(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const Frame& frame,
                  std::uint32_t i) {
  const TextBefore before = text_before(sheet, landmarks, frame, i);
  const bool is_signed = !closing_sign(profile, sheet.text(before.line)).empty();
  bool text = false;
  for (++i; i < sheet.size(); ++i) {
    const Kind kind = landmarks.kind(i);
    if (kind == Kind::related) return text;
    if (ends_article(kind) || kind == Kind::dated || !sheet.document().contains(before.home, sheet.line(i).first)) {
      return false;
    }
    if (kind == Kind::tags) return true;
    if (is_signed) continue;
    if (kind == Kind::tools && text) return true;
    if (kind != Kind::text || !is_prose(sheet, i)) continue;
    if (!closing_sign(profile, sheet.text(i)).empty()) return true;
    text = true;
  }
  return false;
}

/// A page has few lines that look like its end and are none; each costs a look at the rest.
constexpr std::size_t kFalseEnds = 8;

void find_stop(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, Frame& frame) {
  frame.stop = sheet.size();
  std::size_t false_ends = 0;
  for (std::uint32_t i = frame.anchor + 1; i < sheet.size(); ++i) {
    const Kind kind = landmarks.kind(i);
    if (!ends_article(kind) && !landmarks.has_drawn_heading_above(i)) continue;
    const bool doubtful = kind == Kind::end && profile.end_openings.open(sheet.text(i)) && false_ends < kFalseEnds;
    if (doubtful && text_goes_on(sheet, landmarks, profile, frame, i)) {
      ++false_ends;
      continue;
    }
    const std::uint32_t behind = kind == Kind::end ? pass_box(sheet, landmarks, frame, i) : i;
    if (behind == i) {
      frame.stop = i;
      return;
    }
    i = behind - 1;
  }
}

bool is_tags_label(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t i) {
  return landmarks.kind(i) == Kind::tags && sheet.line(i).furniture == kNoNode;
}

/// Below the text the keywords may stand in a <nav> of their own, their label being no link of it.
bool is_label_in_nav(const Sheet& sheet, const Landmarks& landmarks, std::uint32_t i) {
  const Line& line = sheet.line(i);
  const bool nav = line.furniture != kNoNode && sheet.document().tag(line.furniture) == Tag::nav;
  return nav && landmarks.kind(i) == Kind::tags && sheet.pieces(line).front().link == kNoNode;
}

/// Keywords between headline and dated line, where the article has a head that holds them.
std::uint32_t find_tags_above(const Sheet& sheet, const Landmarks& landmarks, const TitleHints& hints,
                              const Frame& frame) {
  const std::uint32_t from = top_of_head(frame.anchor);
  for (std::uint32_t i = from; i < frame.anchor; ++i) {
    if (is_tags_label(sheet, landmarks, i) && has_headline_above(sheet, hints, i, from)) return i;
  }
  return kNoLine;
}

/// Keywords right behind the teasers, if these stand between text and tags.
std::uint32_t find_tags_behind(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  if (frame.related == nullptr || frame.related->first != frame.stop) return kNoLine;
  const std::uint32_t end = next_headline(sheet, landmarks, frame.related->last);
  for (std::uint32_t i = frame.related->last; i < end; ++i) {
    if (ends_article(landmarks.kind(i))) return kNoLine;
    if (is_tags_label(sheet, landmarks, i)) return i;
  }
  return kNoLine;
}

/// The label behind the running text: a sentence of the body may open like a label, a link of the navigation, too.
std::uint32_t find_tags(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  const std::uint32_t prose = last_prose(sheet, landmarks, frame);
  std::uint32_t first = kNoLine;
  for (std::uint32_t i = frame.anchor + 1; i < frame.stop; ++i) {
    if (i > prose && is_label_in_nav(sheet, landmarks, i)) return i;
    if (!is_tags_label(sheet, landmarks, i)) continue;
    if (i > prose) return i;
    if (first == kNoLine) first = i;
  }
  return first;
}

/// The date has a line to itself and the keywords come before any text.
bool stand_above_text(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame, std::uint32_t tags) {
  if (!is_lone_date(sheet.text(frame.anchor))) return false;
  for (std::uint32_t i = frame.anchor + 1; i < tags; ++i) {
    if (is_prose(sheet, i)) return false;
  }
  return last_prose(sheet, landmarks, frame) > tags;
}

/// The text goes on right behind these tools.
bool stands_amid_text(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const Frame& frame,
                      std::uint32_t i) {
  return i + 1 < frame.stop && is_prose(sheet, i + 1) && text_goes_on(sheet, landmarks, profile, frame, i);
}

/// Tags end the body; tools do unless they stand right under the lead or in the middle of the text.
std::uint32_t find_below(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const Frame& frame) {
  std::uint32_t texts = 0;
  std::size_t false_ends = 0;
  for (std::uint32_t i = frame.anchor + 1; i < frame.stop; ++i) {
    const Kind kind = landmarks.kind(i);
    if (i == frame.tags && !stand_above_text(sheet, landmarks, frame, i)) return i;
    const bool tools = kind == Kind::tools && (texts > 0 || i + 1 >= frame.stop || !is_prose(sheet, i + 1));
    if (tools && (++false_ends > kFalseEnds || !stands_amid_text(sheet, landmarks, profile, frame, i))) return i;
    if (kind == Kind::text) ++texts;
  }
  return frame.stop;
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

/// Behind the date "| 12 Kommentare", "von Petra Sommerfeld", "10:30 Uhr": a few words that are no sentence, and the
/// text in an element of its own behind them.
bool are_facts(const Sheet& sheet, const Frame& frame) {
  constexpr std::size_t kFactsBytes = 60;
  const Line& line = sheet.line(frame.anchor);
  const auto text = trim(sheet.text(frame.anchor).substr(frame.date_bytes));
  const std::uint32_t next = frame.anchor + 1;
  const bool apart =
      next < frame.stop && sheet.line(next).before == Break::element && ends_like_a_sentence(sheet.text(next));
  return apart && !text.empty() && text.size() <= kFactsBytes && line.heading_level == 0 &&
         !sheet.is_all_strong(line) && !ends_like_a_sentence(text);
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
  for (std::uint32_t i = top_of_head(anchor); i < anchor; ++i) {
    if (scene.hints.are_spelled_by_article_address(scene.sheet.text(i))) return true;
  }
  return false;
}

/// Some running text that the teasers of its section follow: no page about a company or the publisher has both.
bool leads_to_teasers(const Scene& scene, const Frame& frame) {
  if (frame.related == nullptr || frame.related->first != frame.stop) return false;
  std::size_t paragraphs = 0;
  for (std::uint32_t i = frame.anchor; i < frame.stop; ++i) {
    if (scene.landmarks.kind(i) == Kind::text && is_prose(scene.sheet, i)) ++paragraphs;
  }
  return paragraphs >= kParagraphs;
}

bool is_undated_article(const Scene& scene, const Frame& frame) {
  for (std::uint32_t i = frame.anchor; i < frame.stop; ++i) {
    if (marks_article(scene, i)) return true;
  }
  if (leads_to_teasers(scene, frame)) return true;
  return is_at_article_address(scene, frame.anchor);
}

/// A paragraph of an article may open with a date in brackets, but behind running text and with its own behind it.
bool announces_other(const Scene& scene, std::uint32_t dated) {
  const bool titled = scene.landmarks.kind(dated - 1) == Kind::text && !is_prose(scene.sheet, dated - 1);
  return titled || is_lone_date(scene.sheet.text(dated)) ||
         opens_teaser(scene.sheet, scene.landmarks, scene.profile, dated);
}

/// Behind the dated line come the titles and dated lines of others, and nothing that an article alone has. Dates
/// without brackets stand in any list: one more is enough.
bool is_list_of_articles(const Scene& scene, const Frame& frame) {
  const Kind kind = scene.landmarks.kind(frame.anchor);
  const std::size_t enough = kind == Kind::dated ? kOthersOfList : 1;
  std::size_t others = 0;
  for (std::uint32_t i = frame.anchor; i < frame.stop && others < enough; ++i) {
    if (marks_article(scene, i)) return false;
    if (i == frame.anchor || scene.landmarks.kind(i) != kind) continue;
    const bool other = kind == Kind::dated ? announces_other(scene, i) : !is_prose(scene.sheet, i - 1);
    if (other) ++others;
  }
  return others >= enough;
}

/// A date that stands alone, and no words behind it: an entry of a list that prints its dates behind the titles.
bool has_text(const Scene& scene, const Frame& frame) {
  if (!is_lone_date(scene.sheet.text(frame.anchor))) return true;
  for (std::uint32_t i = frame.anchor + 1; i < frame.stop; ++i) {
    if (scene.landmarks.kind(i) == Kind::text) return true;
  }
  return false;
}

Error no_article(const Profile& profile, const Landmarks& landmarks) {
  const bool dated = std::find(landmarks.kinds.begin(), landmarks.kinds.end(), Kind::dated) != landmarks.kinds.end();
  return {ErrorCode::no_article,
          dated ? "this page of " + profile.site + " lists articles and shows none whole"
                : "this page of " + profile.site + " is no article: no paragraph opens with a date in brackets"};
}

}  // namespace

Result<Frame> find_frame(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                         const TitleHints& hints) {
  Frame frame;
  const Anchor anchor = find_anchor(sheet, landmarks, profile, hints, frame.related);
  if (anchor.line == kNoLine) return no_article(profile, landmarks);
  frame.anchor = anchor.line;
  frame.date = anchor.date.iso;
  frame.date_bytes = end_of_date(sheet.text(frame.anchor), anchor.date.end);
  find_stop(sheet, landmarks, profile, frame);
  frame.text_begins = are_facts(sheet, frame) ? sheet.line(frame.anchor).span.size() : frame.date_bytes;
  find_boxes(sheet, landmarks, profile, frame);
  const bool article = frame.date.empty() ? is_undated_article({sheet, landmarks, profile, hints}, frame)
                                          : !is_list_of_articles({sheet, landmarks, profile, hints}, frame);
  if (!article || !has_text({sheet, landmarks, profile, hints}, frame)) return no_article(profile, landmarks);
  frame.tags = find_tags(sheet, landmarks, frame);
  if (frame.tags == kNoLine) frame.tags = find_tags_above(sheet, landmarks, hints, frame);
  if (frame.tags == kNoLine) frame.tags = find_tags_behind(sheet, landmarks, frame);
  frame.below = find_below(sheet, landmarks, profile, frame);
  return frame;
}

}  // namespace klartext::sites
