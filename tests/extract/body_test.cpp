// Which blocks of a page become the body: what the model must never let in or leave out.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "klartext/extract.h"

namespace klartext {
namespace {

const std::string kText =
    "<p>Der Gemeinderat hat am Montag den Bau einer neuen Brücke über den Fluss beschlossen. Sie soll bis zum Herbst "
    "des kommenden Jahres fertig werden und die alte ersetzen, die seit drei Jahren gesperrt ist.</p>"
    "<p>Die Kosten trägt zu zwei Dritteln das Land. „Wir haben lange darauf gewartet“, sagte die Bürgermeisterin nach "
    "der Sitzung. Auch die Nachbargemeinde beteiligt sich an den Planungen.</p>";

std::string body_of(const std::string& article_content, const std::string& behind = "") {
  const std::string page =
      "<html lang=de><head><title>Neue Brücke beschlossen</title></head><body><nav><a href=/>Start</a> "
      "<a href=/sport>Sport</a></nav><main><article><h1>Neue Brücke beschlossen</h1>" +
      article_content + "</article></main>" + behind + "<footer>© 2021 Verlag</footer></body></html>";
  const auto article = extract(page, {"page.html", {}, {}, {}});
  EXPECT_TRUE(article.ok());
  return article.ok() ? article->body.value_or("") : "";
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Body, KeepsTheTextAndNothingAround) {
  const auto body = body_of(kText);
  EXPECT_TRUE(body.starts_with("Der Gemeinderat hat am Montag"));
  EXPECT_TRUE(body.ends_with("an den Planungen."));
  EXPECT_TRUE(contains(body, "ist.\n\nDie Kosten")) << "paragraphs are parted by a blank line";
}

TEST(Body, LeavesReadersCommentsOut) {
  const auto body = body_of(kText,
                            "<section class=comments><article class=comment><p>Das wurde aber auch Zeit, denn die "
                            "alte Brücke war schon vor zehn Jahren baufällig, und niemand hat etwas getan.</p>"
                            "</article></section>");
  EXPECT_FALSE(contains(body, "Zeit, denn"));
  EXPECT_TRUE(contains(body, "Die Kosten"));
}

TEST(Body, LeavesFootersAndBiographiesOut) {
  const std::string imprint =
      "Der Kundendienst des Verlags ist an allen Werktagen von acht bis achtzehn Uhr für Sie da "
      "und beantwortet gern alle Fragen zu Ihrem Abonnement und zur Zustellung der Zeitung.";
  EXPECT_FALSE(contains(body_of(kText + "<div class=footer-bottom-text>" + imprint + "</div>"), "Kundendienst"));
  EXPECT_FALSE(contains(body_of(kText + "<div class=author-bio><p>" + imprint + "</p></div>"), "Kundendienst"));
  EXPECT_TRUE(contains(body_of(kText + "<p>" + imprint + "</p>"), "Kundendienst"));
}

TEST(Body, TakesAnOpinionPieceForOne) {
  EXPECT_TRUE(contains(body_of("<div class=comment>" + kText + "</div>"), "Die Kosten"));
}

TEST(Body, BelievesNoNameThatEveryParagraphHas) {
  const std::vector<std::string> paragraphs = {
      "The river had risen by two metres during the night. By noon the lower streets of Oberwied were under water, and "
      "the fire brigade asked people to stay at home.",
      "Nobody was hurt. The school sent its pupils home before the first lesson, and the buses stopped at the upper "
      "bridge.",
      "The dam above the town was built in 1962. It held, though engineers had warned two years ago that its sluices "
      "needed repair.",
      "The rain is expected to end on Thursday. Until then the gymnasium remains open to everyone who cannot return to "
      "a dry flat.",
      "Insurers will send their first experts on Friday. The town has set up a telephone line for those who need help "
      "with the forms.",
      "Mayor Ann Muster thanked the volunteers. They had filled four thousand sandbags since the evening, she said, "
      "and "
      "were not done yet.",
      "Farmers lost most of the early potatoes. The fields along the river will not dry before the end of the month, "
      "they believe.",
      "The railway line to the coast is closed. Trains turn round in Lower Wied, and a bus takes passengers onwards "
      "every hour.",
  };
  for (const std::string name : {"modal-text", "sidebar-text", "cookie-module", "nav-block"}) {
    std::string content;
    for (const auto& paragraph : paragraphs)
      content.append("<div class=row><div class=")
          .append(name)
          .append("><p>")
          .append(paragraph)
          .append("</p></div></div>");
    const auto body = body_of(content);
    for (const auto& paragraph : paragraphs) EXPECT_TRUE(contains(body, paragraph)) << name << ": " << paragraph;
  }
}

TEST(Body, KeepsTheCommentsOfAListing) {
  const auto body =
      body_of(kText +
              "<pre><code><span class='token comment'># the words of one file</span><br>wc -w notes.txt<br>"
              "<span class='token comment'># the words of all files together</span><br>cat *.txt | wc -w"
              "</code></pre><p>Ein Wort ist dabei, was zwischen zwei Leerzeichen steht. Auch eine Tabelle "
              "voller Zahlen gilt deshalb als Text, was manche zuerst überrascht.</p>");
  EXPECT_TRUE(contains(body, "# the words of one file"));
  EXPECT_TRUE(contains(body, "# the words of all files together"));
}

TEST(Body, DropsLabelsWithTheBoxTheyHead) {
  const auto body =
      body_of(kText +
              "<div><p>Empfohlener redaktioneller Inhalt</p><p>An dieser Stelle finden Sie einen externen "
              "Inhalt, der den Artikel ergänzt.</p></div>" +
              kText);
  EXPECT_FALSE(contains(body, "Empfohlener"));
  EXPECT_FALSE(contains(body, "An dieser Stelle"));
}

TEST(Body, DropsTheStampsAroundTheText) {
  for (const char* stamp : {"<p>05.03.2022, 18:33 <span>aktualisiert: 06.03.2022, 9:10</span></p>",
                            "<p>Erstellt am 22. Jänner 2023 | 05:12 Lesezeit: 2 Min</p>"}) {
    const auto body = body_of(stamp + kText + "<p>Stichwörter: Brücke, Fluss, Oberwied</p>");
    EXPECT_TRUE(body.starts_with("Der Gemeinderat")) << body;
    EXPECT_TRUE(body.ends_with("an den Planungen.")) << body;
  }
  EXPECT_TRUE(body_of("<p>Am 22. Januar 2023 stürzte die alte Brücke beinahe ein, und niemand kam hinüber.</p>" + kText)
                  .starts_with("Am 22. Januar"));
}

TEST(Body, DropsBylinesAndCreditedCaptionsThatOpenIt) {
  const auto body = body_of(
      "<p>Von <b>Anna Beispiel</b></p><figure><img src=m.jpg alt=Saal><figcaption>Der große Saal "
      "nach dem Umbau. © Stadt Oberwied/Jan Muster</figcaption></figure>" +
      kText +
      "<figure><img src=n.jpg><figcaption>Blick in den Garten (Bild: dpa)</figcaption>"
      "</figure>");
  EXPECT_TRUE(body.starts_with("Der Gemeinderat")) << body;
  EXPECT_FALSE(contains(body, "Umbau")) << body;
}

TEST(Body, DropsLinksBehindALabel) {
  const auto body =
      body_of(kText + "<p>Lesen Sie auch: <a href=/politik/die-alte-bruecke-12>Die alte Brücke</a></p>" + kText);
  EXPECT_FALSE(contains(body, "Lesen Sie auch"));
}

}  // namespace
}  // namespace klartext
