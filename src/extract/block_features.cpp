#include "extract/block_features.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "extract/text_profile.h"

namespace klartext {
namespace {

/// A line of at least this many bytes with at most this share of links is taken for prose when prose is only counted.
constexpr std::uint32_t kProseBytes = 80;
constexpr double kProseLinkDensity = 0.35;
constexpr std::size_t kAncestorLevels = 5;
constexpr std::size_t kShingle = 3;      ///< words that must follow each other to count as the same text
constexpr float kNone = -1.0F;           ///< the page gives no such evidence
constexpr float kScoreOutside = -20.0F;  ///< of a block outside the region: below any inside
constexpr std::uint32_t kLabelFar = 60;  ///< blocks; a label so far above says nothing any more

using Shingles = std::unordered_set<std::uint64_t>;

std::uint64_t shingle_at(const std::vector<std::uint32_t>& words, std::size_t i, std::size_t size) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (std::size_t k = 0; k < size; ++k) hash = (hash ^ words[i + k]) * 1099511628211ULL;
  return hash;
}

Shingles shingles_of(std::string_view text) {
  const auto words = hash_words(text);
  Shingles out;
  if (words.empty()) return out;
  const std::size_t size = std::min(kShingle, words.size());
  out.reserve(words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) out.insert(shingle_at(words, i, size));
  return out;
}

/// Share of the words' shingles that `known` holds; kNone if there is nothing to compare with.
float overlap(const std::vector<std::uint32_t>& words, std::size_t begin, std::size_t end, const Shingles& known) {
  if (known.empty() || begin == end) return kNone;
  const std::size_t size = std::min(kShingle, end - begin);
  std::size_t hits = 0;
  std::size_t all = 0;
  for (std::size_t i = begin; i + size <= end; ++i, ++all) hits += known.count(shingle_at(words, i, size));
  return static_cast<float>(hits) / static_cast<float>(all);
}

float share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole);
}

float log_bytes(std::uint32_t bytes) { return std::log2(1.0F + static_cast<float>(bytes)); }

bool ends_sentence(std::string_view text) {
  for (const std::string_view end :
       {".", "!", "?", "…", ".“", ".”", ".\"", ".’", "!“", "?“", "?”", "!”", "?\"", ".»", ".)", "。", "।"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [text](auto prefix) { return text.starts_with(prefix); });
}

/// Lines of the page that look alike, taken together.
struct Look {
  std::uint32_t number = 0;
  std::uint32_t count = 0;
  std::uint32_t bytes = 0;
  std::uint32_t link_bytes = 0;
  std::uint32_t prose_bytes = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Everything about a page that the single blocks are measured against.
class PageMeasures {
 public:
  explicit PageMeasures(const FeatureContext& context);

  [[nodiscard]] BlockFeatures features(std::uint32_t index) const;
  [[nodiscard]] std::vector<std::uint32_t> looks() const;

 private:
  void measure_texts();
  void measure_prose();
  void find_top();
  void measure_looks();
  void measure_labels();
  [[nodiscard]] std::uint32_t bytes(std::uint32_t i) const { return blocks_[i].end - blocks_[i].begin; }
  [[nodiscard]] float link_density(std::uint32_t i) const { return share(blocks_[i].link_bytes, bytes(i)); }
  [[nodiscard]] bool is_prose(std::uint32_t i) const {
    return bytes(i) >= kProseBytes && link_density(i) <= kProseLinkDensity && !blocks_[i].hidden &&
           !blocks_[i].furniture;
  }
  [[nodiscard]] NodeId ancestor(NodeId n) const { return document_.parent(n) == kNoNode ? n : document_.parent(n); }
  [[nodiscard]] float prose_share(NodeId n) const;
  [[nodiscard]] float steps(NodeId a, NodeId b) const;

  void add_line(BlockFeatures& f, std::uint32_t i) const;
  void add_place(BlockFeatures& f, std::uint32_t i) const;
  void add_containers(BlockFeatures& f, std::uint32_t i) const;
  void add_neighbours(BlockFeatures& f, std::uint32_t i) const;
  void add_look(BlockFeatures& f, std::uint32_t i) const;
  void add_words(BlockFeatures& f, std::uint32_t i) const;
  void add_rules(BlockFeatures& f, std::uint32_t i) const;

  const FeatureContext& context_;
  const Document& document_;
  const std::vector<Block>& blocks_;
  std::vector<std::uint32_t> since_teaser_label_;
  std::vector<std::uint32_t> since_end_label_;
  std::vector<TextProfile> profiles_;
  std::vector<std::uint32_t> words_;        ///< hashes of all words of all blocks
  std::vector<std::uint32_t> words_begin_;  ///< where a block's words begin; one more at the end
  std::vector<std::uint32_t> prose_bytes_;  ///< prefix sums over blocks
  std::vector<std::uint32_t> prose_since_;  ///< blocks since the last prose block
  std::vector<std::uint32_t> prose_until_;
  std::unordered_map<std::string_view, int> copies_;
  std::vector<std::uint64_t> look_of_;   ///< hash of the elements and classes around a block
  std::vector<std::uint64_t> class_of_;  ///< hash of its own element and class
  std::unordered_map<std::uint64_t, Look> looks_;
  Shingles article_body_;
  Shingles description_;
  Shingles headline_words_;
  std::uint32_t headline_block_ = 0;
  bool has_headline_ = false;
  NodeId top_ = 0;  ///< the node whose own children hold most of the page's prose
};

PageMeasures::PageMeasures(const FeatureContext& context)
    : context_(context), document_(context.page.document), blocks_(document_.blocks()) {
  const Facts& facts = context.page.facts;
  if (context.page.article != nullptr) article_body_ = shingles_of(context.page.article->article_body);
  const auto og = facts.meta("og:description");
  description_ = shingles_of(og.empty() ? facts.meta("description") : og);
  headline_words_ = shingles_of(context.headline.title);
  has_headline_ = context.headline.first_block < context.headline.last_block;
  headline_block_ = has_headline_ ? context.headline.first_block : 0;
  measure_labels();
  measure_texts();
  measure_prose();
  find_top();
  measure_looks();
}

void PageMeasures::measure_texts() {
  profiles_.reserve(blocks_.size());
  words_begin_.reserve(blocks_.size() + 1);
  words_.reserve(document_.all_text().size() / 6);
  for (const auto& block : blocks_) {
    words_begin_.push_back(static_cast<std::uint32_t>(words_.size()));
    profiles_.push_back(profile_text(document_.text(block), words_));
    ++copies_[document_.text(block)];
  }
  words_begin_.push_back(static_cast<std::uint32_t>(words_.size()));
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
  const auto mix = [this](std::uint64_t hash, NodeId n) {
    hash = (hash ^ static_cast<std::uint64_t>(document_.tag(n))) * 1099511628211ULL;
    return (hash ^ std::hash<std::string_view>{}(document_.attribute(n, Attribute::class_))) * 1099511628211ULL;
  };
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    NodeId node = blocks_[i].node;
    std::uint64_t hash = mix(1, node);
    class_of_.push_back(hash);
    for (int level = 0; level < 2; ++level) hash = mix(hash, node = ancestor(node));
    look_of_.push_back(hash);
    for (const auto key : {class_of_.back(), look_of_.back()}) {
      Look& look = looks_[key];
      if (look.count++ == 0) {
        look.first = i;
        look.number = static_cast<std::uint32_t>(looks_.size() - 1);
      }
      look.last = i;
      look.bytes += bytes(i);
      look.link_bytes += blocks_[i].link_bytes;
      look.prose_bytes += is_prose(i) ? bytes(i) : 0;
    }
  }
}

std::vector<std::uint32_t> PageMeasures::looks() const {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(look_of_.size());
  for (const auto hash : look_of_) numbers.push_back(looks_.at(hash).number);
  return numbers;
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

float& at(BlockFeatures& features, BlockFeature feature) { return features[static_cast<std::size_t>(feature)]; }

BlockFeatures PageMeasures::features(std::uint32_t index) const {
  BlockFeatures f{};
  add_line(f, index);
  add_place(f, index);
  add_containers(f, index);
  add_neighbours(f, index);
  add_look(f, index);
  add_words(f, index);
  add_rules(f, index);
  // From the innermost element, inline ones too: <p><span class="byline">.
  const auto& distances = context_.page.places.hints().of(document_.parent(blocks_[index].first));
  std::copy(distances.begin(), distances.end(), f.begin() + kOwnFeatureCount + kWordClassCount);
  return f;
}

void PageMeasures::add_line(BlockFeatures& f, std::uint32_t i) const {
  using F = BlockFeature;
  const Block& block = blocks_[i];
  const TextProfile& profile = profiles_[i];
  const auto text = document_.text(block);
  at(f, F::log_bytes) = log_bytes(bytes(i));
  at(f, F::word_count) = static_cast<float>(std::min<std::uint32_t>(profile.words, 200));
  at(f, F::link_density) = link_density(i);
  at(f, F::strong_density) = share(block.strong_bytes, bytes(i));
  at(f, F::kind) = static_cast<float>(block.kind);
  at(f, F::heading_level) = block.heading_level;
  at(f, F::hidden) = block.hidden ? 1 : 0;
  at(f, F::furniture) = block.furniture ? 1 : 0;
  at(f, F::break_before) = static_cast<float>(block.before);
  at(f, F::ends_sentence) = ends_sentence(text) ? 1 : 0;
  at(f, F::ends_colon) = text.ends_with(":") ? 1 : 0;
  at(f, F::starts_upper) = starts_upper(text) ? 1 : 0;
  at(f, F::digit_share) = share(profile.digits, bytes(i));
  at(f, F::upper_share) = share(profile.upper, bytes(i));
  at(f, F::comma_rate) = share(profile.commas, profile.words);
  at(f, F::sentence_rate) = share(profile.sentence_ends, profile.words);
  at(f, F::mean_word_bytes) = share(profile.word_bytes, profile.words);
  at(f, F::function_word_share) = share(profile.function_words, profile.words);
  at(f, F::bar_count) = static_cast<float>(std::min<std::uint32_t>(profile.bars, 20));
  at(f, F::has_url_or_at) = profile.has_url_or_at ? 1 : 0;
  at(f, F::has_copyright) = profile.has_copyright ? 1 : 0;
  at(f, F::starts_with_quote) = starts_with_any(text, {"\"", "“", "„", "«", "»", "‘", "'"}) ? 1 : 0;
  at(f, F::starts_with_bracket) = starts_with_any(text, {"(", "[", "{", "*", "–", "-", "—", "•"}) ? 1 : 0;
  at(f, F::tag) = static_cast<float>(document_.tag(block.node));
  at(f, F::depth) = document_.depth(block.node);
  at(f, F::duplicate_count) = static_cast<float>(std::min(copies_.at(text), 10));
  const auto begin = words_begin_[i];
  const auto end = words_begin_[i + 1];
  at(f, F::in_article_body) = overlap(words_, begin, end, article_body_);
  at(f, F::description_overlap) = overlap(words_, begin, end, description_);
  at(f, F::headline_overlap) = overlap(words_, begin, end, headline_words_);
}

void PageMeasures::add_place(BlockFeatures& f, std::uint32_t i) const {
  using F = BlockFeature;
  const auto all = static_cast<std::uint32_t>(document_.all_text().size());
  const bool before = has_headline_ && i < headline_block_;
  const auto from = has_headline_ ? blocks_[headline_block_].begin : 0;
  at(f, F::before_headline) = !has_headline_ ? kNone : before ? 1 : 0;
  at(f, F::blocks_after_headline) =
      static_cast<float>(std::clamp(static_cast<int>(i) - static_cast<int>(headline_block_), -100, 500));
  at(f, F::bytes_after_headline) = before ? -log_bytes(from - blocks_[i].begin) : log_bytes(blocks_[i].begin - from);
  at(f, F::page_position) = share(blocks_[i].begin, all);
}

void PageMeasures::add_containers(BlockFeatures& f, std::uint32_t i) const {
  using F = BlockFeature;
  NodeId node = blocks_[i].node;
  for (std::size_t level = 0; level < kAncestorLevels; ++level) {
    f[static_cast<std::size_t>(F::prose_share_1) + level] = prose_share(node);
    if (level < 4)
      f[static_cast<std::size_t>(F::link_density_1) + level] = static_cast<float>(document_.link_density(node));
    if (level < 3) {
      const auto [first, last] = document_.blocks_of(node);
      f[static_cast<std::size_t>(F::blocks_1) + level] = static_cast<float>(std::min<std::uint32_t>(last - first, 300));
    }
    node = ancestor(node);
  }
  const auto [first, last] = document_.blocks_of(top_);
  at(f, F::steps_to_top) = document_.contains(top_, blocks_[i].node) ? 0 : steps(top_, blocks_[i].node);
  at(f, F::position_in_top) = i < first ? -1.0F : i >= last ? 2.0F : share(i - first, last - first);
  at(f, F::same_parent_as_prose) = prose_share(ancestor(blocks_[i].node)) - prose_share(blocks_[i].node);
}

void PageMeasures::add_neighbours(BlockFeatures& f, std::uint32_t i) const {
  using F = BlockFeature;
  const auto count = static_cast<std::uint32_t>(blocks_.size());
  const auto bytes_at = [&](std::uint32_t k) { return k < count ? log_bytes(bytes(k)) : kNone; };
  const auto links_at = [&](std::uint32_t k) { return k < count ? link_density(k) : kNone; };
  at(f, F::log_bytes_before_1) = bytes_at(i - 1);  // wraps around at 0 to "no such block"
  at(f, F::log_bytes_before_2) = bytes_at(i - 2);
  at(f, F::log_bytes_after_1) = bytes_at(i + 1);
  at(f, F::log_bytes_after_2) = bytes_at(i + 2);
  at(f, F::link_density_before_1) = links_at(i - 1);
  at(f, F::link_density_after_1) = links_at(i + 1);
  const std::uint32_t low = i < 3 ? 0 : i - 3;
  const std::uint32_t high = std::min(count, i + 4);
  std::uint32_t links = 0;
  std::uint32_t all = 0;
  for (std::uint32_t k = low; k < high; ++k) {
    links += blocks_[k].link_bytes;
    all += bytes(k);
  }
  at(f, F::link_density_around) = share(links, all);
  at(f, F::prose_before) = share(prose_bytes_[i], prose_bytes_.back());
  at(f, F::prose_after) = share(prose_bytes_.back() - prose_bytes_[i + 1], prose_bytes_.back());
  at(f, F::kind_before) = i > 0 ? static_cast<float>(blocks_[i - 1].kind) : kNone;
  at(f, F::kind_after) = i + 1 < count ? static_cast<float>(blocks_[i + 1].kind) : kNone;
  at(f, F::heading_level_before) = i > 0 ? blocks_[i - 1].heading_level : kNone;
  at(f, F::steps_to_before) = i > 0 ? steps(blocks_[i].node, blocks_[i - 1].node) : kNone;
  at(f, F::steps_to_after) = i + 1 < count ? steps(blocks_[i].node, blocks_[i + 1].node) : kNone;
  at(f, F::blocks_since_prose) = static_cast<float>(std::min<std::uint32_t>(prose_since_[i], 50));
  at(f, F::blocks_until_prose) = static_cast<float>(std::min<std::uint32_t>(prose_until_[i], 50));
}

void PageMeasures::add_look(BlockFeatures& f, std::uint32_t i) const {
  using F = BlockFeature;
  const Look& look = looks_.at(look_of_[i]);
  const Look& kin = looks_.at(class_of_[i]);
  at(f, F::look_prose_share) = share(look.prose_bytes, prose_bytes_.back());
  at(f, F::look_count) = static_cast<float>(std::min<std::uint32_t>(look.count, 200));
  at(f, F::look_link_density) = share(look.link_bytes, look.bytes);
  at(f, F::look_span) = share(look.last - look.first, static_cast<std::uint32_t>(blocks_.size()));
  at(f, F::look_mean_log_bytes) = log_bytes(look.bytes / look.count);
  at(f, F::class_prose_share) = share(kin.prose_bytes, prose_bytes_.back());
  at(f, F::class_count) = static_cast<float>(std::min<std::uint32_t>(kin.count, 200));
}

bool has_any(LabelSet set, std::initializer_list<Label> labels) {
  return std::any_of(labels.begin(), labels.end(), [set](Label label) { return set.has(label); });
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

void PageMeasures::add_rules(BlockFeatures& f, std::uint32_t i) const {
  using F = BlockFeature;
  const BlockTraits& traits = context_.page.traits[i];
  const Region& region = context_.region;
  const bool inside = i >= region.first_block && i < region.last_block;
  const std::uint32_t k = inside ? i - region.first_block : 0;
  at(f, F::sentences) = static_cast<float>(std::min<std::uint32_t>(traits.sentences, 20));
  at(f, F::reads_like_prose) = traits.prose ? 1 : 0;
  at(f, F::stated_coverage) = context_.stated.usable() ? context_.stated.coverage(i) : kNone;
  at(f, F::in_region) = inside ? 1 : 0;
  at(f, F::rule_score) = inside ? context_.ruled.scores[k] : kScoreOutside;
  at(f, F::rule_kept) = inside && context_.ruled.kept[k] ? 1 : 0;
  at(f, F::labels_teasers) = has_any(traits.label, {Label::related, Label::popular, Label::read_more}) ? 1 : 0;
  at(f, F::labels_navigation) =
      has_any(traits.label, {Label::navigation, Label::contents, Label::tags, Label::share}) ? 1 : 0;
  at(f, F::labels_offer) =
      has_any(traits.label, {Label::advertisement, Label::consent, Label::paywall, Label::login, Label::newsletter})
          ? 1
          : 0;
  at(f, F::labels_apparatus) =
      has_any(traits.label, {Label::caption_credit, Label::byline, Label::author_box, Label::comments, Label::print,
                             Label::published, Label::modified, Label::media})
          ? 1
          : 0;
  at(f, F::prefix_label) = traits.prefix_label.empty() ? 0 : 1;
  at(f, F::blocks_since_teaser_label) = static_cast<float>(since_teaser_label_[i]);
  at(f, F::blocks_since_end_label) = static_cast<float>(since_end_label_[i]);
}

void PageMeasures::add_words(BlockFeatures& f, std::uint32_t i) const {
  constexpr float kMostCounted = 8;
  for (auto k = words_begin_[i]; k < words_begin_[i + 1]; ++k) {
    const auto index = word_class(words_[k]);
    if (index == kWordClassCount) continue;
    float& counted = f[kOwnFeatureCount + index];
    counted = std::min(counted + 1, kMostCounted);
  }
}

}  // namespace

PageFeatures block_features(const FeatureContext& context) {
  const PageMeasures measures(context);
  const auto count = static_cast<std::uint32_t>(context.page.document.blocks().size());
  PageFeatures out;
  out.rows.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) out.rows.push_back(measures.features(i));
  out.looks = measures.looks();
  return out;
}

std::vector<std::string_view> block_feature_names() {
  return {
#define X(name) #name,
      KLARTEXT_BLOCK_FEATURES(X)
#undef X
#define X(name, words) #name,
          KLARTEXT_WORD_CLASSES(X)
#undef X
#define X(name, words) "hint_" #name,
              KLARTEXT_HINTS(X)
#undef X
  };
}

}  // namespace klartext
