// Which lines of a page are told to be none of the article's own, and which are left alone though they look alike.
#include "extract/other_texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace klartext {
namespace {

using Lines = std::vector<std::string>;

Lines texts_of(const Document& document, const std::vector<std::uint32_t>& blocks) {
  Lines lines;
  for (const auto index : blocks) lines.emplace_back(document.text(document.blocks()[index]));
  return lines;
}

/// The lines of the page that are taken out when all are taken for text.
Lines dropped_from(const std::string& html) {
  const auto document = Document::parse(html);
  if (!document.ok()) return {"no document"};
  const Facts facts = read_facts(*document);
  const Source source{"page.html", {}, {}, {}};
  const Page page = read_page(*document, facts, source);
  std::vector<std::uint32_t> blocks(document->blocks().size());
  std::iota(blocks.begin(), blocks.end(), 0);
  const std::vector<std::uint32_t> before = blocks;
  drop_other_texts(page, blocks);
  std::vector<std::uint32_t> dropped;
  std::set_difference(before.begin(), before.end(), blocks.begin(), blocks.end(), std::back_inserter(dropped));
  return texts_of(*document, dropped);
}

const std::string kText =
    "<p>The town council has agreed to rebuild the old bridge over the river by the end of next year.</p>"
    "<p>Most of the money comes from the county, which had closed the bridge three years ago for safety.</p>";

constexpr const char* kMarket = "Traders of the weekly market say that they have had the best summer in …";
constexpr const char* kPool = "The outdoor pool will stay open until the end of September, as the council…";

std::string teaser(const std::string& title, const std::string& excerpt) {
  return "<article><h3><a href=/news/" + title + ">" + title + "</a></h3><span>12 May</span><p>" + excerpt +
         "</p></article>";
}

TEST(OtherTexts, AreExcerptsUnderLinkedTitles) {
  EXPECT_EQ(dropped_from(kText + teaser("Good year for the market", kMarket) + teaser("Pool open for longer", kPool)),
            (Lines{kMarket, kPool}));
}

TEST(OtherTexts, AreExcerptsInOneLineWithTheirTitles) {
  const auto item = [](const std::string& title, const char* excerpt) {
    return "<li><a href=/1>" + title + "</a> <span>" + excerpt + "</span></li>";
  };
  EXPECT_EQ(dropped_from(kText + "<ul>" + item("Good year for the market", kMarket) +
                         item("Pool open for longer", kPool) + "</ul>"),
            (Lines{std::string("Good year for the market ") + kMarket, std::string("Pool open for longer ") + kPool}));
}

TEST(OtherTexts, AreExcerptsThatBreakOffBeforeReadMore) {
  const auto cut = [](const std::string& title, const std::string& excerpt) {
    return "<div><h3><a href=/1>" + title + "</a></h3><p>" + excerpt + "</p><p><a href=/1>Read more</a></p></div>";
  };
  const std::string market =
      "Traders of the weekly market say that they have had the best summer in many years, thanks to the weather in";
  const std::string pool =
      "The outdoor pool will stay open until the end of September, as the council, which had wanted to close it,";
  EXPECT_EQ(dropped_from(kText + cut("Good year for the market", market) + cut("Pool open for longer", pool)),
            (Lines{market, pool}));
}

TEST(OtherTexts, AreNotWhatEndsInDotsOnce) {
  EXPECT_EQ(dropped_from(kText + teaser("Good year for the market", kMarket)), Lines{});
}

TEST(OtherTexts, AreNotParagraphsUnderLinkedHeadings) {
  const std::string whole = "Traders of the weekly market say that they have had the best summer in years.";
  EXPECT_EQ(dropped_from(kText + teaser("Good year for the market", whole) + teaser("Pool open for longer", whole)),
            Lines{});
}

TEST(OtherTexts, AreNotEventsOfWhichSomeAreToldInFull) {
  const std::string choirs =
      "<p>The choirs of the valley meet in the church, and whoever likes to sing is welcome to join them from seven "
      "on; "
      "scores are handed out at the door, and there is tea in the hall afterwards for all who have come.</p>";
  const std::string walk =
      "<p>A walk along the river leads past the mill and the lock to the bridge, where the guide tells what the place "
      "was like when ships still passed through it; sturdy shoes are of use after a day of rain.</p>";
  EXPECT_EQ(dropped_from(teaser("Market in the square", kMarket) + choirs + walk + teaser("Swimming", kPool)), Lines{});
}

TEST(OtherTexts, AreNotAllThatThereIs) {
  EXPECT_EQ(dropped_from("<ul><li><a href=/1>Good year for the market</a> " + std::string(kMarket) +
                         "</li><li><a href=/2>Pool open for longer</a> " + kPool + "</li></ul>"),
            Lines{});
}

TEST(OtherTexts, AreLinksBehindTheSameWords) {
  const auto line = [](const std::string& title) { return "<p>FUNDA LOLU | <a href=/1>" + title + "</a></p>"; };
  EXPECT_EQ(dropped_from(line("Kuboshwe abahlanu edolobheni") + kText + line("Uphenyo luyaqhubeka namuhla")),
            (Lines{"FUNDA LOLU | Kuboshwe abahlanu edolobheni", "FUNDA LOLU | Uphenyo luyaqhubeka namuhla"}));
  EXPECT_EQ(dropped_from(line("Kuboshwe abahlanu edolobheni") + kText), Lines{}) << "once is no habit";
}

TEST(OtherTexts, AreNotLinksToOtherSites) {
  const std::string page = "<head><link rel=canonical href=https://echo.example/news/brushes></head>" + kText;
  const auto line = [](const std::string& host) {
    return "<p>Website: <a href=https://" + host + "/>Official site of the makers</a></p>";
  };
  EXPECT_EQ(dropped_from(page + line("brush.example") + line("paste.example")), Lines{});
}

TEST(OtherTexts, AreNotSourcesInAList) {
  EXPECT_EQ(dropped_from(kText + "<ul><li>Study of <a href=/1>the University of Leeds</a></li>"
                                 "<li>Study of <a href=/2>the University of York</a></li></ul>"),
            Lines{});
}

TEST(OtherTexts, AreTheArticleOnceMore) {
  const std::string more =
      "<h2>Costs</h2><p>The county pays two thirds of the four million pounds that the bridge will cost.</p>";
  EXPECT_EQ(dropped_from("<div>" + kText + more + "</div><div>" + kText + more + "</div>"),
            (Lines{"The town council has agreed to rebuild the old bridge over the river by the end of next year.",
                   "Most of the money comes from the county, which had closed the bridge three years ago for safety.",
                   "Costs", "The county pays two thirds of the four million pounds that the bridge will cost."}));
}

TEST(OtherTexts, AreNotOneParagraphAgain) {
  const std::string terms = "<p>Prices are those of the day of publication and may be different in your shop.</p>";
  EXPECT_EQ(dropped_from(terms + kText + terms), Lines{});
}

const std::string kAnnLee =
    R"(<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",)"
    R"("headline":"Bridge to be rebuilt","author":{"@type":"Person","name":"Ann Lee"}}</script>)";

TEST(OtherTexts, AreLinesAboutTheAuthorAtTheEnds) {
  const std::string about = "<p>Ann Lee has been writing about the towns along the river for more than ten years.</p>";
  const Lines line{"Ann Lee has been writing about the towns along the river for more than ten years."};
  EXPECT_EQ(dropped_from(kAnnLee + kText + about), line);
  EXPECT_EQ(dropped_from(kAnnLee + about + kText), line);
  EXPECT_EQ(dropped_from(kText + about), Lines{}) << "nobody says that she is the author";
}

TEST(OtherTexts, AreNotLinesAboutHerInTheMiddle) {
  EXPECT_EQ(
      dropped_from(kAnnLee + "<p>The vote was close, and the chair asked for a second one after the break.</p>" +
                   "<p>Ann Lee was there when the council voted on the bridge, and saw a long debate.</p>" + kText),
      Lines{});
}

}  // namespace
}  // namespace klartext
