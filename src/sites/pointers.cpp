// A pointer opens a line of links, or stands above lines that are nothing but links. Each link to a page of the site is
// a teaser without date and text. Known words above links at the end of the text ("Mehr zum Thema") are their label.
#include "sites/pointers.h"

#include <algorithm>

#include "base/url.h"
#include "sites/anchor.h"
#include "sites/boxes.h"
#include "sites/match.h"
#include "sites/teaser.h"
#include "sites/teaser_items.h"

namespace klartext::sites {
namespace {

/// A box leads to a few articles.
constexpr std::uint32_t kPointedLines = 6;

bool leads_to_site(const BelowScene& scene, NodeId link) {
  const auto url = resolve_url(scene.base_url, scene.sheet.document().attribute(link, Attribute::href));
  return url && (!is_http_url(*url) || is_host_of(scene.profile, *url) || url_host(*url) == url_host(scene.base_url));
}

/// The lines [first, last) that hold the links of the pointer in line i; empty if it is none. `prose` is the last line
/// of running text.
std::pair<std::uint32_t, std::uint32_t> pointed_lines(const BelowScene& scene, std::uint32_t prose, std::uint32_t i) {
  const Line& line = scene.sheet.line(i);
  const auto text = scene.sheet.text(line);
  const auto opening = scene.landmarks.kind(i) == Kind::text ? scene.profile.pointers.open(text) : std::nullopt;
  if (!opening) return {i, i};
  if (has_words(text.substr(*opening))) return {i, line.link_bytes > 0 && !is_prose(scene.sheet, i) ? i + 1 : i};
  if (scene.profile.link_labels.are_all_of(text) && i > prose) return {i, i};
  std::uint32_t last = i + 1;
  while (last < scene.frame.below && last - i <= kPointedLines && scene.landmarks.kind(last) == Kind::text &&
         scene.sheet.is_all_link(scene.sheet.line(last))) {
    ++last;
  }
  return {i + 1, last};
}

/// The line's links to pages of the site, each with its words as a teaser's title.
void add_teasers(const BelowScene& scene, std::uint32_t i, std::vector<Teaser>& teasers) {
  std::vector<Item> links;
  for (const Piece& piece : scene.sheet.pieces(scene.sheet.line(i))) {
    if (piece.link == kNoNode || !leads_to_site(scene, piece.link)) continue;
    if (!links.empty() && links.back().link == piece.link) {
      links.back().span.end = piece.span.end;
    } else {
      links.push_back({Item::Type::text, piece.node, piece.link, i, piece.span, {}});
    }
  }
  const TeaserStyle style{scene.sheet, scene.profile, scene.base_url, /*kicker_inline=*/true};
  for (const Item& link : links) {
    const Item date{Item::Type::date, link.node, link.link, i, {link.span.end, link.span.end}, {}};
    teasers.push_back(read_teaser(style, {{link, date}, 1, {}, link.node}));
  }
}

}  // namespace

std::vector<Teaser> read_pointed(const BelowScene& scene, Mask& mask) {
  const Sheet& sheet = scene.sheet;
  const Frame& frame = scene.frame;
  const std::uint32_t prose = last_prose(sheet, scene.landmarks, frame);
  std::vector<Teaser> teasers;
  for (std::uint32_t i = frame.anchor + 1; i < frame.below; ++i) {
    const auto [first, last] = pointed_lines(scene, prose, i);
    if (first == last) continue;
    drop_line(sheet.line(i), mask);
    for (auto line = first; line < last; ++line) {
      add_teasers(scene, line, teasers);
      drop_line(sheet.line(line), mask);
    }
    i = last - 1;
  }
  return teasers;
}

}  // namespace klartext::sites
