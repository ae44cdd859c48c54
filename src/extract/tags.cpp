#include "extract/tags.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "extract/site_name.h"
#include "extract/tag_links.h"
#include "extract/tag_words.h"

namespace klartext {
namespace {

using TagRule = Rule<Story, Tags>;
using FoundTags = std::optional<Finding<Tags>>;

/// Fewer keywords say too little about whom they speak of.
constexpr std::size_t kLeastToJudge = 3;
/// Of keywords made of the address at least this share stands in it; an editor's tags are names of several words.
constexpr double kLeastShareInAddress = 0.7;
/// Of an article's own keywords more than this share stands in its text; of a site's fewer.
constexpr double kLeastShareInText = 0.2;

FoundTags found(Tags tags, NodeId node, std::string_view where) {
  if (tags.empty()) return std::nullopt;
  return Finding<Tags>{std::move(tags), node, where};
}

template <class Strings>
Tags parted(const Story& story, const Strings& keywords) {
  Tags tags;
  for (const auto& entry : keywords) add_tag_list(tags, entry);
  const auto end =
      std::remove_if(tags.begin(), tags.end(), [&](const auto& tag) { return is_site_name(story.page, tag); });
  tags.erase(end, tags.end());
  return tags;
}

/// "mueren, seis, personas": a program cut the page's address into words.
bool spell_the_address(const Story& story, const Tags& tags) {
  if (tags.size() < kLeastToJudge) return false;
  const std::string path = lower_ascii(url_path(story.page.url));
  const bool single = std::all_of(tags.begin(), tags.end(), [](const auto& tag) { return count_words(tag) == 1; });
  const auto hits = std::count_if(tags.begin(), tags.end(),
                                  [&](const auto& tag) { return path.find(lower_ascii(tag)) != std::string::npos; });
  return single && static_cast<double>(hits) >= kLeastShareInAddress * static_cast<double>(tags.size());
}

/// How many of the tags stand in a text that is read part by part, joined with blanks.
class TextHits {
 public:
  explicit TextHits(const Tags& tags) {
    for (const auto& tag : tags) missing_.push_back(fold(tag));
    tags_ = missing_.size();
  }
  void read(std::string_view part) {
    const std::size_t before = text_.size();
    text_.append(before == 0 ? "" : " ").append(fold(part));
    std::erase_if(missing_, [&](const std::string& tag) {
      return text_.find(tag, before - std::min(before, tag.size())) != std::string::npos;
    });
  }
  [[nodiscard]] std::size_t count() const { return tags_ - missing_.size(); }

 private:
  std::size_t tags_ = 0;
  std::vector<std::string> missing_;  ///< folded
  std::string text_;                  ///< folded
};

/// The same words on every page of a site: the article's text knows next to none of them.
bool speak_of_the_site(const Story& story, const Tags& tags) {
  if (tags.size() < kLeastToJudge) return false;
  TextHits hits(tags);
  const auto enough = [&] {
    return static_cast<double>(hits.count()) >= kLeastShareInText * static_cast<double>(tags.size());
  };
  hits.read(story.headline.title);
  for (std::size_t i = 0; i < story.body.paragraphs.size() && !enough(); ++i) {
    hits.read(story.body.paragraphs[i].text);
  }
  return !enough();
}

FoundTags stated_keywords(const Story& story) {
  const auto* article = story.page.article;
  if (article == nullptr) return std::nullopt;
  auto tags = parted(story, article->keywords);
  if (spell_the_address(story, tags)) return std::nullopt;
  return found(std::move(tags), article->node, "structured data");
}

FoundTags meta_tags(const Story& story, std::string_view key) {
  auto tags = parted(story, story.page.facts.all_meta(key));
  if (spell_the_address(story, tags)) return std::nullopt;
  return found(std::move(tags), kNoNode, key);
}

FoundTags keywords_of_article(const Story& story, std::string_view key) {
  auto tags = meta_tags(story, key);
  return tags && !speak_of_the_site(story, tags->value) ? tags : std::nullopt;
}

FoundTags article_tags(const Story& story) { return meta_tags(story, "article:tag"); }
FoundTags news_keywords(const Story& story) { return keywords_of_article(story, "news_keywords"); }
FoundTags keywords(const Story& story) { return keywords_of_article(story, "keywords"); }
/// Dublin Core, as libraries and institutions write it.
FoundTags subjects(const Story& story) {
  auto tags = keywords_of_article(story, "dc.subject");
  return tags ? tags : keywords_of_article(story, "dcterms.subject");
}
FoundTags stated_by_relation(const Story& story) { return linked_tags(story, TagLink::relation); }
FoundTags linked_to_topics(const Story& story) { return linked_tags(story, TagLink::address); }
FoundTags in_tag_list(const Story& story) { return linked_tags(story, TagLink::place); }
FoundTags categories(const Story& story) { return linked_tags(story, TagLink::category); }
/// The line of the tags may pass for the last of the text.
FoundTags labelled_below(const Story& story) {
  constexpr std::uint32_t kBefore = 3;
  const auto [first, last] = story.foot();
  return labelled_tags(story, {first - std::min(first, kBefore), last});
}
FoundTags labelled_above(const Story& story) { return labelled_tags(story, story.head()); }

bool holds(const Tags& tags, const std::string& tag) {
  const std::string folded = fold(tag);
  return std::any_of(tags.begin(), tags.end(), [&](const auto& other) { return folds_to(other, folded); });
}

/// Of many keywords the page prints some as its topics: those speak of the article, the others sort it for programs.
FoundTags printed_keywords(const Story& story) {
  const auto stated = stated_keywords(story);
  auto printed = stated ? linked_to_topics(story) : std::nullopt;
  if (!printed || printed->value.size() < 2) return std::nullopt;
  const auto is_stated = [&](const auto& tag) { return holds(stated->value, tag); };
  return std::all_of(printed->value.begin(), printed->value.end(), is_stated) ? printed : std::nullopt;
}

/// The page prints one of its keywords as a link, the rest is for those who search.
FoundTags keywords_around_printed(const Story& story) {
  if (story.page.facts.meta("keywords").empty()) return std::nullopt;
  auto printed = linked_to_topics(story);
  if (!printed) printed = in_tag_list(story);
  if (!printed || printed->value.size() != 1) return std::nullopt;
  auto stated = keywords(story);
  return stated && holds(stated->value, printed->value.front()) ? stated : std::nullopt;
}

constexpr std::array kRules = {
    TagRule{"news_keywords", news_keywords},
    TagRule{"article:tag", article_tags},
    TagRule{"links with rel=tag", stated_by_relation},
    TagRule{"JSON-LD keywords that are printed", printed_keywords},
    TagRule{"JSON-LD keywords", stated_keywords},
    TagRule{"meta keywords of which one is printed", keywords_around_printed},
    TagRule{"links to topics", linked_to_topics},
    TagRule{"links in an element called tags", in_tag_list},
    TagRule{"list below the text", labelled_below},
    TagRule{"list above the text", labelled_above},
    TagRule{"meta keywords", keywords},
    TagRule{"dc.subject", subjects},
    TagRule{"links to categories", categories},
};

}  // namespace

std::vector<std::string> read_tags(const Story& story, Evidence& evidence) {
  auto tags = decide<Story, Tags>("tags", kRules, story, evidence);
  return tags ? std::move(tags->value) : Tags{};
}

}  // namespace klartext
