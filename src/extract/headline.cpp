#include "extract/headline.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "extract/heading_parts.h"
#include "extract/printed_headings.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

/// Share of a nomination's weight that goes to a title which it extends.
constexpr double kExtensionShare = 0.2;
/// Shorter texts are found in longer ones by chance.
constexpr std::size_t kShortestExtendedCharacters = 12;

/// A main heading weighs at least this much, any other less.
constexpr double kMainHeadingWeight = 0.8;

bool extends(const std::string& longer, const std::string& shorter) {
  return longer.size() > shorter.size() && shorter.size() >= kShortestExtendedCharacters &&
         longer.find(shorter) != std::string::npos;
}

double votes_for(const TitleNomination& candidate, const std::vector<TitleNomination>& nominations) {
  double votes = 0;
  for (const auto& other : nominations) {
    if (other.folded == candidate.folded) {
      votes += other.weight;
    } else if (extends(other.folded, candidate.folded)) {
      votes += kExtensionShare * other.weight;
    }
  }
  return votes;
}

/// "Impressum", "Kommentar": what else would be a label is the title where a heading and the data agree on it.
bool is_mere_label(const TitleNomination& candidate, const std::vector<TitleNomination>& nominations) {
  if (label_of(candidate.text).empty() || nominations.size() == 1) return false;
  return std::none_of(nominations.begin(), nominations.end(), [&](const TitleNomination& other) {
    return other.folded == candidate.folded && (other.node == kNoNode) != (candidate.node == kNoNode);
  });
}

const TitleNomination* elect(const std::vector<TitleNomination>& nominations, Evidence& evidence) {
  const TitleNomination* winner = nullptr;
  double best = 0;
  for (const auto& candidate : nominations) {
    if (is_mere_label(candidate, nominations)) continue;
    const double votes = votes_for(candidate, nominations);
    if (votes <= best) continue;
    winner = &candidate;
    best = votes;
  }
  for (const auto& candidate : nominations) {
    evidence.add("title", candidate.source, &candidate == winner, candidate.text, candidate.node, candidate.source);
  }
  return winner;
}

/// The largest element that holds this block and no other: <br> parts the lines of an old page, not elements.
NodeId element_of(const Document& document, std::uint32_t index) {
  const Block& block = document.blocks()[index];
  NodeId element = block.node;
  for (NodeId n = block.first; n != block.node && n != kNoNode; n = document.parent(n)) {
    const auto [first, last] = document.blocks_of(n);
    if (!document.is_text(n) && first == index && last == index + 1) element = n;
  }
  return element;
}

/// The element that prints this text, if the winner was no element itself: a heading before any other block.
NodeId printed_at(const Page& page, const std::string& folded) {
  NodeId plain = kNoNode;
  const auto& blocks = page.document.blocks();
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const auto& block = blocks[i];
    if (block.hidden || block.furniture) continue;
    const auto text = page.document.text(block);
    if (text.size() > 2 * folded.size() + 16 || text.size() + 16 < folded.size()) continue;
    if (!folds_to(text, folded)) continue;
    if (block.heading_level > 0 && !is_in_trail(page, block.node)) return block.node;
    if (plain == kNoNode && block.heading_level == 0) plain = element_of(page.document, i);
  }
  return plain;
}

/// The heading that prints the title in other words: one that extends it or is extended by it, else the main one.
NodeId similar_heading(const std::vector<TitleNomination>& nominations, const std::string& folded) {
  for (const auto& nomination : nominations) {
    if (nomination.node == kNoNode) continue;
    if (extends(nomination.folded, folded) || extends(folded, nomination.folded)) return nomination.node;
  }
  for (const auto& nomination : nominations) {
    if (nomination.node != kNoNode && nomination.weight >= kMainHeadingWeight) return nomination.node;
  }
  return kNoNode;
}

/// "Kicker Title" or "Kicker: Title" without its kicker; unchanged if that is no word of its own or nothing is left.
std::string without_kicker(const std::string& title, const std::string& kicker) {
  if (!starts_with_ignoring_case(title, kicker)) return title;
  const std::string_view rest = std::string_view(title).substr(kicker.size());
  if (!rest.starts_with(' ') && !rest.starts_with(':')) return title;
  std::string own = without_mark_before(rest);
  return own.empty() ? title : own;
}

/// Is the kicker an element of the headline, or one that the headline itself does not repeat ("Kicker: Title")?
bool prints_apart(const Document& document, const Headline& headline) {
  if (headline.node == kNoNode) return headline.title.starts_with(headline.kicker + ':');
  if (document.contains(headline.node, headline.kicker_node)) {
    return !fold_alike(text_behind(document, headline.node, headline.kicker_node), headline.title);
  }
  return headline.title.starts_with(headline.kicker + ':') &&
         !starts_with_ignoring_case(document.text(headline.node), headline.kicker + ':');
}

}  // namespace

Headline read_headline(const Page& page, Evidence& evidence) {
  Headline headline;
  const auto nominations = title_nominations(page);
  const auto* winner = elect(nominations, evidence);
  if (winner == nullptr) return headline;
  headline.title = winner->text;
  headline.node = winner->node != kNoNode ? winner->node : printed_at(page, winner->folded);
  if (headline.node == kNoNode) headline.node = similar_heading(nominations, winner->folded);
  if (headline.node != kNoNode) {
    std::tie(headline.first_block, headline.last_block) = page.document.blocks_of(headline.node);
  }
  if (auto kicker = find_kicker(page, headline, nominations, evidence)) {
    headline.kicker = std::move(kicker->text);
    headline.kicker_node = kicker->node;
    if (prints_apart(page.document, headline)) headline.title = without_kicker(headline.title, headline.kicker);
  }
  return headline;
}

}  // namespace klartext
