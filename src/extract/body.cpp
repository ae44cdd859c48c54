#include "extract/body.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/date.h"
#include "base/text.h"
#include "extract/block_model.h"
#include "extract/caption_parts.h"
#include "extract/other_texts.h"
#include "extract/person_names.h"

namespace klartext {
namespace {

/// With less of the articleBody printed, the page loads its text by script and the articleBody is the better text.
constexpr std::size_t kFewestPrintedWords = 30;
constexpr std::size_t kUnprintedFactor = 3;
/// A block that belongs to the article more likely than not is kept; a little less will do, as lost text is
/// worse than a line too many. Between 0.45 and 0.5 the scores of the corpus differ by less than 0.001.
constexpr float kLikely = 0.46F;
constexpr std::uint8_t kStepsToConsent = 4;
constexpr std::uint32_t kMostStampWords = 15;
constexpr std::uint32_t kMostBoxBlocks = 6;
constexpr float kLinkBehindLabel = 0.4F;

/// The element that holds most of the region's prose in its direct children.
NodeId home_of(const Page& page, const Region& region) {
  std::unordered_map<NodeId, std::uint32_t> bytes;
  NodeId home = kNoNode;
  for (std::uint32_t i = region.first_block; i < region.last_block; ++i) {
    if (!page.traits[i].prose) continue;
    const Block& block = page.document.blocks()[i];
    const bool wrapped = block.before == Break::element;
    const NodeId parent = wrapped ? page.document.parent(block.node) : block.node;
    if ((bytes[parent] += block.end - block.begin) > bytes[home]) home = parent;
  }
  return home;
}

std::vector<float> score_blocks(const Page& page, const Headline& headline, const BodyEvidence& stated,
                                const Region& region) {
  BlockContext context{
      page, headline, stated, region, home_of(page, region), fold(headline.title), fold(headline.kicker)};
  std::vector<float> scores(region.last_block - region.first_block);
  for (std::uint32_t i = region.first_block; i < region.last_block; ++i) {
    context.look_at(i);
    scores[i - region.first_block] = block_score(context);
  }
  return scores;
}

/// Places beside the text, told by names near their blocks. In the corpus at most two pages in a hundred have text of
/// their articles in blocks of 15 words and more so near to such a name; of shorter ones nothing is said.
struct PlaceBesideText {
  Hint hint;
  std::uint8_t within_steps;
  std::uint32_t fewest_words;
};
constexpr std::array kBesideText = {
    PlaceBesideText{Hint::comment, 4, 0},
    PlaceBesideText{Hint::bio, 2, 15},
    PlaceBesideText{Hint::footer, 0, 15},
    PlaceBesideText{Hint::footer_element, 3, 15},
};

/// Readers' comments, imprints and biographies read like an article. If the text begins outside of such a place, what
/// is in it is none of the text; a text that begins in an element called "comment" is an opinion piece.
void drop_beside_text(const Page& page, std::vector<std::uint32_t>& blocks) {
  for (const PlaceBesideText& place : kBesideText) {
    const auto inside = [&](std::uint32_t index) {
      const NodeId first = page.document.blocks()[index].first;
      return page.traits[index].words >= place.fewest_words &&
             page.places.hints().distance(first, place.hint) <= place.within_steps;
    };
    if (!blocks.empty() && !inside(blocks.front())) std::erase_if(blocks, inside);
  }
}

/// A consent layer that stands above the headline is none of the article, however much it has to say.
void drop_consent(const Page& page, const Headline& headline, std::vector<std::uint32_t>& blocks) {
  if (headline.first_block == headline.last_block) return;
  std::erase_if(blocks, [&](std::uint32_t index) {
    const NodeId first = page.document.blocks()[index].first;
    return index < headline.first_block && page.places.hints().distance(first, Hint::cookie) <= kStepsToConsent;
  });
}

/// A day with hardly more than a weekday, a time, a name or a label around it.
bool is_mostly_date(const Page& page, std::uint32_t index) {
  constexpr std::size_t kMostWordsBeside = 7;
  const auto text = page.document.text(page.document.blocks()[index]);
  const auto dates = find_dates(text, page.dialect);
  return !dates.empty() && words_beside(text, dates) <= kMostWordsBeside;
}

/// "By Ann Lee | 3 May 2024": a few words around a <time> or a printed day.
bool is_stamp(const Page& page, std::uint32_t index) {
  const NodeId node = page.document.blocks()[index].node;
  if (page.traits[index].words > kMostStampWords) return false;
  if (is_mostly_date(page, index)) return true;
  if (page.traits[index].sentences > 1) return false;
  for (NodeId n = node; n < page.document.end(node); ++n) {
    if (page.document.tag(n) == Tag::time) return page.document.blocks_of(node).second == index + 1;
  }
  return false;
}

/// "Von Anna Beispiel und Ben Muster": nothing but names behind the word.
bool is_byline(const Page& page, std::uint32_t index) {
  constexpr std::uint32_t kMostWords = 10;
  const auto text = page.document.text(page.document.blocks()[index]);
  if (page.traits[index].words > kMostWords || page.traits[index].prose || !begins_with_byline(text)) return false;
  const auto names = author_names(text);
  return !names.empty() && std::all_of(names.begin(), names.end(), looks_like_person);
}

/// The lines of date and byline that open the article are not yet its text.
void drop_opening_stamp(const Page& page, std::vector<std::uint32_t>& blocks) {
  while (blocks.size() > 1 && (is_stamp(page, blocks.front()) || is_byline(page, blocks.front()))) {
    blocks.erase(blocks.begin());
  }
}

/// A footer called "entry-meta" tells of the text: when it was published, under what it is filed.
bool is_closing_stamp(const Page& page, std::uint32_t index) {
  constexpr std::uint8_t kSteps = 2;
  const NodeId first = page.document.blocks()[index].first;
  return page.places.hints().distance(first, Hint::meta) <= kSteps &&
         page.document.closest(first, Tag::footer) != kNoNode;
}

/// "Tags: Bahn, Hafen", "Źródło: PAP"
bool is_line_of_tags(const Page& page, std::uint32_t index) {
  const BlockTraits& traits = page.traits[index];
  return traits.prefix_label.has(Label::tags) && traits.words <= kMostStampWords && !traits.prose;
}

void drop_closing_stamp(const Page& page, std::vector<std::uint32_t>& blocks) {
  while (blocks.size() > 1 && (is_closing_stamp(page, blocks.back()) || is_line_of_tags(page, blocks.back()))) {
    blocks.pop_back();
  }
}

bool is_furniture_label(const LabelSet& label) {
  constexpr std::array kLabels = {Label::related, Label::popular, Label::advertisement, Label::consent, Label::share,
                                  Label::paywall, Label::login,   Label::newsletter,    Label::comments};
  return std::any_of(kLabels.begin(), kLabels.end(), [&label](Label one) { return label.has(one); });
}

/// "The pier at dawn. Jane Doe/AFP" under a picture; some pages set what is said in a <figcaption>, too.
bool is_credited_caption(const Page& page, std::uint32_t index) {
  constexpr std::uint32_t kMostWords = 30;
  const Block& block = page.document.blocks()[index];
  return block.kind == BlockKind::caption && page.traits[index].words <= kMostWords &&
         split_caption(page.document.text(block)).credit.has_value();
}

/// The blocks of the small box that a label stands in: a prompt, an offer, a list of teasers; else the label alone.
std::pair<std::uint32_t, std::uint32_t> box_of_label(const Page& page, std::uint32_t index) {
  const auto box = page.document.blocks_of(page.document.parent(page.document.blocks()[index].node));
  const bool begins_box = box.first == index && box.second - box.first <= kMostBoxBlocks;
  return begins_box ? box : std::pair(index, index + 1);
}

/// "Read also: a link".
bool is_labelled_link(const BlockTraits& traits) {
  return is_furniture_label(traits.prefix_label) && traits.link_density >= kLinkBehindLabel;
}

/// A line that is nothing but a label of furniture is no text, and neither is the box that it heads.
void drop_labelled(const Page& page, std::vector<std::uint32_t>& blocks) {
  std::pair<std::uint32_t, std::uint32_t> box = {0, 0};
  std::erase_if(blocks, [&](std::uint32_t index) {
    if (is_furniture_label(page.traits[index].label)) box = box_of_label(page, index);
    return (index >= box.first && index < box.second) || is_labelled_link(page.traits[index]);
  });
}

std::vector<std::uint32_t> likely_blocks(const Page& page, const Headline& headline,
                                         const std::vector<float>& probabilities) {
  std::vector<std::uint32_t> blocks;
  for (std::uint32_t i = 0; i < probabilities.size(); ++i) {
    if (probabilities[i] > kLikely) blocks.push_back(i);
  }
  std::erase_if(blocks, [&](std::uint32_t index) { return is_credited_caption(page, index); });
  drop_beside_text(page, blocks);
  drop_consent(page, headline, blocks);
  drop_labelled(page, blocks);
  drop_other_texts(page, blocks);
  drop_opening_stamp(page, blocks);
  drop_closing_stamp(page, blocks);
  return blocks;
}

/// The rules alone decide where they see a text of so many words and the model next to none of it: it was misled by
/// names that frame the whole page ("comments-open"). Measured: 3 of 1,400 pages, all articles.
constexpr std::uint32_t kFewestRuledWords = 50;
constexpr std::size_t kNextToNoWords = 10;

std::vector<std::uint32_t> ruled_blocks(const RuledBlocks& ruled, const Region& region) {
  std::vector<std::uint32_t> blocks;
  for (std::uint32_t k = 0; k < ruled.kept.size(); ++k) {
    if (ruled.kept[k]) blocks.push_back(region.first_block + k);
  }
  return blocks;
}

std::size_t count_words(const Page& page, const std::vector<std::uint32_t>& blocks) {
  std::size_t count = 0;
  for (const auto i : blocks) count += page.traits[i].words;
  return count;
}

/// The page prints next to nothing of a text that it states in full.
bool loads_text_by_script(const Page& page, const BodyEvidence& stated, const Body& body) {
  return stated.words() >= kFewestPrintedWords && !stated.usable() &&
         count_words(page, body.blocks) * kUnprintedFactor < stated.words();
}

std::vector<Paragraph> stated_paragraphs(const Page& page) {
  std::vector<Paragraph> paragraphs;
  for (const auto line : split(page.article->article_body, "\n")) {
    if (std::string text = clean(line); !text.empty()) paragraphs.push_back({std::move(text)});
  }
  return paragraphs;
}

}  // namespace

RuledBlocks rule_blocks(const Page& page, const Headline& headline, const BodyEvidence& stated, const Region& region) {
  RuledBlocks ruled;
  if (region.node == kNoNode) return ruled;
  ruled.scores = score_blocks(page, headline, stated, region);
  ruled.kept.resize(ruled.scores.size());
  std::transform(ruled.scores.begin(), ruled.scores.end(), ruled.kept.begin(), [](float score) { return score > 0; });
  drop_by_runs(page, region, ruled.kept);
  for (std::size_t k = 0; k < ruled.kept.size(); ++k) {
    if (ruled.kept[k]) ruled.words += page.traits[region.first_block + k].words;
  }
  return ruled;
}

Body read_body(const Page& page, const Headline& headline, const BodyEvidence& stated, const Region& region,
               Evidence& evidence) {
  Body body;
  const auto ruled = rule_blocks(page, headline, stated, region);
  body.ruled_words = ruled.words;
  const auto probabilities =
      article_probabilities(PageMeasures({page, headline, stated, region, ruled}), page.document.stepped_deadline());
  body.blocks = likely_blocks(page, headline, probabilities);
  const bool misled = ruled.words >= kFewestRuledWords && count_words(page, body.blocks) < kNextToNoWords;
  if (misled) body.blocks = ruled_blocks(ruled, region);
  body.paragraphs = paragraphs(page.document, body.blocks);
  const bool from_facts = loads_text_by_script(page, stated, body);
  if (from_facts) body = {{}, stated_paragraphs(page), {}, ruled.words};
  if (!body.blocks.empty()) body.lead = find_lead(page, body.blocks, evidence);
  if (evidence.enabled() && !body.paragraphs.empty()) {
    evidence.add("body",
                 from_facts ? "articleBody"
                 : misled   ? "rules alone"
                            : "block model",
                 true, shown(body.paragraphs), from_facts ? kNoNode : region.node, "json-ld");
  }
  return body;
}

}  // namespace klartext
