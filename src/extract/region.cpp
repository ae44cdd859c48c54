#include "extract/region.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace klartext {
namespace {

/// Names so near above a block that it cannot be the article's text.
struct ForeignPlace {
  Hint hint;
  int within_steps;
};
constexpr std::array kForeignPlaces = {
    ForeignPlace{Hint::comment, 5},
    ForeignPlace{Hint::nav, 3},
    ForeignPlace{Hint::footer_element, 4},
    ForeignPlace{Hint::footer, 3},
    ForeignPlace{Hint::cookie, 4},
    ForeignPlace{Hint::sidebar, 3},
    ForeignPlace{Hint::aside_element, 4},
    ForeignPlace{Hint::related, 3},
    ForeignPlace{Hint::popular, 3},
    ForeignPlace{Hint::newsletter, 3},
    ForeignPlace{Hint::furniture_element, 5},
    ForeignPlace{Hint::form_element, 3},
    ForeignPlace{Hint::bio, 2},
    ForeignPlace{Hint::teaser, 2},
    ForeignPlace{Hint::ad, 2},
};
/// What prose in a foreign place keeps of its weight: names lie sometimes.
constexpr float kForeignShare = -0.3F;
/// Every block that is no prose costs this much; link text costs its length up to a bound.
constexpr float kNoProseCost = 12.0F;
constexpr float kMostLinkCost = 80.0F;
/// A block that the page's structured data repeats counts more than one that only looks like prose.
constexpr float kStatedFactor = 2.0F;
constexpr float kStatedCoverage = 0.7F;
/// Prose above the headline up to this share of all is cut off as something else; more means that the headline is not
/// where the article begins.
constexpr float kMostProseAboveHeadline = 0.25F;

bool in_foreign_place(const Page& page, const Block& block) {
  return std::any_of(kForeignPlaces.begin(), kForeignPlaces.end(), [&](const ForeignPlace& place) {
    return page.places.hinted(block.first, place.hint, place.within_steps);
  });
}

float weight_of(const Page& page, std::size_t index, const BodyEvidence& stated) {
  const Block& block = page.document.blocks()[index];
  const BlockTraits& traits = page.traits[index];
  if (traits.unseen) return 0;
  const auto bytes = static_cast<float>(block.end - block.begin);
  const auto link_bytes = static_cast<float>(block.link_bytes);
  if (!traits.prose) return -kNoProseCost - std::min(link_bytes, kMostLinkCost) / 2;
  const float prose = bytes - link_bytes;
  if (stated.coverage(index) >= kStatedCoverage) return kStatedFactor * prose;
  return in_foreign_place(page, block) ? kForeignShare * prose : prose;
}

std::vector<double> prefix_sums(const std::vector<float>& weights) {
  std::vector<double> sums(weights.size() + 1, 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) sums[i + 1] = sums[i] + static_cast<double>(weights[i]);
  return sums;
}

/// The subtree that weighs most; the deepest of equals, as children come after their parents.
NodeId heaviest(const Document& document, const std::vector<double>& sums) {
  NodeId best = kNoNode;
  double best_weight = 0;
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.is_text(n)) continue;
    const auto [first, last] = document.blocks_of(n);
    if (first == last) continue;
    const double weight = sums[last] - sums[first];
    if (weight < best_weight || weight <= 0) continue;
    best = n;
    best_weight = weight;
  }
  return best;
}

/// Does the headline stand among these blocks with little prose above it?
bool begins_with_headline(const Region& region, const Headline& headline, const std::vector<double>& sums) {
  if (headline.node == kNoNode || headline.first_block == headline.last_block) return false;
  if (headline.first_block < region.first_block || headline.first_block >= region.last_block) return false;
  const double above = sums[headline.first_block] - sums[region.first_block];
  return above < static_cast<double>(kMostProseAboveHeadline) * (sums[region.last_block] - sums[region.first_block]);
}

/// The next <article> with an h1 of its own after the headline's is another article: endless scrolling, a day's page.
std::uint32_t end_before_next_article(const Page& page, const Region& region, const Headline& headline) {
  const auto& document = page.document;
  const NodeId own = headline.node == kNoNode ? kNoNode : document.closest(headline.node, Tag::article);
  if (own == kNoNode) return region.last_block;
  for (std::uint32_t i = headline.last_block; i < region.last_block; ++i) {
    const Block& block = document.blocks()[i];
    if (block.heading_level != 1) continue;
    const NodeId other = document.closest(block.node, Tag::article);
    if (other != kNoNode && other != own && !document.contains(own, other) && !document.contains(other, own)) {
      return std::max(document.blocks_of(other).first, headline.last_block);
    }
  }
  return region.last_block;
}

}  // namespace

std::vector<float> block_weights(const Page& page, const BodyEvidence& stated) {
  std::vector<float> weights(page.traits.size());
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = weight_of(page, i, stated);
  return weights;
}

Region find_region(const Page& page, const Headline& headline, const BodyEvidence& stated) {
  const auto sums = prefix_sums(block_weights(page, stated));
  Region region;
  region.node = heaviest(page.document, sums);
  if (region.node == kNoNode) return region;
  std::tie(region.first_block, region.last_block) = page.document.blocks_of(region.node);
  if (begins_with_headline(region, headline, sums)) {
    region.first_block = headline.first_block;
    region.last_block = end_before_next_article(page, region, headline);
  }
  return region;
}

}  // namespace klartext
