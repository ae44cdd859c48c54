// Links stand behind the last running text, one or more to a line; "(Deep Link)" behind one belongs to its text. Links
// that lead on through the site ("Zurück zur Übersicht", "« Voriger Beitrag") stand there, too, and are none of the
// article's. Print and PDF are found by their words wherever they stand between headline and stop.
#include "sites/below.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "sites/match.h"

namespace klartext::sites {
namespace {

/// "Weitere Informationen:" above the links.
constexpr std::size_t kLabelBytes = 60;
/// Words behind a link that belong to it: "(Deep Link)", "(PDF; 1,2 MB)".
constexpr std::size_t kRemarkBytes = 40;
/// An article lists a few links; each line of a navigation costs a walk over all of them.
constexpr std::uint32_t kNavLines = 24;

/// "(Deep Link)" behind a link.
bool is_remark(const Sheet& sheet, const Piece& piece) {
  const auto text = sheet.text(piece);
  return text.size() <= kRemarkBytes && text.starts_with('(') && text.ends_with(')');
}

/// Links and remarks are the whole of the line, a label in front ("Link-URL:") and punctuation aside.
bool is_link_line(const Sheet& sheet, const Profile& profile, const Line& line) {
  if (line.link_bytes == 0) return is_printed_address(sheet.text(line));
  if (sheet.is_all_link(line)) return true;
  const auto pieces = sheet.pieces(line);
  const bool labelled = profile.link_labels.are_all_of(sheet.text(pieces.front()));
  return std::all_of(pieces.begin() + (labelled ? 1 : 0), pieces.end(), [&](const Piece& piece) {
    return piece.link != kNoNode || is_remark(sheet, piece) || !has_words(sheet.text(piece));
  });
}

/// Addresses that hand this page on to others, whatever the link says.
bool is_share_address(std::string_view url) {
  constexpr std::array<std::string_view, 9> kParts = {"/sharer",       "/share?",      "/intent/",
                                                      "share-offsite", "sharearticle", "api.whatsapp.com/",
                                                      "://wa.me/",     "t.me/share",   "/pin/create"};
  return std::any_of(kParts.begin(), kParts.end(),
                     [url](std::string_view part) { return contains_ignoring_case(url, part); });
}

/// One link of a line, with the words behind it that are no separator.
void add_links_of_line(const BelowScene& scene, const Line& line, std::vector<Link>& links) {
  const Sheet& sheet = scene.sheet;
  NodeId open = kNoNode;
  for (const Piece& piece : sheet.pieces(line)) {
    if (piece.link == kNoNode) {
      if (open != kNoNode && is_remark(sheet, piece)) {
        links.back().text.append(1, ' ').append(sheet.text(piece));
      }
      continue;
    }
    if (piece.link == open) continue;
    const auto href = sheet.document().attribute(piece.link, Attribute::href);
    auto url = resolve_url(scene.base_url, href);
    open = kNoNode;
    if (!url || is_share_address(*url)) continue;
    open = piece.link;
    links.push_back({clean(sheet.document().text(piece.link)), std::move(*url)});
  }
}

void add_printed_address(std::string_view text, std::vector<Link>& links) {
  const std::string address = is_http_url(text) ? std::string(text) : "http://" + std::string(text);
  links.push_back({std::string(text), resolve_url("", address).value_or(address)});
}

void add_line(const BelowScene& scene, const Line& line, std::vector<Link>& links) {
  if (line.link_bytes > 0) {
    add_links_of_line(scene, line, links);
  } else if (is_link_line(scene.sheet, scene.profile, line)) {
    add_printed_address(scene.sheet.text(line), links);
  }
}

/// All links of the line lead to other hosts: to pages of the same one lead navigation and lists.
bool leads_out(const BelowScene& scene, const Line& line) {
  std::vector<Link> links;
  add_line(scene, line, links);
  return !links.empty() && std::all_of(links.begin(), links.end(), [&](const Link& link) {
    return url_host(link.url) != url_host(scene.base_url);
  });
}

/// A <nav> behind the text whose links all lead to other hosts is no navigation of the site: the article's links.
bool is_list_of_links(const BelowScene& scene, NodeId nav) {
  if (scene.sheet.document().tag(nav) != Tag::nav) return false;
  const auto [first, last] = scene.sheet.lines_of(nav);
  if (first <= scene.frame.anchor || last - first > kNavLines) return false;
  for (std::uint32_t i = first; i < last; ++i) {
    const Line& line = scene.sheet.line(i);
    if (line.link_bytes > 0 && !leads_out(scene, line)) return false;
  }
  return true;
}

bool is_readable(const BelowScene& scene, std::uint32_t i, const Mask& mask) {
  const Line& line = scene.sheet.line(i);
  if (scene.landmarks.kind(i) != Kind::text || mask.dropped(line.first)) return false;
  return !scene.sheet.is_furniture(line, scene.sheet.line(scene.frame.anchor).first) ||
         is_list_of_links(scene, line.furniture);
}

/// Words above the links: known ones, any with a colon, or a heading over nothing but links.
bool is_link_label(const BelowScene& scene, std::uint32_t i) {
  const Line& line = scene.sheet.line(i);
  const auto text = scene.sheet.text(line);
  if (text.size() > kLabelBytes) return false;
  return scene.profile.link_labels.are_all_of(text) || text.ends_with(':') || line.heading_level > 0;
}

/// First of the link lines that no other text follows; `below` if there are none.
std::uint32_t first_link_line(const BelowScene& scene, const Mask& mask) {
  std::uint32_t first = scene.frame.below;
  for (std::uint32_t i = scene.frame.below; i-- > scene.frame.anchor + 1;) {
    if (!is_readable(scene, i, mask)) continue;
    if (is_link_line(scene.sheet, scene.profile, scene.sheet.line(i))) {
      first = i;
    } else if (!(first < scene.frame.below && is_link_label(scene, i))) {
      break;
    }
  }
  return first;
}

/// Does the link say one of the words, by its text or by its picture, or as an icon without any by its title?
bool says(const Sheet& sheet, NodeId link, const Phrases& words) {
  const Document& document = sheet.document();
  if (words.are_all_of(document.text(link))) return true;
  if (!document.text(link).empty()) return false;
  const auto [first, last] = sheet.pictures_of(link);
  for (auto i = first; i < last; ++i) {
    if (words.are_all_of(document.attribute(sheet.pictures()[i].node, Attribute::alt))) return true;
  }
  return words.are_all_of(document.attribute(link, Attribute::title)) ||
         words.are_all_of(document.attribute(link, Attribute::aria_label));
}

/// "Links:" above the links, or over nothing; other words with a colon only above links.
void drop_label_above(const BelowScene& scene, std::uint32_t first, bool over_links, Mask& mask) {
  const std::uint32_t label = first - 1;
  if (label <= scene.frame.anchor || !is_readable(scene, label, mask) || !is_link_label(scene, label)) return;
  if (!over_links && !scene.profile.link_labels.are_all_of(scene.sheet.text(label))) return;
  drop_line(scene.sheet.line(label), mask);
}

std::optional<Found<std::string>> tool_between(const BelowScene& scene, const Phrases& words, std::string_view rule,
                                               NodeId from, NodeId to) {
  const Document& document = scene.sheet.document();
  for (NodeId n = from; n < to; ++n) {
    if (document.tag(n) != Tag::a || !document.has(n, Attribute::href) || !says(scene.sheet, n, words)) continue;
    auto url = resolve_url(scene.base_url, document.attribute(n, Attribute::href));
    if (url) return Found<std::string>{std::move(*url), n, rule};
  }
  return std::nullopt;
}

/// Among tags and tools only links to other hosts are the article's.
void read_links_behind_text(const BelowScene& scene, const Mask& mask, Found<std::vector<Link>>& found) {
  const Frame& frame = scene.frame;
  const bool tags_below = frame.tags != kNoLine && frame.tags >= frame.below;
  for (std::uint32_t i = frame.below; i < frame.stop; ++i) {
    if (tags_below && i == frame.tags) i = std::max(end_of_tags(scene), i + 1);
    if (i >= frame.stop) break;
    const Line& line = scene.sheet.line(i);
    if (!is_readable(scene, i, mask) || !is_link_line(scene.sheet, scene.profile, line) || !leads_out(scene, line))
      continue;
    if (found.node == kNoNode) found.node = line.node;
    found.rule = "link lines among tags and tools";
    add_line(scene, line, found.value);
  }
}

/// The same words over a link to another host are the article's: "Zur Anmeldung" of a congress.
bool stays_on_site(const BelowScene& scene, const Link& link) {
  return !is_http_url(link.url) || url_host(link.url) == url_host(scene.base_url) ||
         is_host_of(scene.profile, link.url);
}

/// "Nächster Beitrag »"
bool points_on(std::string_view text) {
  constexpr std::array<std::string_view, 4> kArrows = {"»", "›", "→", ">>"};
  return std::any_of(kArrows.begin(), kArrows.end(), [text](auto arrow) { return text.ends_with(arrow); });
}

/// "« Voriger Beitrag"; not "«Das Netz», Teil 1"
bool points_back(std::string_view text) {
  constexpr std::array<std::string_view, 4> kArrows = {"«", "‹", "←", "<<"};
  const bool quotes = text.find("»") != std::string_view::npos || text.find("›") != std::string_view::npos;
  return !quotes && std::any_of(kArrows.begin(), kArrows.end(), [text](auto arrow) { return text.starts_with(arrow); });
}

/// Links that lead on through the site; an arrow at a link's end does so where another points back.
void drop_navigation(const BelowScene& scene, std::vector<Link>& links) {
  const bool pair = std::any_of(links.begin(), links.end(), [&](const Link& link) { return points_back(link.text); });
  std::erase_if(links, [&](const Link& link) {
    const bool navigates = scene.profile.site_links.open(link.text) || points_back(link.text);
    return stays_on_site(scene, link) && (navigates || (pair && points_on(link.text)));
  });
}

}  // namespace

Found<std::vector<Link>> read_links(const BelowScene& scene, Mask& mask) {
  Found<std::vector<Link>> found;
  found.rule = "link lines below the body";
  const std::uint32_t first = first_link_line(scene, mask);
  if (first < scene.frame.below) found.node = scene.sheet.line(first).node;
  for (std::uint32_t i = first; i < scene.frame.below; ++i) {
    if (!is_readable(scene, i, mask)) continue;
    add_line(scene, scene.sheet.line(i), found.value);
    drop_line(scene.sheet.line(i), mask);
  }
  drop_navigation(scene, found.value);
  drop_label_above(scene, first, !found.value.empty(), mask);
  if (found.value.empty()) read_links_behind_text(scene, mask, found);
  return found;
}

std::optional<Found<std::string>> read_tool(const BelowScene& scene, const Phrases& words, std::string_view rule) {
  const Sheet& sheet = scene.sheet;
  const Frame& frame = scene.frame;
  // A heading in the middle of a line may have the tools in front of it.
  const NodeId to = frame.stop < sheet.size() ? sheet.line(frame.stop).last : sheet.document().size();
  const NodeId below = frame.below < sheet.size() ? sheet.begin_of(frame.below) : to;
  // "PDF" amid the text may be a document that the article offers.
  auto tool = tool_between(scene, words, rule, below, to);
  if (!tool) tool = tool_between(scene, words, rule, sheet.line(scene.top).first, below);
  if (tool || frame.tags == kNoLine || frame.tags < frame.stop) return tool;
  std::uint32_t end = end_of_tags(scene);
  while (end < sheet.size() && scene.landmarks.kind(end) == Kind::tools) ++end;
  return tool_between(scene, words, rule, sheet.begin_of(frame.tags), sheet.begin_of(end));
}

}  // namespace klartext::sites
