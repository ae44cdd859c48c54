#include "extract/block_features.h"

#include <algorithm>

#include "base/text.h"
#include "extract/page_measures.h"

namespace klartext {
namespace {

constexpr std::size_t kAncestorLevels = 5;
constexpr float kScoreOutside = -20.0F;  ///< of a block outside the region: below any inside

bool ends_sentence(std::string_view text) {
  if (is_ascii_letter_or_digit(text.back())) return false;
  for (const std::string_view end :
       {".", "!", "?", "…", ".“", ".”", ".\"", ".’", "!“", "?“", "?”", "!”", "?\"", ".»", ".)", "。", "।"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  if (is_ascii_letter_or_digit(text.front())) return false;
  return std::any_of(prefixes.begin(), prefixes.end(), [text](auto prefix) { return text.starts_with(prefix); });
}

/// Blocks from one line of a look to its next: paragraphs follow each other, between two teasers stand other lines.
float gap(const Look& look) {
  constexpr std::uint32_t kWideGap = 30;
  if (look.count < 2) return kNone;
  return std::min(static_cast<float>(kWideGap), share(look.last - look.first, look.count - 1));
}

float& at(BlockFeatures features, BlockFeature feature) { return features[static_cast<std::size_t>(feature)]; }

}  // namespace

void PageMeasures::measure(std::uint32_t index, BlockFeatures f) const {
  std::fill(f.begin(), f.end(), 0.0F);
  add_line(f, index);
  add_place(f, index);
  add_containers(f, index);
  add_neighbours(f, index);
  add_look(f, index);
  add_sections(f, index);
  add_words(f, index);
  add_rules(f, index);
  // From the innermost element, inline ones too: <p><span class="byline">.
  const auto& distances = context_.page.places.hints().of(document_.parent(blocks_[index].first));
  std::copy(distances.begin(), distances.end(), f.begin() + kOwnFeatureCount + kWordClassCount);
}

void PageMeasures::add_line(BlockFeatures f, std::uint32_t i) const {
  using F = BlockFeature;
  const Block& block = blocks_[i];
  const TextProfile& profile = context_.page.texts.profile(i);
  const auto text = document_.text(block);
  at(f, F::log_bytes) = log_bytes_[i];
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
  at(f, F::duplicate_count) = static_cast<float>(std::min<std::uint32_t>(copies_[text_of_[i]], 10));
  const auto overlaps = known_.overlaps(context_.page.texts.words(i));
  std::copy(overlaps.begin(), overlaps.end(), &at(f, F::in_article_body));
}

void PageMeasures::add_place(BlockFeatures f, std::uint32_t i) const {
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

void PageMeasures::add_containers(BlockFeatures f, std::uint32_t i) const {
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

void PageMeasures::add_neighbours(BlockFeatures f, std::uint32_t i) const {
  using F = BlockFeature;
  const auto count = static_cast<std::uint32_t>(blocks_.size());
  const auto bytes_at = [&](std::uint32_t k) { return k < count ? log_bytes_[k] : kNone; };
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
  at(f, F::steps_to_before) = i > 0 ? steps_to_next_[i - 1] : kNone;
  at(f, F::steps_to_after) = i + 1 < count ? steps_to_next_[i] : kNone;
  at(f, F::blocks_since_prose) = static_cast<float>(std::min<std::uint32_t>(prose_since_[i], 50));
  at(f, F::blocks_until_prose) = static_cast<float>(std::min<std::uint32_t>(prose_until_[i], 50));
}

void PageMeasures::add_look(BlockFeatures f, std::uint32_t i) const {
  using F = BlockFeature;
  const Look& look = looks_[look_of_[i]];
  const Look& kin = looks_[class_of_[i]];
  at(f, F::look_prose_share) = share(look.prose_bytes, prose_bytes_.back());
  at(f, F::look_count) = static_cast<float>(std::min<std::uint32_t>(look.count, 200));
  at(f, F::look_link_density) = share(look.link_bytes, look.bytes);
  at(f, F::look_span) = share(look.last - look.first, static_cast<std::uint32_t>(blocks_.size()));
  at(f, F::look_mean_log_bytes) = log_bytes(look.bytes / look.count);
  at(f, F::class_prose_share) = share(kin.prose_bytes, prose_bytes_.back());
  at(f, F::look_homes) = share(look.homes, look.count);
  at(f, F::look_outer_homes) = share(look.outer_homes, look.count);
  at(f, F::look_gap) = gap(look);
  at(f, F::class_homes) = share(kin.homes, kin.count);
  at(f, F::class_gap) = gap(kin);
  at(f, F::class_count) = static_cast<float>(std::min<std::uint32_t>(kin.count, 200));
}

/// What heads the block, and how it stands to the first prose under the headline, which nearly always is the article's.
void PageMeasures::add_sections(BlockFeatures f, std::uint32_t i) const {
  using F = BlockFeature;
  constexpr std::uint32_t kFarHeading = 30;
  constexpr std::uint32_t kReach = 3;
  const auto count = block_count();
  const auto heading = heading_of_[i];
  at(f, F::heading_links) = heading < count ? link_density(heading) : kNone;
  at(f, F::blocks_since_heading) =
      static_cast<float>(heading < count ? std::min(i - heading, kFarHeading) : kFarHeading);
  const auto around = link_lines_[std::min(count, i + kReach + 1)] - link_lines_[i < kReach ? 0 : i - kReach];
  at(f, F::link_lines_around) = static_cast<float>(around - (link_lines_[i + 1] - link_lines_[i]));
  const auto text = document_.text(blocks_[i]);
  at(f, F::ends_cut) =
      text.ends_with("…") || text.ends_with("...") || text.ends_with("…]") || text.ends_with("...]") ? 1 : 0;
  at(f, F::prose_rank) = static_cast<float>(std::min<std::uint32_t>(prose_rank_[i], 50));
  const bool known = first_prose_ < count;
  at(f, F::steps_to_first_prose) = known ? steps(blocks_[i].node, blocks_[first_prose_].node) : kNone;
  at(f, F::looks_like_first_prose) = known && look_of_[i] == look_of_[first_prose_] ? 1 : 0;
  at(f, F::page_prose) = log_bytes(prose_bytes_.back());
}

void PageMeasures::add_rules(BlockFeatures f, std::uint32_t i) const {
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

void PageMeasures::add_words(BlockFeatures f, std::uint32_t i) const {
  const auto& counts = context_.page.texts.profile(i).class_words;
  std::copy(counts.begin(), counts.end(), f.begin() + kOwnFeatureCount);
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
