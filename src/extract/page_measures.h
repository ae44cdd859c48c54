// A page measured once, so that each of its blocks can be measured against it.
//
// Prefix sums of prose, where the prose lies, which lines look alike, how often a text stands on the page, where labels
// were: everything here is a pass over the blocks. block_features.cpp turns it into one row of numbers a block.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/block_features.h"
#include "extract/known_texts.h"

namespace klartext {

inline constexpr float kNone = -1.0F;  ///< as a feature: the page gives no such evidence

inline float share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole);
}

inline float log_bytes(std::uint32_t bytes) { return std::log2(1.0F + static_cast<float>(bytes)); }

bool has_any(LabelSet set, std::initializer_list<Label> labels);

/// Lines of the page that look alike, taken together.
struct Look {
  std::uint32_t count = 0;
  std::uint32_t bytes = 0;
  std::uint32_t link_bytes = 0;
  std::uint32_t prose_bytes = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t homes = 0;  ///< elements that hold its lines: few hold paragraphs, every teaser has its own
  std::uint32_t outer_homes = 0;
  NodeId last_home = kNoNode;
  NodeId last_outer_home = kNoNode;
};

/// Everything about a page that the single blocks are measured against.
class PageMeasures {
 public:
  explicit PageMeasures(const FeatureContext& context);

  [[nodiscard]] std::uint32_t block_count() const { return static_cast<std::uint32_t>(blocks_.size()); }
  /// Fills the row of one block; measured when asked, since a page of many short lines has more rows than memory should
  /// hold.
  void measure(std::uint32_t index, BlockFeatures features) const;
  /// Number of each block's look: blocks of one look have the same elements and classes.
  [[nodiscard]] const std::vector<std::uint32_t>& looks() const { return look_of_; }

 private:
  void measure_sizes();
  void measure_steps();
  void measure_texts();
  void measure_prose();
  void find_top();
  void measure_looks();
  void measure_labels();
  void measure_headings();
  void find_first_prose();
  void add_to_look(Look& look, std::uint32_t i);
  [[nodiscard]] std::uint32_t bytes(std::uint32_t i) const { return blocks_[i].end - blocks_[i].begin; }
  [[nodiscard]] float link_density(std::uint32_t i) const { return link_densities_[i]; }
  [[nodiscard]] bool is_prose(std::uint32_t i) const;
  [[nodiscard]] NodeId ancestor(NodeId n) const { return document_.parent(n) == kNoNode ? n : document_.parent(n); }
  [[nodiscard]] float prose_share(NodeId n) const;
  [[nodiscard]] float steps(NodeId a, NodeId b) const;

  void add_line(BlockFeatures f, std::uint32_t i) const;
  void add_place(BlockFeatures f, std::uint32_t i) const;
  void add_containers(BlockFeatures f, std::uint32_t i) const;
  void add_neighbours(BlockFeatures f, std::uint32_t i) const;
  void add_look(BlockFeatures f, std::uint32_t i) const;
  void add_sections(BlockFeatures f, std::uint32_t i) const;
  void add_words(BlockFeatures f, std::uint32_t i) const;
  void add_rules(BlockFeatures f, std::uint32_t i) const;

  const FeatureContext context_;
  const Document& document_;
  const std::vector<Block>& blocks_;
  const KnownTexts known_;
  std::vector<std::uint32_t> since_teaser_label_;
  std::vector<std::uint32_t> since_end_label_;
  std::vector<std::uint32_t> prose_bytes_;  ///< prefix sums over blocks
  std::vector<std::uint32_t> prose_since_;  ///< blocks since the last prose block
  std::vector<std::uint32_t> prose_until_;
  std::vector<std::uint32_t> prose_rank_;  ///< prose blocks up to this one, counted from the headline
  std::vector<std::uint32_t> heading_of_;  ///< the last heading before a block; the number of blocks if there is none
  std::vector<float> log_bytes_;           ///< `log_bytes` of each block
  std::vector<float> link_densities_;
  std::vector<std::uint32_t> link_lines_;  ///< prefix sums over blocks: those that are links and hardly anything else
  std::vector<float> steps_to_next_;       ///< `steps` from a block to the next
  std::vector<std::uint32_t> text_of_;     ///< blocks of one text have one number
  std::vector<std::uint32_t> copies_;      ///< by that number: how often the text stands on the page
  std::vector<std::uint32_t> look_of_;     ///< index into `looks_`, by the elements and classes around a block
  std::vector<std::uint32_t> class_of_;    ///< the same by its own element and class
  std::vector<Look> looks_;
  std::uint32_t headline_block_ = 0;
  bool has_headline_ = false;
  std::uint32_t first_prose_ = 0;  ///< the first prose block below the headline; the number of blocks if there is none
  NodeId top_ = 0;                 ///< the node whose own children hold most of the page's prose
};

}  // namespace klartext
