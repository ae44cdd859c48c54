// However a page lays out its teasers, and in whatever order those with and without a picture come: the same records.
//
// A layout is two patterns, for a teaser with a picture and for one without; %K, %T, %Y, %D, %X, %M, %L, %I, %C and %A
// are kicker, title, type label, date, text, "mehr...", its address, picture, caption, and picture with the caption as
// its alt text.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "sites/site.h"

namespace klartext {
namespace {

constexpr std::string_view kUrl = "https://www.kommune21.de/meldung_7_Titel+der+Meldung.html";

struct Printed {
  std::string_view kicker, title, type, day, date, text, link, picture, caption;
};

constexpr std::array<Printed, 3> kPrinted = {{
    {"Studie", "Ämter sparen", "", "6.5.2024", "2024-05-06", "Eine Untersuchung nennt die Gründe.", "1", "", ""},
    {"Kreis Aue", "Netz im Tal", "Bericht", "3.5.2024", "2024-05-03", "Das Tal bekommt ein Netz.", "2", "netz.jpg",
     "Bagger am Fluss."},
    {"Stadt Lind", "Markt: Licht bei Nacht", "", "26.4.2024", "2024-04-26", "Am Markt brennt nachts Licht.", "3",
     "licht.jpg", "Laternen im Regen."},
}};

struct Layout {
  std::string_view with_picture, without_picture;
  std::string_view type = " <span>%Y</span>";
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string print(const Layout& layout, const Printed& p) {
  std::string out(p.picture.empty() ? layout.without_picture : layout.with_picture);
  out = replaced(out, "%Y", p.type.empty() ? "" : replaced(std::string(layout.type), "%Y", p.type));
  out = replaced(out, "%K", p.kicker);
  out = replaced(out, "%T", p.title);
  out = replaced(out, "%D", "[" + std::string(p.day) + "]");
  out = replaced(out, "%X", p.text);
  out = replaced(out, "%M", "<a href=/" + std::string(p.link) + ">mehr...</a>");
  out = replaced(out, "%L", "/" + std::string(p.link));
  out = replaced(out, "%I", "<img src=/" + std::string(p.picture) + " alt=''>");
  out = replaced(out, "%A", "<img src=/" + std::string(p.picture) + " alt='" + std::string(p.caption) + "'>");
  return replaced(out, "%C", p.caption);
}

std::string page(const Layout& layout, const std::vector<int>& order) {
  std::string out =
      "<h1>Titel</h1><p>[22.6.2021] Ein Text.</p><h2>Weitere Meldungen und Beiträge aus dem Bereich Politik</h2>";
  for (const int i : order) out += print(layout, kPrinted.at(static_cast<std::size_t>(i)));
  return out + "<h4>Ausgewählte Anbieter aus dem Bereich Politik:</h4><p>Aktenfix GmbH<br>48149 Münster</p>";
}

std::string line(const Printed& p) {
  const auto shown = [](std::string_view text) { return text.empty() ? std::string("-") : std::string(text); };
  return shown(p.kicker) + " | " + shown(p.title) + " | " + shown(p.type) + " | " + shown(p.date) + " | " +
         shown(p.text) + " | /" + shown(p.link) + " | " + shown(p.picture) + " | " + shown(p.caption) + "\n";
}

std::string line(const Teaser& t) {
  const auto shown = [](const std::optional<std::string>& text) { return text.value_or("-"); };
  const auto name = [](const std::string& url) { return url.substr(url.rfind('/') + 1); };
  return shown(t.kicker) + " | " + shown(t.title) + " | " + shown(t.type) + " | " + shown(t.date) + " | " +
         shown(t.teaser) + " | /" + (t.url ? name(*t.url) : "-") + " | " + (t.image ? name(t.image->url) : "-") +
         " | " + (t.image ? shown(t.image->caption) : "-") + "\n";
}

void expect_teasers(const Layout& layout, const std::vector<int>& order) {
  const auto html = page(layout, order);
  const auto document = Document::parse(html);
  ASSERT_TRUE(document);
  const auto answer = read_site(*document, kUrl, kUrl);
  ASSERT_TRUE(answer && *answer) << html;
  std::string expected;
  std::string got;
  for (const int i : order) expected += line(kPrinted.at(static_cast<std::size_t>(i)));
  for (const Teaser& teaser : (*answer)->related.value) got += line(teaser);
  EXPECT_EQ(got, expected) << html;
}

void expect_teasers(const Layout& layout) {
  std::vector<int> order(kPrinted.size());
  std::iota(order.begin(), order.end(), 0);
  do {
    expect_teasers(layout, order);
  } while (std::next_permutation(order.begin(), order.end()));
}

/// Each in a box of its own reads the same with no other beside it.
void expect_teasers_alone(const Layout& layout) {
  expect_teasers(layout);
  for (int i = 0; i < static_cast<int>(kPrinted.size()); ++i) expect_teasers(layout, {i});
}

TEST(Teasers, LinesPartThem) {
  expect_teasers(
      {"%I<h3>%K: %T%Y</h3><p>%D %X %M</p><p><small>%C</small></p><hr>", "<h3>%K: %T%Y</h3><p>%D %X %M</p><hr>"});
  expect_teasers(
      {"<h3>%K: %T%Y</h3><p>%D %X %M</p><div>%I<p>%C</p></div><hr>", "<h3>%K: %T%Y</h3><p>%D %X %M</p><hr>"});
  expect_teasers({"<h3>%K: %T%Y</h3><p>%X %M</p><p>%D</p><div>%I<p>%C</p></div><hr>",
                  "<h3>%K: %T%Y</h3><p>%X %M</p><p>%D</p><hr>"});
  expect_teasers(
      {"<table><tr><td>%I</td><td><b>%K: %T</b>%Y</td></tr><tr><td></td><td>%D %X %M</td></tr><tr><td colspan=2>"
       "<small>%C</small></td></tr><tr><td colspan=2><hr></td></tr></table>",
       "<table><tr><td></td><td><b>%K: %T</b>%Y</td></tr><tr><td></td><td>%D %X %M</td></tr><tr><td colspan=2>"
       "<small></small></td></tr><tr><td colspan=2><hr></td></tr></table>"});
}

TEST(Teasers, DateBehindText) {
  expect_teasers({"<section><h3>%K: %T%Y</h3><p>%X %M</p><p>%D</p><div>%I<p>%C</p></div></section>",
                  "<section><h3>%K: %T%Y</h3><p>%X %M</p><p>%D</p></section>"});
  expect_teasers({"<li>%I<div>%C</div><h3>%K: %T%Y</h3><p>%X %M</p><p>%D</p></li>",
                  "<li><h3>%K: %T%Y</h3><p>%X %M</p><p>%D</p></li>"});
  expect_teasers(
      {"<li><h3>%K: %T%Y</h3><div>%I<p>%C</p></div><p>%X %D %M</p></li>", "<li><h3>%K: %T%Y</h3><p>%X %D %M</p></li>"});
}

TEST(Teasers, DateClosesTheTextsLine) {
  expect_teasers({"<li><h3>%K: %T%Y</h3><div>%I<p>%C</p></div><p>%X %D</p><p>%M</p></li>",
                  "<li><h3>%K: %T%Y</h3><p>%X %D</p><p>%M</p></li>"});
  // No "mehr..." at all.
  expect_teasers({"<li><h3><a href=%L>%K: %T</a>%Y</h3><p>%X</p><p>%D</p><div>%I<p>%C</p></div></li>",
                  "<li><h3><a href=%L>%K: %T</a>%Y</h3><p>%X</p><p>%D</p></li>"});
  expect_teasers({"<li>%A<a href=%L>%K<br><b>%T</b></a>%Y<p>%X %D</p></li>",
                  "<li><a href=%L>%K<br><b>%T</b></a>%Y<p>%X %D</p></li>"});
}

TEST(Teasers, DateAboveHeadline) {
  expect_teasers({"<div><p>%D</p><h3>%K: %T%Y</h3><div>%I<p>%C</p></div><p>%X %M</p></div>",
                  "<div><p>%D</p><h3>%K: %T%Y</h3><p>%X %M</p></div>"});
  expect_teasers({"<div>%D <a href=%L><b>%K:</b> %T</a>%Y<div>%I<p>%C</p><p>%X</p> %M</div></div>",
                  "<div>%D <a href=%L><b>%K:</b> %T</a>%Y<div><p>%X</p> %M</div></div>"});
  expect_teasers(
      {"<p>%D</p><h3>%K: %T%Y</h3><p>%X %M</p><div>%I<p>%C</p></div>", "<p>%D</p><h3>%K: %T%Y</h3><p>%X %M</p>"});
  expect_teasers(
      {"<p>%D</p><h3>%K<br>%T%Y</h3><p>%X %M</p><div>%I<p>%C</p></div>", "<p>%D</p><h3>%K<br>%T%Y</h3><p>%X %M</p>"});
  // Picture and caption above the headline, or above the date; a headline of two headings, or of plain words.
  expect_teasers({"<li><p>%D</p><p>%I<br><small>%C</small></p><h5>%K</h5><h4>%T%Y</h4><p>%X %M</p></li>",
                  "<li><p>%D</p><h5>%K</h5><h4>%T%Y</h4><p>%X %M</p></li>"});
  expect_teasers({"<li><div>%I<p>%C</p></div><p>%D</p><h3>%K: %T%Y</h3><p>%X %M</p></li>",
                  "<li><p>%D</p><h3>%K: %T%Y</h3><p>%X %M</p></li>"});
  expect_teasers({"<li><p>%D</p><p>%K: %T%Y</p><div>%I<p>%C</p></div><p>%X %M</p></li>",
                  "<li><p>%D</p><p>%K: %T%Y</p><p>%X %M</p></li>"});
}

TEST(Teasers, PictureBetweenDateAndText) {
  expect_teasers({"<li><h3>%K: %T%Y</h3><p>%D</p><div>%I<p>%C</p></div><p>%X %M</p></li>",
                  "<li><h3>%K: %T%Y</h3><p>%D</p><p>%X %M</p></li>"});
  expect_teasers(
      {"<h3>%K: %T%Y</h3><p>%D</p><div>%I<p>%C</p></div><p>%X %M</p>", "<h3>%K: %T%Y</h3><p>%D</p><p>%X %M</p>"});
}

TEST(Teasers, CaptionBehindTextOfPictureAbove) {
  expect_teasers({"%I<h3>%K: %T%Y</h3><p>%D %X %M</p><div class=bu>%C</div>", "<h3>%K: %T%Y</h3><p>%D %X %M</p>"});
  expect_teasers(
      {"%I<br><b>%K : %T</b>%Y<br>%D %X %M<br><small>%C</small><br><br>", "<b>%K : %T</b>%Y<br>%D %X %M<br><br>"});
}

TEST(Teasers, DrawnLabels) {
  constexpr std::string_view kIcon = " <img src=/t.gif alt='%Y'>";
  expect_teasers({"<h3>%K: %T%Y</h3><p>%D %X %M</p><div>%I<p>%C</p></div>", "<h3>%K: %T%Y</h3><p>%D %X %M</p>", kIcon});
  expect_teasers({"<p>%D</p><h3>%K: %T%Y</h3><p>%X %M</p><div>%I<p>%C</p></div>",
                  "<p>%D</p><h3>%K: %T%Y</h3><p>%X %M</p>", kIcon});
  expect_teasers({"<li>%I<p>%C</p><h3>%K: %T%Y</h3><p>%D %X %M</p>", "<li><h3>%K: %T%Y</h3><p>%D %X %M</p>", kIcon});
}

TEST(Teasers, LabelAtTheEnd) {
  expect_teasers({"<li><h3>%K: %T</h3><p>%D %X %M</p><div>%I<p>%C</p></div>%Y</li>",
                  "<li><h3>%K: %T</h3><p>%D %X %M</p>%Y</li>", "<p>%Y</p>"});
}

TEST(Teasers, KickerLines) {
  expect_teasers({"<h3>%K<br>%T</h3>%Y<p>%D %X %M</p><div>%I<p>%C</p></div><hr>",
                  "<h3>%K<br>%T</h3>%Y<p>%D %X %M</p><hr>", "<p>%Y</p>"});
  expect_teasers(
      {"<h3>%K<br>%T</h3>%Y<p>%D %X %M</p><div>%I<p>%C</p></div>", "<h3>%K<br>%T</h3>%Y<p>%D %X %M</p>", "<p>%Y</p>"});
  expect_teasers({"<div class=k>%K</div><div class=t><a href=%L>%T</a>%Y</div>%D %X %M<br><div>%A</div>",
                  "<div class=k>%K</div><div class=t><a href=%L>%T</a>%Y</div>%D %X %M<br>"});
  expect_teasers({"<div>%A</div><div class=k>%K</div><div class=t><a href=%L>%T</a>%Y</div><div>%D %X %M</div>",
                  "<div class=k>%K</div><div class=t><a href=%L>%T</a>%Y</div><div>%D %X %M</div>"});
  expect_teasers({"<div>%A<div>%K</div><div><a href=%L>%T</a>%Y</div><p>%D %X %M</p></div>",
                  "<div><div>%K</div><div><a href=%L>%T</a>%Y</div><p>%D %X %M</p></div>"});
}

TEST(Teasers, KickerAndTitleInOneLink) {
  expect_teasers_alone({"<div><a href=%L><span>%K</span><br><b>%T</b></a>%Y<div>%A</div><p>%D %X</p><p>%M</p></div>",
                        "<div><a href=%L><span>%K</span><br><b>%T</b></a>%Y<p>%D %X</p><p>%M</p></div>"});
}

TEST(Teasers, ColonBehindTheKickersElement) {
  expect_teasers_alone({"<div><h3><b>%K</b>: %T%Y</h3><p>%D %X %M</p><div>%I<p>%C</p></div></div>",
                        "<div><h3><b>%K</b>: %T%Y</h3><p>%D %X %M</p></div>", " <i>%Y</i>"});
}

TEST(Teasers, LabelInTheTitlesText) {
  expect_teasers_alone({"<div><h4><span>%K:</span> %T%Y</h4><p>%D %X %M</p><div>%I<p>%C</p></div></div>",
                        "<div><h4><span>%K:</span> %T%Y</h4><p>%D %X %M</p></div>", " (%Y)"});
}

TEST(Teasers, CaptionAboveThePicture) {
  expect_teasers({"<p>%K: %T%Y</p><p>%D %X %M</p><p>%C</p><p>%I</p>", "<p>%K: %T%Y</p><p>%D %X %M</p>"});
}

TEST(Teasers, NoTextButACaption) {
  const auto document = Document::parse(
      "<h1>Titel</h1><p>[22.6.2021] Ein Text.</p><h2>Weitere Meldungen und Beiträge aus dem Bereich Politik</h2>"
      "<div><h3><a href=/2>Kreis Aue: Netz im Tal</a></h3><p>[3.5.2024]</p><div><img src=/netz.jpg alt=''>"
      "<p>Bagger am Fluss.</p></div></div>");
  ASSERT_TRUE(document);
  const auto answer = read_site(*document, kUrl, kUrl);
  ASSERT_TRUE(answer && *answer && (*answer)->related.value.size() == 1);
  EXPECT_EQ(line((*answer)->related.value.front()),
            "Kreis Aue | Netz im Tal | - | 2024-05-03 | - | /2 | netz.jpg | Bagger am Fluss.\n");
}

}  // namespace
}  // namespace klartext
