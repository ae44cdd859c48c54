#include "extract/page_measures.h"

#include <algorithm>
#include <unordered_map>

#include "base/word_hash.h"

namespace klartext {
namespace {

/// A line of at least this many bytes with at most this share of links is taken for prose when prose is only counted.
constexpr std::uint32_t kProseBytes = 80;
constexpr double kProseLinkDensity = 0.35;
constexpr std::uint32_t kLabelFar = 60;  ///< blocks; a label so far above says nothing any more

KnownTexts known_texts(const FeatureContext& context) {
  const Facts& facts = context.page.facts;
  const auto og = facts.meta("og:description");
  return {context.stated.hashes(), og.empty() ? facts.meta("description") : og, context.headline.title};
}

}  // namespace

bool has_any(LabelSet set, std::initializer_list<Label> labels) {
  return std::any_of(labels.begin(), labels.end(), [set](Label label) { return set.has(label); });
}

PageMeasures::PageMeasures(const FeatureContext& context)
    : context_(context), document_(context.page.document), blocks_(document_.blocks()), known_(known_texts(context)) {
  has_headline_ = context.headline.first_block < context.headline.last_block;
  headline_block_ = has_headline_ ? context.headline.first_block : 0;
  measure_sizes();
  measure_steps();
  measure_labels();
  measure_texts();
  measure_prose();
  find_top();
  measure_looks();
  measure_headings();
  find_first_prose();
}

bool PageMeasures::is_prose(std::uint32_t i) const {
  return bytes(i) >= kProseBytes && link_density(i) <= kProseLinkDensity && !blocks_[i].hidden && !blocks_[i].furniture;
}

void PageMeasures::measure_sizes() {
  constexpr float kWholeLink = 0.9F;
  log_bytes_.reserve(blocks_.size());
  link_densities_.reserve(blocks_.size());
  link_lines_.assign(blocks_.size() + 1, 0);
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    log_bytes_.push_back(log_bytes(bytes(i)));
    link_densities_.push_back(share(blocks_[i].link_bytes, bytes(i)));
    link_lines_[i + 1] = link_lines_[i] + (link_density(i) > kWholeLink ? 1U : 0U);
  }
}

void PageMeasures::measure_steps() {
  steps_to_next_.reserve(blocks_.size());
  for (std::uint32_t i = 0; i + 1 < blocks_.size(); ++i) {
    steps_to_next_.push_back(steps(blocks_[i].node, blocks_[i + 1].node));
  }
}

void PageMeasures::measure_texts() {
  HashNumbers texts;
  text_of_.reserve(blocks_.size());
  for (const auto& block : blocks_) {
    text_of_.push_back(texts.number(hash_text(document_.text(block))));
  }
  copies_.resize(texts.size());
  for (const auto text : text_of_) ++copies_[text];
}

void PageMeasures::measure_prose() {
  const auto count = static_cast<std::uint32_t>(blocks_.size());
  prose_bytes_.assign(count + 1, 0);
  prose_since_.assign(count, 0);
  prose_until_.assign(count, 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    prose_bytes_[i + 1] = prose_bytes_[i] + (is_prose(i) ? bytes(i) : 0);
    prose_since_[i] = i == 0 || is_prose(i - 1) ? 0 : prose_since_[i - 1] + 1;
  }
  for (std::uint32_t i = count; i-- > 0;)
    prose_until_[i] = i + 1 == count || is_prose(i + 1) ? 0 : prose_until_[i + 1] + 1;
}

/// Prose counts fully for the parent of its block, half for the grandparent, a third for the one above.
void PageMeasures::find_top() {
  std::unordered_map<NodeId, double> scores;
  double best = 0;
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    if (!is_prose(i)) continue;
    NodeId node = document_.tag(blocks_[i].node) == Tag::p ? ancestor(blocks_[i].node) : blocks_[i].node;
    for (int level = 1; level <= 3; ++level, node = ancestor(node)) {
      const double score = scores[node] += static_cast<double>(bytes(i)) / level;
      if (score > best) {
        best = score;
        top_ = node;
      }
    }
  }
}

/// Two looks of each block: by its own element and class, and by those of three elements around it.
void PageMeasures::measure_looks() {
  const Hints& hints = context_.page.places.hints();
  const auto mix = [&](std::uint64_t hash, NodeId n) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    const auto tag = static_cast<std::uint64_t>(document_.tag(n));
    hash = (hash ^ (std::uint64_t{hints.class_number(n)} << 8U | tag)) * kMix;
    return hash ^ hash >> 32U;
  };
  HashNumbers numbers;
  const auto look_up = [&](std::uint64_t hash, std::uint32_t i) {
    const auto number = numbers.number(hash);
    looks_.resize(numbers.size());
    add_to_look(looks_[number], i);
    return number;
  };
  class_of_.reserve(blocks_.size());
  look_of_.reserve(blocks_.size());
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    NodeId node = blocks_[i].node;
    std::uint64_t hash = mix(1, node);
    class_of_.push_back(look_up(hash, i));
    for (int level = 0; level < 2; ++level) hash = mix(hash, node = ancestor(node));
    look_of_.push_back(look_up(hash, i));
  }
}

void PageMeasures::add_to_look(Look& look, std::uint32_t i) {
  if (look.count++ == 0) look.first = i;
  look.last = i;
  look.bytes += bytes(i);
  look.link_bytes += blocks_[i].link_bytes;
  look.prose_bytes += is_prose(i) ? bytes(i) : 0;
  const NodeId home = ancestor(blocks_[i].node);
  if (home != look.last_home) ++look.homes;
  look.last_home = home;
  const NodeId outer = ancestor(home);
  if (outer != look.last_outer_home) ++look.outer_homes;
  look.last_outer_home = outer;
}

void PageMeasures::measure_headings() {
  auto heading = block_count();
  heading_of_.reserve(blocks_.size());
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    heading_of_.push_back(heading);
    if (blocks_[i].heading_level > 0) heading = i;
  }
}

void PageMeasures::find_first_prose() {
  first_prose_ = block_count();
  std::uint32_t rank = 0;
  prose_rank_.reserve(blocks_.size());
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    if (i >= headline_block_ && is_prose(i) && rank++ == 0) first_prose_ = i;
    prose_rank_.push_back(rank);
  }
}

void PageMeasures::measure_labels() {
  std::uint32_t teaser = kLabelFar;
  std::uint32_t end = kLabelFar;
  for (const auto& traits : context_.page.traits) {
    teaser = has_any(traits.label, {Label::related, Label::popular}) ? 0 : std::min(kLabelFar, teaser + 1);
    end = has_any(traits.label, {Label::comments, Label::author_box}) ? 0 : std::min(kLabelFar, end + 1);
    since_teaser_label_.push_back(teaser);
    since_end_label_.push_back(end);
  }
}

float PageMeasures::prose_share(NodeId n) const {
  const auto [first, last] = document_.blocks_of(n);
  return share(prose_bytes_[last] - prose_bytes_[first], prose_bytes_.back());
}

float PageMeasures::steps(NodeId a, NodeId b) const {
  const NodeId common = document_.common_ancestor(a, b);
  if (common == kNoNode) return 0;
  return static_cast<float>(document_.depth(a) - document_.depth(common) + document_.depth(b) -
                            document_.depth(common));
}

}  // namespace klartext
