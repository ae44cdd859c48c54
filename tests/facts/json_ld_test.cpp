#include "facts/json_ld.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

using Strings = std::vector<std::string>;

Facts read(const std::vector<std::string>& scripts) {
  Facts facts;
  read_json_ld(scripts, facts);
  return facts;
}

/// "name (type) url", parted by " | ".
std::string shown(const std::vector<FactAuthor>& authors) {
  std::string out;
  for (const FactAuthor& author : authors) {
    if (!out.empty()) out += " | ";
    out += author.name;
    if (author.type == FactAuthor::Type::person) out += " (person)";
    if (author.type == FactAuthor::Type::organization) out += " (organization)";
    if (!author.url.empty()) out += " " + author.url;
  }
  return out;
}

TEST(JsonLd, KnowsThatThePageIsFreeFromAnyOfItsNodes) {
  EXPECT_EQ(read({R"({"@type": "WebPage", "isAccessibleForFree": true})"}).free, true);
  EXPECT_EQ(read({R"({"@type": "WebPage", "isAccessibleForFree": "http://schema.org/False"})"}).free, false);
  EXPECT_EQ(read({R"({"@type": "WebPage", "citation": {"@type": "WebPage", "isAccessibleForFree": true}})"}).free,
            std::nullopt);
}

TEST(JsonLd, ReadsAnArticle) {
  const Facts facts = read({R"({
    "@context": "https://schema.org", "@type": "NewsArticle", "@id": "https://a.de/1#article", "url": "https://a.de/1?x=1&amp;y=2",
    "headline": "Partner der&nbsp;Kommunen &amp; L\u00e4nder", "alternativeHeadline": "Kurz", "name": "Name",
    "description": "<p>Ein Satz.</p>", "articleBody": "Erster Absatz.\n\nZweiter.",
    "datePublished": "2021-06-22T10:00:00+02:00", "dateModified": "2021-06-23", "dateCreated": 1624371000,
    "inLanguage": {"@type": "Language", "name": "German", "alternateName": "de"},
    "publisher": {"@type": "NewsMediaOrganization", "name": "Kommune21"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://a.de/1"},
    "articleSection": ["Panorama", "Politik"], "keywords": ["IT, Recht", "KGSt"],
    "author": {"@type": "Person", "name": "Anna Amsel", "url": "https://a.de/anna"},
    "image": [{"@type": "ImageObject", "url": "https://a.de/1.jpg"}, "https://a.de/2.jpg", {"contentUrl": "/3.jpg"}],
    "isAccessibleForFree": "False"})"});
  ASSERT_EQ(facts.articles.size(), 1U);
  const ArticleFacts& article = facts.articles.front();
  EXPECT_EQ(article.type, "NewsArticle");
  EXPECT_EQ(article.headline, "Partner der Kommunen & Länder");
  EXPECT_EQ(article.alternative_headline, "Kurz");
  EXPECT_EQ(article.name, "Name");
  EXPECT_EQ(article.description, "Ein Satz.");
  EXPECT_EQ(article.article_body, "Erster Absatz. Zweiter.");
  EXPECT_EQ(article.date_published, "2021-06-22T10:00:00+02:00");
  EXPECT_EQ(article.date_modified, "2021-06-23");
  EXPECT_EQ(article.date_created, "1624371000");
  EXPECT_EQ(article.language, "de");
  EXPECT_EQ(article.publisher, "Kommune21");
  EXPECT_EQ(article.id, "https://a.de/1#article");
  EXPECT_EQ(article.url, "https://a.de/1?x=1&y=2");
  EXPECT_EQ(article.main_entity_of_page, "https://a.de/1");
  EXPECT_EQ(article.sections, (Strings{"Panorama", "Politik"}));
  EXPECT_EQ(article.keywords, (Strings{"IT, Recht", "KGSt"}));
  EXPECT_EQ(shown(article.authors), "Anna Amsel (person) https://a.de/anna");
  EXPECT_EQ(article.images, (Strings{"https://a.de/1.jpg", "https://a.de/2.jpg", "/3.jpg"}));
  EXPECT_EQ(article.free, false);
  EXPECT_EQ(facts.site_names, Strings{"Kommune21"});
  EXPECT_EQ(facts.damaged_scripts, 0);
}

struct ShapeCase {
  const char* what;
  std::vector<std::string> scripts;
  Strings headlines;
};

TEST(JsonLd, FindsArticlesWhereverTheyStand) {
  const ShapeCase cases[] = {
      {"root array", {R"([{"@type":"WebSite"},{"@type":"Article","headline":"A"}])"}, {"A"}},
      {"graph", {R"({"@graph":[{"@type":"Article","headline":"A"}]})"}, {"A"}},
      {"graph in graph", {R"({"@graph":{"@graph":[{"@type":"Article","headline":"A"}]}})"}, {"A"}},
      {"main entity", {R"({"@type":"WebPage","mainEntity":{"@type":"Article","headline":"A"}})"}, {"A"}},
      {"has part", {R"({"@type":"WebPage","hasPart":[{"@type":"Article","headline":"A"}]})"}, {"A"}},
      {"several scripts", {"", R"({"@type":"Person"})", R"({"@type":"Report","headline":"A"})"}, {"A"}},
      {"type list", {R"({"@type":["Thing","BlogPosting"],"headline":"A"})"}, {"A"}},
      {"type with prefix", {R"({"@type":"http://schema.org/NewsArticle","headline":"A"})"}, {"A"}},
      {"type with colon", {R"({"@type":"schema:NewsArticle","headline":"A"})"}, {"A"}},
      {"two", {R"([{"@type":"Article","headline":"A"},{"@type":"Review","headline":"B"}])"}, {"A", "B"}},
      {"a broken one first", {"{{{", R"({"@type":"Article","headline":"A"})"}, {"A"}},
      {"mended", {R"(<!-- {"@type":"Article","headline":"A",} -->)"}, {"A"}},
      {"creative work with headline", {R"({"@type":"CreativeWork","headline":"A"})"}, {"A"}},
      {"creative work without", {R"({"@type":"CreativeWork","name":"Abo"})"}, {}},
      {"no article", {R"({"@type":"VideoObject","name":"V"})"}, {}},
      {"scrap", {R"({"@type":"Article","@id":"#a"})"}, {}},
      {"list of others", {R"({"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"X"}]})"}, {}},
      {"live blog",
       {R"({"@type":"LiveBlogPosting","headline":"A","liveBlogUpdate":[{"@type":"BlogPosting","headline":"X"}]})"},
       {"A"}},
      {"comment",
       {R"({"@type":"Article","headline":"A","comment":[{"@type":"SocialMediaPosting","headline":"X"}]})"},
       {"A"}},
      {"headline as list", {R"({"@type":"Article","headline":["","A","B"]})"}, {"A"}},
      {"headline as value object", {R"({"@type":"Article","headline":{"@value":"A","@language":"de"}})"}, {"A"}},
  };
  for (const ShapeCase& c : cases) {
    Strings headlines;
    for (const ArticleFacts& article : read(c.scripts).articles) headlines.push_back(article.headline);
    EXPECT_EQ(headlines, c.headlines) << c.what;
  }
}

struct AuthorCase {
  std::string_view member;
  std::string_view expected;
};

TEST(JsonLd, ReadsAuthorsInAllShapes) {
  const AuthorCase cases[] = {
      {R"("author":"Anna Amsel")", "Anna Amsel"},
      {R"("author":["A","B"])", "A | B"},
      {R"("author":[{"@type":"Person","name":"A"},{"@type":"Organization","name":"dpa"}])",
       "A (person) | dpa (organization)"},
      {R"("author":[[{"@type":"Person","name":"A"}],["B"]])", "A (person) | B"},
      {R"("author":{"@type":"Person","name":["A","B"]})", "A (person) | B (person)"},
      {R"("author":{"@list":[{"@type":"Person","name":"A"}]})", "A (person)"},
      {R"("author":{"@type":"http://schema.org/Person","givenName":"Anna","familyName":"Amsel"})",
       "Anna Amsel (person)"},
      {R"("author":{"name":"A"})", "A"},
      {R"("author":{"@type":["Person","Thing"],"name":"A","sameAs":["https://x.de/a"]})", "A (person) https://x.de/a"},
      {R"("creator":["A"])", "A"},
      {R"("author":[],"creator":{"@type":"NewsMediaOrganization","name":"Z"})", "Z (organization)"},
      {R"("author":{"@id":"#anna"})", "Anna Amsel (person) https://a.de/anna"},
      {R"("author":{"@id":"#nobody"})", ""},
      {R"("author":null)", ""},
      {R"("author":{"@type":"Person","name":""})", ""},
  };
  const std::string person = R"({"@type":"Person","@id":"#anna","name":"Anna Amsel","url":"https://a.de/anna"})";
  for (const auto& [member, expected] : cases) {
    const Facts facts = read({R"({"@type":"Article","headline":"H",)" + std::string(member) + "}", person});
    ASSERT_EQ(facts.articles.size(), 1U) << member;
    EXPECT_EQ(shown(facts.articles[0].authors), expected) << member;
  }
}

struct FreeCase {
  std::string_view member;
  std::optional<bool> expected;
};

TEST(JsonLd, ReadsFreeInAllSpellings) {
  const FreeCase cases[] = {
      {R"("isAccessibleForFree":true)", true},
      {R"("isAccessibleForFree":"True")", true},
      {R"("isAccessibleForFree":"http://schema.org/False")", false},
      {R"("isAccessibleForFree":["false"])", false},
      {R"("isAccessibleForFree":"maybe")", std::nullopt},
      {R"("hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".x"})", false},
      {R"("name":"x")", std::nullopt},
  };
  for (const auto& [member, expected] : cases) {
    const Facts facts = read({R"({"@type":"Article","headline":"H",)" + std::string(member) + "}"});
    ASSERT_EQ(facts.articles.size(), 1U) << member;
    EXPECT_EQ(facts.articles[0].free, expected) << member;
  }
}

TEST(JsonLd, ReadsTheRestOfThePage) {
  const Facts facts = read({R"({"@graph":[
    {"@type":"WebPage","datePublished":"2021-06-22","breadcrumb":{"@id":"#b"},"isPartOf":{"@type":"WebSite","name":"Kommune21"}},
    {"@type":"BreadcrumbList","@id":"#b","itemListElement":[
      {"@type":"ListItem","position":2,"item":{"@id":"/p","name":"Panorama"}},
      {"@type":"ListItem","position":"1","name":"Start"},
      {"@type":"ListItem","position":3,"name":"Artikel"}]},
    {"@type":"Article","headline":"H","publisher":{"@id":"#org"},"keywords":"a, b","articleSection":"S","mainEntityOfPage":"True",
     "image":{"@id":"#img"}},
    {"@type":"Organization","@id":"#org","name":"Verlag"},
    {"@type":"ImageObject","@id":"#img","url":"https://a.de/i.jpg"}]})"});
  EXPECT_EQ(facts.breadcrumbs, (Strings{"Start", "Panorama", "Artikel"}));
  EXPECT_EQ(facts.site_names, (Strings{"Kommune21", "Verlag"}));
  EXPECT_EQ(facts.json_ld_dates, Strings{"2021-06-22"});
  ASSERT_EQ(facts.articles.size(), 1U);
  EXPECT_EQ(facts.articles[0].publisher, "Verlag");
  EXPECT_EQ(facts.articles[0].keywords, Strings{"a, b"});
  EXPECT_EQ(facts.articles[0].main_entity_of_page, "");
  EXPECT_EQ(facts.articles[0].images, Strings{"https://a.de/i.jpg"});
}

TEST(JsonLd, CountsDamagedScripts) { EXPECT_EQ(read({"no json at all", "", "{}"}).damaged_scripts, 1); }

}  // namespace
}  // namespace klartext
