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
/// Cards of one list are siblings or nearly: so many steps up to a common element; in columns or rows, more.
constexpr int kSiblingSteps = 3;
constexpr int kColumnSteps = 8;
constexpr std::size_t kMostInlineCards = 6;
constexpr std::uint32_t kNearBehindText = 12;

/// Cards that stand together, [begin, end) of all cards.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  NodeId node = kNoNode;  ///< around all its cards
  std::uint32_t first_block = 0;
  std::uint32_t last_block = 0;
  LabelSet label;              ///< printed above it
  bool names_subject = false;  ///< a heading such as "Mehr aus Oberwied" above it
  std::size_t words = 0;       ///< of all its cards
  std::size_t steps = 0;       ///< fewest in the path of an address that looks like an article's; 0 without one
};

int steps_up(const Document& document, NodeId n, NodeId ancestor) {
  return document.depth(n) - document.depth(ancestor);
}

/// Siblings, or cards at the same place of two columns with nothing printed between them.
bool stand_together(const Document& document, NodeId a, NodeId b) {
  const NodeId common = document.common_ancestor(a, b);
  const int steps = std::max(steps_up(document, a, common), steps_up(document, b, common));
  if (steps <= kSiblingSteps) return true;
  return steps <= kColumnSteps && document.depth(a) == document.depth(b) &&
         document.blocks_of(a).second == document.blocks_of(b).first;
}

/// A heading or a label between two cards begins a new group.
bool parted(const Story& story, const TeaserCard& a, const TeaserCard& b) {
  const auto& document = story.page.document;
  if (!stand_together(document, a.node, b.node)) return true;
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

/// "More from" the publication itself stands over what is on every page.
bool is_name_of_site(const Page& page, std::string_view subject) {
  const auto site = fold(page.facts.meta("og:site_name"));
  const auto folded = fold(subject);
  return equals_ignoring_case(publisher_of(page.base_url), folded) ||
         (!site.empty() && (folded.find(site) != std::string::npos || site.find(folded) != std::string::npos));
}

/// Does a heading such as "Mehr aus Oberwied" stand over the group?
bool names_subject(const Story& story, std::uint32_t first_block) {
  const auto& page = story.page;
  for (std::uint32_t back = 1; back <= kLabelReach && back <= first_block; ++back) {
    const auto block = first_block - back;
    if (page.traits[block].prose) return false;
    const auto subject = subject_of_heading(page.document.text(page.document.blocks()[block]));
    if (!subject.empty()) return !is_name_of_site(page, subject);
  }
  return false;
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
      groups.push_back({i, i, cards[i].node, document.blocks_of(cards[i].node).first, 0, {}, false, 0, 0});
    }
    Group& group = groups.back();
    group.end = i + 1;
    group.node = document.common_ancestor(group.node, cards[i].node);
    group.last_block = document.blocks_of(cards[i].node).second;
    group.words += words(document.text(cards[i].node)).size();
    if (looks_like_article_address(cards[i].url)) {
      const auto steps = path_steps(cards[i].url);
      group.steps = group.steps == 0 ? steps : std::min(group.steps, steps);
    }
  }
  for (auto& group : groups) {
    group.label = label_above(story, group.first_block);
    group.names_subject = names_subject(story, group.first_block);
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
bool names_the_subject(const GroupContext& c) { return c.group.names_subject; }
/// Topics, sections and persons are named in a word or two each; hardly any headline is so short.
bool is_list_of_topics(const GroupContext& c) {
  constexpr std::size_t kMostWordsOfTenTopics = 25;
  return 10 * c.group.words < kMostWordsOfTenTopics * (c.group.end - c.group.begin);
}
bool is_labelled_topics(const GroupContext& c) {
  return c.group.label.has(Label::related) && c.group.label.has(Label::tags);
}
bool is_called_popular(const GroupContext& c) { return c.hinted(Hint::popular, 3) || c.hinted(Hint::ad, 2); }
bool is_sidebar(const GroupContext& c) { return c.hinted(Hint::sidebar, 4) && !c.inside_text(); }
bool is_called_related(const GroupContext& c) { return c.hinted(Hint::related, 3); }
bool is_inside_text(const GroupContext& c) {
  return c.inside_text() && c.group.end - c.group.begin <= kMostInlineCards;
}

/// One link alone may be the company's or the copyright's; several cards set aside in the article belong to it.
bool is_set_aside_behind_text(const GroupContext& c) {
  const auto& document = c.story.page.document;
  const NodeId article = document.closest(c.group.node, Tag::article);
  return c.group.end - c.group.begin >= 2 && c.near_behind_text() && article != kNoNode &&
         c.story.headline.node != kNoNode && document.contains(article, c.story.headline.node) &&
         c.hinted(Hint::aside_element, 3);
}

constexpr std::array kRules = {
    GroupRule{"label of an advertisement", false, is_labelled_advertisement},
    GroupRule{"a word or two each: topics", false, is_list_of_topics},
    GroupRule{"label: related topics", false, is_labelled_topics},
    GroupRule{"label: related", true, is_labelled_related},
    GroupRule{"label: most read, latest", false, is_labelled_popular},
    GroupRule{"heading names the subject", true, names_the_subject},
    GroupRule{"called popular", false, is_called_popular},
    GroupRule{"cards inside the text", true, is_inside_text},
    GroupRule{"sidebar", false, is_sidebar},
    GroupRule{"called related", true, is_called_related},
    GroupRule{"set aside behind the text", true, is_set_aside_behind_text},
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
