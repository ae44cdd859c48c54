// A block as numbers: what the block model looks at when it decides whether a line of the page belongs to the article.
//
// Five kinds of evidence: the line itself (length, links, punctuation, word classes), the names around it (Hints), its
// place (after the headline? how much prose shares its container?), its look (lines whose elements and classes are the
// same share a fate), and what the page says elsewhere (the articleBody of its structured data, its description). All
// of it comes from prefix sums and one pass over the text.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "extract/body_evidence.h"
#include "extract/headline.h"
#include "extract/hints.h"
#include "extract/page.h"
#include "extract/region.h"
#include "extract/word_classes.h"

namespace klartext {

// clang-format off
/// X(name): the features before the word counts and the hint distances; their order is the model's order.
#define KLARTEXT_BLOCK_FEATURES(X) \
  X(log_bytes) X(word_count) X(link_density) X(strong_density) X(kind) X(heading_level) X(hidden) X(furniture) X(break_before) \
  X(ends_sentence) X(ends_colon) X(starts_upper) X(digit_share) X(upper_share) X(comma_rate) X(sentence_rate) X(mean_word_bytes) \
  X(function_word_share) X(bar_count) X(has_url_or_at) X(has_copyright) X(starts_with_quote) X(starts_with_bracket) \
  X(tag) X(depth) X(duplicate_count) X(in_article_body) X(description_overlap) X(headline_overlap) \
  X(blocks_after_headline) X(bytes_after_headline) X(before_headline) X(page_position) \
  X(prose_share_1) X(prose_share_2) X(prose_share_3) X(prose_share_4) X(prose_share_5) \
  X(link_density_1) X(link_density_2) X(link_density_3) X(link_density_4) \
  X(blocks_1) X(blocks_2) X(blocks_3) X(steps_to_top) X(position_in_top) X(same_parent_as_prose) \
  X(log_bytes_before_1) X(log_bytes_before_2) X(log_bytes_after_1) X(log_bytes_after_2) \
  X(link_density_before_1) X(link_density_after_1) X(link_density_around) X(prose_before) X(prose_after) X(kind_before) X(kind_after) \
  X(heading_level_before) X(steps_to_before) X(steps_to_after) X(blocks_since_prose) X(blocks_until_prose) \
  X(look_prose_share) X(look_count) X(look_link_density) X(look_span) X(look_mean_log_bytes) X(class_prose_share) X(class_count) \
  X(sentences) X(reads_like_prose) X(stated_coverage) X(in_region) X(rule_score) X(rule_kept) \
  X(labels_teasers) X(labels_navigation) X(labels_offer) X(labels_apparatus) X(prefix_label) X(blocks_since_teaser_label) X(blocks_since_end_label) \
  X(look_homes) X(look_outer_homes) X(look_gap) X(class_homes) X(class_gap) X(heading_links) X(blocks_since_heading) X(link_lines_around) \
  X(ends_cut) X(prose_rank) X(steps_to_first_prose) X(looks_like_first_prose) X(page_prose)
// clang-format on

enum class BlockFeature : std::uint8_t {
#define X(name) name,
  KLARTEXT_BLOCK_FEATURES(X)
#undef X
      count_,
};

inline constexpr std::size_t kOwnFeatureCount = static_cast<std::size_t>(BlockFeature::count_);
inline constexpr std::size_t kBlockFeatureCount = kOwnFeatureCount + kWordClassCount + kHintCount;
using BlockFeatures = std::span<float, kBlockFeatureCount>;

/// What the rules think of the region's blocks, in order.
struct RuledBlocks {
  std::vector<float> scores;  ///< by the signals of block_signals.cpp
  std::vector<bool> kept;     ///< by signals and runs
  std::uint32_t words = 0;    ///< in the blocks that are kept
};

/// What the features are taken from: the page, and what the rules before the model made of it.
struct FeatureContext {
  const Page& page;
  const Headline& headline;
  const BodyEvidence& stated;
  const Region& region;
  const RuledBlocks& ruled;
};

/// Names of the features, for the training script and for reading a model.
std::vector<std::string_view> block_feature_names();

}  // namespace klartext
