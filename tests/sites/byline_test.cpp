// Who wrote an article, in every way that pages print it.
#include "sites/byline.h"

#include <gtest/gtest.h>

#include <string>

#include "sites/site.h"

namespace klartext {
namespace {

constexpr std::string_view kUrl = "https://www.kommune21.de/meldung_7_Titel+der+Meldung.html";
constexpr std::string_view kText =
    "Die Verwaltung will den Dienst bis zum Ende des Jahres in allen Ämtern anbieten, sagte die Leiterin der IT";

std::string letter(Author::Type type) { return type == Author::Type::initials ? "~" : ""; }

/// "Helena Brandt;~sib;" and what the body has behind the text.
std::string authors_and_rest(std::string_view below_headline, std::string_view behind_text) {
  const auto document =
      Document::parse("<p>Seetal:</p><h1>Titel</h1>" + std::string(below_headline) +
                      "<p><b>[5.3.2009] Ein Vorspann für die Meldung.</b></p><p>" + std::string(kText) +
                      std::string(behind_text) + "<p>Stichwörter: KI</p><p><a href=/d>Druckversion</a></p>");
  const auto reading = read_site(*document, kUrl, kUrl);
  if (!reading || !*reading) return "no article";
  std::string out;
  for (const auto& author : (*reading)->authors.value) out += letter(author.type) + author.name + ';';
  const auto& body = (*reading)->body.value;
  for (std::size_t i = 1; i < body.size(); ++i) {
    const bool text = body[i].text.starts_with(kText);
    out += " <" + (text ? body[i].text.substr(kText.size()) : body[i].text) + '>';
  }
  for (const auto& image : (*reading)->images.value) out += ' ' + image.url;
  return out;
}

TEST(Byline, BehindTheText) {
  struct Case {
    std::string_view behind_text, expected;
  };
  constexpr Case kCases[] = {
      // signs
      {". (sib)</p>", "~sib; <. (sib)>"},
      {" (sib).</p>", "~sib; < (sib).>"},
      {". [sib]</p>", "~sib; <. [sib]>"},
      {". <b>[sib/bs]</b></p>", "~sib;~bs; <. [sib/bs]>"},
      {".</p><div>[sib]</div>", "~sib; <. [sib]>"},
      {". <i>sib</i></p>", "~sib; <. sib>"},
      {".</p><p><em>sib</em></p>", "~sib; <.> <sib>"},
      {". (Von Helena Brandt)</p>", "Helena Brandt; <. (Von Helena Brandt)>"},
      {". [1]</p>", " <. [1]>"},
      {" <i>gut</i>.</p>", " < gut.>"},
      // lines
      {".</p><p>Von Helena Brandt, Seetal</p>", "Helena Brandt; <.>"},
      {".</p><p>(Von Helena Brandt)</p>", "Helena Brandt; <.>"},
      {".</p><p>– Helena Brandt</p>", "Helena Brandt; <.>"},
      {".</p><p><i>Text: Helena Brandt, Fotos: Kurt Bader und Jana Mertens</i></p>", "Helena Brandt; <.>"},
      {".</p><p>Text und Fotos: Helena Brandt</p>", "Helena Brandt; <.>"},
      {".</p><p><small>Quelle: Kreis Seetal</small></p>", " <.> <Quelle: Kreis Seetal>"},
      {". (Quelle: Kreis Seetal)</p>", " <. (Quelle: Kreis Seetal)>"},
      // words about the authors
      {".</p><p>Helena Brandt</p><p>Die Autorin ist Referentin im Kreis Seetal.</p>",
       "Helena Brandt; <.> <Helena Brandt> <Die Autorin ist Referentin im Kreis Seetal.>"},
      {".</p><p><b>Helena Brandt und Kurt Bader</b></p><p>Helena Brandt leitet das Hauptamt.</p>",
       "Helena Brandt;Kurt Bader; <.> <Helena Brandt und Kurt Bader> <Helena Brandt leitet das Hauptamt.>"},
      {".</p><p><b>Neue Wege</b></p><p>Die Stadt geht sie.</p>", " <.> <Neue Wege> <Die Stadt geht sie.>"},
      {".</p><p>Unsere Autorin Helena von der Au leitet das Hauptamt.</p>",
       "Helena von der Au; <.> <Unsere Autorin Helena von der Au leitet das Hauptamt.>"},
      {".</p><p>Die Autoren der Studie sehen Bedarf.</p>", " <.> <Die Autoren der Studie sehen Bedarf.>"},
      // boxes
      {".</p><div class=autorenbox><h4>Die Autorin</h4><img src=/hb.jpg><h5>Helena Brandt</h5><p>Leiterin der IT im "
       "Kreis Seetal und Mutter von drei Kindern.</p></div>",
       "Helena Brandt; <.>"},
      {".</p><div class='post-author'><img src=/hb.jpg alt='Helena Brandt'><p>Leitet die IT im Kreis.</p></div>",
       "Helena Brandt; <.>"},
      {".</p><p class=autor>Helena Brandt</p>", "Helena Brandt; <.>"},
  };
  for (const auto& c : kCases) EXPECT_EQ(authors_and_rest("", c.behind_text), c.expected) << c.behind_text;
}

TEST(Byline, BelowTheHeadline) {
  struct Case {
    std::string_view below_headline, expected;
  };
  constexpr Case kCases[] = {
      {"<p>Von Helena Brandt</p>", "Helena Brandt; <.>"},
      {"<p><em>Ein Gastbeitrag von Helena Brandt</em></p>", "Helena Brandt; <.>"},
      {"<p>Interview von Helena Brandt</p>", "Helena Brandt; <.>"},
      {"<p>Von Helena Brandt, Kurt Bader</p>", "Helena Brandt;Kurt Bader; <.>"},
  };
  for (const auto& c : kCases) EXPECT_EQ(authors_and_rest(c.below_headline, ".</p>"), c.expected) << c.below_headline;
}

}  // namespace
}  // namespace klartext
