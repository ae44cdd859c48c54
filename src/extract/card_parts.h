// The pieces of a teaser card as a reader tells them apart.
//
// Kicker, headline and label of a card often stand in one line, each in a <span> of its own, with nothing printed
// between them: finer than blocks. A part is the text of one element, formatting such as <em> or <b> within it joined.
#pragma once

#include <cstdint>
#include <span>
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

/// The parts of a subtree one by one, in document order; hidden text is none. For whoever needs but the first few:
/// parts without a word are among them, and `before_colon` is not told.
class CardPartReader {
 public:
  CardPartReader(const Page& page, NodeId card);

  /// False: there is no part left.
  bool next(CardPart& part);

 private:
  [[nodiscard]] NodeId end_of_block() const;
  void pass_to_text();
  void finish(CardPart& part) const;

  const Document& document_;
  NodeId card_;
  std::uint32_t block_;
  std::uint32_t last_block_;
  NodeId node_ = kNoNode;  ///< the text node to read next, in `block_`
};

/// All parts of the subtree that have a word.
std::vector<CardPart> card_parts(const Page& page, NodeId card);

/// "Sponsored", "Anzeige" in a card among others.
bool is_advertisement(std::span<const CardPart> parts);

}  // namespace klartext
