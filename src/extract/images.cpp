#include "extract/images.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "extract/caption_parts.h"
#include "extract/names.h"

namespace klartext {
namespace {

constexpr std::size_t kMostImages = 60;
/// Of a page of thousands of icons the first are looked at.
constexpr std::size_t kMostLookedAt = 600;
/// Smaller pictures are icons.
constexpr int kLeastWidth = 120;
/// Blocks above the headline within which an opener picture may stand.
constexpr std::uint32_t kOpenerAbove = 4;

constexpr NameWords kCreditNames(
    "credit credits copyright source quelle attribution photographer fotograf bildquelle rights");

/// Words in the address of a picture that is part of the page's furniture; a captioned one may well show a logo.
constexpr std::array<std::string_view, 14> kSignNames = {"logo",    "logos",    "icon",    "icons",      "avatar",
                                                         "avatars", "gravatar", "spacer",  "emoji",      "sprite",
                                                         "badge",   "badges",   "favicon", "placeholder"};

constexpr NameWords kCaptionNames(
    "caption bildunterschrift bildtext bildlegende legende imagetext didascalia figcaption");
/// How far above a picture without a <figure> the frame around it and its caption may be.
constexpr int kFrameSteps = 3;
/// Picture, caption and credit are few blocks and nodes; a frame of more holds the text as well.
constexpr std::uint32_t kMostFrameBlocks = 3;
constexpr NodeId kMostFrameNodes = 80;

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Address of the widest candidate in a srcset: "a.jpg 640w, b.jpg 1200w".
std::string_view widest(std::string_view srcset) {
  std::string_view best;
  int best_width = -1;
  for (const auto candidate : split(srcset, ",")) {
    const auto parts = split(candidate, " ");
    if (parts.empty()) continue;
    const int width = parts.size() > 1 ? number(parts[1]) : 0;
    if (width <= best_width) continue;
    best = parts.front();
    best_width = width;
  }
  return best;
}

bool is_foreign(const Story& story, NodeId img) {
  const auto& places = story.page.places;
  return places.hinted(img, Hint::related, 4) || places.hinted(img, Hint::popular, 4) ||
         places.hinted(img, Hint::teaser, 3) || places.hinted(img, Hint::byline, 2) ||
         places.hinted(img, Hint::bio, 3) || places.hinted(img, Hint::comment, 5) || places.hinted(img, Hint::nav, 3) ||
         places.hinted(img, Hint::share, 2) || places.hinted(img, Hint::aside_element, 3) ||
         places.hinted(img, Hint::footer_element, 4) || places.hinted(img, Hint::ad, 2);
}

bool is_icon(const Document& document, NodeId img) {
  const auto width = document.attribute(img, Attribute::width);
  return !width.empty() && number(width) > 0 && number(width) < kLeastWidth;
}

/// A logo, an app store's badge, a placeholder.
bool is_sign(const Image& image) {
  const auto words = split(std::string_view(image.url).substr(0, image.url.find('?')), "/-_.");
  return !image.caption && std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return std::find(kSignNames.begin(), kSignNames.end(), word) != kSignNames.end();
  });
}

/// Address that a click on the picture leads to; empty if there is none.
std::string target_of(const Page& page, NodeId img) {
  const NodeId link = page.document.closest(img, Tag::a);
  return link == kNoNode ? "" : absolute_url(page, page.document.attribute(link, Attribute::href)).value_or("");
}

/// The portrait of an author, or the picture of a teaser that stands within the text.
bool belongs_to_others(const Image& image, const std::string& target, const Article& read) {
  return std::any_of(read.authors.begin(), read.authors.end(), [&](const Author& a) { return a.name == image.alt; }) ||
         std::any_of(read.related.begin(), read.related.end(), [&](const Teaser& teaser) {
           return (teaser.image && teaser.image->url == image.url) || (!target.empty() && teaser.url == target);
         });
}

/// An element that is called after the credit, inside the figure.
NodeId credit_node(const Document& document, NodeId figure) {
  for (NodeId n = figure + 1; n < document.end(figure); ++n) {
    if (!document.is_text(n) && is_called(document, n, kCreditNames) && !document.text(n).empty()) return n;
  }
  return kNoNode;
}

std::string replaced(std::string text, std::string_view part) {
  const auto at = part.empty() ? std::string::npos : text.find(part);
  return at == std::string::npos ? text : clean(text.erase(at, part.size()));
}

/// The <figcaption>, else the first element called so that has words.
NodeId caption_in(const Document& document, NodeId frame) {
  NodeId called = kNoNode;
  for (NodeId n = frame + 1; n < document.end(frame); ++n) {
    if (document.tag(n) == Tag::figcaption) return n;
    if (called != kNoNode || document.is_text(n) || document.text(n).empty()) continue;
    if (is_called(document, n, kCaptionNames)) called = n;
  }
  return called;
}

/// The <figure> around a picture, else the small frame that holds a caption besides.
NodeId frame_of(const Document& document, NodeId img) {
  const NodeId figure = document.closest(img, Tag::figure);
  if (figure != kNoNode) return figure;
  NodeId n = document.parent(img);
  for (int step = 0; step < kFrameSteps && n != kNoNode; ++step, n = document.parent(n)) {
    const auto [first, last] = document.blocks_of(n);
    if (last - first > kMostFrameBlocks || document.end(n) - n > kMostFrameNodes) break;
    if (caption_in(document, n) != kNoNode) return n;
  }
  return kNoNode;
}

void add_caption(Image& image, const Document& document, NodeId figure) {
  const NodeId caption = caption_in(document, figure);
  if (caption == kNoNode) return;
  const std::string whole = clean(document.text(caption));
  const NodeId credit = credit_node(document, figure);
  if (credit == kNoNode) {
    auto parts = split_caption(whole);
    image.caption = std::move(parts.caption);
    image.credit = std::move(parts.credit);
    return;
  }
  const std::string printed = clean(document.text(credit));
  const std::string rest = replaced(whole, printed);
  if (!rest.empty()) image.caption = rest;
  if (auto bare = bare_credit(printed); !bare.empty()) image.credit = std::move(bare);
}

Image image_of(const Story& story, NodeId img, std::string url) {
  const auto& document = story.page.document;
  Image image;
  image.url = std::move(url);
  if (auto alt = clean(document.attribute(img, Attribute::alt)); !alt.empty()) image.alt = std::move(alt);
  const NodeId frame = frame_of(document, img);
  if (frame != kNoNode) add_caption(image, document, frame);
  return image;
}

bool holds(const std::vector<Image>& images, const std::string& url) {
  return std::any_of(images.begin(), images.end(), [&](const Image& image) { return image.url == url; });
}

/// Nodes from a little above the headline, where openers stand, to the end of the text.
std::pair<NodeId, NodeId> stretch(const Story& story) {
  const auto& document = story.page.document;
  if (story.body.blocks.empty()) return {0, 0};
  const auto& blocks = document.blocks();
  auto last = story.body.blocks.back();
  while (last + 1 < blocks.size() && blocks[last + 1].kind == BlockKind::caption) ++last;  // a picture closes the text
  const NodeId end = last + 1 < blocks.size() ? blocks[last + 1].first : document.size();
  const auto& headline = story.headline;
  const bool printed = headline.first_block < headline.last_block;
  const auto top = printed ? headline.first_block - std::min(headline.first_block, kOpenerAbove) : blocks.size();
  const auto first = std::min<std::size_t>(top, story.body.blocks.front());
  return {blocks[first].first, end};
}

std::vector<Image> printed_images(const Story& story, const Article& read) {
  std::vector<Image> images;
  std::size_t looked_at = 0;
  const auto [begin, end] = stretch(story);
  for (NodeId n = begin; n < end && images.size() < kMostImages; ++n) {
    if (story.page.document.tag(n) != Tag::img || ++looked_at > kMostLookedAt || is_foreign(story, n) ||
        is_icon(story.page.document, n))
      continue;
    auto url = image_url(story.page, n);
    if (!url || holds(images, *url)) continue;
    auto image = image_of(story, n, std::move(*url));
    if (!is_sign(image) && !belongs_to_others(image, target_of(story.page, n), read))
      images.push_back(std::move(image));
  }
  return images;
}

std::optional<std::string> stated_image(const Page& page) {
  if (page.article != nullptr && !page.article->images.empty()) return absolute_url(page, page.article->images.front());
  for (const auto key : {"og:image", "twitter:image", "twitter:image:src"}) {
    if (const auto content = page.facts.meta(key); !content.empty()) return absolute_url(page, content);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> image_url(const Page& page, NodeId img) {
  const auto& document = page.document;
  for (const auto name : {Attribute::data_src, Attribute::data_original, Attribute::data_lazy_src, Attribute::src}) {
    const auto value = document.attribute(img, name);
    if (!value.empty()) {
      if (auto url = absolute_url(page, value)) return url;
    }
  }
  for (const auto name : {Attribute::srcset, Attribute::data_srcset, Attribute::data_lazy_srcset}) {
    const auto value = widest(document.attribute(img, name));
    if (!value.empty()) {
      if (auto url = absolute_url(page, value)) return url;
    }
  }
  return std::nullopt;
}

std::vector<Image> read_images(const Story& story, const Article& read, Evidence& evidence) {
  auto images = printed_images(story, read);
  const bool printed = !images.empty();
  if (!printed) {
    if (auto url = stated_image(story.page)) images.push_back({std::move(*url), {}, {}, {}});
  }
  if (!images.empty()) {
    evidence.add("images", printed ? "pictures in the article" : "picture stated by the page", true, images.front().url,
                 kNoNode, printed ? "page" : "metadata");
  }
  return images;
}

}  // namespace klartext
