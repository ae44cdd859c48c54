// The text is the readable lines from the date on. The lead is the paragraph with the date: where boldness ends in the
// middle of a line, the lead ends there too. Lines that a single <br> parts are one paragraph unless the first ends
// like one; a sign on a line of its own closes the last paragraph.
#include "sites/body.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sites/sign.h"

namespace klartext::sites {
namespace {

/// A bold opening shorter than this is emphasis, not a lead.
constexpr std::uint32_t kLeadBytes = 30;
/// A parenthesis on a line of its own that is a sign: "(Klaus-Peter Öztürk-Lindemann)".
constexpr std::size_t kSignLineBytes = 90;
constexpr std::size_t kMediaBytes = 120;
/// Items of a list that is printed as lines are short, and a list has some.
constexpr std::size_t kItemBytes = 60;
constexpr std::uint32_t kListLines = 3;

struct Passage {
  std::string text;
  NodeId node = kNoNode;
  BlockKind kind = BlockKind::paragraph;
  bool strong = false;
  std::uint32_t last_line = kNoLine;
};

struct Scene {
  const Sheet& sheet;
  const Landmarks& landmarks;
  const Profile& profile;
  const Frame& frame;
  const Mask& mask;
  std::vector<bool> listed;  ///< lines from the anchor on that are items of a list without list elements
};

/// "Lesen Sie auch:" and links.
bool points_elsewhere(const Scene& scene, const Line& line) {
  if (line.link_bytes == 0) return false;
  const auto opening = scene.profile.pointers.open(scene.sheet.text(line));
  if (!opening) return false;
  const auto pieces = scene.sheet.pieces(line);
  return std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    const Span rest{std::max(piece.span.begin, line.span.begin + static_cast<std::uint32_t>(*opening)), piece.span.end};
    return piece.link != kNoNode || !has_words(scene.sheet.text(rest));
  });
}

/// "Video: Der Rufbus auf Probefahrt" under what a reader of text cannot see.
bool is_caption_of_media(const Profile& profile, std::string_view text) {
  const auto opening = text.size() <= kMediaBytes ? profile.media.open(text) : std::nullopt;
  return opening && text.substr(*opening).starts_with(':');
}

bool is_read(const Scene& scene, std::uint32_t i) {
  const Line& line = scene.sheet.line(i);
  const Kind kind = scene.landmarks.kind(i);
  // A line before the tags that opens like their label is a sentence.
  if (kind != Kind::text && kind != Kind::dated && kind != Kind::tags) return false;
  return !scene.mask.dropped(line.first) && !points_elsewhere(scene, line) &&
         !is_caption_of_media(scene.profile, scene.sheet.text(i)) &&
         !scene.sheet.is_furniture(line, scene.sheet.line(scene.frame.anchor).first);
}

bool ends_paragraph(std::string_view text) {
  constexpr std::array<std::string_view, 10> kEnds = {".", "!", "?", ":", "…", ".“", ".\"", "?“", "!“", ")"};
  return std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) { return text.ends_with(end); });
}

/// Upper case or a number, behind an opening quote or bracket.
bool opens_sentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (is_letter(c)) return starts_upper(text.substr(begin));
    if (is_digit(c)) return true;
  }
  return false;
}

bool is_bulleted(std::string_view text) {
  constexpr std::array<std::string_view, 6> kBullets = {"• ", "- ", "– ", "· ", "* ", "▪ "};
  return std::any_of(kBullets.begin(), kBullets.end(), [text](std::string_view b) { return text.starts_with(b); });
}

bool is_lone_sign(const Scene& scene, std::string_view text) {
  return text.size() <= kSignLineBytes && (text.starts_with('(') || text.starts_with('[')) &&
         !closing_sign(scene.profile, text).empty();
}

/// A short line that might be an item: begins like a sentence and has no punctuation at its end.
bool may_be_item(const Scene& scene, std::uint32_t i) {
  constexpr std::string_view kUnfinished = ",;-";
  const auto text = scene.sheet.text(i);
  return text.size() <= kItemBytes && opens_sentence(text) && !ends_paragraph(text) &&
         kUnfinished.find(text.back()) == std::string_view::npos && !scene.sheet.is_all_strong(scene.sheet.line(i));
}

/// Runs of such lines that <br> parts are lists; a text that somebody broke by hand has lines that begin lower case.
std::vector<bool> find_listed(const Scene& scene) {
  const std::uint32_t anchor = scene.frame.anchor;
  std::vector<bool> listed(scene.frame.below - anchor, false);
  for (std::uint32_t first = anchor + 1; first < scene.frame.below;) {
    std::uint32_t last = first;
    while (last < scene.frame.below && may_be_item(scene, last) &&
           (last == first || scene.sheet.line(last).before == Break::line)) {
      ++last;
    }
    const bool open = last < scene.frame.below && scene.sheet.line(last).before == Break::line;
    const bool list = last - first >= kListLines && !(open && !opens_sentence(scene.sheet.text(last)));
    for (std::uint32_t i = first; i < last && list; ++i) listed[i - anchor] = true;
    first = std::max(last, first + 1);
  }
  return listed;
}

/// The line goes on with the paragraph that the line before it ended in.
bool continues(const Scene& scene, const Passage& paragraph, std::uint32_t i) {
  const Line& line = scene.sheet.line(i);
  const auto text = scene.sheet.text(line);
  if (is_lone_sign(scene, text)) return true;
  if (line.before != Break::line || paragraph.last_line + 1 != i) return false;
  if (scene.sheet.line(paragraph.last_line).node != line.node) return false;
  if (paragraph.strong != scene.sheet.is_all_strong(line) || is_bulleted(text)) return false;
  if (is_bulleted(paragraph.text) && opens_sentence(text)) return false;
  if (scene.listed[paragraph.last_line - scene.frame.anchor]) return false;
  return !ends_paragraph(paragraph.text) || !opens_sentence(text);
}

void add(const Scene& scene, std::uint32_t i, Span span, bool strong, std::vector<Passage>& paragraphs) {
  const auto text = scene.sheet.text(span);
  if (text.empty()) return;
  const Line& line = scene.sheet.line(i);
  if (!paragraphs.empty() && span.begin == line.span.begin && continues(scene, paragraphs.back(), i)) {
    paragraphs.back().text.append(1, ' ').append(text);
    paragraphs.back().last_line = i;
  } else {
    const BlockKind kind = scene.listed[i - scene.frame.anchor] ? BlockKind::list_item : line.kind;
    paragraphs.push_back({std::string(text), line.node, kind, strong, i});
  }
}

/// Where boldness ends in the line, if it opens with a bold lead that ends like a sentence; else the line's end.
std::uint32_t end_of_bold_lead(const Sheet& sheet, const Line& line, std::uint32_t from) {
  std::uint32_t end = from;
  for (const Piece& piece : sheet.pieces(line)) {
    if (piece.span.end <= from) continue;
    if (!piece.strong) break;
    end = piece.span.end;
  }
  const auto bold = sheet.text(Span{from, end});
  return bold.size() >= kLeadBytes && ends_paragraph(bold) ? end : line.span.end;
}

void add_anchor(const Scene& scene, std::vector<Passage>& paragraphs) {
  const Line& line = scene.sheet.line(scene.frame.anchor);
  const std::uint32_t from = line.span.begin + scene.frame.text_begins;
  const std::uint32_t end = end_of_bold_lead(scene.sheet, line, from);
  add(scene, scene.frame.anchor, {from, end}, end < line.span.end || scene.sheet.is_all_strong(line), paragraphs);
  add(scene, scene.frame.anchor, {end, line.span.end}, false, paragraphs);
}

std::vector<Passage> read_paragraphs(const Scene& scene) {
  std::vector<Passage> paragraphs;
  add_anchor(scene, paragraphs);
  for (std::uint32_t i = scene.frame.anchor + 1; i < scene.frame.below; ++i) {
    if (!is_read(scene, i)) continue;
    const Line& line = scene.sheet.line(i);
    add(scene, i, line.span, scene.sheet.is_all_strong(line), paragraphs);
  }
  return paragraphs;
}

/// Bullets that are printed as characters are list items as those of a real list are.
void drop_bullets(std::vector<Passage>& paragraphs) {
  const auto bulleted = [](const Passage& paragraph) { return is_bulleted(paragraph.text); };
  if (std::count_if(paragraphs.begin(), paragraphs.end(), bulleted) < 2) return;
  for (Passage& paragraph : paragraphs) {
    if (!bulleted(paragraph)) continue;
    paragraph.text.erase(0, paragraph.text.find(' ') + 1);
    paragraph.kind = BlockKind::list_item;
  }
}

/// Behind its sign an article may have footnotes, a correction, a date to keep in mind: sentences. A heading, words
/// that are no sentence or a note on the article itself begin what is none of it: "Dieser Beitrag ist in der Ausgabe
/// Juni erschienen.", "Teilen mit:", "2 Kommentare".
void cut_behind_sign(const Profile& profile, std::size_t sign, std::vector<Passage>& paragraphs) {
  const auto behind = paragraphs.begin() + static_cast<std::ptrdiff_t>(sign) + 1;
  const auto foreign = std::find_if(behind, paragraphs.end(), [&profile](const Passage& passage) {
    return passage.kind == BlockKind::heading || !ends_like_a_sentence(passage.text) ||
           profile.notes.open(passage.text);
  });
  paragraphs.erase(foreign, paragraphs.end());
}

void take_sign(const Scene& scene, std::vector<Passage>& paragraphs, BodyText& body) {
  body.authors.rule = "sign that closes the body";
  for (std::size_t i = paragraphs.size(); i-- > 0 && body.authors.value.empty();) {
    body.authors.value = closing_sign(scene.profile, paragraphs[i].text);
    if (body.authors.value.empty()) continue;
    body.authors.node = paragraphs[i].node;
    cut_behind_sign(scene.profile, i, paragraphs);
  }
  if (!body.authors.value.empty() || paragraphs.empty()) return;
  body.authors.value = closing_credit(scene.profile, paragraphs.back().text);
  if (!body.authors.value.empty()) body.authors.node = paragraphs.back().node;
}

/// Without a date the lead is what stands bold above plain text; an interview opens with a bold question.
bool opens_with_bold_lead(const std::vector<Passage>& paragraphs) {
  if (paragraphs.size() < 2 || !paragraphs[0].strong) return false;
  if (paragraphs[1].strong && !paragraphs[1].text.ends_with('?')) return false;
  const std::string& text = paragraphs[0].text;
  return text.size() >= kLeadBytes && ends_paragraph(text) && !text.ends_with('?');
}

}  // namespace

BodyText read_body(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const Frame& frame,
                   const Mask& mask) {
  Scene scene{sheet, landmarks, profile, frame, mask, {}};
  scene.listed = find_listed(scene);
  auto paragraphs = read_paragraphs(scene);
  drop_bullets(paragraphs);
  BodyText body;
  take_sign(scene, paragraphs, body);
  if ((!frame.date.empty() || opens_with_bold_lead(paragraphs)) && paragraphs.size() > 1) {
    const auto rule = frame.date.empty()          ? "bold paragraph that opens the text"
                      : paragraphs.front().strong ? "bold paragraph with the printed date"
                                                  : "paragraph with the printed date";
    body.lead = Found<std::string>{paragraphs.front().text, paragraphs.front().node, rule};
  }
  body.paragraphs.rule = "text from the printed date to the tags";
  if (!paragraphs.empty()) body.paragraphs.node = paragraphs.front().node;
  for (Passage& passage : paragraphs) body.paragraphs.value.push_back({std::move(passage.text), passage.kind});
  return body;
}

}  // namespace klartext::sites
