#include "extract/tag_links.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "base/url.h"
#include "extract/names.h"

namespace klartext {
namespace {

/// Parts of addresses that lead to all articles of one topic.
constexpr std::array<std::string_view, 29> kTopicPaths = {
    "/tag/",       "/tags/",      "/topic/",  "/topics/",  "/thema/",    "/themen/",   "/schlagwort/", "/keyword/",
    "/keywords/",  "/stichwort/", "/motcle/", "/mot/",     "/mots-cle/", "/mot-cle/",  "/tema/",       "/temas/",
    "/etiqueta/",  "/etiquetas/", "/emne/",   "/tagged/",  "/subject/",  "/subjects/", "/label/",      "/amne/",
    "/argomenti/", "/temat/",     "/stitek/", "/hashtag/", "/thema-"};
constexpr NameWords kTagPlaces(
    "tags tag taglist keywords keyword topics schlagworte schlagwoerter themen stichworte mots etiquetas subjects "
    "posttags tagslist articletags hashtags tagcontainer temas taglinks");
/// Clouds hold the topics of the whole site.
constexpr NameWords kCloudNames("tagcloud cloud");
constexpr NameWords kForeignNames("trending menu nav navbar submenu breadcrumb");
constexpr int kPlaceSteps = 3;
constexpr int kForeignSteps = 5;
constexpr int kListSteps = 4;
/// How far behind the text a tag list may stand, in blocks: author box and share buttons come first on many pages.
constexpr std::uint32_t kBehindText = 45;
/// Commas, bars and blanks between two links of a list.
constexpr std::uint32_t kWidestGapBytes = 6;
/// "Personen", "Orte": a word between two lists of one frame that is called tags.
constexpr std::uint32_t kWidestGapInFrameBytes = 40;
/// Entries without links are tags only in a short line or list of short entries.
constexpr std::size_t kMostWordsOfEntry = 4;
constexpr std::uint32_t kMostWordsOfLine = 40;
constexpr std::size_t kFewestEntries = 2;
/// A list of tags is links and commas; in a sentence the links are fewer.
constexpr float kLeastLinkDensity = 0.5F;

struct ForeignPlace {
  Hint hint;
  int within_steps;
};
constexpr std::array kForeignPlaces = {
    ForeignPlace{Hint::comment, 5}, ForeignPlace{Hint::sidebar, 4}, ForeignPlace{Hint::popular, 3},
    ForeignPlace{Hint::teaser, 3},  ForeignPlace{Hint::related, 3},
};
constexpr std::array kMenuPlaces = {ForeignPlace{Hint::nav, 3}};

/// Does the page itself say that such links are tags?
bool is_stated(TagLink kind) { return kind == TagLink::relation || kind == TagLink::category; }

bool has_relation(const Document& document, NodeId a, std::string_view wanted) {
  const auto relations = split(document.attribute(a, Attribute::rel), " ");
  return std::find(relations.begin(), relations.end(), wanted) != relations.end();
}

/// `rest` begins with a slash, as all of these paths do.
bool begins_with_topic_path(std::string_view rest) {
  return rest.size() > 1 && std::any_of(kTopicPaths.begin(), kTopicPaths.end(), [rest](std::string_view path) {
           return rest[1] == path[1] && rest.starts_with(path);
         });
}

bool leads_to_topic(const Document& document, NodeId a) {
  std::string href = lower_ascii(document.attribute(a, Attribute::href));
  if (!href.starts_with('/') && !is_http_url(href)) href.insert(href.begin(), '/');
  for (auto slash = href.find('/'); slash != std::string::npos; slash = href.find('/', slash + 1)) {
    if (begins_with_topic_path(std::string_view(href).substr(slash))) return true;
  }
  return false;
}

/// The link's frame or the element in it that prints the tag is called so.
bool is_tag_place(const Document& document, NodeId a) {
  const NodeId child = document.first_child(a);
  const bool dressed = child != kNoNode && !document.is_text(child) && document.text(child) == document.text(a);
  return nearest_called(document, dressed ? child : a, kTagPlaces, dressed ? kPlaceSteps + 1 : kPlaceSteps) != kNoNode;
}

/// "#chapter-2": an entry of a table of contents.
bool leads_into_page(const Document& document, NodeId a) {
  return document.attribute(a, Attribute::href).starts_with('#');
}

bool is_kind(const Document& document, NodeId a, TagLink kind) {
  switch (kind) {
    case TagLink::relation:
      return has_relation(document, a, "tag") && !has_relation(document, a, "category");
    case TagLink::category:
      return has_relation(document, a, "tag") && has_relation(document, a, "category");
    case TagLink::address:
      return leads_to_topic(document, a);
    case TagLink::place:
      return is_tag_place(document, a);
  }
  return false;
}

/// "related-topics" are topics, not teasers.
bool is_related_topics(const Page& page, NodeId a) {
  const NodeId named = nearest_called(page.document, a, kTagPlaces, kPlaceSteps);
  return named != kNoNode && page.places.hinted(named, Hint::related, 0);
}

bool is_near(const Page& page, NodeId a, std::span<const ForeignPlace> places) {
  return std::any_of(places.begin(), places.end(), [&](const ForeignPlace& place) {
    return page.places.hinted(a, place.hint, place.within_steps) &&
           !(place.hint == Hint::related && is_related_topics(page, a));
  });
}

/// rel=tag is believed in a drop-down, too: some pages fold the tags of an article away.
bool in_foreign_place(const Page& page, NodeId a, bool stated) {
  if (is_near(page, a, kForeignPlaces) || nearest_called(page.document, a, kCloudNames, kForeignSteps) != kNoNode) {
    return true;
  }
  if (stated) return false;
  return is_near(page, a, kMenuPlaces) || in_page_footer(page.document, a) ||
         nearest_called(page.document, a, kForeignNames, kForeignSteps) != kNoNode;
}

/// Does the link stand in a line of links, not in running text?
bool in_line_of_links(const Page& page, NodeId a, bool stated) {
  const auto [first, last] = page.document.blocks_of(a);
  if (first == last || page.traits[first].prose) return false;
  return stated || !page.traits[first].prefix_label.empty() || page.traits[first].link_density >= kLeastLinkDensity;
}

/// "Alle Themen", "mehr": links of the list that are no tags.
bool leads_on(std::string_view text) {
  const LabelSet label = label_of(text);
  return label.has(Label::read_more) || label.has(Label::related) || label.has(Label::popular) ||
         label.has(Label::tags) || label.has(Label::share);
}

/// The <ul> or <ol> that the link is an item of, or kNoNode.
NodeId list_of(const Document& document, NodeId a) {
  NodeId n = document.parent(a);
  for (int i = 0; i < kListSteps && n != kNoNode; ++i, n = document.parent(n)) {
    if (document.tag(n) == Tag::ul || document.tag(n) == Tag::ol) return n;
  }
  return kNoNode;
}

/// All links of the kind; of a list that holds one by its address, all links: some topics have other addresses.
std::vector<NodeId> links_between(const Story& story, TagLink kind, NodeId begin, NodeId end) {
  const auto& document = story.page.document;
  std::vector<NodeId> links;
  NodeId whole_list = kNoNode;
  for (NodeId n = begin; n < end; ++n) {
    if (document.tag(n) != Tag::a) continue;
    if (whole_list != kNoNode && document.contains(whole_list, n)) {
      links.push_back(n);
      continue;
    }
    if (!is_kind(document, n, kind) || !in_line_of_links(story.page, n, is_stated(kind))) continue;
    if (in_foreign_place(story.page, n, is_stated(kind))) continue;
    links.push_back(n);
    if (kind != TagLink::address) continue;
    const NodeId list = list_of(document, n);
    if (list != kNoNode && list != whole_list) {
      whole_list = list;
      links.pop_back();
      n = list;
    }
  }
  return links;
}

/// The longest run of links with nothing but commas and blanks between them, the first of equals. A lone link to a
/// topic is the kicker of a teaser more often than a tag.
bool in_one_frame(const Document& document, NodeId a, NodeId b) {
  const NodeId frame = document.common_ancestor(a, b);
  return is_called(document, frame, kTagPlaces) &&
         document.text_begin(b) <= document.text_end(a) + kWidestGapInFrameBytes;
}

std::vector<NodeId> longest_run(const Document& document, const std::vector<NodeId>& links) {
  std::size_t best = 0;
  std::size_t best_size = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const bool far = i > 0 && document.text_begin(links[i]) > document.text_end(links[i - 1]) + kWidestGapBytes;
    if (far && !in_one_frame(document, links[i - 1], links[i])) begin = i;
    if (i + 1 - begin <= best_size) continue;
    best = begin;
    best_size = i + 1 - begin;
  }
  const auto first = links.begin() + static_cast<std::ptrdiff_t>(best);
  return {first, first + static_cast<std::ptrdiff_t>(best_size)};
}

std::optional<Finding<Tags>> tags_of(const Document& document, const std::vector<NodeId>& links, bool stated) {
  Tags tags;
  for (const NodeId a : links) {
    const auto text = document.text(a);
    if (leads_into_page(document, a)) continue;
    if (stated || !leads_on(text)) add_tag(tags, text);
  }
  if (tags.empty()) return std::nullopt;
  return Finding<Tags>{std::move(tags), links.front(), {}};
}

/// Tags in blocks [first, last).
std::optional<Finding<Tags>> tags_in(const Story& story, TagLink kind, std::uint32_t first, std::uint32_t last) {
  const auto& document = story.page.document;
  const auto& blocks = document.blocks();
  last = std::min(last, static_cast<std::uint32_t>(blocks.size()));
  if (first >= last) return std::nullopt;
  const auto links = links_between(story, kind, blocks[first].node, blocks[last - 1].last);
  return is_stated(kind) ? tags_of(document, links, true) : tags_of(document, longest_run(document, links), false);
}

/// Does block i hold the label and nothing else?
bool is_label(const Story& story, std::uint32_t i) { return story.page.traits[i].label.has(Label::tags); }
bool has_label(const Story& story, std::uint32_t i) {
  return is_label(story, i) || story.page.traits[i].prefix_label.has(Label::tags);
}

std::vector<NodeId> links_in(const Document& document, NodeId frame) {
  std::vector<NodeId> links;
  for (NodeId n = frame; n < document.end(frame); ++n) {
    if (document.tag(n) == Tag::a) links.push_back(n);
  }
  return links;
}

/// The links in the element around the label in block i.
std::optional<Finding<Tags>> links_behind_label(const Story& story, std::uint32_t i) {
  const auto& document = story.page.document;
  const NodeId label = document.blocks()[i].node;
  const NodeId list = is_label(story, i) ? document.parent(label) : label;
  if (list == kNoNode || document.contains(list, document.blocks()[story.body.blocks.front()].first))
    return std::nullopt;
  return tags_of(document, links_in(document, list), false);
}

bool are_short(const Tags& tags) {
  return tags.size() >= kFewestEntries &&
         std::all_of(tags.begin(), tags.end(), [](const auto& tag) { return count_words(tag) <= kMostWordsOfEntry; });
}

/// The entries of the list, or line, that stands below the label: links of it, or plain words.
Tags entries_of(const Document& document, NodeId frame) {
  const auto links = links_in(document, frame);
  if (!links.empty()) {
    auto linked = tags_of(document, links, false);
    return linked ? std::move(linked->value) : Tags{};
  }
  Tags tags;
  const auto [first, last] = document.blocks_of(frame);
  for (std::uint32_t item = first; item < last; ++item) add_tag_list(tags, document.text(document.blocks()[item]));
  return tags;
}

/// "Schlagwörter: Bahn, Hafen", or a list of short entries right below the label.
std::optional<Finding<Tags>> words_behind_label(const Story& story, std::uint32_t i) {
  const auto& document = story.page.document;
  const auto& blocks = document.blocks();
  if (story.page.traits[i].words > kMostWordsOfLine) return std::nullopt;
  Tags tags;
  if (!is_label(story, i)) {
    const auto line = document.text(blocks[i]);
    add_tag_list(tags, line.substr(line.find(':') + 1));
  } else if (i + 1 < blocks.size()) {
    const NodeId list = list_of(document, blocks[i + 1].node);
    tags = entries_of(document, list == kNoNode ? blocks[i + 1].node : list);
  }
  if (!are_short(tags)) return std::nullopt;
  return Finding<Tags>{std::move(tags), blocks[i].node, {}};
}

}  // namespace

std::optional<Finding<Tags>> linked_tags(const Story& story, TagLink kind) {
  if (story.body.blocks.empty()) return std::nullopt;
  const std::uint32_t text = story.body.blocks.front();
  const std::uint32_t end = story.body.blocks.back() + 1 + kBehindText;
  if (is_stated(kind)) return tags_in(story, kind, story.head().first, end);
  // What stands above the headline is the site's: its topics of the day.
  if (auto below = tags_in(story, kind, text, end)) return below;
  return tags_in(story, kind, std::max(story.headline.first_block, story.head().first), text);
}

std::optional<Finding<Tags>> labelled_tags(const Story& story, std::pair<std::uint32_t, std::uint32_t> range) {
  if (story.body.blocks.empty()) return std::nullopt;
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    if (!has_label(story, i) || in_foreign_place(story.page, story.page.document.blocks()[i].node, false)) continue;
    if (auto tags = links_behind_label(story, i)) return tags;
    if (auto tags = words_behind_label(story, i)) return tags;
  }
  return std::nullopt;
}

}  // namespace klartext
