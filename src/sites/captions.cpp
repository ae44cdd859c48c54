// A caption shares a small container with its picture, or follows it in small print, in an element called a caption, or
// with a credit at its end. Running text beside a floating picture is none.
#include "sites/captions.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext::sites {
namespace {

constexpr std::uint32_t kCaptionLines = 4;
constexpr std::size_t kCaptionBytes = 700;
/// In one line with its picture and longer than this, a text is a paragraph that flows around it.
constexpr std::size_t kFlowingBytes = 160;
/// Alone with its picture a caption may run to a few sentences, beside other lines it is short.
constexpr std::size_t kLoneCaptionBytes = 400;
constexpr std::size_t kProseCaptionBytes = 110;
constexpr std::size_t kCreditBytes = 120;
/// Icons and spacers are at most this wide or high.
constexpr int kTinyPixels = 40;

bool names_caption(std::string_view name) {
  constexpr std::array<std::string_view, 9> kWords = {"bu",     "bild", "caption", "cap",   "legende",
                                                      "unters", "foto", "quelle",  "credit"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [name](std::string_view word) { return starts_with_ignoring_case(name, word); }) ||
         contains_ignoring_case(name, "caption") || contains_ignoring_case(name, "bildunter");
}

bool is_small(Tag tag) { return tag == Tag::small || tag == Tag::i || tag == Tag::em || tag == Tag::figcaption; }

/// All of the line stands in small print or in an element called a caption.
bool is_dressed_as_caption(const Sheet& sheet, const Line& line) {
  const Document& document = sheet.document();
  if (line.kind == BlockKind::caption) return true;
  const NodeId last = line.last - 1;
  for (NodeId n = document.parent(line.first); n != kNoNode; n = document.parent(n)) {
    if (document.tag(n) == Tag::body) break;
    const auto [a, b] = sheet.lines_of(n);
    if (b - a > 1) break;
    if (!document.contains(n, last)) continue;
    if (is_small(document.tag(n)) || names_caption(document.attribute(n, Attribute::class_))) return true;
  }
  return false;
}

bool has_break_between(const Document& document, NodeId from, NodeId to) {
  for (NodeId n = from; n < to; ++n) {
    if (document.tag(n) == Tag::br) return true;
  }
  return false;
}

/// The picture floats in this line's own paragraph.
bool flows_around(const CaptionScene& scene, std::uint32_t i) {
  const Document& document = scene.sheet.document();
  const Line& line = scene.sheet.line(i);
  if (!document.contains(line.node, scene.picture) || is_dressed_as_caption(scene.sheet, line)) return false;
  const bool in_one_line = scene.picture > line.first || !has_break_between(document, scene.picture, line.first);
  return in_one_line && scene.sheet.text(i).size() > kFlowingBytes;
}

bool has_credit(const CaptionScene& scene, std::uint32_t i) {
  return part_caption(scene.profile, scene.sheet.text(i)).credit.has_value();
}

/// Smallest element around the picture that holds a line.
std::pair<std::uint32_t, std::uint32_t> lines_around(const CaptionScene& scene) {
  for (NodeId n = scene.picture; n != kNoNode; n = scene.sheet.document().parent(n)) {
    const auto lines = scene.sheet.lines_of(n);
    if (lines.first < lines.second) return lines;
  }
  return {0, 0};
}

/// The picture and a few lines have an element to themselves.
bool is_exclusive(const CaptionScene& scene, std::uint32_t first, std::uint32_t last) {
  if (first < scene.first || last > scene.last || last - first > kCaptionLines) return false;
  std::size_t bytes = 0;
  for (std::uint32_t i = first; i < last; ++i) bytes += scene.sheet.text(i).size();
  return bytes <= kCaptionBytes;
}

bool belongs_to_next(const CaptionScene& scene, std::uint32_t i) {
  return scene.next_picture != kNoNode && scene.sheet.line(i).first > scene.next_picture;
}

/// Beside other lines, running text is no caption unless it looks like one.
bool is_mere_text(const CaptionScene& scene, std::uint32_t i, bool alone) {
  const std::size_t limit = alone ? kLoneCaptionBytes : kProseCaptionBytes;
  if (scene.sheet.text(i).size() <= limit) return false;
  return !is_dressed_as_caption(scene.sheet, scene.sheet.line(i)) && !has_credit(scene, i);
}

std::vector<std::uint32_t> exclusive_caption(const CaptionScene& scene, std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> behind;
  std::vector<std::uint32_t> ahead;
  for (std::uint32_t i = first; i < last; ++i) {
    if (belongs_to_next(scene, i) || flows_around(scene, i) || is_mere_text(scene, i, last - first == 1)) continue;
    (scene.sheet.line(i).last > scene.picture ? behind : ahead).push_back(i);
  }
  return behind.empty() ? ahead : behind;
}

/// The inline element that holds the whole line, by its tag; Tag::other if there is none.
Tag wrapper_of(const Sheet& sheet, const Line& line) {
  const Document& document = sheet.document();
  Tag wrapper = Tag::other;
  for (NodeId n = document.parent(line.first); n != kNoNode && !is_block(document.tag(n)); n = document.parent(n)) {
    if (document.contains(n, line.last - 1)) wrapper = document.tag(n);
  }
  return wrapper;
}

/// A short line in another dress than the one behind it.
bool stands_out(const CaptionScene& scene, std::uint32_t i) {
  const Sheet& sheet = scene.sheet;
  if (sheet.text(i).size() > kFlowingBytes || i + 1 >= scene.last) return false;
  const Tag wrapper = wrapper_of(sheet, sheet.line(i));
  const bool quiet = wrapper == Tag::font || wrapper == Tag::span || wrapper == Tag::small;
  return quiet && wrapper != wrapper_of(sheet, sheet.line(i + 1));
}

/// "© Kurt Bader", "Foto: Kurt Bader" and no more.
bool is_mere_credit(const CaptionScene& scene, std::uint32_t i) {
  const auto caption = part_caption(scene.profile, scene.sheet.text(i));
  return caption.credit && !caption.text;
}

/// A caption and, where it has no credit, a line behind it that is nothing else.
std::vector<std::uint32_t> with_credit_line(const CaptionScene& scene, std::uint32_t i) {
  const bool follows = i + 1 < scene.last && !has_credit(scene, i) && !belongs_to_next(scene, i + 1);
  if (follows && is_mere_credit(scene, i + 1)) return {i, i + 1};
  return {i};
}

std::vector<std::uint32_t> adjacent_caption(const CaptionScene& scene) {
  const std::uint32_t i = scene.sheet.line_at_or_after(scene.picture);
  if (i < scene.first || i >= scene.last || belongs_to_next(scene, i) || flows_around(scene, i)) return {};
  const bool dressed = scene.loose || is_dressed_as_caption(scene.sheet, scene.sheet.line(i)) || has_credit(scene, i) ||
                       stands_out(scene, i);
  return dressed ? with_credit_line(scene, i) : std::vector<std::uint32_t>{};
}

std::string_view without_parentheses(std::string_view text) {
  text = trim(text);
  if (text.starts_with('(') || text.starts_with('[')) text.remove_prefix(1);
  if (text.ends_with(')') || text.ends_with(']')) text.remove_suffix(1);
  return trim(text);
}

/// Where the credit begins: a credit word and a colon, at a word's beginning, not too far from the end.
std::size_t find_credit(const Profile& profile, std::string_view text) {
  for (auto colon = text.rfind(':'); colon != std::string_view::npos && colon > 0; colon = text.rfind(':', colon - 1)) {
    if (text.size() - colon > kCreditBytes) break;
    const std::size_t end = colon > 0 && text[colon - 1] == '.' ? colon - 1 : colon;  // "Abb.:"
    for (const auto& word : profile.credits.folded()) {
      if (end < word.size()) continue;
      const std::size_t begin = end - word.size();
      const bool at_word = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '(' || text[begin - 1] == '[';
      if (at_word && fold(text.substr(begin, word.size())) == word) return begin;
    }
  }
  return std::string_view::npos;
}

constexpr std::array<std::string_view, 3> kCopyright = {"©", "(c)", "(C)"};

std::string_view without_copyright(std::string_view text) {
  text = trim(text);
  const auto* sign = std::find_if(kCopyright.begin(), kCopyright.end(), [text](auto s) { return text.starts_with(s); });
  return sign == kCopyright.end() ? text : text.substr(sign->size());
}

/// "© Stadt Lindenau" closes a caption as "(Bildquelle: Stadt Lindenau)" does; behind "(b)" a "(c)" counts.
std::size_t find_copyright(std::string_view text) {
  for (const auto sign : kCopyright) {
    const auto at = text.rfind(sign);
    const bool near_end = at != std::string_view::npos && text.size() - at <= kCreditBytes;
    if (!near_end || !has_words(text.substr(at + sign.size()))) continue;
    if (text.substr(0, at).find("(b)") == std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

bool is_small_number(std::string_view word) {
  return !word.empty() && word.size() <= 3 && std::all_of(word.begin(), word.end(), is_ascii_digit);
}

/// Galleries count their pictures: "Bild 1 von 3 Das Rathaus.", "Foto 1/3: Das Rathaus." say "Das Rathaus.".
std::string_view without_counter(const Profile& profile, std::string_view text) {
  const auto opening = profile.credits.open(text);
  std::size_t at = opening.value_or(0);
  if (!opening || !is_small_number(next_word(text, at))) return text;
  const bool slash = trim(text.substr(at)).starts_with('/');
  if (!slash && !profile.page_turns.are_all_of(next_word(text, at))) return text;
  if (!is_small_number(next_word(text, at))) return text;
  const auto rest = text.substr(at);
  return rest.substr(std::min(rest.find_first_not_of(" :-|"), rest.size()));
}

std::string_view first_of_srcset(std::string_view srcset) { return srcset.substr(0, srcset.find_first_of(" ,\t\n")); }

int pixels(std::string_view value) {
  int number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9' || number > 100000) break;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

bool looks_like_caption(const Sheet& sheet, const Profile& profile, std::uint32_t line) {
  return is_dressed_as_caption(sheet, sheet.line(line)) || part_caption(profile, sheet.text(line)).credit.has_value();
}

Caption part_caption(const Profile& profile, std::string_view text) {
  text = without_counter(profile, trim(text));
  Caption caption;
  std::size_t begin = find_credit(profile, text);
  const bool worded = begin != std::string_view::npos;
  if (!worded) begin = find_copyright(text);
  std::string_view words = text.substr(0, begin);
  if (begin != std::string_view::npos) {
    const auto behind = text.substr(worded ? text.find(':', begin) + 1 : begin);
    const auto credit = without_parentheses(without_copyright(behind));
    if (!credit.empty()) caption.credit = clean(credit);
    words = trim(words);
    constexpr std::string_view kOpening = "([/|-,";
    while (!words.empty() && (kOpening.find(words.back()) != std::string_view::npos || words.back() == ' ')) {
      words.remove_suffix(1);
    }
  }
  if (!trim(words).empty()) caption.text = clean(words);
  return caption;
}

std::string_view picture_address(const Document& document, NodeId picture) {
  constexpr std::array<Attribute, 3> kLazy = {Attribute::data_src, Attribute::data_lazy_src, Attribute::data_original};
  for (const Attribute name : kLazy) {
    if (const auto value = trim(document.attribute(picture, name)); !value.empty()) return value;
  }
  const auto src = trim(document.attribute(picture, Attribute::src));
  if (!src.empty() && !src.starts_with("data:")) return src;
  const auto lazy_set = first_of_srcset(trim(document.attribute(picture, Attribute::data_srcset)));
  return lazy_set.empty() ? first_of_srcset(trim(document.attribute(picture, Attribute::srcset))) : lazy_set;
}

bool is_tiny(const Document& document, NodeId picture) {
  const int width = pixels(document.attribute(picture, Attribute::width));
  const int height = pixels(document.attribute(picture, Attribute::height));
  return (width > 0 && width <= kTinyPixels) || (height > 0 && height <= kTinyPixels);
}

std::vector<std::uint32_t> caption_lines(const CaptionScene& scene) {
  const auto [first, last] = lines_around(scene);
  if (first < last && is_exclusive(scene, first, last)) {
    if (auto lines = exclusive_caption(scene, first, last); !lines.empty()) return lines;
  }
  return adjacent_caption(scene);
}

}  // namespace klartext::sites
