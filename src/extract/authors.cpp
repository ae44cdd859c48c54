#include "extract/authors.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "extract/person_names.h"

namespace klartext {
namespace {

using Authors = std::vector<Author>;
using AuthorRule = Rule<Story, Authors>;
using FoundAuthors = std::optional<Finding<Authors>>;

constexpr std::array<std::string_view, 12> kAuthorMeta = {"author",
                                                          "article:author",
                                                          "dc.creator",
                                                          "dcterms.creator",
                                                          "citation_author",
                                                          "parsely-author",
                                                          "sailthru.author",
                                                          "byl",
                                                          "cxenseparse:author",
                                                          "dc.creator.personalname",
                                                          "article:author_name",
                                                          "og:article:author"};
constexpr std::array<std::string_view, 6> kAuthorPaths = {"/author/",  "/authors/", "/autor/",
                                                          "/autoren/", "/auteur/",  "/redakteur/"};
constexpr std::size_t kMostAuthors = 30;
/// A byline is short.
constexpr std::uint32_t kMostBylineWords = 16;

Author::Type type_of(std::string_view name, FactAuthor::Type stated) {
  if (looks_like_initials(name)) return Author::Type::initials;
  if (stated == FactAuthor::Type::organization || looks_like_organization(name)) return Author::Type::organization;
  return Author::Type::person;
}

bool holds(const Authors& authors, const std::string& name) {
  const std::string folded = fold(name);
  return std::any_of(authors.begin(), authors.end(), [&](const Author& a) { return fold(a.name) == folded; });
}

/// Adds the names in `text`; an address goes with a single name only.
void add_names(Authors& authors, std::string_view text, FactAuthor::Type stated,
               const std::optional<std::string>& url) {
  const bool whole = stated == FactAuthor::Type::organization;
  const auto names = whole ? std::vector<std::string>{clean(text)} : author_names(text);
  for (const auto& name : names) {
    if (name.empty() || authors.size() == kMostAuthors || holds(authors, name)) continue;
    authors.push_back({name, type_of(name, stated), names.size() == 1 ? url : std::nullopt});
  }
}

/// Persons and signs alone if there are any.
Authors persons_first(Authors authors) {
  const auto is_organization = [](const Author& a) { return a.type == Author::Type::organization; };
  if (!std::all_of(authors.begin(), authors.end(), is_organization)) {
    authors.erase(std::remove_if(authors.begin(), authors.end(), is_organization), authors.end());
  }
  return authors;
}

FoundAuthors found(Authors authors, NodeId node, std::string_view where) {
  if (authors.empty()) return std::nullopt;
  return Finding<Authors>{persons_first(std::move(authors)), node, where};
}

std::optional<std::string> url_of(const Story& story, const std::string& reference) {
  return reference.empty() ? std::nullopt : absolute_url(story.page, reference);
}

FoundAuthors of_article(const Story& story, const ArticleFacts& article) {
  Authors authors;
  for (const auto& author : article.authors) add_names(authors, author.name, author.type, url_of(story, author.url));
  return found(std::move(authors), article.node, "structured data");
}

bool has_person(const FoundAuthors& authors) {
  return authors && authors->value.front().type != Author::Type::organization;
}

FoundAuthors persons_of_this_article(const Story& story) {
  if (story.page.article == nullptr) return std::nullopt;
  auto authors = of_article(story, *story.page.article);
  return has_person(authors) ? authors : std::nullopt;
}

FoundAuthors persons_of_any_article(const Story& story) {
  for (const auto& article : story.page.facts.articles) {
    auto authors = of_article(story, article);
    if (has_person(authors)) return authors;
  }
  return std::nullopt;
}

FoundAuthors in_meta(const Story& story) {
  for (const auto key : kAuthorMeta) {
    Authors authors;
    for (const auto content : story.page.facts.all_meta(key)) {
      if (!is_http_url(content)) add_names(authors, content, FactAuthor::Type::unknown, std::nullopt);
    }
    auto result = found(std::move(authors), kNoNode, key);
    if (has_person(result)) return result;
  }
  return std::nullopt;
}

std::optional<std::string> link_of(const Story& story, NodeId a) {
  const auto href = story.page.document.attribute(a, Attribute::href);
  return href.empty() ? std::nullopt : absolute_url(story.page, href);
}

bool links_an_author(const Document& document, NodeId n) {
  if (document.tag(n) != Tag::a) return false;
  if (contains_ignoring_case(document.attribute(n, Attribute::rel), "author")) return true;
  const auto href = document.attribute(n, Attribute::href);
  return std::any_of(kAuthorPaths.begin(), kAuthorPaths.end(),
                     [href](std::string_view part) { return href.find(part) != std::string_view::npos; });
}

FoundAuthors linked_near(const Story& story, std::pair<std::uint32_t, std::uint32_t> range) {
  const auto& document = story.page.document;
  if (range.first >= range.second) return std::nullopt;
  const auto& blocks = document.blocks();
  Authors authors;
  NodeId first = kNoNode;
  for (NodeId n = blocks[range.first].first; n < blocks[range.second - 1].last; ++n) {
    if (!links_an_author(document, n)) continue;
    if (first == kNoNode) first = n;
    add_names(authors, document.text(n), FactAuthor::Type::unknown, link_of(story, n));
  }
  return found(std::move(authors), first, {});
}

FoundAuthors linked_in_head(const Story& story) { return linked_near(story, story.head()); }
FoundAuthors linked_in_foot(const Story& story) { return linked_near(story, story.foot()); }

/// A short block in a place called "byline" or "author", or one that begins with "Von" or "By" and goes on with a name.
FoundAuthors byline_in(const Story& story, std::pair<std::uint32_t, std::uint32_t> range, bool named) {
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const Block& block = story.page.document.blocks()[i];
    const auto text = story.page.document.text(block);
    if (story.page.traits[i].words > kMostBylineWords || block.kind == BlockKind::heading) continue;
    const bool in_place = story.page.places.hinted(block.first, Hint::byline, 3);
    const auto prefix = text.substr(0, text.find_first_of(" :"));
    const bool begins = prefix.size() < text.size() && label_of(prefix).has(Label::byline);
    if (named ? !in_place : !begins) continue;
    Authors authors;
    for (const auto& name : author_names(text)) {
      if (looks_like_person(name)) authors.push_back({name, Author::Type::person, std::nullopt});
    }
    if (auto result = found(std::move(authors), block.node, {})) return result;
  }
  return std::nullopt;
}

FoundAuthors named_byline(const Story& story) { return byline_in(story, story.head(), true); }
FoundAuthors byline(const Story& story) { return byline_in(story, story.head(), false); }
FoundAuthors byline_below(const Story& story) { return byline_in(story, story.foot(), true); }

FoundAuthors organization(const Story& story) {
  return story.page.article == nullptr ? std::nullopt : of_article(story, *story.page.article);
}

constexpr std::array kRules = {
    AuthorRule{"author of this article", persons_of_this_article},
    AuthorRule{"author of an article", persons_of_any_article},
    AuthorRule{"meta author and the like", in_meta},
    AuthorRule{"link to an author near the headline", linked_in_head},
    AuthorRule{"block called byline", named_byline},
    AuthorRule{"block that begins with 'by'", byline},
    AuthorRule{"organization as author", organization},
    AuthorRule{"link to an author below the text", linked_in_foot},
    AuthorRule{"block called byline below the text", byline_below},
};

}  // namespace

std::vector<Author> read_authors(const Story& story, Evidence& evidence) {
  auto authors = decide<Story, Authors>("authors", kRules, story, evidence);
  return authors ? std::move(authors->value) : Authors{};
}

}  // namespace klartext
