#include "extract/other_texts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/url.h"
#include "extract/person_names.h"

namespace klartext {
namespace {

using Blocks = std::vector<std::uint32_t>;

std::string_view text_of(const Page& page, std::uint32_t index) {
  return page.document.text(page.document.blocks()[index]);
}

/// The link that this text node of the block is in, or kNoNode.
NodeId link_around(const Page& page, const Block& block, NodeId text) {
  const NodeId link = page.document.closest(text, Tag::a);
  return link != kNoNode && page.document.contains(block.node, link) ? link : kNoNode;
}

// --- excerpts: a linked title, and under it the beginning of a text ---

/// A single one may be a quotation; from two on they are a list of teasers.
constexpr std::size_t kFewestExcerpts = 2;
constexpr std::uint32_t kFewestExcerptWords = 8;
constexpr std::uint32_t kFewestTitleWords = 3;
constexpr std::uint32_t kFewestTitleBytes = 20;
/// Blocks of a teaser: title, date, author, excerpt, "Read more".
constexpr std::uint32_t kMostTeaserBlocks = 8;
constexpr std::uint32_t kMostFromTitle = 3;
constexpr float kAllLink = 0.9F;

/// "and then […]", or without an end and before "Read more".
bool is_cut_off(const Page& page, std::uint32_t index) {
  constexpr std::array<std::string_view, 6> kCuts = {"…", "...", "[…]", "[...]", "(…)", "(...)"};
  const auto text = text_of(page, index);
  if (std::any_of(kCuts.begin(), kCuts.end(), [text](auto cut) { return text.ends_with(cut); })) return true;
  const bool opens_article = index + 1 < page.traits.size() && page.traits[index + 1].label.has(Label::read_more);
  return opens_article && page.traits[index].prose && !page.traits[index].ends_sentence;
}

/// Does a linked title stand above, in an element that holds little else?
bool stands_below_title(const Page& page, std::uint32_t index) {
  const auto& blocks = page.document.blocks();
  for (std::uint32_t i = index; i > 0 && index - i < kMostFromTitle; --i) {
    const BlockTraits& above = page.traits[i - 1];
    if (above.prose) return false;
    if (above.link_density < kAllLink || above.words < kFewestTitleWords) continue;
    const NodeId teaser = page.document.common_ancestor(blocks[i - 1].node, blocks[index].node);
    const auto [first, last] = page.document.blocks_of(teaser);
    return last - first <= kMostTeaserBlocks;
  }
  return false;
}

bool begins_with_title(const Page& page, std::uint32_t index) {
  const Block& block = page.document.blocks()[index];
  return block.link_bytes >= kFewestTitleBytes && link_around(page, block, block.first) != kNoNode;
}

bool is_excerpt(const Page& page, std::uint32_t index) {
  const bool heading = page.document.blocks()[index].kind == BlockKind::heading;
  return !heading && page.traits[index].words >= kFewestExcerptWords && is_cut_off(page, index) &&
         (begins_with_title(page, index) || stands_below_title(page, index));
}

/// Teasers follow one another; in a list that the article itself is, some texts come to their end and some do not.
bool stand_together(const Page& page, const Blocks& blocks, const Blocks& excerpts) {
  std::uint32_t cut = 0;
  std::uint32_t all = 0;
  for (const auto index : excerpts) cut += page.traits[index].words;
  for (const auto index : blocks) {
    if (index >= excerpts.front() && index <= excerpts.back()) all += page.traits[index].words;
  }
  return cut * 2 > all;
}

void drop_excerpts(const Page& page, Blocks& blocks) {
  Blocks excerpts;
  std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(excerpts),
               [&page](std::uint32_t index) { return is_excerpt(page, index); });
  if (excerpts.size() < kFewestExcerpts || excerpts.size() == blocks.size()) return;
  if (!stand_together(page, blocks, excerpts)) return;
  std::erase_if(blocks, [&](std::uint32_t index) { return std::ranges::binary_search(excerpts, index); });
}

// --- "Read this, too: a title", in whatever language, again and again ---

constexpr std::size_t kShortestLabelBytes = 6;
constexpr std::uint32_t kShortestLinkBytes = 12;
constexpr float kMostlyLink = 0.4F;

/// "Website: …" leads elsewhere.
bool stays_on_site(const Page& page, NodeId link) {
  const auto url = absolute_url(page, page.document.attribute(link, Attribute::href));
  return url && (page.base_url.empty() || registrable_domain(*url) == registrable_domain(page.base_url));
}

/// What a line says before the link that it ends with; empty for any other line, and for items of a list of links.
std::string_view label_before_link(const Page& page, std::uint32_t index) {
  const Block& block = page.document.blocks()[index];
  const auto text = text_of(page, index);
  if (block.kind == BlockKind::list_item || block.link_bytes < kShortestLinkBytes) return {};
  if (page.traits[index].link_density < kMostlyLink || block.link_bytes + kShortestLabelBytes > text.size()) return {};
  const NodeId link = link_around(page, block, block.last - 1);
  return link != kNoNode && stays_on_site(page, link) ? text.substr(0, text.size() - block.link_bytes)
                                                      : std::string_view();
}

void drop_labelled_links(const Page& page, Blocks& blocks) {
  std::unordered_map<std::string_view, int> lines;
  for (const auto index : blocks) ++lines[label_before_link(page, index)];
  std::erase_if(blocks, [&](std::uint32_t index) {
    const auto label = label_before_link(page, index);
    return !label.empty() && lines[label] > 1;
  });
}

// --- the article once more: some pages hold it for each width of the screen ---

/// Shorter texts repeat by chance ("Yes.", a name in an interview).
constexpr std::size_t kShortestCopyBytes = 60;
/// Recipes and terms repeat whole paragraphs; a page that holds its text again repeats most of them.
constexpr std::size_t kCopiedShare = 2;

/// Copies of lines above: their bytes, those of all other lines, and where the first one stands.
struct Copies {
  std::size_t bytes = 0;
  std::size_t other_bytes = 0;
  std::size_t first = 0;
};

Copies copies_in(const Page& page, const Blocks& blocks) {
  Copies copies;
  std::unordered_set<std::string_view> seen;
  for (std::size_t k = 0; k < blocks.size(); ++k) {
    const auto text = text_of(page, blocks[k]);
    const bool copy = !seen.insert(text).second && text.size() >= kShortestCopyBytes;
    if (copy && copies.bytes == 0) copies.first = k;
    (copy ? copies.bytes : copies.other_bytes) += text.size();
  }
  return copies;
}

void drop_copies(const Page& page, Blocks& blocks) {
  const Copies copies = copies_in(page, blocks);
  if (copies.bytes == 0 || copies.bytes * kCopiedShare < copies.other_bytes) return;
  std::unordered_set<std::string_view> seen;
  for (std::size_t k = 0; k < copies.first; ++k) seen.insert(text_of(page, blocks[k]));
  const auto begin = blocks.begin() + static_cast<std::ptrdiff_t>(copies.first);
  const auto copied = [&](std::uint32_t index) { return !seen.insert(text_of(page, index)).second; };
  blocks.erase(std::remove_if(begin, blocks.end(), copied), blocks.end());
}

// --- "Ann Lee is a reporter in Leeds." above or below the text ---

bool tells_of_author(const Page& page, std::uint32_t index) {
  if (page.article == nullptr || !page.traits[index].prose) return false;
  return std::any_of(page.article->authors.begin(), page.article->authors.end(), [&](const FactAuthor& author) {
    return text_of(page, index).starts_with(author.name) && looks_like_person(author.name);
  });
}

void drop_biographies(const Page& page, Blocks& blocks) {
  while (blocks.size() > 2 && tells_of_author(page, blocks.back())) blocks.pop_back();
  if (blocks.size() > 2 && tells_of_author(page, blocks.front())) blocks.erase(blocks.begin());
}

}  // namespace

void drop_other_texts(const Page& page, std::vector<std::uint32_t>& blocks) {
  drop_excerpts(page, blocks);
  drop_copies(page, blocks);
  drop_labelled_links(page, blocks);
  drop_biographies(page, blocks);
}

}  // namespace klartext
