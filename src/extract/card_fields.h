// What a teaser card says, part by part: kicker, title, printed type, date, text, picture.
//
// A card has no markup of its own to go by: the greatest heading or the link is mostly the headline, the line above it
// the kicker. Where two headings stand together, the picture's alternative text that repeats one of them word by word
// says which is the headline.
#pragma once

#include <vector>

#include "extract/card_parts.h"
#include "extract/teaser_cards.h"

namespace klartext {

/// The fields of a card from its parts (card_parts.h); without a title where nothing in it can be one.
Teaser read_card(const Page& page, const TeaserCard& card, const std::vector<CardPart>& parts);

}  // namespace klartext
