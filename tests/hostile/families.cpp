#include "hostile/families.h"

namespace klartext::testing_support {
namespace {

constexpr std::string_view kProse =
    "<p>Der Rat der Stadt hat am Dienstag beschlossen, die Verwaltung bis zum Ende des Jahres neu zu ordnen. Dafür "
    "sind nach Angaben des Kämmerers rund zwei Millionen Euro nötig, die aus Rücklagen kommen sollen.</p>";

constexpr std::string_view kScript = "<script type=\"application/ld+json\">";

constexpr Family kFamilies[] = {
    // elements in elements
    {"nested div", "", "<div>", "</div>", ""},
    {"nested div with text", "", "<div>Wort ", "</div>", ""},
    {"nested div with class", "", "<div class=\"a# b\">", "</div>", ""},
    {"unclosed div", "", "<div>", "", ""},
    {"nested formatting", "", "<b><i>", "</i></b>", ""},
    {"nested formatting with attributes", "", "<font color=#>", "</font>", ""},
    {"unclosed formatting in paragraphs", "", "<p><b><i><font size=#>Wort", "", "", Around::article, true},
    {"unclosed everything", "", "<p><div><ul><li><table><tr><td><b><a href=/#><h2><form><select>", "", ""},
    {"misnested a", "", "<a href=/#><div>Wort", "", ""},
    {"misnested formatting", "", "<b><p>Wort</b>", "", "", Around::article, true},
    {"misnested formatting, deep", "", "<i><div><b></i></div>Wort", "", "", Around::article, true},
    {"nested tables", "", "<table><tr><td>", "</td></tr></table>", ""},
    {"unclosed tables", "", "<table><tr><td>Wort", "", ""},
    {"text in tables", "", "<table>Wort", "", "", Around::article, true},
    {"nested lists", "", "<ul><li>Wort", "</li></ul>", ""},
    {"nested definitions", "", "<dl><dd>Wort", "</dd></dl>", "", Around::article, true},
    {"nested quotes", "", "<blockquote>Wort", "</blockquote>", ""},
    {"nested select", "", "<select><option>Wort", "", ""},
    {"nested template", "", "<template>Wort", "</template>", ""},
    {"nested noscript", "", "<noscript><p>Wort", "</noscript>", "", Around::article, true},
    {"nested svg", "", "<svg><g>", "</g></svg>", ""},
    {"svg with HTML in it", "", "<svg><desc><p>Wort", "", ""},
    {"nested math", "", "<math><mi>", "</mi></math>", ""},
    {"nested object", "", "<object><p>Wort", "", ""},
    {"nested form and button", "", "<form><button>Wort", "", "", Around::article, true},
    {"nested ruby", "", "<ruby><rt>Wort", "", ""},
    {"nested unknown elements", "", "<x-y>Wort", "</x-y>", ""},
    {"nested microdata", "", "<div itemscope itemtype=https://schema.org/NewsArticle itemprop=author>", "</div>", ""},
    {"nested hidden", "", "<div hidden><span style='display:none'>Wort", "", ""},
    {"end tags alone", "", "</div></p></b></a></table></br>", "", ""},
    {"frames", "", "<frameset><frame>", "", "", Around::nothing},
    // one thing very often
    {"br", "", "<br>", "", ""},
    {"br between words", "", "Wort<br>", "", "", Around::article, true},
    {"links", "", "<a href=/seite/#>Wort und #</a> ", "", ""},
    {"list of links", "<ul>", "<li><a href=\"/artikel/#.html\">Der Rat beschließt Nummer #</a></li>", "", "</ul>"},
    {"links with bare words", "", "<a>Wort</a>", "", "", Around::article, true},
    {"entities", "<p>", "&amp;&auml;&#228;&hellip;", "", ""},
    {"half entities", "<p>", "&am&#x&notanentity", "", ""},
    {"siblings of one class", "", "<div class=\"teaser\">Wort</div>", "", ""},
    {"siblings of many classes", "", "<div class=\"a# b# c# d# e#\">Wort</div>", "", ""},
    {"paragraphs", "", kProse, "", "", Around::article, true},
    {"short paragraphs", "", "<p>Wort #.", "", "", Around::article, true},
    {"equal headings", "", "<h2>Mehr zum Thema</h2>", "", ""},
    {"headings like the title", "", "<h1>Die Stadt ordnet ihre Verwaltung neu</h1>", "", ""},
    {"table of cells", "<table>", "<tr><td>#<td>Wort", "", "</table>", Around::article, true},
    {"pictures", "", "<figure><img src=/#.jpg alt='Ein Bild'><figcaption>Bild # (Foto: dpa)</figcaption></figure>", "",
     ""},
    {"pictures with many sources", "<img srcset=\"", "/#.jpg #w, ", "", "\">"},
    {"dates", "", "<p>22. Juni 2021, 14:30 Uhr", "", ""},
    {"dates in one line", "<p>", "22.6.2021 ", "", ""},
    {"digits", "<p>", "12.", "", ""},
    {"time elements", "", "<time datetime=2021-06-22T10:00:#>Stand</time>", "", ""},
    {"bylines", "", "<p>Von Anna Beispiel und Bert Muster</p>", "", ""},
    {"names in one byline", "<p class=author>Von ", "Anna Beispiel# und ", "", "</p>"},
    {"author links", "", "<a rel=author href=/autor/#>Anna Beispiel</a>", "", ""},
    {"tag links", "<ul class=tags>", "<li><a rel=tag href=/tag/#>Wort #</a>", "", "</ul>"},
    {"teaser cards", "<section><h2>Mehr zum Thema</h2>",
     "<article class=teaser><a href=/artikel/#><img src=/#.jpg alt=Bild><span class=kicker>Politik</span><h3>Der Rat "
     "beschließt Nummer #</h3><p>Ein kurzer Text.</p><time datetime=2021-06-22>22.6.2021</time></a></article>",
     "", "</section>"},
    {"inline teasers", "", "<p>Lesen Sie auch: <a href=/a/#>Der Rat beschließt Nummer #</a></p>", "", ""},
    {"comments", "", "<div class=comment><b>Anna</b> 22.6.2021 <p>Ich finde das gut.</p></div>", "", ""},
    {"meta tags", "", "<meta property=article:tag content=Wort#>", "", ""},
    {"meta tags of one key", "", "<meta property=og:title content='Die Stadt'>", "", ""},
    {"canonical links", "", "<link rel=canonical href=/#>", "", ""},
    {"body tags", "", "<body class=a# id=b#>", "", "", Around::nothing},
    {"doctypes", "", "<!doctype html>", "", "", Around::nothing},
    {"advertisements in one paragraph", "<p>", "Anzeige<br>", "", "", Around::article, true},
    // one thing very large
    {"attributes on one tag", "<p ", "a#=b ", "", ">Wort"},
    {"read attributes on one tag", "<p ", "class=a# id=b# ", "", ">Wort"},
    {"one attribute", "<p title=\"", "x", "", "\">Wort"},
    {"one address", "<a href=\"/", "../x", "", "\">Wort</a>"},
    {"one class attribute", "<div class=\"", "a# ", "", "\">Wort"},
    {"one style attribute", "<div style=\"", "color:red;", "", "\">Wort"},
    {"attribute that does not end", "<a href=\"", "/x'", "", ""},
    {"no tag", "", "Wort ", "", "", Around::nothing},
    {"one word", "", "x", "", "", Around::nothing},
    {"one line in an article", "<p>", "Wort, ", "", ""},
    {"one sentence of capitals", "<p>", "Anna Bert ", "", ""},
    {"one heading", "<h1>", "Wort ", "", "</h1>"},
    {"headings that do not end", "", "<h1>Wort ", "", "", Around::article, true},
    {"title", "<title>", "Wort - ", "", "</title>", Around::nothing},
    {"preformatted text", "<pre>", "Wort\n\n", "", "</pre>"},
    {"text area", "<textarea>", "Wort <p>", "", ""},
    {"white space", "<p>", " \n\t", "", ""},
    {"no-break spaces", "<p>", "\xC2\xA0", "", ""},
    {"combining marks", "<p>", "u\xCC\x88", "", ""},
    {"marks on one letter", "<p>a", "\xCC\x88", "", ""},
    {"soft hyphens", "<p>", "\xC2\xAD", "", ""},
    {"controls", "<p>", "\x1b[31m\x07", "", ""},
    {"bytes that are no UTF-8", "<p>", "\xC3\xE2\x82\xFF", "", ""},
    {"huge colspan", "<table><tr>", "<td colspan=9007199254740991 rowspan=65534>Wort", "", "</table>", Around::article,
     true},
    // what the tokenizer looks for
    {"less-than signs", "", "<", "", "", Around::nothing},
    {"less-than signs in an article", "", "<", "", ""},
    {"open tags without an end", "", "<a ", "", ""},
    {"comments that do not end", "", "<!--", "", ""},
    {"short comments", "", "<!---->", "", ""},
    {"bogus comments", "", "<?x>", "", ""},
    {"scripts that do not end", "", "<script", "", ""},
    {"scripts in scripts", "", "<script><!--<script>", "", ""},
    {"empty scripts", "", "<script></script>", "", ""},
    {"white space between ignored tags in a table", "<table>", " </x>", "", "</table>"},
    {"form ends", "", "<form>Wort<!-- --></form>", "", ""},
    {"CDATA", "<svg>", "<![CDATA[x]]>", "", ""},
    {"CDATA without an end", "<svg>", "<![CDATA[", "", ""},
    {"titles without an end", "", "<title>", "", ""},
    {"text areas in text areas", "", "<textarea></textare", "", ""},
    {"plaintext", "", "<plaintext></plaintext>", "", ""},
    {"NUL", "", {"\0", 1}, "", "", Around::nothing},
    {"NUL in an article", "<p>a", {"\0", 1}, "", "b", Around::article, true},
    // structured data
    {"one JSON-LD script", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"",
     "Wort ", "", "\"}</script>"},
    {"JSON-LD, deep", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"about\":", "{\"a\":[", "]}",
     "}</script>"},
    {"JSON-LD that does not end", kScript, "{\"@type\":\"NewsArticle\",\"author\":[", "", ""},
    {"JSON-LD with many nodes", "<script type=\"application/ld+json\">[",
     "{\"@type\":\"NewsArticle\",\"@id\":\"#\",\"headline\":\"Wort #\",\"author\":{\"@id\":\"#\"}},", "",
     "{}]</script>"},
    {"JSON-LD of names", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":[",
     "{\"@type\":\"Person\",\"name\":\"Anna Beispiel #\"},", "", "{}]}</script>"},
    {"JSON-LD of keywords", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"keywords\":\"",
     "Wort #,", "", "\"}</script>"},
    {"JSON-LD of equal keys", "<script type=\"application/ld+json\">{", "\"@type\":\"NewsArticle\",", "",
     "\"a\":1}</script>"},
    {"JSON-LD to mend", kScript, "{'@type':'Report',name:\"a\"b\",,}", "", "</script>"},
    {"JSON-LD of quotes", kScript, "\"  ", "", "</script>"},
    {"many JSON-LD scripts", "",
     "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Die Stadt #\"}</script>", "", ""},
    {"many damaged JSON-LD scripts", "", "<script type=\"application/ld+json\">{\"a\":</script>", "", ""},
    {"breadcrumbs", "<script type=\"application/ld+json\">{\"@type\":\"BreadcrumbList\",\"itemListElement\":[",
     "{\"position\":#,\"name\":\"Wort\"},", "", "{}]}</script>"},
    {"microdata properties", "<div itemscope itemtype=https://schema.org/NewsArticle>", "<p itemprop=articleBody>Wort",
     "", "</div>"},
    {"microdata articles", "", "<div itemscope itemtype=https://schema.org/NewsArticle><b itemprop=name>Wort</b></div>",
     "", ""},
    {"microdata that refers", "<div itemscope itemref=\"", "a# ", "", "\">"},
    // the landmarks of kommune21
    {"related headings", "", "<h3>Weitere Meldungen und Beiträge aus dem Bereich: Politik</h3>", "", "",
     Around::kommune21},
    {"kommune21 teasers", "<h3>Weitere Meldungen und Beiträge aus dem Bereich: Politik</h3>",
     "<div><a href=/meldung_#>Stadt #: Der Rat beschließt</a><br>[22.6.2021] Ein kurzer Text. <a "
     "href=/meldung_#>mehr...</a></div>",
     "", "", Around::kommune21},
    {"teasers without an end", "<h3>Weitere Meldungen und Beiträge aus dem Bereich: Politik</h3>", "<p>Stadt: Wort<br>",
     "", "", Around::kommune21, true},
    {"provider headings", "", "<h3>Ausgewählte Anbieter aus dem Bereich Politik:</h3>", "", "", Around::kommune21},
    {"providers", "<h3>Ausgewählte Anbieter aus dem Bereich Politik:</h3>",
     "<div><a href=/firma/#><img src=/#.gif alt='Firma #'></a><br>Firma # GmbH<br>12345 Oberwied<br></div>", "", "",
     Around::kommune21},
    {"dated paragraphs", "", "<p>[22.6.2021] Der Rat hat beschlossen.</p>", "", "", Around::kommune21},
    {"signs", "", "<p>Der Rat hat beschlossen. (sib)</p>", "", "", Around::kommune21},
    {"tag labels", "", "<p>Stichwörter: Politik, Wort #</p>", "", "", Around::kommune21},
    {"keywords", "<p>Stichwörter: ", "Wort #, ", "", "</p>", Around::kommune21},
    {"advertisements", "", "<p>Anzeige</p>", "", "", Around::kommune21, true},
    {"tools", "", "<a href=/druck/#>Druckversion</a> <a href=/#.pdf>PDF</a> <a href=/m>Link mailen</a><br>", "", "",
     Around::kommune21},
    {"mehr", "", "<a href=/meldung_#>mehr...</a> ", "", "", Around::kommune21},
    {"kickers", "", "<p>Bundesverband IT-Mittelstand:</p>", "", "", Around::kommune21},
    {"captions", "", "<img src=/#.jpg alt=Bild><p>Ein Bild (Bildquelle: Stadt)</p>", "", "", Around::kommune21},
    {"end marks", "", "<p>Suchen...</p><p>Meistgelesen</p>", "", "", Around::kommune21},
};

std::string head_of(Around around) {
  switch (around) {
    case Around::article:
      return "<!doctype html><html lang=de><title>Die Stadt ordnet ihre Verwaltung neu</title><body><article><h1>Die "
             "Stadt ordnet ihre Verwaltung neu</h1>" +
             std::string(kProse) + std::string(kProse);
    case Around::kommune21:
      return "<html><title>Kommune21 - E-Government</title><body><p>Landkreis Oberwied:</p><h1>Partner der "
             "Kommunen</h1><p><b>[22.6.2021] Der Rat der Stadt hat am Dienstag beschlossen, die Verwaltung neu zu "
             "ordnen.</b></p>" +
             std::string(kProse) +
             "<p>Im Herbst soll es losgehen. (sib)</p><p><a href=https://www.example.org>Die "
             "Stadt</a></p><p>Stichwörter: Politik, Verwaltung</p>";
    case Around::nothing:
      break;
  }
  return {};
}

std::string tail_of(Around around) {
  switch (around) {
    case Around::article:
      return std::string(kProse) + "</article></html>";
    case Around::kommune21:
      return "<a href=/d>Druckversion</a> <a href=/p>PDF</a><h3>Weitere Meldungen und Beiträge aus dem Bereich: "
             "Politik</h3><div>Stadt: <a href=/meldung_2>Der Rat</a><br>[2.6.2021] Text <a href=/meldung_2>mehr...</a>"
             "</div><p>Suchen...</p></html>";
    case Around::nothing:
      break;
  }
  return {};
}

void append_numbered(std::string& page, std::string_view piece, std::size_t number) {
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t sign = std::min(piece.find('#', at), piece.size());
    page += piece.substr(at, sign - at);
    if (sign < piece.size()) page += std::to_string(number);
    at = sign + 1;
  }
}

}  // namespace

std::span<const Family> families() { return kFamilies; }

Result<Article> extract_page(std::string_view page) {
  return extract(page, {"hostile", "https://www.example.org/artikel/1", std::nullopt, "2026-01-01"});
}

std::string page_of(const Family& family, std::size_t bytes) {
  std::string page = head_of(family.around) + std::string(family.before);
  std::size_t count = 0;
  while (page.size() + count * family.closing.size() < bytes) append_numbered(page, family.piece, ++count);
  for (; count > 0 && !family.closing.empty(); --count) page += family.closing;
  return page + std::string(family.after) + tail_of(family.around);
}

}  // namespace klartext::testing_support
