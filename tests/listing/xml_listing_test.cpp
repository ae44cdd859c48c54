// Feeds and sitemaps as publishers write them, well or badly.
#include "listing/xml_listing.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "listing/collected.h"

namespace klartext {
namespace {

Collected read(std::string_view text, std::string_view base = "https://a.example/feed/index.xml") {
  Collected got;
  got.error = read_xml_listing(text, base, got.receiver());
  return got;
}

using Lines = std::vector<std::string>;

TEST(XmlListing, ReadsRss) {
  const auto got = read(R"(<?xml version="1.0"?>
    <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>Blatt</title><link>https://a.example/</link><atom:link href="https://a.example/feed" rel="self"/>
      <image><url>https://a.example/logo.png</url><title>Logo</title><link>https://a.example/</link></image>
      <item><title>Rat &amp;amp; &lt;b&gt;Tat&lt;/b&gt;</title><link> https://a.example/1 </link>
        <media:content><media:title>Bild</media:title></media:content>
        <pubDate>Tue, 22 Jun 2021 14:30:00 +0200</pubDate></item>
      <item><media:title>Bild</media:title><dc:title>Zwei</dc:title><link>/2?a=1&amp;b=2</link>
        <dc:date>2021-06-23</dc:date></item>
      <item><title><![CDATA[Drei & mehr]]></title><guid>https://a.example/3</guid></item>
      <item><title>Nummer</title><guid isPermaLink="false">4711</guid></item>
    </channel></rss>)");
  EXPECT_EQ(got.lines,
            (Lines{"https://a.example/1 | Rat & Tat | 2021-06-22T14:30:00+02:00",
                   "https://a.example/2?a=1&b=2 | Zwei | 2021-06-23", "https://a.example/3 | Drei & mehr | -"}));
  EXPECT_FALSE(got.error);
}

TEST(XmlListing, SaysThatLinksAreRelativeToNoAddress) {
  constexpr std::string_view kFeed =
      "<rss version='2.0'><channel><title>Blatt</title><item><link>/1</link></item>"
      "<item><link>https://a.example/2</link></item><item><link>3.html</link></item></channel></rss>";
  const auto unknown = read(kFeed, "");
  EXPECT_EQ(unknown.lines, Lines{"https://a.example/2 | - | -"});
  ASSERT_TRUE(unknown.error);
  EXPECT_EQ(unknown.error->code, ErrorCode::no_article);
  EXPECT_EQ(unknown.error->message, "2 entries have no full address; give that of the list itself with --url");
  const auto known = read(kFeed, "https://b.example/feed/");
  EXPECT_EQ(known.lines, (Lines{"https://b.example/1 | - | -", "https://a.example/2 | - | -",
                                "https://b.example/feed/3.html | - | -"}));
  EXPECT_FALSE(known.error);
}

TEST(XmlListing, ReadsRdf) {
  const auto got = read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://a.example/"><title>Blatt</title><link>https://a.example/</link>
      <items><rdf:Seq><rdf:li resource="https://a.example/1"/></rdf:Seq></items></channel>
    <item rdf:about="https://a.example/1"><title>Eins</title><link>https://a.example/1</link>
      <dc:date>2021-06-22T14:30:00+02:00</dc:date></item></rdf:RDF>)");
  EXPECT_EQ(got.lines, (Lines{"https://a.example/1 | Eins | 2021-06-22T14:30:00+02:00"}));
}

TEST(XmlListing, ReadsAtom) {
  const auto got = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/">
    <title>Blatt</title><link href="https://b.example/"/>
    <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ein <b>Titel</b></div></title>
      <link rel="enclosure" href="https://b.example/a.mp3"/><link rel="alternate" type="application/pdf" href="1.pdf"/>
      <link rel="alternate" type="text/html" href="1"/><link rel="self" href="https://b.example/1.atom"/>
      <updated>2026-02-02T00:00:00Z</updated><published>2026-01-01T00:00:00Z</published></entry>
    <entry><title>Zwei</title><link href="/2"/><updated>2026-02-02</updated>
      <source><title>Quelle</title><link href="https://c.example/"/></source></entry></feed>)");
  EXPECT_EQ(got.lines, (Lines{"https://b.example/x/1 | Ein Titel | 2026-01-01T00:00:00+00:00",
                              "https://b.example/2 | Zwei | 2026-02-02"}));
}

TEST(XmlListing, ReadsSitemaps) {
  const auto got = read(R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><loc>https://a.example/1</loc><image:image><image:loc>https://a.example/1.jpg</image:loc></image:image>
      <lastmod>2026-02-02</lastmod><n:news><n:publication><n:name>Blatt</n:name></n:publication>
      <n:publication_date>2026-01-01T08:00+01:00</n:publication_date><n:title>Eins</n:title></n:news></url>
    <url><loc>https://a.example/2</loc><lastmod>2026-02</lastmod></url></urlset>)");
  EXPECT_EQ(got.lines,
            (Lines{"https://a.example/1 | Eins | 2026-01-01T08:00:00+01:00", "https://a.example/2 | - | -"}));
  const auto index = read(R"(<ns0:sitemapindex xmlns:ns0="http://www.sitemaps.org/schemas/sitemap/0.9">
    <ns0:sitemap><ns0:loc>https://a.example/s1.xml.gz</ns0:loc><ns0:lastmod>2026-01-01</ns0:lastmod></ns0:sitemap>
    </ns0:sitemapindex>)");
  EXPECT_EQ(index.lines, (Lines{"sitemap https://a.example/s1.xml.gz"}));
}

TEST(XmlListing, TakesTheFeedsOwnAddressAsBaseWhereNoneIsKnown) {
  EXPECT_EQ(
      read("<rss><channel><link>https://a.example/x/</link><item><link>1</link></item></channel></rss>", "").lines,
      (Lines{"https://a.example/x/1 | - | -"}));
  EXPECT_EQ(read("<rss><channel><item><link>1</link></item></channel></rss>", "").lines, Lines{});
}

struct Fault {
  const char* what;
  const char* title;
  const char* read_as;
};

TEST(XmlListing, ForgivesWhatFeedsGetWrong) {
  const Fault faults[] = {
      {"a bare ampersand", "R & B", "R & B"},
      {"an ampersand in a word", "AT&T; heute", "AT&T; heute"},
      {"names of HTML characters", "M&uuml;ll&nbsp;weg", "Müll weg"},
      {"a number of no character", "a&#0;b&#x1;c", "abc"},
      {"control characters",
       "a\x01"
       "b\x1F"
       "c",
       "abc"},
      {"an ampersand in CDATA", "<![CDATA[R & B &amp; C]]>", "R & B & C"},
      {"a reference to an HTML reference", "M&amp;uuml;ll", "Müll"},
  };
  for (const auto& fault : faults) {
    const auto got = read("\n \n<?xml version='1.0'?><rss><channel><item><link>https://a.example/1</link><title>" +
                          std::string(fault.title) + "</title></item></channel></rss><script>junk</script>");
    EXPECT_EQ(got.lines, (Lines{"https://a.example/1 | " + std::string(fault.read_as) + " | -"})) << fault.what;
    EXPECT_FALSE(got.error) << fault.what;
  }
}

TEST(XmlListing, GivesWhatStandsBeforeTheDamage) {
  const auto got = read("<rss><channel>\n<item><link>https://a.example/1</link></item>\n<item></channel>");
  EXPECT_EQ(got.lines, (Lines{"https://a.example/1 | - | -"}));
  ASSERT_TRUE(got.error);
  EXPECT_EQ(got.error->message, "the XML is damaged in line 3: mismatched tag");
  EXPECT_EQ(read("<rss><channel><item>").error->code, ErrorCode::not_html);
}

TEST(XmlListing, ExpandsNoEntities) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"x\">";
  for (int i = 1; i < 30; ++i) {
    const auto name = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + name + name + name + "\">";
  }
  bomb += "]><rss><channel><item><title>&a29;</title><link>https://a.example/1</link></item></channel></rss>";
  EXPECT_TRUE(is_xml_listing(bomb));
  EXPECT_EQ(read(bomb).lines, (Lines{"https://a.example/1 | &a29; | -"}));
  const auto outside = read(
      "<!DOCTYPE rss [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&e;</title>"
      "<link>https://a.example/1</link></item></channel></rss>");
  EXPECT_EQ(outside.lines, (Lines{"https://a.example/1 | &e; | -"}));
}

TEST(XmlListing, StopsWhereElementsNestWithoutEnd) {
  std::string deep = "<rss>";
  for (int i = 0; i < 600'000; ++i) deep += "<a>";
  EXPECT_EQ(read(deep).error->message, "the XML is damaged in line 1: elements nest too deep");
}

TEST(XmlListing, KnowsItsDocuments) {
  for (const auto* text : {"<rss>", "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- x --><feed xmlns='x'>", "<rdf:RDF>",
                           "<ns0:urlset>", "<sitemapindex/>", "<!DOCTYPE rss PUBLIC 'x' 'y'><rss version='0.91'>"}) {
    EXPECT_TRUE(is_xml_listing(text)) << text;
  }
  for (const auto* text : {"", "<html>", "<!doctype html><html>", "rss", "<rssfeed>", "{\"a\":1}", "<"}) {
    EXPECT_FALSE(is_xml_listing(text)) << text;
  }
}

}  // namespace
}  // namespace klartext
