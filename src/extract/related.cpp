#include "extract/related.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.h"
#include "extract/article_address.h"
#include "extract/card_parts.h"
#include "extract/images.h"
#include "extract/teaser_cards.h"

namespace klartext {
namespace {

/// A label stands at most this many blocks above its group.
constexpr std::uint32_t kLabelReach = 3;
/// Cards of one list are siblings or nearly: so many steps up to a common element.
constexpr int kSiblingSteps = 3;
constexpr std::size_t kMostInlineCards = 6;
constexpr std::uint32_t kNearBehindText = 12;

/// Cards that stand together, [begin, end) of all cards.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  NodeId node = kNoNode;  ///< around all its cards
  std::uint32_t first_block = 0;
  std::uint32_t last_block = 0;
  LabelSet label;          ///< printed above it
  std::size_t steps = 0;  ///< fewest in the path of an address that looks like an article's; 0 without one
};

int steps_up(const Document& document, NodeId n, NodeId ancestor) {
  return document.depth(n) - document.depth(ancestor);
}

/// A heading or a label between two cards begins a new group.
bool parted(const Story& story, const TeaserCard& a, const TeaserCard& b) {
  const auto& document = story.page.document;
  const NodeId common = document.common_ancestor(a.node, b.node);
  if (steps_up(document, b.node, common) > kSiblingSteps || steps_up(document, a.node, common) > kSiblingSteps)
    return true;
  const auto end = document.blocks_of(b.node).first;
  for (auto i = document.blocks_of(a.node).second; i < end; ++i) {
    if (document.blocks()[i].heading_level > 0 || !story.page.traits[i].label.empty() || story.page.traits[i].prose)
      return true;
  }
  return false;
}

bool is_tab(const Page& page, std::uint32_t block) {
  return page.document.blocks()[block].furniture && !page.traits[block].label.empty();
}

/// In a row of tabs the first is the one whose panel follows; the other panels are hidden until one asks for them.
std::uint32_t first_tab(const Page& page, std::uint32_t block) {
  constexpr std::uint32_t kMostTabs = 8;
  std::uint32_t first = block;
  while (first > 0 && block - first < kMostTabs && is_tab(page, block) && is_tab(page, first - 1)) --first;
  return first;
}

LabelSet label_above(const Story& story, std::uint32_t first_block) {
  LabelSet label;
  for (std::uint32_t back = 1; back <= kLabelReach && back <= first_block; ++back) {
    const auto block = first_tab(story.page, first_block - back);
    const auto& traits = story.page.traits[block];
    label.add(traits.label);
    if (traits.prose || !traits.label.empty()) break;
  }
  return label;
}

/// "Sponsored", "Anzeige" in a card among others.
bool is_advertisement(const Story& story, const TeaserCard& card) {
  const auto parts = card_parts(story.page, card.node);
  return std::any_of(parts.begin(), parts.end(),
                     [](const CardPart& part) { return part.label.has(Label::advertisement); });
}

/// A label in the card's own line: "Lesen Sie auch: …", or in a <span> before the kicker.
LabelSet label_inside(const Story& story, const TeaserCard& card) {
  LabelSet label;
  for (const auto& part : card_parts(story.page, card.node)) {
    label.add(part.label);
    label.add(label_before_colon(part.text));
    if (!part.label.empty() || part.words > 2) break;
  }
  return label;
}

std::vector<Group> group_cards(const Story& story, const std::vector<TeaserCard>& cards) {
  const auto& document = story.page.document;
  std::vector<Group> groups;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (groups.empty() || parted(story, cards[i - 1], cards[i])) {
      groups.push_back({i, i, cards[i].node, document.blocks_of(cards[i].node).first, 0, {}, 0});
    }
    Group& group = groups.back();
    group.end = i + 1;
    group.node = document.common_ancestor(group.node, cards[i].node);
    group.last_block = document.blocks_of(cards[i].node).second;
    if (looks_like_article_address(cards[i].url)) {
      const auto steps = path_steps(cards[i].url);
      group.steps = group.steps == 0 ? steps : std::min(group.steps, steps);
    }
  }
  for (auto& group : groups) {
    group.label = label_above(story, group.first_block);
    group.label.add(label_inside(story, cards[group.begin]));
  }
  return groups;
}

struct GroupContext {
  const Story& story;
  const Group& group;

  [[nodiscard]] bool hinted(Hint hint, int steps) const { return story.page.places.hinted(group.node, hint, steps); }
  [[nodiscard]] bool inside_text() const {
    const auto& blocks = story.body.blocks;
    return !blocks.empty() && group.first_block > blocks.front() && group.last_block <= blocks.back() + 1;
  }
  [[nodiscard]] bool near_behind_text() const {
    const auto& blocks = story.body.blocks;
    return !blocks.empty() && group.first_block > blocks.back() && group.first_block <= blocks.back() + kNearBehindText;
  }
};

/// A rule for a whole group: the first that holds decides.
struct GroupRule {
  std::string_view name;
  bool takes;
  bool (*holds)(const GroupContext&);
};

bool is_labelled_popular(const GroupContext& c) { return c.group.label.has(Label::popular); }
bool is_labelled_advertisement(const GroupContext& c) { return c.group.label.has(Label::advertisement); }
bool is_labelled_related(const GroupContext& c) { return c.group.label.has(Label::related); }
bool is_called_popular(const GroupContext& c) { return c.hinted(Hint::popular, 3) || c.hinted(Hint::ad, 2); }
bool is_sidebar(const GroupContext& c) { return c.hinted(Hint::sidebar, 4) && !c.inside_text(); }
bool is_called_related(const GroupContext& c) { return c.hinted(Hint::related, 3); }
bool is_inside_text(const GroupContext& c) {
  return c.inside_text() && c.group.end - c.group.begin <= kMostInlineCards;
}

constexpr std::array kRules = {
    GroupRule{"label of an advertisement", false, is_labelled_advertisement},
    GroupRule{"label: related", true, is_labelled_related},
    GroupRule{"label: most read, latest", false, is_labelled_popular},
    GroupRule{"called popular", false, is_called_popular},
    GroupRule{"cards inside the text", true, is_inside_text},
    GroupRule{"sidebar", false, is_sidebar},
    GroupRule{"called related", true, is_called_related},
};

/// Only a label makes an article of an address that does not look like one, and only if it goes as deep as the others:
/// "all of this section" often closes a list.
bool may_be_taken(const GroupContext& context, const GroupRule* rule, const TeaserCard& card) {
  if (rule == nullptr || !rule->takes || is_advertisement(context.story, card)) return false;
  return looks_like_article_address(card.url) ||
         (rule->holds == is_labelled_related && path_steps(card.url) >= context.group.steps);
}

const GroupRule* deciding_rule(const GroupContext& context) {
  const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const GroupRule& r) { return r.holds(context); });
  return rule == kRules.end() ? nullptr : &*rule;
}

void add_image(Teaser& teaser, const Page& page, const TeaserCard& card) {
  for (NodeId n = card.node; n < page.document.end(card.node); ++n) {
    if (page.document.tag(n) != Tag::img) continue;
    auto url = image_url(page, n);
    if (!url) continue;
    teaser.image = TeaserImage{std::move(*url), std::nullopt};
    const auto alt = clean(page.document.attribute(n, Attribute::alt));
    if (!alt.empty() && fold(alt) != fold(teaser.title.value_or(""))) teaser.image->caption = alt;
    return;
  }
}

}  // namespace

std::vector<Teaser> read_related(const Story& story, Evidence& evidence) {
  const auto cards = find_cards(story);
  std::vector<Teaser> teasers;
  std::unordered_set<std::string> seen;
  for (const auto& group : group_cards(story, cards)) {
    const GroupContext context{story, group};
    const GroupRule* rule = deciding_rule(context);
    for (std::size_t i = group.begin; i < group.end; ++i) {
      const bool taken = may_be_taken(context, rule, cards[i]);
      if (!taken && !evidence.enabled()) continue;
      Teaser teaser = read_card(story.page, cards[i]);
      evidence.add("related", rule == nullptr ? "no rule" : rule->name, taken, teaser.title.value_or(cards[i].url),
                   cards[i].node);
      if (!taken || !teaser.title || !seen.insert(cards[i].key).second) continue;
      add_image(teaser, story.page, cards[i]);
      teasers.push_back(std::move(teaser));
    }
  }
  return teasers;
}

}  // namespace klartext
