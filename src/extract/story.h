// Where this page's article is, as far as it is found: what the rules of the fields around it look at.
//
// The first steps of the extraction in their order: the page, what its structured data states of the text, headline,
// region, body. Every later field (date, authors, images, tags, related) has a Story as the context of its rules.
#pragma once

#include <cstdint>
#include <utility>

#include "extract/body.h"
#include "extract/body_evidence.h"
#include "extract/evidence.h"
#include "extract/headline.h"
#include "extract/page.h"
#include "extract/region.h"

namespace klartext {

struct Story {
  const Page& page;
  BodyEvidence stated;
  Headline headline;
  Region region;
  Body body;

  /// Blocks that a reader sees as the head of the article: from a little above the headline to the text's beginning.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> head() const;
  /// Blocks right behind the text, where signs, dates and tags stand.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> foot() const;
};

Story find_story(const Page& page, Evidence& evidence);

}  // namespace klartext
