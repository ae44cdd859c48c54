// Tables of types, and readers of small values.
#include "facts/schema_org.h"

#include <algorithm>
#include <array>

#include "base/character_references.h"
#include "base/text.h"

namespace klartext {
namespace {

constexpr std::array kArticleTypes = std::to_array<std::string_view>({"Article",
                                                                      "NewsArticle",
                                                                      "BlogPosting",
                                                                      "Report",
                                                                      "ReportageNewsArticle",
                                                                      "AnalysisNewsArticle",
                                                                      "OpinionNewsArticle",
                                                                      "ReviewNewsArticle",
                                                                      "BackgroundNewsArticle",
                                                                      "LiveBlogPosting",
                                                                      "TechArticle",
                                                                      "ScholarlyArticle",
                                                                      "MedicalScholarlyArticle",
                                                                      "SocialMediaPosting",
                                                                      "DiscussionForumPosting",
                                                                      "Review",
                                                                      "CriticReview",
                                                                      "AdvertiserContentArticle",
                                                                      "AskPublicNewsArticle",
                                                                      "SatiricalArticle",
                                                                      "CreativeWork"});

/// Lists of a page that is not out to harm stay far below; it bounds the search for duplicates.
constexpr std::size_t kMostEntries = 200;

constexpr std::array kForeignMembers =
    std::to_array<std::string_view>({"about", "citation", "comment", "isBasedOn", "isPartOf", "itemListElement",
                                     "liveBlogUpdate", "mentions", "potentialAction", "relatedLink", "review"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::any_of(list.begin(), list.end(),
                     [name](std::string_view row) { return equals_ignoring_case(row, name); });
}

}  // namespace

std::string_view schema_name(std::string_view term) {
  term = trim(term);
  const std::size_t joint = term.find_last_of("/#:");
  return joint == std::string_view::npos ? term : term.substr(joint + 1);
}

bool is_article_type(std::string_view name) { return is_one_of(kArticleTypes, name); }

bool is_foreign_member(std::string_view name) {
  return std::find(kForeignMembers.begin(), kForeignMembers.end(), name) != kForeignMembers.end();
}

bool is_person_type(std::string_view name) { return equals_ignoring_case(name, "Person"); }

bool is_organization_type(std::string_view name) {
  constexpr std::array kOthers =
      std::to_array<std::string_view>({"Corporation", "Brand", "LocalBusiness", "NewsAgency"});
  return ends_with_ignoring_case(name, "Organization") || is_one_of(kOthers, name);
}

FactAuthor::Type author_type(std::string_view name) {
  if (is_person_type(name)) return FactAuthor::Type::person;
  return is_organization_type(name) ? FactAuthor::Type::organization : FactAuthor::Type::unknown;
}

std::optional<bool> schema_boolean(std::string_view text) {
  const std::string_view word = contains_ignoring_case(text, "schema.org/") ? schema_name(text) : trim(text);
  constexpr std::array kTrue = std::to_array<std::string_view>({"true", "1", "yes"});
  constexpr std::array kFalse = std::to_array<std::string_view>({"false", "0", "no"});
  if (is_one_of(kTrue, word)) return true;
  return is_one_of(kFalse, word) ? std::optional(false) : std::nullopt;
}

std::string address(std::string_view text) {
  text = trim(text);
  return text.find("&amp;") == std::string_view::npos ? std::string(text) : decode_references(text);
}

bool tells_something(const ArticleFacts& article) {
  return !article.headline.empty() || !article.name.empty() || !article.article_body.empty() ||
         !article.date_published.empty() || !article.authors.empty() || !article.description.empty();
}

void add_unique(std::vector<std::string>& list, std::string text) {
  if (list.size() >= kMostEntries) return;
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

}  // namespace klartext
