// The teasers of a page: stretches of it that point to one other article each.
//
// A card is the largest element around a link that leads to no second article. Picture and headline that link to the
// same address are one card. What a card is for (related, most read, navigation) is decided elsewhere (related.h).
#pragma once

#include <vector>

#include "extract/article_address.h"
#include "extract/story.h"
#include "klartext/article.h"

namespace klartext {

struct TeaserCard {
  NodeId node = kNoNode;  ///< the element of the card
  NodeId link = kNoNode;  ///< its first link
  AddressSigns signs;     ///< what the address of the link says of the page behind it
};

/// All cards of the page outside navigation (their addresses need not look like an article's), in document order; links
/// within sentences of the body are none.
std::vector<TeaserCard> find_cards(const Story& story);

}  // namespace klartext
