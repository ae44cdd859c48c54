// What only the neighbours of a block give away.
//
// Four rules over the kept blocks of a region, each a pass: what follows a label ("Read also") until the prose goes on,
// everything behind the last mark of the end, text that stands there twice, headings with nothing under them.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "extract/body.h"

namespace klartext {
namespace {

/// A mark of the end counts if at most this share of the kept prose stands behind it; comments always count.
constexpr double kMostBehindEnd = 0.2;
/// Shorter texts repeat by chance ("Yes.", a name in an interview).
constexpr std::size_t kShortestRepeatedBytes = 40;
/// Teasers behind a label are short or links; a longer paragraph without links is the article again.
constexpr std::uint32_t kTeaserWords = 25;
constexpr float kTeaserLinkDensity = 0.3F;

struct Run {
  const Page& page;
  const Region& region;
  std::vector<bool>& kept;

  [[nodiscard]] std::uint32_t begin() const { return region.first_block; }
  [[nodiscard]] std::uint32_t end() const { return region.last_block; }
  [[nodiscard]] bool is_kept(std::uint32_t i) const { return kept[i - region.first_block]; }
  void drop(std::uint32_t i) { kept[i - region.first_block] = false; }
  [[nodiscard]] const Block& block(std::uint32_t i) const { return page.document.blocks()[i]; }
  [[nodiscard]] NodeId parent(std::uint32_t i) const { return page.document.parent(block(i).node); }
  [[nodiscard]] std::uint32_t bytes(std::uint32_t i) const { return block(i).end - block(i).begin; }
};

bool opens_teasers(const LabelSet& label) { return label.has(Label::related) || label.has(Label::popular); }

bool may_be_teaser(const Run& run, std::uint32_t i) {
  const auto& traits = run.page.traits[i];
  return traits.link_density >= kTeaserLinkDensity || (traits.words < kTeaserWords && !traits.ends_sentence);
}

/// A subheading of the article stands outside the element of the label and is no link.
bool is_next_subheading(const Run& run, std::uint32_t label, std::uint32_t i) {
  const auto& document = run.page.document;
  const NodeId box = document.parent(run.block(label).node);
  return run.block(i).kind == BlockKind::heading && run.block(i).link_bytes == 0 && run.is_kept(i) && box != kNoNode &&
         !document.contains(box, run.block(i).node);
}

void drop_behind_labels(Run& run) {
  constexpr std::uint32_t kNoLabel = 0xFFFFFFFFU;
  std::uint32_t label = kNoLabel;
  for (std::uint32_t i = run.begin(); i < run.end(); ++i) {
    if (opens_teasers(run.page.traits[i].label)) {
      label = i;
    } else if (label != kNoLabel && (!may_be_teaser(run, i) || is_next_subheading(run, label, i))) {
      label = kNoLabel;
    }
    if (label != kNoLabel) run.drop(i);
  }
}

bool ends_article(const Run& run, std::uint32_t i) {
  const auto& label = run.page.traits[i].label;
  return label.has(Label::comments) || label.has(Label::author_box) ||
         (opens_teasers(label) && run.block(i).kind == BlockKind::heading);
}

/// For each element with kept prose directly in it, the last such block.
std::unordered_map<NodeId, std::uint32_t> last_prose_by_parent(const Run& run) {
  std::unordered_map<NodeId, std::uint32_t> last;
  for (std::uint32_t i = run.begin(); i < run.end(); ++i) {
    if (run.is_kept(i) && run.page.traits[i].prose) last[run.parent(i)] = i;
  }
  return last;
}

/// Cuts at the first mark behind which little or nothing of the article is left. A label of teasers behind which prose
/// goes on in the same element is a box inside the text.
void cut_behind_end(Run& run) {
  std::uint32_t all = 0;
  for (std::uint32_t i = run.begin(); i < run.end(); ++i) all += run.is_kept(i) ? run.bytes(i) : 0;
  const auto last_prose = last_prose_by_parent(run);
  std::uint32_t before = 0;
  NodeId home = kNoNode;  // of the prose above
  for (std::uint32_t i = run.begin(); i < run.end(); ++i) {
    if (run.is_kept(i)) before += run.bytes(i);
    if (run.is_kept(i) && run.page.traits[i].prose) home = run.parent(i);
    if (before == 0 || !ends_article(run, i)) continue;
    if (static_cast<double>(all - before) > kMostBehindEnd * static_cast<double>(all)) continue;
    const auto goes_on = last_prose.find(home);
    const bool box_inside = goes_on != last_prose.end() && goes_on->second > i;
    if (opens_teasers(run.page.traits[i].label) && box_inside) continue;
    for (std::uint32_t k = i; k < run.end(); ++k) run.drop(k);
    return;
  }
}

void drop_repeated(Run& run) {
  std::unordered_set<std::string_view> seen;
  for (std::uint32_t i = run.begin(); i < run.end(); ++i) {
    if (!run.is_kept(i) || run.bytes(i) < kShortestRepeatedBytes) continue;
    if (!seen.insert(run.page.document.text(run.block(i))).second) run.drop(i);
  }
}

/// From the end: a heading stays if something below it stays that is no heading of its own or a higher level.
void drop_empty_headings(Run& run) {
  int level_below = 0;  // of the heading that follows next, 0: text follows
  bool text_below = false;
  for (std::uint32_t i = run.end(); i-- > run.begin();) {
    if (!run.is_kept(i)) continue;
    const int level = run.block(i).kind == BlockKind::heading ? run.block(i).heading_level : 0;
    const bool over_nothing = level > 0 && (!text_below || (level_below > 0 && level_below < level));
    if (over_nothing) {
      run.drop(i);
      continue;
    }
    text_below = true;
    level_below = level;
  }
}

}  // namespace

void drop_by_runs(const Page& page, const Region& region, std::vector<bool>& kept) {
  Run run{page, region, kept};
  drop_behind_labels(run);
  cut_behind_end(run);
  drop_repeated(run);
  drop_empty_headings(run);
}

}  // namespace klartext
