// RFC 9309, case by case.
#include "input/robots.h"

#include <gtest/gtest.h>

#include "input/robots_book.h"

namespace klartext {
namespace {

struct Case {
  std::string_view robots;
  std::string_view path;
  bool allowed;
};

TEST(RobotsRules, DecideByTheLongestMatch) {
  const std::vector<Case> cases = {
      {"", "/a", true},
      {"User-agent: *\nDisallow: /", "/a", false},
      {"User-agent: *\nDisallow:", "/a", true},
      {"User-agent: *\nDisallow: /a", "/b", true},
      {"User-agent: *\nDisallow: /a", "/ab", false},
      {"User-agent: *\nDisallow: /a", "/A", true},
      {"User-agent: *\nDisallow: /a/\nAllow: /a/b", "/a/b", true},
      {"User-agent: *\nAllow: /a/b\nDisallow: /a/", "/a/b", true},
      {"User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b", false},
      {"User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
      {"User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false},
      {"User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?a", true},
      {"User-agent: *\nDisallow: /*.pdf", "/x/y.pdf?a", false},
      {"User-agent: *\nDisallow: /a$", "/a", false},
      {"User-agent: *\nDisallow: /a$", "/ab", true},
      {"User-agent: *\nDisallow: /a*b*c", "/a-b-c-d", false},
      {"User-agent: *\nDisallow: /a*b*c", "/a-c-b", true},
      {"User-agent: *\nDisallow: *", "/x", false},
      {"User-agent: *\nDisallow: /a*b$", "/ab/b", false},
      {"User-agent: *\nDisallow: /ab*b$", "/ab", true},
      {"User-agent: *\nDisallow: /?print=", "/?print=1", false},
      {"User-agent: *\nDisallow: /a?b", "/a", true},
      {"User-agent: *\nDisallow: /m%C3%BCll", "/m\xC3\xBCll", false},
      {"User-agent: *\nDisallow: /m\xC3\xBCll", "/m%c3%bcll", false},
      {"User-agent: *\nDisallow: /%61", "/a", false},
      {"User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
      {"User-agent: *\nDisallow: /", "/robots.txt", true},
      {"User-agent: *\nDisallow: /a", "", true},
      {"User-agent: *\nDisallow: /", "", false},
      {"user-agent: *\ndisallow: /a # comment", "/a", false},
      {"\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a\r\n", "/a", false},
      {"User-agent: *\rDisallow: /a", "/a", false},
      {"User-agent : *\n Disallow : /a", "/a", false},
      {"Disallow: /a", "/a", true},
      {"<html><p>no robots here</p>", "/a", true},
  };
  for (const auto& c : cases) {
    const RobotsRules rules(c.robots, "klartext");
    EXPECT_EQ(rules.allows("https://a.example" + std::string(c.path)), c.allowed) << c.robots << "\n" << c.path;
  }
}

TEST(RobotsRules, AreThoseOfOurGroups) {
  const std::vector<Case> cases = {
      {"User-agent: klartext\nDisallow: /\n\nUser-agent: *\nDisallow:", "/a", false},
      {"User-agent: *\nDisallow: /\n\nUser-agent: KlarText\nDisallow: /b", "/a", true},
      {"User-agent: *\nDisallow: /\n\nUser-agent: klartext/2.0\nDisallow: /b", "/a", true},
      {"User-agent: klartextbot\nDisallow: /", "/a", true},
      {"User-agent: klar\nDisallow: /", "/a", true},
      {"User-agent: a\nUser-agent: klartext\nUser-agent: b\nDisallow: /", "/a", false},
      {"User-agent: klartext\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: klartext\nDisallow: /c", "/c",
       false},
      {"User-agent: klartext\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: klartext\nDisallow: /c", "/b",
       true},
      {"User-agent: *\nDisallow: /a\nUser-agent: x\nUser-agent: *\nDisallow: /c", "/a", false},
      {"User-agent: klartext\nUser-agent: *\nCrawl-delay: 5\nDisallow: /a", "/a", false},
      {"User-agent: *\nDisallow: /\nUser-agent: klartext", "/a", true},
      {"User-agent: klartext\nSitemap: https://a.example/x\nDisallow: /a", "/a", false},
  };
  for (const auto& c : cases) {
    const RobotsRules rules(c.robots, "klartext");
    EXPECT_EQ(rules.allows("https://a.example" + std::string(c.path)), c.allowed) << c.robots << "\n" << c.path;
  }
}

TEST(RobotsRules, KnowTheCrawlDelay) {
  EXPECT_EQ(RobotsRules("User-agent: *\nCrawl-delay: 2.5", "klartext").crawl_delay(), 2.5);
  EXPECT_EQ(RobotsRules("User-agent: x\nCrawl-delay: 2.5", "klartext").crawl_delay(), std::nullopt);
  EXPECT_EQ(
      RobotsRules("User-agent: *\nCrawl-delay: 2\nUser-agent: klartext\nCrawl-delay: 3", "klartext").crawl_delay(), 3);
  EXPECT_EQ(RobotsRules("User-agent: *\nCrawl-delay: 1e9", "klartext").crawl_delay(), 120);
  EXPECT_EQ(RobotsRules("User-agent: *\nCrawl-delay: -1", "klartext").crawl_delay(), std::nullopt);
  EXPECT_EQ(RobotsRules("User-agent: *\nCrawl-delay: soon", "klartext").crawl_delay(), std::nullopt);
}

TEST(RobotsRules, AreLinearInHostileInput) {
  std::string robots = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 100'000; ++i) robots += "*a";
  const RobotsRules rules(robots + "$", "klartext");
  EXPECT_TRUE(rules.allows("https://a.example/" + std::string(100'000, 'b')));
}

TEST(RobotsUrl, StandsAtTheRootOfTheServer) {
  EXPECT_EQ(robots_url("https://a.example/b/c?d"), "https://a.example/robots.txt");
  EXPECT_EQ(robots_url("http://a.example:8080"), "http://a.example:8080/robots.txt");
  EXPECT_EQ(robots_url("http://a.example?x"), "http://a.example/robots.txt");
}

TEST(ProductToken, EndsBeforeTheVersion) {
  EXPECT_EQ(product_token("klartext/0.1.0"), "klartext");
  EXPECT_EQ(product_token("My-Bot_x (+https://a.example)"), "My-Bot_x");
  EXPECT_EQ(product_token(""), "");
}

using Kind = RobotsBook::Verdict::Kind;

Answer answer_with(int status, std::string body) {
  Answer answer;
  answer.status = status;
  answer.body = std::move(body);
  return answer;
}

TEST(RobotsBook, AsksOncePerServerAndKeepsWhoWaits) {
  RobotsBook book("klartext");
  EXPECT_EQ(book.ask("https://a.example/1", 1, 0).kind, Kind::ask_and_wait);
  EXPECT_EQ(book.ask("https://a.example/2", 2, 0).kind, Kind::wait);
  EXPECT_EQ(book.ask("http://a.example/3", 3, 0).kind, Kind::ask_and_wait);
  const auto released = book.answered("https://a.example/robots.txt",
                                      answer_with(200, "User-agent: *\nDisallow: /2\nCrawl-delay: 3"), 10);
  EXPECT_EQ(released, (std::vector<JobId>{1, 2}));
  const auto go = book.ask("https://a.example/1", 1, 10);
  EXPECT_EQ(go.kind, Kind::go);
  EXPECT_EQ(go.crawl_delay, 3);
  EXPECT_EQ(book.ask("https://a.example/2", 2, 10).kind, Kind::refuse);
  EXPECT_EQ(book.ask("https://a.example/1", 1, 10 + 86401).kind, Kind::ask_and_wait);
}

struct BookCase {
  int status;
  Kind kind;
};

TEST(RobotsBook, ReadsStatusesAsTheStandardSays) {
  for (const auto& c : std::vector<BookCase>{{404, Kind::go},
                                             {403, Kind::go},
                                             {410, Kind::go},
                                             {429, Kind::refuse},
                                             {500, Kind::refuse},
                                             {503, Kind::refuse},
                                             {304, Kind::go}}) {
    RobotsBook book("klartext");
    book.ask("https://a.example/1", 1, 0);
    book.answered("https://a.example/robots.txt", answer_with(c.status, "User-agent: *\nDisallow: /"), 0);
    EXPECT_EQ(book.ask("https://a.example/1", 1, 0).kind, c.kind) << c.status;
  }
}

TEST(RobotsBook, SaysWhyAServerCannotBeAsked) {
  RobotsBook book("klartext");
  book.ask("https://a.example/1", 1, 0);
  EXPECT_EQ(book.failed("https://a.example/robots.txt", {ErrorCode::timeout, "the server took too long"}, 0),
            std::vector<JobId>{1});
  const auto verdict = book.ask("https://a.example/1", 1, 0);
  ASSERT_EQ(verdict.kind, Kind::refuse);
  EXPECT_EQ(verdict.error->code, ErrorCode::timeout);
  EXPECT_EQ(verdict.error->message, "the server took too long (asked for robots.txt)");
  EXPECT_EQ(book.ask("https://a.example/1", 1, 200).kind, Kind::refuse);
  EXPECT_EQ(book.ask("https://a.example/1", 1, 400).kind, Kind::ask_and_wait) << "a bad minute is no bad day";
}

}  // namespace
}  // namespace klartext
