#include "facts/facts.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

using Strings = std::vector<std::string>;

Facts facts_of(std::string_view html) {
  const auto document = Document::parse(html);
  EXPECT_TRUE(document.ok());
  return document.ok() ? read_facts(*document) : Facts{};
}

TEST(Facts, ReadsTheHead) {
  const Facts facts = facts_of(R"(<!doctype html><html lang="de-DE"><head><title>Titel &amp; Name - Kommune21</title>
    <base href="/basis/"><link rel="stylesheet" href="x.css"><link rel="alternate Canonical" href=" https://a.de/1 ">
    <meta property="OG:Title" content="Der&nbsp;Titel"><meta name="author" property="article:author" content="Anna">
    <meta property="article:tag" content="IT"><meta property="article:tag" content=""><meta property="article:tag" content="Recht">
    <meta http-equiv="Content-Language" content="de"><meta name="empty"></head><body><p>Text</p></body></html>)");
  EXPECT_EQ(facts.title, "Titel & Name - Kommune21");
  EXPECT_EQ(facts.base, "/basis/");
  EXPECT_EQ(facts.canonical, "https://a.de/1");
  EXPECT_EQ(facts.language, "de-DE");
  EXPECT_EQ(facts.meta("og:title"), "Der Titel");
  EXPECT_EQ(facts.meta("author"), "Anna");
  EXPECT_EQ(facts.meta("article:author"), "Anna");
  EXPECT_EQ(facts.meta("empty"), "");
  EXPECT_EQ(facts.meta("content-language"), "de");
  EXPECT_EQ(facts.all_meta("article:tag"), (std::vector<std::string_view>{"IT", "Recht"}));
}

TEST(Facts, FallsBackToContentLanguage) {
  EXPECT_EQ(facts_of(R"(<meta http-equiv="content-language" content="fr"><p>x</p>)").language, "fr");
}

TEST(Facts, JsonLdComesBeforeMicrodata) {
  const Facts facts =
      facts_of(R"(<div itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">M</h1></div>
    <script type="application/ld+json">{"@type":"Article","headline":"J"}</script>)");
  ASSERT_EQ(facts.articles.size(), 2U);
  EXPECT_EQ(facts.articles[0].headline, "J");
  EXPECT_EQ(facts.articles[0].origin, ArticleFacts::Origin::json_ld);
  EXPECT_EQ(facts.articles[1].headline, "M");
  EXPECT_EQ(facts.articles[1].origin, ArticleFacts::Origin::microdata);
  EXPECT_NE(facts.articles[1].node, kNoNode);
}

TEST(Facts, FindJsonLdInAMetaTag) {
  const Facts facts = facts_of(
      R"(<meta name="script:ld+json" content="{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Der Titel&quot;,)"
      R"(&quot;datePublished&quot;:&quot;2024-05-03T09:00:00+02:00&quot;}"><p>Text</p>)");
  ASSERT_EQ(facts.articles.size(), 1U);
  EXPECT_EQ(facts.articles[0].headline, "Der Titel");
  EXPECT_EQ(facts.articles[0].date_published, "2024-05-03T09:00:00+02:00");
}

TEST(Microdata, ReadsAnArticle) {
  const Facts facts = facts_of(R"(<body><span itemprop="author">Niemand</span>
    <article itemscope itemtype="http://schema.org/NewsArticle" itemid="https://a.de/1">
      <meta itemscope itemprop="mainEntityOfPage" itemtype="https://schema.org/WebPage" itemid="https://a.de/1">
      <h1 itemprop="name headline">Der <b>Titel</b></h1>
      <time itemprop="datePublished" datetime="2021-06-22">22. Juni</time><meta itemprop="dateModified" content="2021-06-23">
      <span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/anna"><span itemprop="name">Anna Amsel</span></a></span>
      <a itemprop="author" href="/berta">Berta Bär</a>
      <div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Verlag">
        <div itemprop="logo" itemscope itemtype="https://schema.org/ImageObject"><meta itemprop="url" content="/logo.png"></div></div>
      <div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img src="/i.jpg" itemprop="url"></div>
      <img itemprop="image" src="/j.jpg"><a itemprop="articleSection" href="/p">Panorama</a>
      <meta itemprop="keywords" content="a, b"><meta itemprop="isAccessibleForFree" content="true">
      <div itemprop="articleBody"><p>Erster.</p><p>Zweiter.</p></div>
    </article></body>)");
  ASSERT_EQ(facts.articles.size(), 1U);
  const ArticleFacts& article = facts.articles[0];
  EXPECT_EQ(article.type, "NewsArticle");
  EXPECT_EQ(article.id, "https://a.de/1");
  EXPECT_EQ(article.main_entity_of_page, "https://a.de/1");
  EXPECT_EQ(article.headline, "Der Titel");
  EXPECT_EQ(article.name, "Der Titel");
  EXPECT_EQ(article.date_published, "2021-06-22");
  EXPECT_EQ(article.date_modified, "2021-06-23");
  ASSERT_EQ(article.authors.size(), 2U);
  EXPECT_EQ(article.authors[0].name, "Anna Amsel");
  EXPECT_EQ(article.authors[0].type, FactAuthor::Type::person);
  EXPECT_EQ(article.authors[0].url, "/anna");
  EXPECT_EQ(article.authors[1].name, "Berta Bär");
  EXPECT_EQ(article.authors[1].url, "/berta");
  EXPECT_EQ(article.publisher, "Verlag");
  EXPECT_EQ(facts.site_names, Strings{"Verlag"});
  EXPECT_EQ(article.images, (Strings{"/i.jpg", "/j.jpg"}));
  EXPECT_EQ(article.sections, Strings{"Panorama"});
  EXPECT_EQ(article.keywords, Strings{"a, b"});
  EXPECT_EQ(article.free, true);
  EXPECT_EQ(article.article_body, "Erster. Zweiter.");
}

TEST(Microdata, InnerScopesKeepTheirOwn) {
  const Facts facts =
      facts_of(R"(<div itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">Außen</h1>
    <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2022-01-01"></time>
      <span itemprop="author">Troll</span></div>
    <div itemprop="citation" itemscope itemtype="https://schema.org/ScholarlyArticle"><b itemprop="headline">Quelle</b></div>
    <div itemscope itemtype="https://schema.org/Article"><h2 itemprop="headline">Innen</h2></div></div>)");
  ASSERT_EQ(facts.articles.size(), 2U);
  EXPECT_EQ(facts.articles[0].headline, "Außen");
  EXPECT_EQ(facts.articles[0].date_published, "");
  EXPECT_TRUE(facts.articles[0].authors.empty());
  EXPECT_EQ(facts.articles[1].headline, "Innen");
}

TEST(Microdata, ReadsBreadcrumbs) {
  const Facts facts = facts_of(R"(<ol itemscope itemtype="https://schema.org/BreadcrumbList">
    <li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a itemprop="item" href="/"><span itemprop="name">Start</span></a></li>
    <li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a itemscope itemprop="item" itemtype="https://schema.org/WebPage" href="/p"><span itemprop="name">Panorama</span></a></li></ol>)");
  EXPECT_EQ(facts.breadcrumbs, (Strings{"Start", "Panorama"}));
}

}  // namespace
}  // namespace klartext
