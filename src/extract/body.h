// The text of the article: which blocks of the page belong to it.
//
// Rules judge first: each block of the region sums the weights of the signals that hold for it (block_signals.cpp: one
// table), and rules that look at runs of blocks take out what only its neighbours give away (block_runs.cpp). Their
// judgement is evidence, the strongest single one, for the block model (block_model.h), which weighs it against some
// hundred other numbers and decides. The lead is the first paragraph if the page sets it apart.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/block_features.h"
#include "extract/body_evidence.h"
#include "extract/evidence.h"
#include "extract/headline.h"
#include "extract/page.h"
#include "extract/region.h"
#include "html/render.h"

namespace klartext {

struct Body {
  std::vector<std::uint32_t> blocks;  ///< of the document, ascending; empty if the text stands in no block
  std::vector<Paragraph> paragraphs;  ///< the text as it goes into the record, the lead first
  std::string lead;                   ///< empty if no paragraph is set apart
  std::uint32_t ruled_words = 0;      ///< words of the blocks that the rules alone would keep; 0: they see no article
};

/// The rules' judgement of the region's blocks.
RuledBlocks rule_blocks(const Page& page, const Headline& headline, const BodyEvidence& stated, const Region& region);

Body read_body(const Page& page, const Headline& headline, const BodyEvidence& stated, const Region& region,
               Evidence& evidence);

/// What the decision about one block may look at.
struct BlockContext {
  const Page& page;
  const Headline& headline;
  const BodyEvidence& stated;
  const Region& region;
  NodeId home;               ///< element that holds most of the region's prose directly
  std::string folded_title;  ///< of the headline
  std::string folded_kicker;
  std::uint32_t index = 0;  ///< of the block in the document
  NodeId innermost = 0;     ///< element around the block's beginning, inline ones too
  int steps_inside = 0;     ///< from there up to the children of the region's node

  void look_at(std::uint32_t block_index);
  [[nodiscard]] const Block& block() const { return page.document.blocks()[index]; }
  [[nodiscard]] const BlockTraits& traits() const { return page.traits[index]; }
  [[nodiscard]] std::string_view text() const { return page.document.text(block()); }
  /// Does something inside the region, at most `steps` above the block, hint at this?
  [[nodiscard]] bool hinted(Hint hint, int steps) const;
};

/// Sum of the weights of all signals that hold; the block stays if it is above 0.
float block_score(const BlockContext& context);

/// Names of the signals that hold for the block, with their weights, for people: "prose +2.0, caption -6.0".
std::string block_signals_shown(const BlockContext& context);

/// Takes out of `kept` (one flag for each block of the region, from region.first_block) what runs of blocks give away.
void drop_by_runs(const Page& page, const Region& region, std::vector<bool>& kept);

/// The lead: the first of the kept blocks, if the page sets it apart from the others; else empty.
std::string find_lead(const Page& page, const std::vector<std::uint32_t>& blocks, Evidence& evidence);

}  // namespace klartext
