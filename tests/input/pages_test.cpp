// Files of every kind, and the pages that come out of them.
#include "input/pages.h"

#include <gtest/gtest.h>

#include "input/packed.h"
#include "input/temporary_folder.h"

namespace klartext {
namespace {

using namespace std::string_literals;

const std::string kPage = "<!doctype html><title>x</title><p>Text eines Artikels.</p>\n";

std::vector<PageItem> all_of(PageStream& pages) {
  std::vector<PageItem> items;
  while (auto item = pages.next()) items.push_back(std::move(*item));
  return items;
}

std::vector<PageItem> pages_in(const std::string& bytes, const ReadOptions& options = {}) {
  return all_of(*pages_of_bytes(bytes, {"input", std::nullopt, std::nullopt, std::nullopt}, options));
}

/// "page", or "code: message" of an error.
std::string outcome(const PageItem& item) {
  if (!item.page.ok()) return std::string(code_name(item.page.error().code)) + ": " + item.page.error().message;
  return "page";
}

struct Packed {
  const char* what;
  std::string bytes;
};

TEST(Pages, AreUnpackedByTheirFirstBytes) {
  const std::string half = kPage.substr(0, 20);
  const std::vector<Packed> cases = {
      {"plain", kPage},
      {"gzip", gzip(kPage)},
      {"zstd", zstd(kPage)},
      {"gzip twice", gzip(gzip(kPage))},
      {"gzip in zstd", zstd(gzip(kPage))},
      {"gzip of two members", gzip(half) + gzip(kPage.substr(20))},
      {"gzip with an empty member", gzip("") + gzip(kPage)},
      {"gzip with padding", gzip(kPage) + std::string(600, '\0')},
      {"zstd of two frames", zstd(half) + zstd(kPage.substr(20))},
  };
  for (const auto& c : cases) {
    const auto items = pages_in(c.bytes);
    ASSERT_EQ(items.size(), 1U) << c.what;
    ASSERT_EQ(outcome(items[0]), "page") << c.what;
    EXPECT_EQ(items[0].page->bytes, kPage) << c.what;
    EXPECT_EQ(items[0].page->source.name, "input") << c.what;
  }
}

struct Refused {
  const char* what;
  std::string bytes;
  std::string outcome;
};

TEST(Pages, SayWhatIsWrong) {
  std::string damaged = gzip(std::string(5000, 'x') + kPage);
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  const std::vector<Refused> cases = {
      {"empty", "", "not_html: this is empty"},
      {"empty gzip", gzip(""), "not_html: this is empty"},
      {"PDF", "%PDF-1.7\n", "not_html: this is a PDF file, not a web page"},
      {"packed PDF", gzip("%PDF-1.7\n"), "not_html: this is a PDF file, not a web page"},
      {"cut gzip", gzip(kPage).substr(0, 30), "unreadable: the gzip data is cut off"},
      {"damaged gzip", damaged, "unreadable: the gzip data is damaged"},
      {"cut zstd", zstd(kPage).substr(0, 20), "unreadable: the zstd data is cut off"},
      {"damaged zstd", zstd(kPage).substr(0, 4) + "xxxxxxxxxxxx", "unreadable: the zstd data is damaged"},
      {"packed too often", gzip(gzip(gzip(gzip(kPage)))), "not_html: this is a gzip file, not a web page"},
  };
  for (const auto& c : cases) {
    const auto items = pages_in(c.bytes);
    ASSERT_EQ(items.size(), 1U) << c.what;
    EXPECT_EQ(outcome(items[0]), c.outcome) << c.what;
    EXPECT_EQ(items[0].name, "input") << c.what;
  }
}

TEST(Pages, AreLimitedInSizeAlsoUnpacked) {
  const ReadOptions limit{.max_bytes = 100000};
  const std::string page = kPage + std::string(100000 - kPage.size(), 'x');
  EXPECT_EQ(outcome(pages_in(page, limit)[0]), "page");
  EXPECT_EQ(outcome(pages_in(gzip(page), limit)[0]), "page");
  EXPECT_EQ(outcome(pages_in(page + "x", limit)[0]), "too_large: more than 100000 bytes");
  EXPECT_EQ(outcome(pages_in(gzip(page + "x"), limit)[0]), "too_large: more than 100000 bytes");
  const std::string bomb = gzip(gzip(std::string(std::size_t{100} << 20U, 'x')));
  EXPECT_LT(bomb.size(), 10000U);
  EXPECT_EQ(outcome(pages_in(bomb)[0]), "too_large: more than 33554432 bytes");
}

TEST(Pages, AreReadFromFiles) {
  const TemporaryFolder folder;
  Input input;
  input.name = folder.write("gr\xFC\xDF.html", kPage);
  input.url = "https://a.example/1";
  auto items = all_of(*open_pages(input));
  ASSERT_EQ(items.size(), 1U);
  ASSERT_EQ(outcome(items[0]), "page");
  EXPECT_EQ(items[0].page->bytes, kPage);
  EXPECT_EQ(items[0].page->source.name, input.name);
  EXPECT_EQ(items[0].page->source.url, "https://a.example/1");

  input.name = folder.path("none.html");
  EXPECT_EQ(outcome(all_of(*open_pages(input))[0]), "not_found: no such file or directory");
  input.name = folder.path();
  EXPECT_EQ(outcome(all_of(*open_pages(input))[0]), "unreadable: is a directory");
}

TEST(SavedPages, TellWhereTheyComeFrom) {
  struct Case {
    std::string comment;
    std::string url;
  };
  const std::vector<Case> cases = {
      {"<!-- saved from url=(0023)https://www.a.example/1 -->", "https://www.a.example/1"},
      {"<!DOCTYPE html>\n<!-- saved from url=(0023)http://www.a.example/1?a=b -->\n<html>",
       "http://www.a.example/1?a=b"},
      {"<!-- saved from url=(0014)about:internet -->", ""},
      {"<!-- saved from url=(0041)file:///C:/a.html -->", ""},
      {"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://www.a.example/2 \n saved date: x\n-->",
       "https://www.a.example/2"},
      {"<p>url: https://www.a.example/2", ""},
      {"<p>" + std::string(5000, 'x') + "<!-- saved from url=(0023)https://www.a.example/1 -->", ""},
  };
  for (const auto& c : cases) {
    const auto items = pages_in(c.comment + kPage);
    ASSERT_EQ(outcome(items[0]), "page");
    EXPECT_EQ(items[0].page->source.url.value_or(""), c.url) << c.comment;
  }
  const auto known = all_of(*pages_of_bytes(cases[0].comment + kPage, {"x", "https://b.example/", {}, {}}));
  EXPECT_EQ(known[0].page->source.url, "https://b.example/");
}

TEST(Mhtml, GivesItsFirstHtmlPart) {
  const std::string mail =
      "From: <Saved by Blink>\r\n"
      "Snapshot-Content-Location: https://www.a.example/news/1\r\n"
      "Subject: =?utf-8?Q?M=C3=BCll?=\r\n"
      "Date: Tue, 3 Mar 2026 10:20:30 -0000\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: multipart/related;\r\n"
      "\ttype=\"text/html\";\r\n"
      "\tboundary=\"----MultipartBoundary--x;y----\"\r\n"
      "\r\n\r\n"
      "------MultipartBoundary--x;y----\r\n"
      "Content-Type: image/png\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\n"
      "iVBORw0KGgo=\r\n"
      "------MultipartBoundary--x;y----\r\n"
      "Content-Type: text/html; charset=\"utf-8\"\r\n"
      "Content-ID: <frame-1@mhtml.blink>\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n"
      "Content-Location: https://www.a.example/news/1#part\r\n\r\n"
      "<!DOCTYPE html><p class=3D\"a\">M=C3=BCll und eine lange Zei=\r\nle</p>\r\n"
      "------MultipartBoundary--x;y----\r\n"
      "Content-Type: text/html\r\n\r\n<p>frame\r\n"
      "------MultipartBoundary--x;y------\r\n";
  const auto items = pages_in(mail);
  ASSERT_EQ(items.size(), 1U);
  ASSERT_EQ(outcome(items[0]), "page");
  EXPECT_EQ(items[0].page->bytes, "<!DOCTYPE html><p class=\"a\">Müll und eine lange Zeile</p>\r\n");
  EXPECT_EQ(items[0].page->source.url, "https://www.a.example/news/1");
  EXPECT_EQ(items[0].page->source.content_type, "text/html; charset=\"utf-8\"");
  EXPECT_EQ(items[0].page->source.fetched, "2026-03-03");
}

TEST(Mhtml, DecodesBase64AndReportsWhatIsMissing) {
  const std::string head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n";
  const auto page = pages_in(head +
                             "Content-Type: text/html\nContent-Transfer-Encoding: BASE64\nContent-Location: "
                             "http://a.example/\n\nPHA+TcO8\nbGw8L3A+\n--x--\n");
  ASSERT_EQ(outcome(page[0]), "page");
  EXPECT_EQ(page[0].page->bytes, "<p>Müll</p>");
  EXPECT_EQ(page[0].page->source.url, "http://a.example/");
  const std::string half = head + "Content-Type: text/html\n\n<html><p>Ein Absatz</p>\n<p>Noch";
  EXPECT_EQ(outcome(pages_in(half)[0]), "unreadable: this MHTML file is cut off in the middle of its page");
  EXPECT_EQ(outcome(pages_in(half + "</p></html>\n")[0]), "page");
  EXPECT_EQ(outcome(pages_in(head + "Content-Type: image/png\n\nxxx\n--x--\n")[0]),
            "not_html: this MHTML file holds no web page");
  EXPECT_EQ(
      outcome(pages_in(head + "Content-Type: text/html\n\n" + std::string(2000, 'x') + "\n", {.max_bytes = 1000})[0]),
      "too_large: the page in it has more than 1000 bytes");
}

}  // namespace
}  // namespace klartext
