#include "extract/is_article.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "extract/article_address.h"

namespace klartext {
namespace {

/// A text of fewer words is none, unless the page states that it is an article; then a line is enough.
constexpr std::uint32_t kFewestWords = 30;
constexpr std::uint32_t kFewestWordsOfStatedArticle = 8;
/// A list of short teasers leaves the rules this many words at most.
constexpr std::uint32_t kFewestRuledWords = 20;
/// So many words in paragraphs of two sentences and more are a text wherever the rules look for it: teasers have one.
constexpr std::uint32_t kManyWordsInParagraphs = 150;
constexpr std::uint32_t kFewestSentencesOfParagraph = 2;
/// A front page without structured data of an article shows more teasers than prose.
constexpr std::uint32_t kFrontPageWords = 250;

std::uint32_t words_of_body(const Story& story) {
  std::uint32_t count = 0;
  if (story.body.blocks.empty()) {
    for (const auto& paragraph : story.body.paragraphs)
      count += static_cast<std::uint32_t>(count_words(paragraph.text));
  }
  for (const auto block : story.body.blocks) count += story.page.traits[block].words;
  return count;
}

std::uint32_t words_in_paragraphs(const Story& story) {
  std::uint32_t count = 0;
  for (const auto block : story.body.blocks) {
    const BlockTraits& traits = story.page.traits[block];
    if (traits.prose && traits.sentences >= kFewestSentencesOfParagraph) count += traits.words;
  }
  return count;
}

/// WordPress names on <body> what a page is (its body_class()): one post, not a list of them.
bool is_called_single_post(const Document& document) {
  NodeId n = document.first_child(0);
  while (n != kNoNode && document.tag(n) != Tag::body) n = document.next_sibling(n);
  return n != kNoNode && std::ranges::count(split(document.attribute(n, Attribute::class_), " "), "single-post") > 0;
}

bool states_an_article(const Page& page) {
  return (page.article != nullptr && !page.article->headline.empty()) || page.facts.meta("og:type") == "article" ||
         is_called_single_post(page.document);
}

bool is_error_page(const Story& story) {
  return label_of(story.headline.title).has(Label::error_page) && !states_an_article(story.page);
}

bool no_headline(const Story& story) { return story.headline.title.empty() && !states_an_article(story.page); }

bool no_text(const Story& story) {
  if (is_called_single_post(story.page.document)) return false;  // it may be nothing but pictures
  if (states_an_article(story.page)) return words_of_body(story) < kFewestWordsOfStatedArticle;
  if (words_of_body(story) < kFewestWords) return true;
  // A list of teasers may look like an article line by line; the rules see that no region holds one.
  return story.body.ruled_words < kFewestRuledWords && words_in_paragraphs(story) < kManyWordsInParagraphs;
}

bool is_front_page(const Story& story) {
  const auto& url = story.page.url;
  return !url.empty() && is_root_address(url) && !states_an_article(story.page) &&
         words_of_body(story) < kFrontPageWords;
}

struct Reason {
  bool (*holds)(const Story&);
  std::string_view words;
};
constexpr std::array kReasons = {
    Reason{is_error_page, "this is an error page, not an article"},
    Reason{no_text, "the page has no running text that could be an article"},
    Reason{no_headline, "the page has no headline"},
    Reason{is_front_page, "this is a front page, not an article"},
};

}  // namespace

std::optional<std::string> why_no_article(const Story& story) {
  const auto reason =
      std::find_if(kReasons.begin(), kReasons.end(), [&story](const Reason& r) { return r.holds(story); });
  return reason == kReasons.end() ? std::nullopt : std::optional(std::string(reason->words));
}

}  // namespace klartext
