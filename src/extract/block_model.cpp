#include "extract/block_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace klartext {
namespace {

#include "extract/block_model_data.inc"

#ifndef KLARTEXT_UNTRAINED  // set to build dump_blocks with features that no model knows yet
static_assert(kFeaturesTrainedWith == kBlockFeatureCount, "the features have changed: train the model again");
#endif

constexpr std::size_t kDepth = 5;
constexpr std::size_t kSplits = (1U << kDepth) - 1;
constexpr std::size_t kLeaves = 1U << kDepth;
constexpr std::size_t kContextFeatures = 18;
constexpr int kFar = 60;
constexpr std::array<std::uint32_t, 3> kNeighbours = {1, 2, 3};
constexpr std::array<std::uint32_t, 3> kWindows = {5, 15, 50};

/// Trees are asked in looks of so many, the most telling ones first.
constexpr std::size_t kLook = 24;
/// Most blocks of a page are plainly no text, and few trees tell: below this sum after the first look, the first
/// forest's other trees are not asked. Halves the model's time; the scores of the corpus stay the same within 0.001.
constexpr float kHopeless = -3.2F;
/// `kHopeless` as a probability, rounded up. Among neighbours as unlikely the second forest never thinks better of such
/// a block: it took up 6 of 301,000, whose neighbours had a probability of 0.4 and more in the mean.
constexpr float kUnlikely = 0.04F;
constexpr float kUnlikelyAround = 0.1F;
/// Beyond this sum the second forest's answer is settled after any look: of 118,000 blocks none changed sides.
constexpr float kSettled = 3.2F;
/// So many rows are kept from the first look for the second, 3 MB; the corpus has no page with more than a thousand. Of
/// further blocks they are measured again.
constexpr std::size_t kMostKeptRows = 4096;

/// One question of a tree: is this feature above the threshold?
struct Split {
  float threshold;
  std::uint32_t feature;
};

struct Tree {
  std::array<Split, kSplits> splits;
  std::array<float, kLeaves> leaves;
};

struct Forest {
  float base;
  std::array<Tree, kTrees> trees;
};

/// A tree in one piece takes a quarter fewer instructions than three tables for the whole forest.
constexpr Forest forest_of(float base, std::span<const std::uint8_t> features, std::span<const float> thresholds,
                           std::span<const float> leaves) {
  Forest forest{base, {}};
  for (std::size_t tree = 0; tree < kTrees; ++tree) {
    for (std::size_t i = 0; i < kSplits; ++i) {
      forest.trees[tree].splits[i] = {thresholds[tree * kSplits + i], features[tree * kSplits + i]};
    }
    for (std::size_t i = 0; i < kLeaves; ++i) forest.trees[tree].leaves[i] = leaves[tree * kLeaves + i];
  }
  return forest;
}

constexpr Forest kFirst = forest_of(kFirstBase, kFirstFeatures, kFirstThresholds, kFirstLeaves);
constexpr Forest kSecond = forest_of(kSecondBase, kSecondFeatures, kSecondThresholds, kSecondLeaves);

/// So many trees are walked side by side: no step of one waits for a step of another, and a sixth of the time is saved.
constexpr std::size_t kAbreast = 4;
static_assert(kTrees % kAbreast == 0 && kLook % kAbreast == 0);

/// `sum` and what the trees from `begin` to before `end` say.
float ask(const Forest& forest, std::size_t begin, std::size_t end, const float* row, float sum) {
  for (std::size_t first = begin; first < end; first += kAbreast) {
    const Tree* const trees = &forest.trees[first];
    std::array<std::size_t, kAbreast> nodes{};
    for (std::size_t level = 0; level < kDepth; ++level) {
      for (std::size_t k = 0; k < kAbreast; ++k) {
        const Split& split = trees[k].splits[nodes[k]];
        nodes[k] = 2 * nodes[k] + 1 + static_cast<std::size_t>(row[split.feature] > split.threshold);
      }
    }
    for (std::size_t k = 0; k < kAbreast; ++k) sum += trees[k].leaves[nodes[k] - kSplits];
  }
  return sum;
}

float probability(float sum) { return 1.0F / (1.0F + std::exp(-sum)); }

/// The second forest weighs it, so all trees have their say unless there is no hope.
float first_opinion(const float* row) {
  float sum = ask(kFirst, 0, kLook, row, kFirst.base);
  if (sum >= kHopeless) sum = ask(kFirst, kLook, kTrees, row, sum);
  return probability(sum);
}

/// Only its side of one half counts.
float second_opinion(const float* row) {
  float sum = kSecond.base;
  for (std::size_t begin = 0; begin < kTrees && std::abs(sum) <= kSettled; begin += kLook) {
    sum = ask(kSecond, begin, std::min(begin + kLook, kTrees), row, sum);
  }
  return probability(sum);
}

using ContextRow = std::span<float, kContextFeatures>;

/// What the first forest thinks of a block's surroundings; train.py's `context_rows` computes the same.
class Context {
 public:
  /// `log_bytes`: the blocks' lengths, as the feature of that name.
  Context(const std::vector<std::uint32_t>& looks, const std::vector<float>& p, const std::vector<float>& log_bytes);
  void add_to(ContextRow row, std::uint32_t i) const;
  /// The mean opinion of the block and so many on either side of it.
  [[nodiscard]] float around(std::uint32_t i, std::uint32_t reach) const;

 private:
  struct Look {
    double p = 0;
    double count = 0;
    double bytes = 0;
    double mass = 0;
    double likely = 0;
  };
  [[nodiscard]] float at(std::int64_t i) const {
    return i < 0 || i >= count_ ? -1.0F : p_[static_cast<std::size_t>(i)];
  }
  void measure_distances();

  const std::vector<std::uint32_t>& look_of_;
  const std::vector<float>& p_;
  std::int64_t count_;
  std::vector<double> sums_;
  std::vector<int> since_;
  std::vector<int> until_;
  std::vector<Look> looks_;
  double mass_ = 0;
};

Context::Context(const std::vector<std::uint32_t>& looks, const std::vector<float>& p,
                 const std::vector<float>& log_bytes)
    : look_of_(looks), p_(p), count_(static_cast<std::int64_t>(p.size())), sums_(p.size() + 1, 0.0) {
  looks_.resize(1 + *std::max_element(look_of_.begin(), look_of_.end()));
  for (std::size_t i = 0; i < p.size(); ++i) {
    sums_[i + 1] = sums_[i] + p[i];
    const double bytes = std::exp2(log_bytes[i]);
    Look& look = looks_[look_of_[i]];
    look.p += p[i];
    look.count += 1;
    look.bytes += bytes;
    look.mass += bytes * p[i];
    look.likely += p[i] > 0.5F ? 1 : 0;
    mass_ += bytes * p[i];
  }
  measure_distances();
}

void Context::measure_distances() {
  since_.assign(p_.size(), kFar);
  until_.assign(p_.size(), kFar);
  for (std::size_t i = 0; i < p_.size(); ++i)
    since_[i] = p_[i] > 0.5F ? 0 : i == 0 ? kFar : std::min(kFar, since_[i - 1] + 1);
  for (std::size_t i = p_.size(); i-- > 0;) {
    until_[i] = p_[i] > 0.5F ? 0 : i + 1 == p_.size() ? kFar : std::min(kFar, until_[i + 1] + 1);
  }
}

float Context::around(std::uint32_t i, std::uint32_t reach) const {
  const std::size_t low = i < reach ? 0 : i - reach;
  const std::size_t high = std::min<std::size_t>(p_.size(), std::size_t{i} + reach + 1);
  return static_cast<float>((sums_[high] - sums_[low]) / static_cast<double>(high - low));
}

void Context::add_to(ContextRow row, std::uint32_t i) const {
  std::size_t k = 0;
  row[k++] = p_[i];
  for (const auto distance : kNeighbours) {
    row[k++] = at(std::int64_t{i} + distance);
    row[k++] = at(std::int64_t{i} - distance);
  }
  for (const auto reach : kWindows) row[k++] = around(i, reach);
  row[k++] = static_cast<float>(sums_[i] / (sums_.back() + 1e-6));
  row[k++] = static_cast<float>(sums_.back());
  row[k++] = static_cast<float>(since_[i]);
  row[k++] = static_cast<float>(until_[i]);
  const Look& look = looks_[look_of_[i]];
  row[k++] = static_cast<float>(look.p / look.count);
  row[k++] = static_cast<float>(look.mass / std::max(look.bytes, 1e-6));
  row[k++] = static_cast<float>(look.likely);
  row[k++] = static_cast<float>(look.mass / (mass_ + 1e-6));
}

/// A block's features, and behind them room for what the first forest thinks of its surroundings.
using Row = std::array<float, kBlockFeatureCount + kContextFeatures>;

void measure(const PageMeasures& page, std::uint32_t i, Row& row) {
  page.measure(i, std::span(row).first<kBlockFeatureCount>());
}

/// What the first forest thinks of each block, and the rows of those that the second is asked about in any case.
struct FirstLook {
  std::vector<float> p;
  std::vector<float> log_bytes;
  std::vector<Row> kept_rows;  ///< of the first blocks that are not unlikely
};

/// Incomplete once the time is up.
FirstLook look_at(const PageMeasures& page, SteppedDeadline deadline) {
  FirstLook look;
  look.p.reserve(page.block_count());
  look.log_bytes.reserve(page.block_count());
  Row row;
  for (std::uint32_t i = 0; i < page.block_count() && !deadline.passed(); ++i) {
    measure(page, i, row);
    look.p.push_back(first_opinion(row.data()));
    look.log_bytes.push_back(row[static_cast<std::size_t>(BlockFeature::log_bytes)]);
    if (look.p.back() >= kUnlikely && look.kept_rows.size() < kMostKeptRows) look.kept_rows.push_back(row);
  }
  return look;
}

}  // namespace

std::vector<float> article_probabilities(const PageMeasures& page, SteppedDeadline deadline) {
  FirstLook first = look_at(page, deadline);
  if (first.p.empty() || first.p.size() < page.block_count()) return {};
  std::vector<float> p = first.p;
  const Context context(page.looks(), first.p, first.log_bytes);
  auto kept = first.kept_rows.begin();
  Row again;
  for (std::uint32_t i = 0; i < p.size() && !deadline.passed(); ++i) {
    const bool unlikely = p[i] < kUnlikely;
    if (unlikely && context.around(i, kWindows.front()) < kUnlikelyAround) continue;
    const bool is_kept = !unlikely && kept != first.kept_rows.end();
    if (!is_kept) measure(page, i, again);
    Row& row = is_kept ? *kept++ : again;
    context.add_to(std::span(row).last<kContextFeatures>(), i);
    p[i] = second_opinion(row.data());
  }
  return p;
}

}  // namespace klartext
