// The zone reaches from the heading to the first line that ends what belongs to the article, or to the headline of the
// next article where a page goes on with that; the teasers are all that it holds, in the page's order. A page may hold
// them twice, for wide screens and for small ones.
#include "sites/related.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sites/ads.h"
#include "sites/anchor.h"
#include "sites/boxes.h"
#include "sites/teaser.h"
#include "sites/teaser_groups.h"
#include "sites/teaser_items.h"

namespace klartext::sites {
namespace {

bool ends_zone(Kind kind) {
  return kind == Kind::related || kind == Kind::providers || kind == Kind::end || kind == Kind::tags;
}

/// Node behind the heading's words or picture.
NodeId end_of_heading(const Sheet& sheet, const NamedHeading& heading) {
  return heading.picture != kNoNode ? heading.picture + 1 : sheet.line(heading.last - 1).last;
}

TeaserZone find_zone(const Sheet& sheet, const Landmarks& landmarks, const NamedHeading& heading, std::uint32_t limit) {
  TeaserZone zone;
  zone.first = heading.last;
  zone.last = zone.first;
  limit = std::min(limit, next_headline(sheet, landmarks, zone.first));
  while (zone.last < limit && !ends_zone(landmarks.kind(zone.last))) ++zone.last;
  zone.from = end_of_heading(sheet, heading);
  zone.to = sheet.begin_of(zone.last);
  return zone;
}

/// "Newsletter" and a form between two teasers.
void drop_forms(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const TeaserZone& zone,
                NodeId heading, Mask& mask) {
  std::vector<NodeId> boxes;
  find_form_boxes(sheet, profile, zone.first, zone.last, heading, boxes);
  for (const NodeId box : boxes) {
    const auto [first, last] = sheet.lines_of(box);
    bool teaser = false;
    for (auto i = first; i < last; ++i) {
      teaser = teaser || landmarks.kind(i) == Kind::dated || landmarks.kind(i) == Kind::more;
    }
    if (!teaser) mask.drop(box);
  }
}

}  // namespace

Found<std::vector<Teaser>> read_related(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                        const NamedHeading& heading, std::uint32_t top, std::uint32_t anchor,
                                        std::string_view base_url, Mask& mask) {
  Found<std::vector<Teaser>> found;
  found.rule = "teasers under the related heading";
  found.node = sheet.line(heading.first).node;
  const TeaserZone zone = find_zone(sheet, landmarks, heading, heading.first < top ? top : sheet.size());
  drop_ads(sheet, landmarks, profile, zone.first, zone.last, anchor, mask);
  drop_forms(sheet, landmarks, profile, zone, sheet.line(heading.first).first, mask);
  std::vector<NodeId> bounds = {sheet.line(heading.first).first};
  if (zone.last < sheet.size()) bounds.push_back(sheet.line(zone.last).first);
  const auto items = teaser_items(sheet, landmarks, profile, zone, mask);
  const auto groups = group_teasers(sheet, profile, items, bounds, zone.to);
  const TeaserStyle style{sheet, profile, base_url, has_inline_kickers(sheet, profile, groups)};
  std::unordered_set<std::string> known;
  for (const ItemGroup& group : groups) {
    auto teaser = read_teaser(style, group);
    const bool again = teaser.url && !known.insert(*teaser.url + ' ' + teaser.title.value_or("")).second;
    if (!again) found.value.push_back(std::move(teaser));
  }
  return found;
}

}  // namespace klartext::sites
