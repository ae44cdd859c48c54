// extract() from outside: what a small page gives, and which pages are none.
#include "klartext/extract.h"

#include <gtest/gtest.h>

#include <string>

namespace klartext {
namespace {

constexpr const char* kParagraph =
    "<p>Am Montag hat der Rat der Stadt die neue Ordnung beschlossen. Sie gilt vom ersten Tag des nächsten Jahres an, "
    "sagte die Sprecherin, und sie ändert für die meisten Menschen in der Stadt wenig.</p>";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=de><head><title>Rat beschließt Ordnung | Stadtblatt</title>" + head +
         "</head><body>" + body + "</body></html>";
}

std::string article(const std::string& inside) {
  return page("", "<nav><a href=/a>Start</a></nav><main><h1>Rat beschließt Ordnung</h1>" + inside + "</main>");
}

Article extracted(const std::string& html) {
  auto result =
      extract(html, {"test", "https://stadtblatt.example/politik/rat-beschliesst-ordnung-1234", {}, "2026-03-01"});
  EXPECT_TRUE(result.ok());
  return result ? *result : Article{};
}

ErrorCode refused(const std::string& html, const char* url = nullptr) {
  Source source{"test", {}, {}, {}};
  if (url != nullptr) source.url = url;
  const auto result = extract(html, source);
  return result ? ErrorCode::internal : result.error().code;
}

TEST(Extract, ReadsTitleAndBodyOfAPlainPage) {
  const auto record = extracted(article(kParagraph));
  EXPECT_EQ(record.title, "Rat beschließt Ordnung");
  EXPECT_EQ(record.language, "de");
  EXPECT_EQ(record.profile, "generic");
  EXPECT_EQ(record.body,
            "Am Montag hat der Rat der Stadt die neue Ordnung beschlossen. Sie gilt vom ersten Tag des nächsten Jahres "
            "an, sagte die Sprecherin, und sie ändert für die meisten Menschen in der Stadt wenig.");
}

TEST(Extract, BelievesNoDateAfterTheFetch) {
  EXPECT_EQ(extracted(article(std::string("<time datetime=2026-02-03>3.2.</time>") + kParagraph)).date, "2026-02-03");
  EXPECT_EQ(extracted(article(std::string("<time datetime=2031-02-03>3.2.</time>") + kParagraph)).date, std::nullopt);
}

TEST(Extract, TakesTheAuthorFromTheByline) {
  const auto record = extracted(article(std::string("<p class=byline>Von Anna Beispiel</p>") + kParagraph));
  ASSERT_EQ(record.authors.size(), 1U);
  EXPECT_EQ(record.authors.front().name, "Anna Beispiel");
  EXPECT_EQ(record.body->find("Anna Beispiel"), std::string::npos);
}

TEST(Extract, TakesAShortTextForAnArticleWhereThePageSaysSo) {
  const std::string text =
      "<nav><a href=/a>Start</a></nav><main><h1>Hafen im Nebel</h1><p>Ein Film, zwei Orte, drei "
      "Wochen: die Bilder vom Hafen sind da.</p></main></body></html>";
  const std::string head = "<!DOCTYPE html><html lang=de><head><title>Hafen im Nebel</title></head>";
  EXPECT_EQ(refused(head + "<body class='archive category'>" + text), ErrorCode::no_article);
  EXPECT_EQ(extracted(head + "<body class='single single-post postid-7'>" + text).body,
            "Ein Film, zwei Orte, drei Wochen: die Bilder vom Hafen sind da.");
}

TEST(Extract, FindsTheSiteInTheTitleThatItsHostSpells) {
  const auto with_title = [](const std::string& title) {
    return extracted("<html lang=de><head><title>" + title + "</title></head><body><h1>Rat tagt</h1>" + kParagraph +
                     kParagraph + "</body></html>");
  };
  EXPECT_EQ(with_title("Rat tagt - Stadt-Blatt Online").site, "Stadt-Blatt Online");
  EXPECT_EQ(with_title("Stadtblatt – Rat tagt").site, "Stadtblatt");
  EXPECT_EQ(with_title("Rat tagt - Politik").site, std::nullopt);
  EXPECT_EQ(with_title("Stadtblatt").site, std::nullopt);
}

TEST(Extract, TakesNoSiteForASection) {
  const auto section_of = [](const std::string& section) {
    return extracted(page("<meta property=article:section content='" + section + "'>",
                          std::string("<h1>Rat tagt</h1>") + kParagraph + kParagraph))
        .section;
  };
  EXPECT_EQ(section_of("Politik"), "Politik");
  EXPECT_EQ(section_of("Stadtblatt"), std::nullopt);
}

TEST(Extract, ReadsAPageWhoseLinesAreAllInOneCell) {
  const std::string first =
      "Am Montag hat der Rat der Stadt die neue Ordnung beschlossen. Sie gilt vom ersten Tag des nächsten Jahres an.";
  const auto record = extracted(
      "<html lang=de><head><title>Radweg am Fluss kommt</title></head><body><table><tr><td><a href=/>Start</a></td><td>"
      "<font size=2>13.10.2004</font><br><font size=5><b>Radweg am Fluss kommt</b></font><br><i>von Bernd Muster</i>"
      "<br><br>" +
      first +
      "<br><br>Die Opposition stimmte dagegen, weil ihr die Kosten zu hoch sind. Über den Antrag "
      "wird im Herbst noch einmal beraten, dann auch im Ausschuss für Finanzen.</td></tr></table></body></html>");
  EXPECT_EQ(record.title, "Radweg am Fluss kommt");
  EXPECT_EQ(record.date, "2004-10-13");
  ASSERT_EQ(record.authors.size(), 1U);
  EXPECT_EQ(record.authors[0].name, "Bernd Muster");
  EXPECT_NE(record.body.value_or("").find("Am Montag hat"), std::string::npos);
}

TEST(Extract, TakesTheSectionFromAPrintedTrail) {
  const auto section_of = [](const std::string& trail) {
    return extracted(page("", trail + "<h1>Rat tagt</h1>" + kParagraph + kParagraph)).section;
  };
  EXPECT_EQ(section_of("<ol class=breadcrumb><li><a href=/>Startseite</a></li><li><a href=/p>Politik</a></li>"
                       "<li>Rat tagt</li></ol>"),
            "Politik");
  EXPECT_EQ(section_of("<nav aria-label=Breadcrumb><a href=/>Home</a> » <a href=/p>Politik</a></nav>"), "Politik");
  EXPECT_EQ(section_of("<nav class=menu><a href=/>Startseite</a> <a href=/p>Politik</a></nav>"), std::nullopt);
  EXPECT_EQ(section_of("<nav class=breadcrumb><a href=/>Startseite</a> <a href=/p>{{ title }}</a></nav>"),
            std::nullopt);
}

TEST(Extract, LeavesTeasersInTheTextOutOfTheBody) {
  const std::string teaser =
      "<p>Lesen Sie auch: <a href=/politik/streit-um-die-alte-ordnung-1200>Streit um die alte Ordnung</a></p>";
  const auto record = extracted(article(kParagraph + teaser +
                                        "<p>Die Opposition stimmte dagegen. Sie hält den Plan für zu teuer "
                                        "und will im Herbst einen eigenen Entwurf vorlegen.</p>"));
  ASSERT_EQ(record.related.size(), 1U);
  EXPECT_EQ(record.related.front().title, "Streit um die alte Ordnung");
  EXPECT_EQ(record.related.front().url, "https://stadtblatt.example/politik/streit-um-die-alte-ordnung-1200");
  EXPECT_EQ(record.body->find("Streit"), std::string::npos);
}

TEST(Extract, RefusesWhatIsNoArticle) {
  EXPECT_EQ(refused(page("", "<form><input name=user><button>Anmelden</button></form>")), ErrorCode::no_article);
  EXPECT_EQ(refused("%PDF-1.7 ..."), ErrorCode::not_html);
  EXPECT_EQ(refused(""), ErrorCode::not_html);
}

TEST(Extract, GivesUpWhenTheTimeIsUp) {
  const auto now = std::chrono::steady_clock::now();
  const auto late = extract(article(kParagraph), {"test", {}, {}, {}}, {.deadline = now});
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(late.error().code, ErrorCode::timeout);
  const auto in_time = extract(article(kParagraph), {"test", {}, {}, {}}, {.deadline = now + std::chrono::hours(1)});
  EXPECT_TRUE(in_time.ok());
}

TEST(Extract, ExplainsEveryFieldOnRequest) {
  const auto result = extract(article(kParagraph), {"test", {}, {}, {}}, {.explain = true});
  ASSERT_TRUE(result.ok());
  const auto& explain = result->explain;
  const auto title = std::find_if(explain.begin(), explain.end(), [](const auto& e) { return e.field == "title"; });
  ASSERT_NE(title, explain.end());
  EXPECT_EQ(title->winner->rule, "h1");
  EXPECT_FALSE(title->losers.empty());
  EXPECT_TRUE(extract(article(kParagraph), {"test", {}, {}, {}})->explain.empty());
}

}  // namespace
}  // namespace klartext
