// A picture belongs to the article if it stands between the headline and the tags, or opens the container that the
// headline stands in, and is neither icon, logo nor advertisement. WordPress prints a caption twice: the second is
// dropped, too.
#include "sites/pictures.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "base/url.h"
#include "sites/captions.h"
#include "sites/sign.h"
#include "sites/words.h"

namespace klartext::sites {
namespace {

/// A caption that is printed twice is so within this many lines.
constexpr std::uint32_t kDoubledWithin = 4;
/// The caption of a picture behind the last paragraph is shorter than that.
constexpr std::size_t kWordsBytes = 110;
/// A caption that nothing but its place tells.
constexpr std::size_t kBareBytes = 160;

struct Scene {
  const Sheet& sheet;
  const Landmarks& landmarks;
  const Profile& profile;
  const Frame& frame;
  const Headline& headline;
  std::string_view base_url;
  std::uint32_t last_text = kNoLine;  ///< last line of the article's text
  std::uint32_t end = kNoLine;        ///< no caption stands in this line or behind it
};

/// Nothing but captions and words such as "Bild vergrößern" stands in lines [first, last).
bool are_captions(const Scene& scene, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (scene.landmarks.kind(i) != Kind::chrome && !looks_like_caption(scene.sheet, scene.profile, i)) return false;
  }
  return true;
}

/// An element that opens with a picture and a line under it: words of any kind in an <article>, else a sentence.
bool opens_with_picture(const Scene& scene, NodeId element, std::uint32_t headline) {
  const Sheet& sheet = scene.sheet;
  const std::uint32_t first = sheet.lines_of(element).first;
  if (headline - first != 1 || scene.landmarks.kind(first) != Kind::text || sheet.line(first).link_bytes > 0) {
    return false;
  }
  const auto [picture, end] = sheet.pictures_between(element, sheet.line(first).first);
  return picture < end && (sheet.document().tag(element) == Tag::article || ends_like_a_sentence(sheet.text(first)));
}

/// The widest element that opens with the headline, pictures aside.
NodeId opening_node(const Scene& scene) {
  const Document& document = scene.sheet.document();
  const std::uint32_t headline = std::min(scene.headline.first, scene.frame.anchor);
  NodeId n = scene.sheet.line(headline).first;
  for (NodeId up = document.parent(n); up != kNoNode; up = document.parent(n)) {
    if (document.tag(up) == Tag::body) break;
    const bool captions = are_captions(scene, scene.sheet.lines_of(up).first, headline);
    if (!captions && !opens_with_picture(scene, up, headline)) break;
    n = up;
  }
  return n;
}

/// A sentence between the headline and the picture right above it.
bool is_bare_caption(const Scene& scene, std::uint32_t i) {
  const Line& line = scene.sheet.line(i);
  if (scene.landmarks.kind(i) != Kind::text || line.furniture != kNoNode || line.link_bytes > 0) return false;
  const auto [first, last] = scene.sheet.pictures_between(i > 0 ? scene.sheet.line(i - 1).last : 0, line.first);
  return first < last && scene.sheet.text(i).size() <= kBareBytes && ends_like_a_sentence(scene.sheet.text(i));
}

/// Where the article's pictures begin: with that node, or with a picture whose caption stands right above it.
NodeId first_of_pictures(const Scene& scene) {
  const Sheet& sheet = scene.sheet;
  const NodeId opening = opening_node(scene);
  const std::uint32_t headline = std::min(scene.headline.first, scene.frame.anchor);
  std::uint32_t caption = headline;
  while (caption > 0 && looks_like_caption(sheet, scene.profile, caption - 1)) --caption;
  if (caption == headline && headline > 0 && is_bare_caption(scene, headline - 1)) --caption;
  if (caption == headline) return opening;
  const NodeId above = caption > 0 ? sheet.line(caption - 1).last : 0;
  const auto [first, last] = sheet.pictures_between(above, sheet.line(caption).first);
  return first < last ? std::min(opening, sheet.pictures()[last - 1].node) : opening;
}

bool leads_home(std::string_view address) {
  return address == "/" || address.ends_with("/index.html") || address == "index.html" ||
         (is_http_url(address) && (url_path(address).empty() || url_path(address) == "/"));
}

bool is_logo(const Scene& scene, const Picture& picture, std::string_view address) {
  const Document& document = scene.sheet.document();
  if (picture.link != kNoNode && leads_home(document.attribute(picture.link, Attribute::href))) return true;
  const auto name = address.substr(address.rfind('/') == std::string_view::npos ? 0 : address.rfind('/') + 1);
  return starts_with_ignoring_case(name, "logo") ||
         scene.profile.title_names.are_all_of(document.attribute(picture.node, Attribute::alt));
}

/// The icon of a print, PDF or mail link.
bool is_tool(const Scene& scene, const Picture& picture) {
  const Document& document = scene.sheet.document();
  if (picture.link == kNoNode) return false;
  const auto text = document.text(picture.link);
  const auto alt = document.attribute(picture.node, Attribute::alt);
  return are_tools(scene.profile, text) || are_tools(scene.profile, alt) || scene.profile.chrome.are_all_of(alt);
}

/// An arrow or a bullet in front of a link that is listed below the text.
bool is_bullet(const Scene& scene, const Picture& picture, std::string_view address) {
  const bool drawn = ends_with_ignoring_case(address, ".gif") || ends_with_ignoring_case(address, ".svg");
  const std::uint32_t line = scene.sheet.line_at_or_after(picture.node);
  const bool figure = scene.sheet.document().closest(picture.node, Tag::figure) != kNoNode;
  return drawn && !figure && picture.link == kNoNode && line > scene.last_text && line < scene.frame.stop &&
         scene.sheet.is_all_link(scene.sheet.line(line));
}

bool belongs(const Scene& scene, const Picture& picture, const Mask& mask) {
  const Document& document = scene.sheet.document();
  if (mask.dropped(picture.node)) return false;
  if (scene.headline.kicker && scene.headline.kicker->node == picture.node) return false;
  if (picture.furniture != kNoNode &&
      !document.contains(picture.furniture, scene.sheet.line(scene.frame.anchor).first)) {
    return false;
  }
  const auto address = picture_address(document, picture.node);
  return !address.empty() && !is_tiny(document, picture.node) && !is_tool(scene, picture) &&
         !is_logo(scene, picture, address) && !is_bullet(scene, picture, address);
}

bool may_be_caption(const Scene& scene, std::uint32_t i) {
  if (i == scene.frame.anchor || (i >= scene.headline.first && i < scene.headline.last)) return false;
  return scene.landmarks.kind(i) == Kind::text;
}

/// Bars and bullets of old pages are GIFs without a word; a photograph has a caption or an alt text, or is no GIF.
bool is_ornament(const Image& image) {
  return !image.caption && !image.credit && !image.alt && ends_with_ignoring_case(image.url, ".gif");
}

/// The run of lines around the picture that may be captions.
std::pair<std::uint32_t, std::uint32_t> run_around(const Scene& scene, NodeId picture) {
  const std::uint32_t here = scene.sheet.line_at_or_after(picture);
  std::uint32_t first = here;
  while (first > 0 && here - first < kDoubledWithin && may_be_caption(scene, first - 1)) --first;
  std::uint32_t last = here;
  while (last < scene.end && last - here < kDoubledWithin && may_be_caption(scene, last)) ++last;
  return {first, last};
}

std::uint32_t find_last_text(const Sheet& sheet, const Landmarks& landmarks, const Frame& frame) {
  std::uint32_t i = frame.below;
  while (i > frame.anchor + 1 && (landmarks.kind(i - 1) != Kind::text || sheet.is_all_link(sheet.line(i - 1)))) --i;
  return i - 1;
}

/// The text ends here: with a full stop, a sign or the name of who asked the questions.
bool ends_text(const Profile& profile, std::string_view text) {
  return ends_like_a_sentence(text) || text.ends_with(')') || !closing_credit(profile, text).empty() ||
         !byline(profile, text).empty();
}

/// The article would be left without its end if this line were a caption; a few words without a sign behind running
/// text are no end.
bool is_last_text(const Scene& scene, std::uint32_t line) {
  if (line != scene.last_text || looks_like_caption(scene.sheet, scene.profile, line)) return false;
  const auto text = scene.sheet.text(line);
  const bool behind_text = line > scene.frame.anchor + 1 && ends_text(scene.profile, scene.sheet.text(line - 1));
  return !behind_text || text.size() > kWordsBytes || !closing_sign(scene.profile, text).empty();
}

/// The same words once more, credit aside, a few lines further down.
void drop_doubled(const Scene& scene, std::uint32_t behind, std::string_view words, Mask& mask) {
  const auto wanted = fold(words);
  const std::uint32_t end = std::min(behind + kDoubledWithin, scene.frame.below);
  for (std::uint32_t i = behind; i < end; ++i) {
    if (!may_be_caption(scene, i)) continue;
    const auto caption = part_caption(scene.profile, scene.sheet.text(i));
    if (caption.text && fold(*caption.text) == wanted) drop_line(scene.sheet.line(i), mask);
  }
}

/// Credits printed on a line of their own come after the caption's words.
Caption take_caption(const Scene& scene, const std::vector<std::uint32_t>& lines, Mask& mask) {
  Caption whole;
  for (const std::uint32_t line : lines) {
    auto part = part_caption(scene.profile, scene.sheet.text(line));
    drop_line(scene.sheet.line(line), mask);
    if (part.credit) whole.credit = std::move(part.credit);
    if (!part.text || (whole.text && fold(*whole.text) == fold(*part.text))) continue;
    whole.text = whole.text ? *whole.text + ' ' + *part.text : *part.text;
  }
  if (whole.text) drop_doubled(scene, lines.back() + 1, *whole.text, mask);
  return whole;
}

bool any_has_credit(const Scene& scene, const std::vector<std::uint32_t>& lines) {
  return std::any_of(lines.begin(), lines.end(), [&scene](std::uint32_t line) {
    return part_caption(scene.profile, scene.sheet.text(line)).credit.has_value();
  });
}

/// Its captions are dropped from the text; `url` is empty if it has no address that a record may hold, or is no picture
/// of the article: below the text only a credit tells one from an advertisement.
Image read_picture(const Scene& scene, const Picture& picture, NodeId next_picture, Mask& mask) {
  const Document& document = scene.sheet.document();
  Image image;
  image.url = resolve_url(scene.base_url, picture_address(document, picture.node)).value_or(std::string());
  if (auto alt = clean_markup(document.attribute(picture.node, Attribute::alt)); !alt.empty())
    image.alt = std::move(alt);
  const auto [first, last] = run_around(scene, picture.node);
  const bool above_text = last > first && last <= scene.frame.anchor;
  auto lines = caption_lines({scene.sheet, scene.profile, picture.node, next_picture, first, last, above_text});
  std::erase_if(lines, [&](std::uint32_t line) {
    return mask.dropped(scene.sheet.line(line).first) || is_last_text(scene, line);
  });
  const bool below_text = scene.end > scene.frame.below;
  if (below_text && !any_has_credit(scene, lines)) return {};
  if (lines.empty()) return image;
  const Caption caption = take_caption(scene, lines, mask);
  image.caption = caption.text;
  image.credit = caption.credit;
  return image;
}

/// The article's pictures so far.
struct Gallery {
  Found<std::vector<Image>> found;
  std::unordered_set<std::string> known;  ///< their addresses
};

/// Adds the article's pictures among nodes [from, to).
void add_pictures(const Scene& scene, NodeId from, NodeId to, Mask& mask, Gallery& gallery) {
  const auto [first, last] = scene.sheet.pictures_between(from, to);
  for (auto i = first; i < last; ++i) {
    const Picture& picture = scene.sheet.pictures()[i];
    if (!belongs(scene, picture, mask)) continue;
    const NodeId next = i + 1 < last ? scene.sheet.pictures()[i + 1].node : kNoNode;
    auto image = read_picture(scene, picture, next, mask);
    if (image.url.empty() || is_ornament(image) || gallery.known.contains(image.url)) continue;
    gallery.known.insert(image.url);
    if (gallery.found.node == kNoNode) gallery.found.node = picture.node;
    gallery.found.value.push_back(std::move(image));
  }
}

}  // namespace

Found<std::vector<Image>> read_pictures(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                                        const Frame& frame, const Headline& headline, std::string_view base_url,
                                        Mask& mask) {
  Scene scene{sheet,      landmarks, profile, frame, headline, base_url, find_last_text(sheet, landmarks, frame),
              frame.below};
  Gallery gallery;
  gallery.found.rule = "pictures between headline and tags";
  const NodeId below = sheet.begin_of(frame.below);
  add_pictures(scene, first_of_pictures(scene), below, mask, gallery);
  scene.end = frame.stop;
  add_pictures(scene, below, sheet.begin_of(frame.stop), mask, gallery);
  return std::move(gallery.found);
}

}  // namespace klartext::sites
