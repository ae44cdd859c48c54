#include "extract/story.h"

#include <algorithm>

namespace klartext {
namespace {

/// How far above the headline and behind the text its furniture reaches, in blocks.
constexpr std::uint32_t kAboveHeadline = 8;
constexpr std::uint32_t kBelowHeadline = 25;
constexpr std::uint32_t kBehindText = 12;

std::uint32_t minus(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : 0; }

}  // namespace

std::pair<std::uint32_t, std::uint32_t> Story::head() const {
  const auto count = static_cast<std::uint32_t>(page.traits.size());
  const bool printed = headline.first_block < headline.last_block;
  const std::uint32_t text = body.blocks.empty() ? headline.last_block : body.blocks.front();
  const std::uint32_t begin = printed ? headline.first_block : text;
  const std::uint32_t reach =
      std::max(text, begin) - begin <= kBelowHeadline ? std::max(text, begin) : begin + kBelowHeadline;
  // The first lines of the text may hold date and byline: "Berlin, 3. May 2024 – ".
  return {minus(std::min(begin, text), kAboveHeadline), std::min(count, reach + 3)};
}

std::pair<std::uint32_t, std::uint32_t> Story::foot() const {
  const auto count = static_cast<std::uint32_t>(page.traits.size());
  const std::uint32_t end = body.blocks.empty() ? headline.last_block : body.blocks.back() + 1;
  return {std::min(end, count), std::min(end + kBehindText, count)};
}

Story find_story(const Page& page, Evidence& evidence) {
  Story story{page, BodyEvidence(page), read_headline(page, evidence), {}, {}};
  story.region = find_region(page, story.headline, story.stated);
  story.body = read_body(page, story.headline, story.stated, story.region, evidence);
  return story;
}

}  // namespace klartext
