// What one page may ask of the parser. Below these limits prune changes nothing; beyond them tags are dropped and their
// text stays, as browsers do it with depth.
//
// "Measured" speaks of 1,855 news pages, saved from 1999 to 2026.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "html/tree_shadow.h"

namespace klartext {

/// Elements open at once. Gumbo looks through them at nearly every tag, at up to 16 ns each. Measured: at most 51.
inline constexpr std::size_t kMaxDepth = 256;

/// A page may stay deeper than this only for so long: the sum, over its tags, of the elements beyond. Measured: 0.
/// Used up, it costs Gumbo 30 ms.
inline constexpr std::size_t kUsualDepth = 64;
inline constexpr std::size_t kMaxDeepTags = 2'000'000;

/// Formatting elements (<b>, <font>, …) remembered at once, with the markers of table cells. Measured: at most 13.
inline constexpr std::size_t kMaxFormatting = 100;

/// Formatting elements that are never closed are opened again in every block, each time with 250 bytes of memory: so
/// many a page, and one more for every so many of its bytes. Measured: at most 12.
inline constexpr std::size_t kMaxReopened = 5'000;
inline constexpr std::size_t kBytesPerReopened = 64;

/// Start tags of a page, the one budget that dropping cannot meet. Measured: at most 6,749.
inline constexpr std::size_t kMaxStartTags = std::size_t{1} << 20;

/// Keeps account of one page.
class PruneBudget {
 public:
  explicit PruneBudget(std::size_t page_bytes) : max_reopened_(kMaxReopened + page_bytes / kBytesPerReopened) {}

  /// False: the start tag is to be dropped. `closes_soon`: the element may go one beyond the depth.
  [[nodiscard]] bool affords_start(const TreeShadow& tree, Element element, bool closes_soon) {
    const bool formatting = traits(element).end == EndRule::formatting;
    return !formatting && !too_deep(tree) ? ++start_tags_, true : weigh_start(tree, element, closes_soon);
  }
  /// False: the end tag is to be dropped, as its start tag was.
  [[nodiscard]] bool affords_end(const TreeShadow& tree, Element element) {
    const bool none_dropped = dropped_[static_cast<std::size_t>(element)] == 0;
    return (none_dropped && !deep_for_too_long()) || weigh_end(tree, element);
  }
  /// To be asked after every tag that was kept.
  void count_depth(const TreeShadow& tree) {
    if (tree.depth() > kUsualDepth) deep_tags_ += tree.depth() - kUsualDepth;
  }
  [[nodiscard]] bool used_up() const { return start_tags_ > kMaxStartTags; }
  [[nodiscard]] bool reopening_used_up(const TreeShadow& tree) const { return tree.reopened() >= max_reopened_; }

 private:
  [[nodiscard]] bool deep_for_too_long() const { return deep_tags_ >= kMaxDeepTags; }
  [[nodiscard]] bool too_deep(const TreeShadow& tree) const {
    return tree.depth() >= (deep_for_too_long() ? kUsualDepth : kMaxDepth);
  }
  bool weigh_start(const TreeShadow& tree, Element element, bool closes_soon);
  bool weigh_end(const TreeShadow& tree, Element element);

  std::size_t max_reopened_;
  std::size_t start_tags_ = 0;
  std::size_t deep_tags_ = 0;
  std::array<std::uint32_t, static_cast<std::size_t>(Element::count_)> dropped_{};  ///< and not yet ended
};

}  // namespace klartext
