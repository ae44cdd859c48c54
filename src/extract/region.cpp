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
/// Short lines between the paragraphs (prices, tables, buttons) must not tear the article: while the region holds less
/// than this share of the prose that counts, they cost less.
constexpr float kEnoughProse = 0.6F;
constexpr std::array kCosts = {1.0F, 0.5F, 0.25F, 0.1F};
/// A block that the page's structured data repeats counts more than one that only looks like prose.
constexpr float kStatedFactor = 2.0F;
constexpr float kStatedCoverage = 0.7F;
/// Prose above the headline up to this share of all is cut off as something else; more means that the headline is not
/// where the article begins.
constexpr float kMostProseAboveHeadline = 0.25F;

/// A name near more of the prose than this says nothing of a single block: a theme calls each paragraph so.
constexpr float kMostNamedProse = 0.75F;

/// Bit i set: the block stands in the i-th foreign place.
using PlaceSet = std::uint32_t;
static_assert(kForeignPlaces.size() <= 32);

PlaceSet foreign_places(const Page& page, const Block& block) {
  PlaceSet found = 0;
  for (std::size_t i = 0; i < kForeignPlaces.size(); ++i) {
    const ForeignPlace& place = kForeignPlaces[i];
    if (page.places.hinted(block.first, place.hint, place.within_steps)) found |= PlaceSet{1} << i;
  }
  return found;
}

bool counts_as_prose(const BlockTraits& traits) { return traits.prose && !traits.unseen; }

/// The foreign places that only a part of the prose is in.
PlaceSet telling_places(const Page& page, const std::vector<PlaceSet>& places) {
  std::array<std::size_t, kForeignPlaces.size()> bytes{};
  std::size_t all = 0;
  for (std::size_t k = 0; k < places.size(); ++k) {
    if (!counts_as_prose(page.traits[k])) continue;
    const Block& block = page.document.blocks()[k];
    all += block.end - block.begin;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if ((places[k] >> i & 1U) != 0) bytes[i] += block.end - block.begin;
    }
  }
  PlaceSet telling = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<float>(bytes[i]) <= kMostNamedProse * static_cast<float>(all)) telling |= PlaceSet{1} << i;
  }
  return telling;
}

/// Which blocks of prose stand beside the article, as far as names tell.
std::vector<bool> blocks_beside(const Page& page) {
  std::vector<PlaceSet> places(page.traits.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (counts_as_prose(page.traits[i])) places[i] = foreign_places(page, page.document.blocks()[i]);
  }
  const PlaceSet telling = telling_places(page, places);
  std::vector<bool> beside(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) beside[i] = (places[i] & telling) != 0;
  return beside;
}

float weight_of(const Page& page, std::size_t index, const BodyEvidence& stated, bool beside, float cost) {
  const Block& block = page.document.blocks()[index];
  const BlockTraits& traits = page.traits[index];
  if (traits.unseen) return 0;
  const auto bytes = static_cast<float>(block.end - block.begin);
  const auto link_bytes = static_cast<float>(block.link_bytes);
  if (!traits.prose) return -cost * (kNoProseCost + std::min(link_bytes, kMostLinkCost) / 2);
  const float prose = bytes - link_bytes;
  if (stated.coverage(index) >= kStatedCoverage) return kStatedFactor * prose;
  return beside ? kForeignShare * prose : prose;
}

/// What each block counts for the region, in bytes of prose; negative for furniture.
std::vector<float> block_weights(const Page& page, const BodyEvidence& stated, const std::vector<bool>& beside,
                                 float cost) {
  std::vector<float> weights(page.traits.size());
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = weight_of(page, i, stated, beside[i], cost);
  return weights;
}

float prose_of(const std::vector<float>& weights, std::size_t first, std::size_t last) {
  float sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += std::max(0.0F, weights[i]);
  return sum;
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

Region find_region(const Page& page, const Headline& headline, const BodyEvidence& stated) {
  const auto beside = blocks_beside(page);
  Region region;
  std::vector<double> sums;
  for (const float cost : kCosts) {
    const auto weights = block_weights(page, stated, beside, cost);
    sums = prefix_sums(weights);
    region.node = heaviest(page.document, sums);
    if (region.node == kNoNode) return region;
    std::tie(region.first_block, region.last_block) = page.document.blocks_of(region.node);
    if (prose_of(weights, region.first_block, region.last_block) >= kEnoughProse * prose_of(weights, 0, weights.size()))
      break;
  }
  if (begins_with_headline(region, headline, sums)) {
    region.first_block = headline.first_block;
    region.last_block = end_before_next_article(page, region, headline);
  }
  return region;
}

}  // namespace klartext
