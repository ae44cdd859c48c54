#include "extract/tags.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klartext {
namespace {

using Tags = std::vector<std::string>;
using TagRule = Rule<Story, Tags>;
using FoundTags = std::optional<Finding<Tags>>;

/// Longer texts are descriptions; more entries are a search engine's bait.
constexpr std::size_t kLongestTagBytes = 60;
constexpr std::size_t kMostTagWords = 6;
constexpr std::size_t kMostTags = 40;

bool may_be_tag(std::string_view tag) {
  return tag.size() >= 2 && tag.size() <= kLongestTagBytes && words(tag).size() <= kMostTagWords &&
         !words(tag).empty() && label_of(tag).empty();
}

void add_tag(Tags& tags, std::string_view text) {
  std::string tag = clean(text);
  while (tag.starts_with('#')) tag.erase(0, 1);
  if (!may_be_tag(tag)) return;
  const std::string folded = fold(tag);
  const bool known = std::any_of(tags.begin(), tags.end(), [&](const auto& other) { return fold(other) == folded; });
  if (!known && tags.size() < kMostTags) tags.push_back(std::move(tag));
}

FoundTags found(Tags tags, NodeId node, std::string_view where) {
  if (tags.empty()) return std::nullopt;
  return Finding<Tags>{std::move(tags), node, where};
}

/// One string with commas, or several of them.
template <class Strings>
Tags parted(const Strings& keywords) {
  Tags tags;
  for (const auto& entry : keywords) {
    const bool semicolons = std::string_view(entry).find(';') != std::string_view::npos;
    for (const auto tag : split(entry, semicolons ? ";" : ",")) add_tag(tags, tag);
  }
  return tags;
}

FoundTags stated_keywords(const Story& story) {
  const auto* article = story.page.article;
  return article == nullptr ? std::nullopt : found(parted(article->keywords), article->node, "structured data");
}

FoundTags meta_tags(const Story& story, std::string_view key) {
  return found(parted(story.page.facts.all_meta(key)), kNoNode, key);
}
FoundTags article_tags(const Story& story) { return meta_tags(story, "article:tag"); }
FoundTags news_keywords(const Story& story) { return meta_tags(story, "news_keywords"); }
FoundTags keywords(const Story& story) { return meta_tags(story, "keywords"); }

bool links_a_tag(const Document& document, NodeId n) {
  const auto relations = split(document.attribute(n, Attribute::rel), " ");
  return std::find(relations.begin(), relations.end(), "tag") != relations.end();
}

/// <a rel="tag"> anywhere near the article.
FoundTags linked_tags(const Story& story) {
  const auto& document = story.page.document;
  if (story.body.blocks.empty()) return std::nullopt;
  Tags tags;
  NodeId first = kNoNode;
  const auto begin = document.blocks()[story.head().first].first;
  const auto foot = story.foot();
  const auto end = foot.first < foot.second ? document.blocks()[foot.second - 1].last : document.size();
  for (NodeId n = begin; n < end; ++n) {
    if (document.tag(n) != Tag::a || !links_a_tag(document, n)) continue;
    if (first == kNoNode) first = n;
    add_tag(tags, document.text(n));
  }
  return found(std::move(tags), first, {});
}

/// The links in the element around a label such as "Schlagwörter", above or below the text.
FoundTags labelled_list(const Story& story, std::pair<std::uint32_t, std::uint32_t> range) {
  const auto& document = story.page.document;
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const auto& traits = story.page.traits[i];
    const bool alone = traits.label.has(Label::tags);
    if (!alone && !traits.prefix_label.has(Label::tags)) continue;
    const NodeId label = document.blocks()[i].node;
    const NodeId list = alone ? document.parent(label) : label;
    if (list == kNoNode || document.contains(list, document.blocks()[story.body.blocks.front()].first)) continue;
    Tags tags;
    for (NodeId n = list; n < document.end(list); ++n) {
      if (document.tag(n) == Tag::a) add_tag(tags, document.text(n));
    }
    if (auto result = found(std::move(tags), list, {})) return result;
  }
  return std::nullopt;
}

FoundTags labelled_below(const Story& story) {
  return story.body.blocks.empty() ? std::nullopt : labelled_list(story, story.foot());
}
FoundTags labelled_above(const Story& story) {
  return story.body.blocks.empty() ? std::nullopt : labelled_list(story, story.head());
}

constexpr std::array kRules = {
    TagRule{"JSON-LD keywords", stated_keywords},
    TagRule{"article:tag", article_tags},
    TagRule{"news_keywords", news_keywords},
    TagRule{"links with rel=tag", linked_tags},
    TagRule{"list below the text", labelled_below},
    TagRule{"list above the text", labelled_above},
    TagRule{"meta keywords", keywords},
};

}  // namespace

std::vector<std::string> read_tags(const Story& story, Evidence& evidence) {
  auto tags = decide<Story, Tags>("tags", kRules, story, evidence);
  return tags ? std::move(tags->value) : Tags{};
}

}  // namespace klartext
