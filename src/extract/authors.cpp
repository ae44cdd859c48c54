#include "extract/authors.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "extract/bylines.h"
#include "extract/person_names.h"
#include "extract/person_words.h"
#include "extract/signatures.h"
#include "extract/site_name.h"

namespace klartext {
namespace {

using AuthorRule = Rule<Story, Authors>;

constexpr std::array<std::string_view, 13> kAuthorMeta = {"author",
                                                          "article:author",
                                                          "dc.creator",
                                                          "dcterms.creator",
                                                          "citation_author",
                                                          "citation_authors",
                                                          "parsely-author",
                                                          "sailthru.author",
                                                          "byl",
                                                          "cxenseparse:author",
                                                          "dc.creator.personalname",
                                                          "article:author_name",
                                                          "og:article:author"};
constexpr std::string_view kCatalogueKey = "citation_author";
/// Pairs of a label ("Written by", "Est. reading time") and a value.
struct LabelledMeta {
  std::string_view label;
  std::string_view value;
};
constexpr std::array kLabelledMeta = {LabelledMeta{"twitter:label1", "twitter:data1"},
                                      LabelledMeta{"twitter:label2", "twitter:data2"}};

constexpr std::uint32_t kAuthorBoxBlocks = 3;

FoundAuthors found(Authors authors, NodeId node, std::string_view where) {
  if (authors.empty()) return std::nullopt;
  return Finding<Authors>{std::move(authors), node, where};
}

bool is_organization(const Author& author) { return author.type == Author::Type::organization; }

/// Persons and signs, if there are any, with the agencies they worked with; no publisher beside its writers.
Authors persons_first(Authors authors) {
  if (std::all_of(authors.begin(), authors.end(), is_organization)) return authors;
  const auto end = std::remove_if(authors.begin(), authors.end(), [](const Author& author) {
    return is_organization(author) && !is_agency(author.name);
  });
  authors.erase(end, authors.end());
  return authors;
}

/// The publication itself is no person, whatever the page calls it.
FoundAuthors judged(const Story& story, FoundAuthors authors) {
  if (!authors) return std::nullopt;
  for (auto& author : authors->value) {
    if (is_site_name(story.page, author.name)) author.type = Author::Type::organization;
  }
  authors->value = persons_first(std::move(authors->value));
  return authors;
}

FoundAuthors persons_of(const Story& story, FoundAuthors authors) {
  authors = judged(story, std::move(authors));
  const bool person = authors && !std::all_of(authors->value.begin(), authors->value.end(), is_organization);
  return person ? authors : std::nullopt;
}

FoundAuthors of_article(const Story& story, const ArticleFacts& article) {
  Authors authors;
  for (const auto& author : article.authors) {
    const auto url = author.url.empty() ? std::nullopt : absolute_url(story.page, author.url);
    if (author.type != FactAuthor::Type::organization) {
      add_authors(authors, author.name, url);
    } else if (const auto name = clean(author.name); !name.empty() && !has_author(authors, name)) {
      authors.push_back({name, Author::Type::organization, url});
    }
  }
  return found(std::move(authors), article.node, "structured data");
}

FoundAuthors persons_of_this_article(const Story& story) {
  return story.page.article == nullptr ? std::nullopt : persons_of(story, of_article(story, *story.page.article));
}

FoundAuthors persons_of_any_article(const Story& story) {
  for (const auto& article : story.page.facts.articles) {
    if (auto authors = persons_of(story, of_article(story, article))) return authors;
  }
  return std::nullopt;
}

/// "Muster, Anna" of a library's catalogue is "Anna Muster".
std::string in_reading_order(std::string_view content) {
  const auto parts = split(content, ",");
  const bool inverted = parts.size() == 2 && (count_words(parts[0]) == 1 || count_words(parts[1]) == 1);
  return inverted ? std::string(parts[1]) + ' ' + std::string(parts[0]) : std::string(content);
}

FoundAuthors in_meta_key(const Story& story, std::string_view key) {
  Authors authors;
  for (const auto content : story.page.facts.all_meta(key)) {
    if (is_http_url(content)) continue;
    add_authors(authors, key == kCatalogueKey ? in_reading_order(content) : std::string(content), std::nullopt);
  }
  return found(std::move(authors), kNoNode, key);
}

std::ptrdiff_t count_persons(const Authors& authors) {
  return std::count_if(authors.begin(), authors.end(), [](const Author& author) { return !is_organization(author); });
}

/// "Anna Beispiel" is in "Dr. Anna Beispiel".
bool names_person(const Authors& authors, const std::string& name) {
  const std::string folded = fold(name);
  return std::any_of(authors.begin(), authors.end(),
                     [&](const Author& author) { return fold(author.name).find(folded) != std::string::npos; });
}

/// Does `longer` name all of `shorter` and more persons?
bool extends(const FoundAuthors& longer, const FoundAuthors& shorter) {
  return longer && shorter && count_persons(longer->value) > count_persons(shorter->value) &&
         std::all_of(shorter->value.begin(), shorter->value.end(),
                     [&](const Author& author) { return names_person(longer->value, author.name); });
}

/// The first key that names persons, or a later one that names them and more.
FoundAuthors persons_in_meta(const Story& story) {
  FoundAuthors found;
  for (const auto key : kAuthorMeta) {
    auto authors = persons_of(story, in_meta_key(story, key));
    if (authors && (!found || extends(authors, found))) found = std::move(authors);
  }
  return found;
}

FoundAuthors labelled_in_meta(const Story& story) {
  for (const auto& row : kLabelledMeta) {
    if (!label_of(story.page.facts.meta(row.label)).has(Label::byline)) continue;
    if (auto authors = persons_of(story, in_meta_key(story, row.value))) return authors;
  }
  return std::nullopt;
}

/// Where bylines stand: to the first lines of the text, and at least a few lines below the headline.
BlockRange near_headline(const Story& story) {
  constexpr std::uint32_t kReach = 8;
  auto range = story.head();
  const auto count = static_cast<std::uint32_t>(story.page.traits.size());
  range.second = std::min(count, std::max(range.second, story.headline.last_block + kReach));
  return range;
}

/// From right above the headline to the text: date and name stand in one place, on either side of it.
BlockRange around_headline(const Story& story) {
  constexpr std::uint32_t kAbove = 3;
  constexpr std::uint32_t kBelow = 12;
  auto [first, last] = story.head();
  const auto& kept = story.body.blocks;  // short lines that seem to open the text may be the name and the date
  const auto prose = std::ranges::find_if(kept, [&](std::uint32_t i) { return story.page.traits[i].prose; });
  if (prose != kept.end() && *prose <= story.headline.last_block + kBelow) last = std::max(last, *prose);
  const std::uint32_t begin = story.headline.first_block - std::min(story.headline.first_block, kAbove);
  return {std::max(first, std::min(begin, last)), last};
}

/// Share buttons and tags may come before the box about the author.
BlockRange below_text(const Story& story) {
  constexpr std::uint32_t kFurther = 10;
  const auto [first, last] = story.foot();
  return {first, std::min(last + kFurther, static_cast<std::uint32_t>(story.page.traits.size()))};
}

/// The whole article: a byline may stand in a column beside the text, or behind its first paragraphs.
BlockRange amid_text(const Story& story) { return {story.headline.first_block, story.foot().first}; }

FoundAuthors linked_in_head(const Story& story) {
  return persons_of(story, linked_authors(story, near_headline(story)));
}
FoundAuthors marked_in_head(const Story& story) {
  return persons_of(story, marked_authors(story, near_headline(story)));
}
FoundAuthors byline(const Story& story) { return persons_of(story, byline_authors(story, near_headline(story))); }
FoundAuthors labelled(const Story& story) { return persons_of(story, labelled_authors(story, near_headline(story))); }
FoundAuthors beside_date(const Story& story) {
  return persons_of(story, authors_beside_date(story, around_headline(story)));
}

/// The printed byline or the meta tag, where it names the stated author and more.
FoundAuthors stated_and_more(const Story& story) {
  const auto stated = persons_of_this_article(story);
  if (!stated) return std::nullopt;
  for (const auto read : {byline, persons_in_meta}) {
    if (auto printed = read(story); extends(printed, stated)) return printed;
  }
  return std::nullopt;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const auto word : words(text)) letters += word;
  return letters;
}

/// "jdoe" or "Jane" in the data, "Jane Doe" in print: the account or first name of the one printed author.
FoundAuthors printed_in_full(const Story& story) {
  const auto stated = persons_of_this_article(story);
  if (!stated || stated->value.size() != 1 || count_words(stated->value.front().name) != 1) return std::nullopt;
  const std::string account = fold(stated->value.front().name);
  for (const auto read : {linked_in_head, marked_in_head, byline, labelled}) {
    auto printed = read(story);
    if (!printed || printed->value.size() != 1) continue;
    const std::string name = fold(printed->value.front().name);
    const auto own_words = words(name);
    const bool same = own_words.size() > 1 &&
                      (letters_of(name) == account || own_words.front() == account || own_words.back() == account);
    if (same) return printed;
  }
  return std::nullopt;
}

FoundAuthors unless_site(const Story& story, FoundAuthors authors) {
  if (!authors) return std::nullopt;
  std::erase_if(authors->value, [&](const Author& author) { return is_site_name(story.page, author.name); });
  return authors->value.empty() ? std::nullopt : authors;
}

/// The publication as the author of its articles, which says little.
FoundAuthors organization_or_site(const Story& story) {
  return story.page.article == nullptr ? std::nullopt : judged(story, of_article(story, *story.page.article));
}
FoundAuthors organization(const Story& story) { return unless_site(story, organization_or_site(story)); }

FoundAuthors linked_in_foot(const Story& story) { return persons_of(story, linked_authors(story, below_text(story))); }
/// The box about the author may pass for the end of the text.
FoundAuthors labelled_in_foot(const Story& story) {
  const auto [first, last] = below_text(story);
  return persons_of(story, labelled_authors(story, {first - std::min(first, kAuthorBoxBlocks), last}));
}
FoundAuthors byline_in_foot(const Story& story) { return persons_of(story, byline_authors(story, below_text(story))); }
/// "Text: Anna Beispiel" closes the text itself on many pages.
FoundAuthors byline_closing_text(const Story& story) {
  const auto [first, last] = below_text(story);
  return persons_of(story, byline_authors(story, {first - std::min(first, kAuthorBoxBlocks), first}));
}
FoundAuthors marked_in_foot(const Story& story) { return persons_of(story, marked_authors(story, below_text(story))); }

FoundAuthors marked_amid_text(const Story& story) { return persons_of(story, marked_authors(story, amid_text(story))); }
FoundAuthors labelled_amid_text(const Story& story) {
  return persons_of(story, labelled_authors(story, amid_text(story)));
}

FoundAuthors organization_in_head(const Story& story) {
  for (const auto find : {linked_authors, marked_authors, byline_authors}) {
    if (auto authors = judged(story, find(story, near_headline(story)))) return authors;
  }
  return std::nullopt;
}
FoundAuthors agency_in_head(const Story& story) {
  auto authors = judged(story, byline_authors(story, near_headline(story)));
  if (!authors) return std::nullopt;
  std::erase_if(authors->value, [](const Author& author) { return !is_agency(author.name); });
  return authors->value.empty() ? std::nullopt : authors;
}
FoundAuthors organization_in_foot(const Story& story) {
  return judged(story, byline_authors(story, below_text(story)));
}

FoundAuthors organization_in_meta(const Story& story) {
  for (const auto key : kAuthorMeta) {
    if (auto authors = judged(story, in_meta_key(story, key))) return authors;
  }
  return std::nullopt;
}

constexpr std::array kRules = {
    AuthorRule{"byline with the author of this article and others", stated_and_more},
    AuthorRule{"printed name of the account that the data names", printed_in_full},
    AuthorRule{"author of this article", persons_of_this_article},
    AuthorRule{"author of an article", persons_of_any_article},
    AuthorRule{"meta author and the like", persons_in_meta},
    AuthorRule{"meta with the label 'written by'", labelled_in_meta},
    AuthorRule{"link to an author near the headline", linked_in_head},
    AuthorRule{"element called author near the headline", marked_in_head},
    AuthorRule{"line that begins with 'by'", byline},
    AuthorRule{"line below 'author'", labelled},
    AuthorRule{"name beside the date", beside_date},
    AuthorRule{"organization as author", organization},
    AuthorRule{"agency in the byline", agency_in_head},
    AuthorRule{"the publication as author", organization_or_site},
    AuthorRule{"link to an author below the text", linked_in_foot},
    AuthorRule{"line below 'author' below the text", labelled_in_foot},
    AuthorRule{"line that begins with 'by' and closes the text", byline_closing_text},
    AuthorRule{"line that begins with 'by' below the text", byline_in_foot},
    AuthorRule{"element called author below the text", marked_in_foot},
    AuthorRule{"element called author amid the text", marked_amid_text},
    AuthorRule{"line below 'author' amid the text", labelled_amid_text},
    AuthorRule{"name that closes the text", signature},
    AuthorRule{"sign that closes the text", closing_sign},
    AuthorRule{"agency that opens the text", opening_agency},
    AuthorRule{"agency below the text", agency_below},
    AuthorRule{"organization in the byline", organization_in_head},
    AuthorRule{"organization in meta", organization_in_meta},
    AuthorRule{"organization in the byline below the text", organization_in_foot},
};

}  // namespace

std::vector<Author> read_authors(const Story& story, Evidence& evidence) {
  auto authors = decide<Story, Authors>("authors", kRules, story, evidence);
  return authors ? std::move(authors->value) : Authors{};
}

}  // namespace klartext
