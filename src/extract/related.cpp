#include "extract/related.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.h"
#include "extract/article_address.h"
#include "extract/card_fields.h"
#include "extract/card_parts.h"
#include "extract/subject.h"
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
  NodeId node = kNoNode;   ///< around all its cards
  NodeId first = kNoNode;  ///< its first card
  std::uint32_t first_block = 0;
  std::uint32_t last_block = 0;
  LabelSet label;              ///< printed above it
  bool names_subject = false;  ///< a heading such as "Mehr aus Oberwied" above it
  std::size_t words = 0;       ///< of its cards, counted as far as it matters
  std::size_t printing = 0;    ///< how many of these cards print a word; the others are pictures
  std::size_t steps = 0;       ///< fewest in the path of an address that looks like an article's; 0 without one
};

int steps_up(const Document& document, NodeId n, NodeId ancestor) {
  return document.depth(n) - document.depth(ancestor);
}

/// Siblings, or cards at the same place of two columns with nothing printed between them.
bool stand_together(const Document& document, const TeaserCard& a, const TeaserCard& b) {
  const NodeId common = document.common_ancestor(a.node, b.node);
  const int steps = std::max(steps_up(document, a.node, common), steps_up(document, b.node, common));
  if (steps <= kSiblingSteps) return true;
  return steps <= kColumnSteps && document.depth(a.link) == document.depth(b.link) &&
         document.blocks_of(a.node).second == document.blocks_of(b.node).first;
}

/// The end of this page's <article> lies between the two.
bool ends_article(const Story& story, NodeId a, NodeId b) {
  const auto& document = story.page.document;
  if (story.headline.node == kNoNode) return false;
  const NodeId own = document.closest(story.headline.node, Tag::article);
  return own != kNoNode && document.contains(own, a) != document.contains(own, b);
}

/// Does the block stand in the same column as the card b but not as a: the heading of b's list, marked up or not?
bool heads_list_of(const Document& document, const Block& block, NodeId a, NodeId b) {
  const NodeId list = document.common_ancestor(block.node, b);
  return !document.contains(list, a) && document.parent(b) == list;
}

/// A heading or a label between two cards begins a new group.
bool parted(const Story& story, const TeaserCard& a, const TeaserCard& b) {
  const auto& document = story.page.document;
  if (!stand_together(document, a, b) || ends_article(story, a.node, b.node)) return true;
  const auto end = document.blocks_of(b.node).first;
  for (auto i = document.blocks_of(a.node).second; i < end; ++i) {
    const auto& traits = story.page.traits[i];
    if (document.blocks()[i].heading_level > 0 || !traits.label.empty() || traits.prose ||
        heads_list_of(document, document.blocks()[i], a.node, b.node))
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

/// "Weiterlesen" as a link closes the card before.
bool is_call_of_card(const BlockTraits& traits) {
  constexpr float kMostlyLinks = 0.6F;
  return traits.label.has(Label::read_more) && traits.link_density > kMostlyLinks;
}

LabelSet label_above(const Story& story, std::uint32_t first_block, std::uint32_t floor) {
  LabelSet label;
  for (std::uint32_t back = 1; back <= kLabelReach && floor + back <= first_block; ++back) {
    const auto block = first_tab(story.page, first_block - back);
    const auto& traits = story.page.traits[block];
    if (is_call_of_card(traits)) break;
    label.add(traits.label);
    if (traits.prose || !traits.label.empty()) break;
  }
  return label;
}

/// <ul aria-label="Related content">: a label for those who hear the page.
LabelSet label_heard(const Document& document, NodeId group) {
  constexpr int kSteps = 3;
  for (int i = 0; i < kSteps && group != kNoNode; ++i, group = document.parent(group)) {
    if (const auto label = label_of(document.attribute(group, Attribute::aria_label)); !label.empty()) return label;
  }
  return {};
}

/// "More from" the publication itself stands over what is on every page.
bool is_name_of_site(const Page& page, std::string_view subject) {
  const auto site = fold(page.facts.meta("og:site_name"));
  const auto folded = fold(subject);
  return equals_ignoring_case(publisher_of(page.base_url), folded) ||
         (!site.empty() && (folded.find(site) != std::string::npos || site.find(folded) != std::string::npos));
}

/// Does a heading such as "Mehr aus Oberwied" stand over the group?
bool names_subject(const Story& story, std::uint32_t first_block, std::uint32_t floor) {
  const auto& page = story.page;
  for (std::uint32_t back = 1; back <= kLabelReach && floor + back <= first_block; ++back) {
    const auto block = first_block - back;
    if (page.traits[block].prose) return false;
    const auto subject = subject_of_heading(page.document.text(page.document.blocks()[block]));
    if (!subject.empty()) return !is_name_of_site(page, subject);
  }
  return false;
}

/// A label in the card's own line: "Lesen Sie auch: …", or in a <span> before the kicker.
LabelSet label_inside(const Story& story, const TeaserCard& card) {
  LabelSet label;
  CardPartReader parts(story.page, card.node);
  for (CardPart part; parts.next(part);) {
    label.add(part.label);
    label.add(label_before_colon(part.text));
    if (!part.label.empty() || part.words > 2) break;
  }
  return label;
}

/// Topics and persons have short names, headlines do not.
constexpr std::size_t kFewestWordsOfHeadline = 4;

/// Counts until there are words enough for a headline in each card.
void count_words_of(Group& group, const Document& document, const std::vector<TeaserCard>& cards) {
  const std::size_t enough = kFewestWordsOfHeadline * (group.end - group.begin);
  for (std::size_t i = group.begin; i < group.end && group.words < enough; ++i) {
    const auto count = count_words(document.text(cards[i].node));
    group.words += count;
    group.printing += count > 0 ? 1 : 0;
  }
}

std::vector<Group> group_cards(const Story& story, const std::vector<TeaserCard>& cards) {
  const auto& document = story.page.document;
  std::vector<Group> groups;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (groups.empty() || parted(story, cards[i - 1], cards[i])) {
      groups.push_back(
          {i, i, cards[i].node, cards[i].node, document.blocks_of(cards[i].node).first, 0, {}, false, 0, 0, 0});
    }
    Group& group = groups.back();
    group.end = i + 1;
    group.node = document.common_ancestor(group.node, cards[i].node);
    group.last_block = document.blocks_of(cards[i].node).second;
    if (cards[i].signs.article) {
      const auto steps = cards[i].signs.steps;
      group.steps = group.steps == 0 ? steps : std::min(group.steps, steps);
    }
  }
  std::uint32_t end_of_articles = 0;
  for (auto& group : groups) {
    count_words_of(group, document, cards);
    // A line printed between two lists heads the second; a large card and the row behind it share what is above both.
    const std::uint32_t floor = group.first_block > end_of_articles ? end_of_articles : 0;
    group.label = label_above(story, group.first_block, floor);
    group.names_subject = names_subject(story, group.first_block, floor);
    if (group.steps > 0) end_of_articles = group.last_block;
    group.label.add(label_inside(story, cards[group.begin]));
    if (group.label.empty()) group.label = label_heard(document, group.node);
  }
  return groups;
}

struct GroupContext {
  const Story& story;
  const std::vector<TeaserCard>& cards;
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
bool names_the_subject(const GroupContext& c) {
  return c.group.names_subject && !in_page_footer(c.story.page.document, c.group.node);
}
/// Topics, sections and persons are named in a word or two each; hardly any headline is so short.
bool is_list_of_topics(const GroupContext& c) {
  constexpr std::size_t kMostWordsOfTenTopics = 25;
  return 10 * c.group.words < kMostWordsOfTenTopics * c.group.printing;
}
bool reads_like_headlines(const Group& group) {
  return group.words > 0 && group.words >= kFewestWordsOfHeadline * group.printing;
}

/// "Ähnliche Themen" stands over topics, and as well over articles.
bool is_labelled_topics(const GroupContext& c) {
  return c.group.label.has(Label::related) && c.group.label.has(Label::tags) && !reads_like_headlines(c.group);
}
bool is_called_popular(const GroupContext& c) { return c.hinted(Hint::popular, 3) || c.hinted(Hint::ad, 2); }
bool is_sidebar(const GroupContext& c) { return c.hinted(Hint::sidebar, 4) && !c.inside_text(); }
bool is_called_related(const GroupContext& c) { return c.hinted(Hint::related, 3); }
bool is_inside_text(const GroupContext& c) {
  return c.inside_text() && c.group.end - c.group.begin <= kMostInlineCards;
}

/// Right behind the last paragraph and beside it: "read also" as the author wrote it.
bool continues_text(const GroupContext& c) {
  const auto& document = c.story.page.document;
  const auto& blocks = c.story.body.blocks;
  if (blocks.empty() || c.group.first_block != blocks.back() + 1 || !reads_like_headlines(c.group)) return false;
  const NodeId last = document.blocks()[blocks.back()].node;
  const NodeId around = document.common_ancestor(last, c.group.first);
  return c.group.end - c.group.begin <= kMostInlineCards && steps_up(document, last, around) <= kSiblingSteps &&
         steps_up(document, c.group.first, around) <= kSiblingSteps;
}

/// One link alone may be the company's or the copyright's; several cards set aside in the article belong to it.
bool is_set_aside_behind_text(const GroupContext& c) {
  const auto& document = c.story.page.document;
  const NodeId article = document.closest(c.group.node, Tag::article);
  return c.group.end - c.group.begin >= 2 && c.near_behind_text() && article != kNoNode &&
         c.story.headline.node != kNoNode && document.contains(article, c.story.headline.node) &&
         c.hinted(Hint::aside_element, 3);
}

/// A list without a label whose headlines speak of what the article speaks of.
bool speaks_of_the_same(const GroupContext& c) {
  const std::size_t count = c.group.end - c.group.begin;
  if (count < 2 || !c.near_behind_text() || !reads_like_headlines(c.group) ||
      in_page_footer(c.story.page.document, c.group.node))
    return false;
  const Subject subject(c.story);
  const auto named = std::count_if(c.cards.begin() + static_cast<std::ptrdiff_t>(c.group.begin),
                                   c.cards.begin() + static_cast<std::ptrdiff_t>(c.group.end), [&](const auto& card) {
                                     return subject.named_in(c.story.page.document.text(card.node));
                                   });
  return named >= 2 && 2 * static_cast<std::size_t>(named) >= count;
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
    GroupRule{"right behind the text", true, continues_text},
    GroupRule{"called related", true, is_called_related},
    GroupRule{"set aside behind the text", true, is_set_aside_behind_text},
    GroupRule{"speaks of the same", true, speaks_of_the_same},
};

/// Only a label makes an article of an address that does not look like one, and only if it goes as deep as the others:
/// "all of this section" often closes a list.
bool may_be_taken(const GroupContext& context, const GroupRule* rule, const TeaserCard& card) {
  if (rule == nullptr || !rule->takes) return false;
  return card.signs.article ||
         (rule->holds == is_labelled_related && card.signs.names_something && card.signs.steps >= context.group.steps);
}

const GroupRule* deciding_rule(const GroupContext& context) {
  const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const GroupRule& r) { return r.holds(context); });
  return rule == kRules.end() ? nullptr : &*rule;
}

}  // namespace

std::vector<Teaser> read_related(const Story& story, Evidence& evidence) {
  const auto cards = find_cards(story);
  std::vector<Teaser> teasers;
  std::unordered_set<std::string> seen;
  for (const auto& group : group_cards(story, cards)) {
    const GroupContext context{story, cards, group};
    const GroupRule* rule = deciding_rule(context);
    for (std::size_t i = group.begin; i < group.end; ++i) {
      const bool may_be = may_be_taken(context, rule, cards[i]);
      if (!may_be && !evidence.enabled()) continue;
      const auto parts = card_parts(story.page, cards[i].node);
      const bool taken = may_be && !is_advertisement(parts);
      Teaser teaser = read_card(story.page, cards[i], parts);
      evidence.add("related", rule == nullptr ? "no rule" : rule->name, taken,
                   teaser.title ? *teaser.title : *teaser.url, cards[i].node);
      if (!taken || !teaser.title || !seen.insert(article_key(*teaser.url)).second) continue;
      teasers.push_back(std::move(teaser));
    }
  }
  return teasers;
}

}  // namespace klartext
