// The overline of a headline.
//
// A kicker is a few words that stand right above the headline or open it, in an element of their own. What stands there
// as well, and is none: breadcrumbs, dates, bylines, labels, the section's link.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "extract/article_address.h"
#include "extract/heading_parts.h"
#include "extract/headline.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

constexpr std::size_t kLongestKickerBytes = 90;
constexpr std::size_t kMostKickerWords = 10;
/// How many blocks above the headline a kicker with a telling name may stand.
constexpr std::uint32_t kReachBlocks = 4;
constexpr int kNameSteps = 3;
/// Two lines stand together, each in a wrapper or two, if they are so near a common element.
constexpr int kSiblingSteps = 4;
/// A kicker and its headline share a header; what stands farther apart only share the page.
constexpr double kMostProseAround = 0.3;

struct KickerContext {
  const Page& page;
  const Headline& headline;
  const std::vector<TitleNomination>& nominations;
};
using KickerRule = Rule<KickerContext, std::string>;

/// "Sport / Fußball", "Home > News": where the article is filed, not what it is about.
bool is_trail(std::string_view text) {
  constexpr std::array<std::string_view, 4> kTrailMarks = {" / ", " > ", " » ", " › "};
  return std::any_of(kTrailMarks.begin(), kTrailMarks.end(),
                     [text](auto mark) { return text.find(mark) != std::string_view::npos; });
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(next_character(text, at))) return true;
  }
  return false;
}

bool looks_like_kicker(const KickerContext& context, std::string_view text) {
  if (text.empty() || text.size() > kLongestKickerBytes || count_words(text) > kMostKickerWords) return false;
  if (!has_letter(text) || is_trail(text) || !find_dates(text, context.page.language).empty()) return false;
  return label_of(text).empty() && !fold_alike(text, context.headline.title);
}

bool starts_word(std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return false;
  const char32_t first = next_character(text, at);
  return is_letter(first) || is_digit(first);
}

/// Text of a node with a blank between elements that only their style parts: <a>Politik</a><a>Rat</a>.
std::string spaced_text(const Document& document, NodeId node) {
  std::string text;
  NodeId parent = kNoNode;
  for (NodeId n = node; n < document.end(node); ++n) {
    if (!document.is_text(n) || document.text(n).empty()) continue;
    const auto part = document.all_text().substr(document.text_begin(n), document.text_end(n) - document.text_begin(n));
    if (parent != kNoNode && document.parent(n) != parent && starts_word(part)) text += ' ';
    parent = document.parent(n);
    text += part;
  }
  return text;
}

/// <a href="/">Stadtblatt</a>: the name of the publication, over every article.
bool leads_home(const Page& page, NodeId node) {
  const auto& document = page.document;
  NodeId link = document.closest(node, Tag::a);
  for (NodeId n = node; n < document.end(node) && link == kNoNode; ++n) {
    if (document.tag(n) == Tag::a) link = n;
  }
  if (link == kNoNode) return false;
  const auto href = document.attribute(link, Attribute::href);
  return href == "/" || (is_http_url(href) && is_root_address(href));
}

std::optional<Finding<std::string>> finding(const KickerContext& context, std::string_view text, NodeId node) {
  const auto& document = context.page.document;
  if (leads_home(context.page, node)) return std::nullopt;
  const bool whole = document.text(node) == text;
  std::string kicker =
      without_mark_before(without_mark_behind(whole ? spaced_text(document, node) : std::string(text)));
  if (!looks_like_kicker(context, kicker)) return std::nullopt;
  return Finding<std::string>{std::move(kicker), node};
}

/// <h1><span class="kicker">Kicker</span> Title</h1>
std::optional<Finding<std::string>> named_inside_headline(const KickerContext& context) {
  const auto& document = context.page.document;
  const NodeId h1 = context.headline.node;
  if (h1 == kNoNode) return std::nullopt;
  for (NodeId n = h1 + 1; n < document.end(h1); ++n) {
    if (document.is_text(n) || !is_called_kicker(document, n) || text_behind(document, h1, n).empty()) continue;
    if (auto found = finding(context, document.text(n), n)) return found;
  }
  return std::nullopt;
}

/// <h1><span>Kicker</span> Title</h1>, whatever the element is called.
std::optional<Finding<std::string>> opens_headline(const KickerContext& context) {
  const auto& document = context.page.document;
  const NodeId heading = context.headline.node;
  if (heading == kNoNode || heading_level(document.tag(heading)) == 0) return std::nullopt;
  const auto parts = parts_of_heading(document, heading, context.nominations);
  return parts ? finding(context, parts->kicker, parts->kicker_node) : std::nullopt;
}

/// <p class="overline">Kicker</p><h1>Title</h1>
std::optional<Finding<std::string>> named_above_headline(const KickerContext& context) {
  const auto& document = context.page.document;
  const auto& headline = context.headline;
  for (std::uint32_t back = 1; back <= kReachBlocks && back <= headline.first_block; ++back) {
    const Block& block = document.blocks()[headline.first_block - back];
    const NodeId named = nearest_called_kicker(document, document.parent(block.first), kNameSteps);
    if (named == kNoNode || document.contains(named, headline.node)) continue;
    if (auto found = finding(context, document.text(block), named)) return found;
  }
  return std::nullopt;
}

/// <title>Kicker: Title</title> over a page that prints both, the kicker right above the title.
std::optional<Finding<std::string>> printed_prefix(const KickerContext& context) {
  const auto& document = context.page.document;
  const auto& headline = context.headline;
  if (headline.first_block == 0) return std::nullopt;
  const Block& above = document.blocks()[headline.first_block - 1];
  const std::string prefix = fold(without_mark_behind(document.text(above)));
  if (prefix.empty()) return std::nullopt;
  const bool confirmed = std::any_of(context.nominations.begin(), context.nominations.end(), [&](const auto& n) {
    if (!n.folded.starts_with(prefix) || n.folded.find(fold(headline.title)) == std::string::npos) return false;
    const auto behind = trim(std::string_view(n.folded).substr(prefix.size()));
    return without_mark_before(behind) != behind;
  });
  return confirmed ? finding(context, document.text(above), above.node) : std::nullopt;
}

/// A line that opens the heading and is parted from the title by an element of its own:
/// <h1><span>A</span><span>B</span></h1>.
std::optional<Finding<std::string>> line_inside_headline(const KickerContext& context) {
  const auto& document = context.page.document;
  const auto& headline = context.headline;
  if (headline.last_block < headline.first_block + 2) return std::nullopt;
  const Block& first = document.blocks()[headline.first_block];
  return document.text(first).ends_with(':') ? finding(context, document.text(first), first.node) : std::nullopt;
}

bool is_section(const Page& page, std::string_view text) {
  const std::string folded = fold(text);
  const auto same = [&folded](const std::string& name) { return folds_to(name, folded); };
  const auto& trail = page.facts.breadcrumbs;
  if (std::any_of(trail.begin(), trail.end(), same)) return true;
  return page.article != nullptr && std::any_of(page.article->sections.begin(), page.article->sections.end(), same);
}

/// <h2>Kicker</h2><h1>Title</h1> or <hgroup><p>Kicker</p><h1>Title</h1></hgroup>.
std::optional<Finding<std::string>> heads_headline(const KickerContext& context) {
  const auto& document = context.page.document;
  const auto& headline = context.headline;
  if (headline.first_block == 0 || headline.first_block == headline.last_block) return std::nullopt;
  const Block& above = document.blocks()[headline.first_block - 1];
  if (above.hidden || above.furniture || names_site(document.text(above), context.page)) return std::nullopt;
  const NodeId group = document.closest(headline.node, Tag::hgroup);
  const bool grouped = group != kNoNode && document.contains(group, above.node);
  const bool ranked = above.heading_level > heading_level(document.tag(headline.node));
  if (!(grouped || ranked) || is_section(context.page, document.text(above))) return std::nullopt;
  const NodeId around = document.common_ancestor(above.node, headline.node);
  if (context.page.places.prose_share(around) > kMostProseAround) return std::nullopt;
  return finding(context, document.text(above), above.node);
}

/// "119 views", "6,90 euros", "© 2026": a number that is no year.
bool holds_count(std::string_view text) {
  constexpr std::size_t kYearBytes = 4;
  const auto all = words(text);
  return text.starts_with("©") || std::any_of(all.begin(), all.end(), [](std::string_view word) {
           const bool year = word.size() == kYearBytes && (word.starts_with("19") || word.starts_with("20"));
           return word.front() >= '0' && word.front() <= '9' && !year;
         });
}

/// <div>Kicker</div><h1>Title</h1>: a line of a few words by itself right above the headline, whatever it is called.
/// One word alone is mostly the section.
std::optional<Finding<std::string>> line_above_headline(const KickerContext& context) {
  const auto& document = context.page.document;
  const auto& headline = context.headline;
  if (headline.first_block == 0 || headline.first_block == headline.last_block) return std::nullopt;
  const Block& above = document.blocks()[headline.first_block - 1];
  const auto text = document.text(above);
  if (above.hidden || above.furniture || above.link_bytes > 0 || above.heading_level == 1 || count_words(text) < 2 ||
      holds_count(text) || names_site(text, context.page) || is_section(context.page, text))
    return std::nullopt;
  const auto& places = context.page.places;
  constexpr std::array kOthers = {Hint::byline, Hint::date,  Hint::meta,   Hint::caption, Hint::nav,
                                  Hint::ad,     Hint::share, Hint::media,  Hint::paywall, Hint::newsletter,
                                  Hint::cookie, Hint::form,  Hint::comment};
  if (std::any_of(kOthers.begin(), kOthers.end(),
                  [&](Hint hint) { return places.hinted(above.node, hint, kNameSteps); }))
    return std::nullopt;
  const NodeId around = document.common_ancestor(above.node, headline.node);
  const int steps = std::max(document.depth(above.node), document.depth(headline.node)) - document.depth(around);
  if (steps > kSiblingSteps && places.prose_share(around) > kMostProseAround) return std::nullopt;
  return finding(context, text, above.node);
}

constexpr std::array kRules = {
    KickerRule{"named inside headline", named_inside_headline},
    KickerRule{"opens headline", opens_headline},
    KickerRule{"named above headline", named_above_headline},
    KickerRule{"printed prefix", printed_prefix},
    KickerRule{"heads headline", heads_headline},
    KickerRule{"line inside headline", line_inside_headline},
    KickerRule{"line above headline", line_above_headline},
};

}  // namespace

std::optional<Kicker> find_kicker(const Page& page, const Headline& headline,
                                  const std::vector<TitleNomination>& nominations, Evidence& evidence) {
  const KickerContext context{page, headline, nominations};
  auto found = decide<KickerContext, std::string>("kicker", kRules, context, evidence);
  if (!found) return std::nullopt;
  return Kicker{std::move(found->value), found->node};
}

}  // namespace klartext
