// Tags are printed as "Panorama, HSH", as links, as elements parted by commas, or as the items of a list behind a
// label. What stands in a link or in one of several elements is one tag, commas and all ("CMS | Portale", "Konto,
// Ausweis").
#include <algorithm>

#include "base/text.h"
#include "sites/below.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

/// Keywords are short; a longer line behind the label is something else.
constexpr std::size_t kTagBytes = 120;

/// Text of one element, in the order of the page.
struct Item {
  std::string text;
  NodeId element = kNoNode;  ///< an inline element of its own, or kNoNode for text beside elements
  bool link = false;
};

/// The outermost inline element around the piece that stays clear of the label.
NodeId element_of(const Sheet& sheet, const Line& line, const Piece& piece, std::uint32_t from) {
  const Document& document = sheet.document();
  NodeId element = kNoNode;
  for (NodeId n = document.parent(piece.node); n != kNoNode && n != line.node; n = document.parent(n)) {
    const bool whole_line = document.text_begin(n) <= line.span.begin && document.text_end(n) >= line.span.end;
    if (is_block(document.tag(n)) || document.text_begin(n) + 1 < from) break;
    if (whole_line && document.tag(n) != Tag::a) break;
    element = n;
    if (document.tag(n) == Tag::a) break;
  }
  return element;
}

/// The line's text from `from` on, cut where elements begin and end.
std::vector<Item> items_of(const Sheet& sheet, const Line& line, std::uint32_t from) {
  std::vector<Item> items;
  for (const Piece& piece : sheet.pieces(line)) {
    const Span span{std::max(piece.span.begin, from), piece.span.end};
    if (span.empty()) continue;
    const NodeId element = element_of(sheet, line, piece, from);
    const auto text = sheet.text(span);
    if (!items.empty() && items.back().element == element) {
      const bool touches = span.begin > 0 && sheet.document().all_text()[span.begin - 1] != ' ';
      items.back().text.append(touches ? "" : " ").append(text);
    } else {
      const bool link = element != kNoNode && sheet.document().tag(element) == Tag::a;
      items.push_back({std::string(text), element, link});
    }
  }
  return items;
}

bool opens_with_separator(std::string_view text) { return text.empty() || text.find_first_not_of(":,;|/") != 0; }

std::string_view without_separators(std::string_view text) {
  while (!text.empty() && opens_with_separator(text)) text = trim(text.substr(1));
  if (std::size_t at = 1; text.size() > 1 && text.front() == '#' && is_letter(next_character(text, at))) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == '|')) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

void add_tag(std::string_view text, std::vector<std::string>& tags) {
  text = without_separators(trim(text));
  if (text.empty() || text.size() > kTagBytes || !has_words(text)) return;
  tags.emplace_back(text);
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

/// Dots between words part tags as nothing else does. A bar may stand within a tag ("CMS | Portale"); several, and no
/// comma anywhere, part tags.
std::string with_commas(std::string_view text) {
  constexpr std::string_view kBar = " | ";
  std::vector<std::string_view> separators = {" · ", " • "};
  if (text.find_first_of(",;") == std::string_view::npos && count_of(text, kBar) > 1) separators.push_back(kBar);
  std::string out(text);
  for (const std::string_view separator : separators) {
    for (auto at = out.find(separator); at != std::string::npos; at = out.find(separator, at)) {
      out.replace(at, separator.size(), ", ");
    }
  }
  return out;
}

/// Parts between commas and semicolons outside of parentheses.
void add_listed(std::string_view text, std::vector<std::string>& tags) {
  int open = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') ++open;
    if (text[at] == ')' && open > 0) --open;
    if ((text[at] != ',' && text[at] != ';') || open > 0) continue;
    add_tag(text.substr(begin, at - begin), tags);
    begin = at + 1;
  }
  add_tag(text.substr(begin), tags);
}

void add_line(const Sheet& sheet, const Line& line, std::uint32_t from, std::vector<std::string>& tags) {
  const auto items = items_of(sheet, line, from);
  const auto elements =
      std::count_if(items.begin(), items.end(), [](const Item& item) { return item.element != kNoNode; });
  for (const Item& item : items) {
    if (item.link || (item.element != kNoNode && elements > 1)) {
      add_tag(item.text, tags);
    } else {
      add_listed(with_commas(item.text), tags);
    }
  }
}

/// The line's child-of-`both` ancestor: the sibling that holds it.
NodeId sibling_under(const Document& document, NodeId both, NodeId n) {
  while (document.parent(n) != both) n = document.parent(n);
  return n;
}

/// Last line (exclusive) of what follows a label that stands alone: the next element, and its like beside it.
std::uint32_t end_of_list(const BelowScene& scene, std::uint32_t label) {
  const Sheet& sheet = scene.sheet;
  const Document& document = sheet.document();
  const std::uint32_t first = label + 1;
  const std::uint32_t stop = label < scene.frame.stop ? scene.frame.stop : sheet.size();
  if (first >= stop) return first;
  const NodeId both = document.common_ancestor(sheet.line(label).first, sheet.line(first).first);
  const NodeId holder = sibling_under(document, both, sheet.line(first).first);
  const bool one_a_line = sheet.text(first).find(',') == std::string_view::npos;
  std::uint32_t i = first;
  for (; i < stop && scene.landmarks.kind(i) == Kind::text; ++i) {
    if (sheet.text(i).size() > kTagBytes && i > first) break;
    if (!document.contains(both, sheet.line(i).first)) break;
    const NodeId sibling = sibling_under(document, both, sheet.line(i).first);
    if (sibling != holder && (document.tag(sibling) != document.tag(holder) || !one_a_line)) break;
    if (is_printed_address(sheet.text(i))) break;
    const bool next_of_list = one_a_line && sheet.line(i).before == Break::line;
    if (document.is_text(holder) && i > first && !next_of_list) break;
  }
  return i;
}

}  // namespace

std::uint32_t end_of_tags(const BelowScene& scene) {
  const std::uint32_t i = scene.frame.tags;
  if (i == kNoLine) return scene.frame.below;
  const Line& line = scene.sheet.line(i);
  const auto label = tags_label(scene.sheet, scene.profile, line).value_or(line.span.size());
  const bool behind_label = has_words(scene.sheet.text(line).substr(label));
  return behind_label ? i + 1 : end_of_list(scene, i);
}

Found<std::vector<std::string>> read_tags(const BelowScene& scene) {
  Found<std::vector<std::string>> found;
  found.rule = "words behind the tags label";
  const std::uint32_t i = scene.frame.tags;
  if (i == kNoLine) return found;
  const Line& line = scene.sheet.line(i);
  found.node = line.node;
  const auto label = tags_label(scene.sheet, scene.profile, line).value_or(line.span.size());
  add_line(scene.sheet, line, line.span.begin + static_cast<std::uint32_t>(label), found.value);
  const std::uint32_t last = end_of_tags(scene);
  for (std::uint32_t next = i + 1; next < last; ++next) {
    add_line(scene.sheet, scene.sheet.line(next), scene.sheet.line(next).span.begin, found.value);
  }
  return found;
}

}  // namespace klartext::sites
