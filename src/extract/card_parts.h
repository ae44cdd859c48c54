// The pieces of a teaser card as a reader tells them apart.
//
// Kicker, headline and label of a card often stand in one line, each in a <span> of its own, with nothing printed
// between them: finer than blocks. A part is the text of one element, formatting such as <em> or <b> within it joined.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/page.h"
#include "extract/vocabulary.h"

namespace klartext {

struct CardPart {
  NodeId node = kNoNode;  ///< the element of the part
  std::string text;       ///< clean
  std::uint32_t words = 0;
  std::uint8_t heading_level = 0;
  bool in_link = false;
  bool prose = false;         ///< a sentence or more
  bool before_colon = false;  ///< a colon stands at its end or in an element of its own behind it
  LabelSet label;
};

/// Parts of the subtree in document order; hidden text is none.
std::vector<CardPart> card_parts(const Page& page, NodeId card);

}  // namespace klartext
