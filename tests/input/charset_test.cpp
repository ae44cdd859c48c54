// Bytes as servers and saved pages have them, and the text a reader would see.
#include "input/charset.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace klartext {
namespace {

using namespace std::string_literals;

struct LabelCase {
  std::string_view label;
  std::string_view encoding;
};

TEST(EncodingForLabel, KnowsTheStandardsLabels) {
  const std::vector<LabelCase> cases = {
      {"utf-8", "UTF-8"},
      {"UTF8", "UTF-8"},
      {" utf-8\n", "UTF-8"},
      {"unicode-1-1-utf-8", "UTF-8"},
      {"latin1", "windows-1252"},
      {"ISO-8859-1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-15", "ISO-8859-15"},
      {"l9", "ISO-8859-15"},
      {"iso-8859-9", "windows-1254"},
      {"cp1250", "windows-1250"},
      {"x-cp1251", "windows-1251"},
      {"koi8-r", "KOI8-R"},
      {"koi", "KOI8-R"},
      {"koi8-ru", "KOI8-U"},
      {"gb2312", "GBK"},
      {"gb18030", "gb18030"},
      {"big5-hkscs", "Big5"},
      {"sjis", "Shift_JIS"},
      {"windows-31j", "Shift_JIS"},
      {"x-euc-jp", "EUC-JP"},
      {"ks_c_5601-1987", "EUC-KR"},
      {"utf-16", "UTF-16LE"},
      {"unicodefffe", "UTF-16BE"},
      {"visual", "ISO-8859-8"},
      {"logical", "ISO-8859-8-I"},
      {"tis-620", "windows-874"},
      {"x-mac-roman", "macintosh"},
      {"", ""},
      {"utf", ""},
      {"8859", ""},
      {"hz-gb-2312", ""},
      {"latin1 ascii", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(encoding_for_label(c.label), c.encoding) << c.label;
}

TEST(CharsetParameter, IsReadAsServersWriteIt) {
  const std::vector<LabelCase> cases = {
      {"text/html; charset=utf-8", "utf-8"},
      {"text/html;charset=ISO-8859-1", "ISO-8859-1"},
      {"text/html; Charset=\"utf-8\"", "utf-8"},
      {"text/html; charset='utf-8'", "utf-8"},
      {"text/html; charset = utf-8 ; boundary=x", "utf-8"},
      {"text/html; profile=a; charset=koi8-r", "koi8-r"},
      {"text/html", ""},
      {"text/html; charset", ""},
      {"text/html; xcharset=utf-8", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(charset_parameter(c.label), c.encoding) << c.label;
}

struct PageCase {
  const char* what;
  std::string bytes;
  std::optional<std::string_view> content_type;
  std::string text;
  std::string_view encoding;
  CharsetOrigin origin;
};

void expect_pages(const std::vector<PageCase>& cases) {
  for (const auto& c : cases) {
    const auto page = decode_page(c.bytes, c.content_type);
    EXPECT_EQ(page.text, c.text) << c.what;
    EXPECT_EQ(page.encoding, c.encoding) << c.what;
    EXPECT_EQ(page.origin, c.origin) << c.what;
    EXPECT_EQ(to_utf8(c.bytes, c.content_type), c.text) << c.what;
    EXPECT_EQ(Utf8Page(c.bytes, c.content_type).text(), c.text) << c.what;
  }
}

TEST(Utf8Page, CopiesOnlyWhatIsNotUtf8Already) {
  constexpr std::string_view kPage = "<p>Müller";
  EXPECT_EQ(Utf8Page(kPage).text().data(), kPage.data());
  constexpr std::string_view kMarked = "\xEF\xBB\xBF<p>Müller";
  EXPECT_EQ(Utf8Page(kMarked).text().data(), kMarked.data() + 3);
  const Utf8Page other("<p>M\xFCller");
  EXPECT_EQ(Utf8Page(other).text(), "<p>Müller");  // a copy keeps its own
}

constexpr auto kMark = CharsetOrigin::byte_order_mark;
constexpr auto kHeader = CharsetOrigin::http_header;
constexpr auto kMeta = CharsetOrigin::declaration;
constexpr auto kContent = CharsetOrigin::content;
constexpr auto kNone = std::nullopt;

TEST(DecodePage, BelievesMarkThenHeaderThenMetaThenContent) {
  expect_pages({
      {"plain ASCII", "<p>x", kNone, "<p>x", "UTF-8", kContent},
      {"empty", "", kNone, "", "UTF-8", kContent},
      {"UTF-8 mark, header lies", "\xEF\xBB\xBF<p>\xC3\xBC", "text/html; charset=koi8-r", "<p>ü", "UTF-8", kMark},
      {"UTF-16LE mark", "\xFF\xFE<\0p\0>\0\xFC\0"s, kNone, "<p>ü", "UTF-16LE", kMark},
      {"UTF-16BE mark", "\xFE\xFF\0<\0p\0>\0\xFC"s, "text/html; charset=utf-8", "<p>ü", "UTF-16BE", kMark},
      {"header", "<p>f\xFCr", "text/html; charset=iso-8859-1", "<p>für", "windows-1252", kHeader},
      {"header beats meta", "<meta charset=windows-1251><p>f\xFCr", "text/html; charset=latin1",
       "<meta charset=windows-1251><p>für", "windows-1252", kHeader},
      {"unknown header, meta", "<meta charset=windows-1251>\xCC\xE8\xF0", "text/html; charset=foo",
       "<meta charset=windows-1251>Мир", "windows-1251", kMeta},
      {"valid UTF-8 undeclared", "<p>f\xC3\xBCr", kNone, "<p>für", "UTF-8", kContent},
      {"undeclared single bytes", "<p>f\xFCr \x84M\xFCll\x93", kNone, "<p>für „Müll“", "windows-1252", kContent},
      {"UTF-16LE without mark", "<\0p\0>\0\xFC\0\xAC "s, kNone, "<p>ü€", "UTF-16LE", kContent},
      {"UTF-16BE without mark, header lies", "\0<\0p\0>\0\xFC"s, "text/html; charset=utf-8", "<p>ü", "UTF-16BE",
       kContent},
  });
}

TEST(DecodePage, ReadsWhatPagesDeclareOfThemselves) {
  struct Declared {
    std::string markup;
    std::string_view encoding;
  };
  const std::string long_comment = "<!--" + std::string(9000, 'x') + "-->";
  const std::vector<Declared> cases = {
      {"<meta charset=koi8-r>", "KOI8-R"},
      {"<META CHARSET='KOI8-R' />", "KOI8-R"},
      {"<meta\tcharset = \"koi8-r\">", "KOI8-R"},
      {"<meta/charset=koi8-r>", "KOI8-R"},
      {R"(<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">)", "KOI8-R"},
      {R"(<meta content='text/html;charset="koi8-r"' http-equiv=content-type>)", "KOI8-R"},
      {R"(<meta http-equiv="Content-Type" content="text/html; charset =koi8-r; x">)", "KOI8-R"},
      {R"(<meta name="x" content="text/html; charset=koi8-r">)", "windows-1252"},
      {R"(<meta http-equiv="refresh" content="1; charset=koi8-r">)", "windows-1252"},
      {"<metacharset=koi8-r>", "windows-1252"},
      {"<!-- <meta charset=koi8-r> -->", "windows-1252"},
      {"<!--><meta charset=koi8-r>", "KOI8-R"},
      {"<!-- <meta charset=latin2> --><meta charset=koi8-r>", "KOI8-R"},
      {"<p title='<meta charset=latin2>'><meta charset=koi8-r>", "KOI8-R"},
      {"<!doctype html><html lang=de><title>x</title><meta charset=koi8-r>", "KOI8-R"},
      {"<meta charset=nonsense><meta charset=koi8-r>", "KOI8-R"},
      {"<meta charset=koi8-r charset=latin2>", "KOI8-R"},
      {"<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>", "KOI8-R"},
      {"<?xml version='1.0' encoding = 'koi8-r'?><p>", "KOI8-R"},
      {"<?xml version='1.0' encoding='latin2'?><meta charset=koi8-r>", "KOI8-R"},
      {" <?xml version='1.0' encoding='koi8-r'?>", "windows-1252"},
      {long_comment + "<meta charset=koi8-r>", "KOI8-R"},
      {"<meta charset=koi8-r", "KOI8-R"},
      {"<meta charset=\"koi8-r", "windows-1252"},
      {"<meta charset", "windows-1252"},
      {"<meta charset=", "windows-1252"},
      {"<", "windows-1252"},
      {"</", "windows-1252"},
  };
  for (const auto& c : cases) EXPECT_EQ(decode_page(c.markup + "\n\xFC").encoding, c.encoding) << c.markup;
}

TEST(DecodePage, SeesThroughKnownLies) {
  const std::string sound =
      "Gr\xC3\xB6\xC3\x9F"
      "e f\xC3\xBCr \xC3\xA4ltere M\xC3\xA4nner \xC3\xBC"
      "ber \xC3\xB6"
      "de \xC3\x84"
      "cker ";
  const std::string read = "Größe für ältere Männer über öde Äcker ";
  expect_pages({
      {"legacy label, valid UTF-8", "<meta charset=iso-8859-1>f\xC3\xBCr", kNone, "<meta charset=iso-8859-1>für",
       "UTF-8", kContent},
      {"legacy header, valid UTF-8", "f\xC3\xBCr", "text/html; charset=iso-8859-1", "für", "UTF-8", kContent},
      {"legacy label, UTF-8 with one pasted byte", sound + sound + "\xFC", "text/html; charset=iso-8859-1",
       read + read + "\uFFFD", "UTF-8", kContent},
      {"UTF-8 declared, single bytes", "f\xFCr \xE4ltere M\xE4nner", "text/html; charset=utf-8", "für ältere Männer",
       "windows-1252", kContent},
      {"UTF-8 declared, one pasted byte", sound + "\xFC.", "text/html; charset=utf-8", read + "\uFFFD.", "UTF-8",
       kHeader},
      {"UTF-8 cut in a character", "Gr\xC3\xB6\xC3", kNone, "Grö\uFFFD", "UTF-8", kContent},
      {"ASCII cut in a character", "x \xE2\x82", kNone, "x \uFFFD", "UTF-8", kContent},
      {"meta says utf-16, bytes cannot be", "<meta charset=utf-16>\xC3\xBC", kNone, "<meta charset=utf-16>ü", "UTF-8",
       kMeta},
      {"meta says x-user-defined", "<meta charset=x-user-defined>\x80", kNone, "<meta charset=x-user-defined>€",
       "windows-1252", kMeta},
      {"NUL bytes", "a\0bcdef\xC3\xBC\0"s, kNone, "abcdefü", "UTF-8", kContent},
      {"GBK that happens to be valid UTF-8", "\xC1\xAA\xCD\xA8", "text/html; charset=gbk", "联通", "GBK", kHeader},
  });
}

struct DecodeCase {
  std::string_view label;
  std::string bytes;
  std::string text;
};

TEST(DecodePage, DecodesEveryFamily) {
  const std::vector<DecodeCase> cases = {
      {"windows-1252", "\x80\x81\x8D\x8F\x90\x9D\x9F\xA0\xFF", "€\u0081\u008D\u008F\u0090\u009DŸ\u00A0ÿ"},
      {"iso-8859-15", "\xA4\xA6\xA8\xB4\xB8\xBC\xBD\xBE\xE4\x80", "€ŠšŽžŒœŸä\u0080"},
      {"iso-8859-2", "\xB1\xF3\xB3\xEA", "ąółę"},
      {"windows-1250", "\x8A\x9A\xB9\xE6\x81", "Ššąć\u0081"},
      {"windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2\x98", "Привет\u0098"},
      {"windows-1253", "\xC3\xE5\xE9\xDC\xAA", "Γειά\uFFFD"},
      {"windows-1254", "\xFD\xFE\xF0\xDD", "ışğİ"},
      {"windows-1255", "\xF9\xEC\xE5\xED", "שלום"},
      {"windows-1256", "\xE3\xD1\xCD\xC8\xC7", "مرحبا"},
      {"windows-1257", "\xE0\xE8\xE6\xEB", "ąčęė"},
      {"windows-1258", "\xC2\xFE", "Â₫"},
      {"windows-874", "\xCA\xC7\xD1\xCA", "สวัส"},
      {"koi8-r", "\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"},
      {"koi8-u", "\xF0\xD2\xC9\xA4\xA6\xA7\xAD\xAE\xBE", "ПриєіїґўЎ"},
      {"ibm866", "\x8F\xE0\xA8\xA2\xA5\xE2", "Привет"},
      {"macintosh", "\x8A\x9F\xDB\xA7", "äü€ß"},
      {"x-mac-cyrillic", "\x8F\xF0\xE8\xA2\xFF", "ПриҐ€"},
      {"shift_jis", "\x93\xFA\x96\x7B\x8C\xEA \x87\x40", "日本語 ①"},
      {"euc-jp", "\xC6\xFC\xCB\xDC\xB8\xEC", "日本語"},
      {"iso-2022-jp", "\x1B$BF|K\\8l\x1B(B!", "日本語!"},
      {"gb2312", "\xC4\xE3\xBA\xC3", "你好"},
      {"gb18030", "\xC4\xE3\x81\x30\x81\x30\x94\x39\xFC\x36", "你\u0080😀"},
      {"big5", "\xA7\x41\xA6\x6E", "你好"},
      {"euc-kr", "\xBE\xC8\xB3\xE7\x8C\x63", "안녕똠"},
  };
  for (const auto& c : cases) {
    const std::string type = "text/html; charset=" + std::string(c.label);
    EXPECT_EQ(to_utf8("<p>" + c.bytes, type), "<p>" + c.text) << c.label;
  }
}

TEST(DecodePage, GoesOnBehindWhatIsBroken) {
  const std::vector<DecodeCase> cases = {
      {"shift_jis", "\x93\xFA\xFF\xFF\x96\x7B", "日\uFFFD本"},
      {"shift_jis", "\x93\xFA\x81<b>\x96\x7B", "日\uFFFD<b>本"},
      {"euc-jp", "\xC6\xFC\xCB", "日\uFFFD"},
      {"gb18030", "\xC4\xE3\xFF</p>", "你\uFFFD</p>"},
      {"utf-16le", "<\0\x00\xD8x\0"s, "<\uFFFDx"},
      {"utf-16le", "<\0p\0>\0\x3D\xD8\x02\xDE\0\xDCy\0z"s, "<p>😂\uFFFDy\uFFFD"},
  };
  for (const auto& c : cases) {
    const std::string type = "text/html; charset=" + std::string(c.label);
    EXPECT_EQ(to_utf8(c.bytes, type), c.text) << c.label;
  }
}

TEST(DecodePage, IsLinearInHostileInput) {
  const std::string pieces[] = {"<meta ", "<!--", "<meta content='charset", "charset ", "\xC3", "<a b=\"", "\x81"};
  for (const auto& piece : pieces) {
    std::string page;
    while (page.size() < 2'000'000) page += piece;
    EXPECT_FALSE(to_utf8(page).empty());
    EXPECT_FALSE(to_utf8("<meta http-equiv=content-type content='" + page).empty());
  }
}

}  // namespace
}  // namespace klartext
