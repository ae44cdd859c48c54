// klartext list against servers: feeds, sitemaps, indexes, section pages, and what may go wrong on the way.
#include "listing/lister.h"

#include <gtest/gtest.h>

#include "http/test_server.h"
#include "input/packed.h"
#include "input/temporary_folder.h"
#include "listing/collected.h"

namespace klartext {
namespace {

using Lines = std::vector<std::string>;

std::string rss(const Lines& urls) {
  std::string text = "<?xml version='1.0'?><rss version='2.0'><channel><title>Blatt</title>";
  for (const auto& url : urls) text += "<item><link>" + url + "</link></item>";
  return text + "</channel></rss>";
}

std::string sitemap(const Lines& urls) {
  std::string text = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
  for (const auto& url : urls) text += "<url><loc>" + url + "</loc></url>";
  return text + "</urlset>";
}

std::string index_of(const Lines& urls) {
  std::string text = "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
  for (const auto& url : urls) text += "<sitemap><loc>" + url + "</loc></sitemap>";
  return text + "</sitemapindex>";
}

/// A section page with two teasers; `head` may name feeds.
std::string section(const std::string& head) {
  return "<!doctype html><html><head><title>Politik</title>" + head +
         "</head><body><nav><ul><li><a href='/politik/'>Politik</a><li><a href='/sport/'>Sport</a></ul></nav><main>"
         "<article><h2><a href='/politik/der-rat-tagt-heute-wieder-4711'>Der Rat tagt heute wieder</a></h2>"
         "<p>Es geht um die Brücke und um das Geld für ihre Sanierung.</p></article>"
         "<article><h2><a href='/politik/neue-schule'>Neue Schule eröffnet</a></h2><time datetime='2026-03-01'>1. März"
         "</time><p>Nach zwei Jahren Bauzeit ziehen die Kinder in die Klassen ein.</p></article></main></body></html>";
}

const char* const kFeedLink = "<link rel='alternate' type='application/rss+xml' title='Blatt' href='/feed.xml'>";

class ListerTest : public testing::Test {
 protected:
  /// What is listed, then what went wrong: "! NAME: CODE". The server's address is left out.
  Lines list(const Lines& inputs, bool with_titles = false) {
    Lines lines;
    const ListingEvents events{[&](const std::string&, const ListedArticle& article) {
                                 lines.push_back(with_titles ? Collected::line_of(article) : article.url);
                                 return lines.size() < most_;
                               },
                               [&](const std::string& name, const Error& error) {
                                 lines.push_back("! " + name + ": " + std::string(code_name(error.code)));
                                 last_ = error.message;
                               }};
    list_articles(InputStream({.arguments = inputs, .lists = lists_}), options_, events);
    for (auto& line : lines) {
      for (auto at = line.find(server_.url("")); at != std::string::npos; at = line.find(server_.url("")))
        line.erase(at, server_.url("").size());
    }
    return lines;
  }

  void SetUp() override {
    options_.fetch.timeout_seconds = 5;
    options_.fetch.retries = 0;
  }

  TestServer server_;
  ListingOptions options_;
  Lines lists_;
  std::string last_;
  std::size_t most_ = 1'000'000;
};

TEST_F(ListerTest, ReadsAFeedWhateverItsTypeAndPacking) {
  server_.page("/a", rss({"/1", "/2", "/1", "/2?utm_source=rss"}), "application/rss+xml; charset=utf-8");
  server_.page("/b.gz", gzip(sitemap({server_.url("/3"), server_.url("/4")})), "application/x-gzip");
  server_.page("/latin",
               "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>M\xFCll</title>"
               "<link>/5</link></item></channel></rss>",
               "text/xml");
  server_.page("/text", "\xEF\xBB\xBF" + server_.url("/6") + "\r\n" + server_.url("/7"), "text/plain");
  server_.start();
  EXPECT_EQ(list({server_.url("/a"), server_.url("/b.gz"), server_.url("/text")}),
            (Lines{"/1", "/2", "/3", "/4", "/6", "/7"}));
  EXPECT_EQ(list({server_.url("/latin")}, true), (Lines{"/5 | Müll | -"}));
}

TEST_F(ListerTest, ReadsTheSitemapsOfAnIndexInTheirPlace) {
  server_.page("/index", index_of({server_.url("/s1"), server_.url("/inner"), server_.url("/s3"), server_.url("/s1")}),
               "application/xml");
  server_.page("/inner", index_of({server_.url("/s2"), server_.url("/index")}), "application/xml");
  server_.page("/s1", sitemap({server_.url("/1")}), "application/xml");
  server_.page("/s2", sitemap({server_.url("/2")}), "application/xml");
  server_.page("/s3", sitemap({server_.url("/3"), server_.url("/1")}), "application/xml");
  server_.page("/last", rss({"/4"}), "application/xml");
  server_.start();
  EXPECT_EQ(list({server_.url("/index"), server_.url("/last")}), (Lines{"/1", "/2", "/3", "/4"}));
  EXPECT_EQ(server_.hits("/s1"), 1);
  EXPECT_EQ(server_.hits("/index"), 1);
}

TEST_F(ListerTest, GoesOnBehindWhatFails) {
  server_.page("/index",
               index_of({server_.url("/gone"), server_.url("/cut"), server_.url("/page"), server_.url("/s")}));
  server_.page("/cut", "<urlset><url><loc>" + server_.url("/1") + "</loc></url><url>", "application/xml");
  server_.page("/page", "<p>Wartung");
  server_.page("/s", sitemap({server_.url("/2")}));
  server_.start();
  EXPECT_EQ(list({server_.url("/index")}),
            (Lines{"! /gone: http_status", "/1", "! /cut: not_html", "! /page: not_html", "/2"}));
}

TEST_F(ListerTest, FollowsNoEndlessIndexes) {
  server_.routes().Get(R"(/i/(\d+))", [&](const auto& request, auto& response) {
    const int next = std::stoi(request.matches[1]) + 1;
    response.set_content(index_of({server_.url("/i/" + std::to_string(next))}), "application/xml");
  });
  server_.start();
  EXPECT_EQ(list({server_.url("/i/0")}), (Lines{"! /i/3: blocked"}));
}

TEST_F(ListerTest, TakesTheFeedThatAPageNames) {
  server_.page("/politik/", section(std::string("<link rel=alternate type='application/rss+xml' title='Blatt » "
                                                "Kommentar-Feed' href='/comments/feed'>") +
                                    kFeedLink +
                                    "<link rel='alternate' type='application/atom+xml' "
                                    "href='feed.atom'>"));
  server_.page("/politik/feed.atom",
               "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/of-section'/></entry></feed>");
  server_.page("/feed.xml", rss({"/of-site"}));
  server_.page("/", section(kFeedLink));
  server_.start();
  EXPECT_EQ(list({server_.url("/politik/")}), (Lines{"/of-section"}));
  EXPECT_EQ(list({server_.url("/")}), (Lines{"/of-site"}));
}

TEST_F(ListerTest, ReadsTheTeasersWhereThereIsNoFeedOfUse) {
  const Lines teasers = {"/politik/der-rat-tagt-heute-wieder-4711", "/politik/neue-schule"};
  server_.page("/without", section(""));
  server_.page("/gone", section("<link rel=alternate type='application/rss+xml' href='/no-such-feed'>"));
  server_.page("/empty", section("<link rel=alternate type='application/rss+xml' href='/empty-feed'>"));
  server_.page("/empty-feed", rss({}));
  server_.page("/nothing", "<!doctype html><title>Impressum</title><p>Angaben nach Paragraf fünf.");
  server_.start();
  EXPECT_EQ(list({server_.url("/without")}), teasers);
  EXPECT_EQ(list({server_.url("/gone")}), teasers);
  EXPECT_EQ(list({server_.url("/empty")}), teasers);
  EXPECT_EQ(list({server_.url("/without")}, true), (Lines{teasers[0] + " | Der Rat tagt heute wieder | -",
                                                          teasers[1] + " | Neue Schule eröffnet | 2026-03-01"}));
  EXPECT_EQ(list({server_.url("/nothing")}), (Lines{"! /nothing: no_article"}));
}

TEST_F(ListerTest, ObeysRobotsForWhatNobodyTyped) {
  server_.page("/robots.txt", "User-agent: *\nDisallow: /private\nDisallow: /index\n", "text/plain");
  server_.page("/index", index_of({server_.url("/private"), server_.url("/s")}));
  server_.page("/private", sitemap({server_.url("/1")}));
  server_.page("/s", sitemap({server_.url("/2")}));
  server_.start();
  EXPECT_EQ(list({server_.url("/index")}), (Lines{"! /private: blocked", "/2"}));
  const TemporaryFolder folder;
  lists_ = {folder.write("list", server_.url("/index") + "\n")};
  EXPECT_EQ(list({}), (Lines{"! /index: blocked"}));
  options_.fetch.robots = Robots::ignore;
  EXPECT_EQ(list({}), (Lines{"/1", "/2"}));
}

TEST_F(ListerTest, ReadsFilesAndLeavesSavedPagesOffline) {
  server_.page("/feed.xml", rss({"/fetched"}));
  server_.start();
  const TemporaryFolder folder;
  const auto feed = folder.write("feed.xml", rss({"https://a.example/1"}));
  const auto page = folder.write(
      "page.html", section("<link rel=alternate type='application/rss+xml' href='" + server_.url("/feed.xml") + "'>"));
  EXPECT_EQ(list({feed, folder.path("none")}),
            (Lines{"https://a.example/1", "! " + folder.path("none") + ": not_found"}));
  options_.url = "https://a.example/politik/";
  EXPECT_EQ(list({page}), (Lines{"https://a.example/politik/der-rat-tagt-heute-wieder-4711",
                                 "https://a.example/politik/neue-schule"}));
  EXPECT_EQ(server_.hits("/feed.xml"), 0);
}

TEST_F(ListerTest, SaysWhatCameInstead) {
  server_.page("/pdf", "%PDF-1.4", "application/pdf");
  server_.page("/json", "{\"a\":1}", "application/json");
  server_.page("/bomb", gzip(std::string(std::size_t{64} << 20U, ' ')), "application/gzip");
  server_.start();
  EXPECT_EQ(list({server_.url("/pdf")}), (Lines{"! /pdf: not_html"}));
  EXPECT_EQ(last_, "this is a PDF file, neither a feed nor a sitemap nor a web page");
  EXPECT_EQ(list({server_.url("/json")}), (Lines{"! /json: not_html"}));
  EXPECT_EQ(list({server_.url("/bomb")}), (Lines{"! /bomb: too_large"}));
  EXPECT_EQ(list({server_.url("/none")}), (Lines{"! /none: http_status"}));
}

TEST_F(ListerTest, EndsWhenNobodyWantsMore) {
  server_.page("/a", rss({"/1", "/2", "/3"}));
  server_.start();
  most_ = 2;
  EXPECT_EQ(list({server_.url("/a"), server_.url("/a")}), (Lines{"/1", "/2"}));
}

}  // namespace
}  // namespace klartext
