#include "extract/body.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "html/render.h"

namespace klartext {
namespace {

/// With less of the articleBody printed, the page loads its text by script and the articleBody is the better text.
constexpr std::size_t kFewestPrintedWords = 30;
constexpr std::size_t kUnprintedFactor = 3;

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

std::vector<bool> judge_blocks(BlockContext context) {
  const Region& region = context.region;
  std::vector<bool> kept(region.last_block - region.first_block);
  for (context.index = region.first_block; context.index < region.last_block; ++context.index) {
    kept[context.index - region.first_block] = block_score(context) > 0;
  }
  return kept;
}

/// "Why was this removed?": every block of the region that is not in the body, with what was held against it.
void explain_dropped(BlockContext context, const std::vector<bool>& kept, Evidence& evidence) {
  if (!evidence.enabled()) return;
  const Region& region = context.region;
  for (context.index = region.first_block; context.index < region.last_block; ++context.index) {
    if (kept[context.index - region.first_block]) continue;
    const bool by_itself = block_score(context) <= 0;
    const std::string why = by_itself ? "dropped: " + block_signals_shown(context) : "dropped for its neighbours";
    evidence.add("body", why, false, context.text(), context.block().node);
  }
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

std::vector<std::string> stated_paragraphs(const Page& page) {
  std::vector<std::string> paragraphs;
  for (const auto line : split(page.article->article_body, "\n")) paragraphs.push_back(clean(line));
  return paragraphs;
}

}  // namespace

Body read_body(const Page& page, const Headline& headline, const BodyEvidence& stated, const Region& region,
               Evidence& evidence) {
  Body body;
  if (region.node != kNoNode) {
    const BlockContext context{page, headline, stated, region, home_of(page, region), 0};
    auto kept = judge_blocks(context);
    drop_by_runs(page, region, kept);
    explain_dropped(context, kept, evidence);
    for (std::uint32_t i = region.first_block; i < region.last_block; ++i) {
      if (kept[i - region.first_block]) body.blocks.push_back(i);
    }
    body.paragraphs = paragraphs(page.document, body.blocks);
  }
  const bool from_facts = loads_text_by_script(page, stated, body);
  if (from_facts) body = {{}, stated_paragraphs(page), {}};
  if (!body.blocks.empty()) body.lead = find_lead(page, body.blocks, evidence);
  if (evidence.enabled() && !body.paragraphs.empty()) {
    evidence.add("body", from_facts ? "articleBody" : "blocks of the region", true, shown(body.paragraphs),
                 from_facts ? kNoNode : region.node, "json-ld");
  }
  return body;
}

}  // namespace klartext
