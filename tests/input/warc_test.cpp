// Archives as crawlers write them, sound and damaged.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "input/packed.h"
#include "input/pages.h"

namespace klartext {
namespace {

const std::string kPage = "<!doctype html><p>Text eines Artikels.</p>\n";

std::string record(const std::string& fields, const std::string& block) {
  return "WARC/1.0\r\n" + fields + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& http_fields, const std::string& body,
                     const std::string& status = "200 OK") {
  return record("WARC-Type: response\r\nWARC-Target-URI: " + url +
                    "\r\nWARC-Date: 2026-02-28T23:10:00Z\r\nContent-Type: application/http; msgtype=response\r\n",
                "HTTP/1.1 " + status + "\r\n" + http_fields + "\r\n" + body);
}

std::string html(const std::string& url) { return response(url, "Content-Type: text/html\r\n", kPage); }

/// Each item as "name" of a page, or "name code: message".
std::vector<std::string> outcomes(const std::string& bytes, const ReadOptions& options = {}) {
  std::vector<std::string> all;
  const auto pages = pages_of_bytes(bytes, {"a.warc", std::nullopt, std::nullopt, std::nullopt}, options);
  while (auto item = pages->next()) {
    std::string text = item->name;
    if (item->page.ok() && item->page->bytes != kPage) text += " other bytes: " + item->page->bytes;
    if (!item->page.ok())
      text += " " + std::string(code_name(item->page.error().code)) + ": " + item->page.error().message;
    all.push_back(text);
  }
  return all;
}

using Outcomes = std::vector<std::string>;

const std::string kInfo = record("WARC-Type: warcinfo\r\n", "software: x\r\n");
const std::string kRequest =
    record("WARC-Type: request\r\nWARC-Target-URI: http://a.example/1\r\n", "GET / HTTP/1.1\r\n\r\n");

TEST(Warc, GivesThePagesAndNothingElse) {
  const std::string archive =
      kInfo + kRequest + html("http://a.example/1") +
      response("http://a.example/i.png", "Content-Type: image/png\r\n", "\x89PNG\r\n\x1A\n") +
      response("http://a.example/moved", "Location: /1\r\nContent-Type: text/html\r\n", "", "301 Moved") +
      response("http://a.example/gone", "Content-Type: text/html\r\n", kPage, "404 Not Found") +
      record("WARC-Type: revisit\r\nWARC-Target-URI: http://a.example/1\r\n", "HTTP/1.1 200 OK\r\n\r\n") +
      record("WARC-Type: response\r\nWARC-Target-URI: dns:a.example\r\nContent-Type: text/dns\r\n", "1.2.3.4") +
      record("WARC-Type: resource\r\nWARC-Target-URI: <http://a.example/2>\r\nContent-Type: text/html\r\n", kPage) +
      record("WARC-Type: resource\r\nWARC-Target-URI: http://a.example/x.css\r\nContent-Type: text/css\r\n", "a{}") +
      record("WARC-Type: metadata\r\nWARC-Target-URI: http://a.example/2\r\n", "x: y");
  EXPECT_EQ(outcomes(archive), (Outcomes{"http://a.example/1", "http://a.example/2"}));
  EXPECT_EQ(outcomes(gzip(archive)), (Outcomes{"http://a.example/1", "http://a.example/2"}));
  EXPECT_EQ(outcomes(kInfo), Outcomes{"a.warc not_html: this archive holds no web page"});
}

TEST(Warc, TellsWhatIsKnownOfAPage) {
  const auto pages = pages_of_bytes(
      response("https://a.example/1", "content-type: text/html; charset=koi8-r\r\n", kPage), {"a.warc", {}, {}, {}});
  const auto item = pages->next();
  ASSERT_TRUE(item && item->page.ok());
  EXPECT_EQ(item->page->source.name, "https://a.example/1");
  EXPECT_EQ(item->page->source.url, "https://a.example/1");
  EXPECT_EQ(item->page->source.content_type, "text/html; charset=koi8-r");
  EXPECT_EQ(item->page->source.fetched, "2026-02-28");
  EXPECT_FALSE(pages->next());
}

TEST(Warc, UndoesTheCodingsOfABody) {
  const std::string chunked =
      "5;x=y\r\n<!doc\r\n"
      "26\r\n" +
      kPage.substr(5) + "\r\n0\r\n\r\n";
  const std::string type = "Content-Type: text/html\r\n";
  ASSERT_EQ(kPage.size(), 43U);
  const std::string brotli = "\xA0\x02\x10" + kPage + "\x03";  // a stored block of 43 bytes, then the empty last one
  const std::string archive =
      response("http://a/chunked", type + "Transfer-Encoding: chunked\r\n", chunked) +
      response("http://a/already-joined", type + "Transfer-Encoding: chunked\r\n", kPage) +
      response("http://a/gzip", type + "Content-Encoding: gzip\r\n", gzip(kPage)) +
      response("http://a/already-unpacked", type + "Content-Encoding: gzip\r\n", kPage) +
      response("http://a/zstd", type + "Content-Encoding: zstd\r\n", zstd(kPage)) +
      response("http://a/deflate", type + "Content-Encoding: deflate\r\n", deflated(kPage, 15)) +
      response("http://a/raw-deflate", type + "Content-Encoding: deflate\r\n", deflated(kPage, -15)) +
      response("http://a/br", type + "Content-Encoding: br\r\n", brotli) +
      response("http://a/br-already-unpacked", type + "Content-Encoding: br\r\n", kPage) +
      response("http://a/twice", type + "Content-Encoding: deflate, gzip\r\n", gzip(deflated(kPage, 15))) +
      response("http://a/no-type", "", kPage);
  EXPECT_EQ(outcomes(archive),
            (Outcomes{"http://a/chunked", "http://a/already-joined", "http://a/gzip", "http://a/already-unpacked",
                      "http://a/zstd", "http://a/deflate", "http://a/raw-deflate", "http://a/br",
                      "http://a/br-already-unpacked", "http://a/twice", "http://a/no-type"}));
}

TEST(Warc, GoesOnBehindDamage) {
  const std::string first = html("http://a/1");
  const std::string second = html("http://a/2");
  const std::string third = html("http://a/3");
  const std::string at = std::to_string(first.size());
  const auto damaged = [&](const std::string& how) {
    return "a.warc unreadable: damaged record at byte " + at + " of the unpacked archive: " + how;
  };
  EXPECT_EQ(outcomes(first + "rubbish\r\nmore\r\n" + third),
            (Outcomes{"http://a/1", damaged("no record begins here"), "http://a/3"}));
  EXPECT_EQ(outcomes(first + "WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n" + third),
            (Outcomes{"http://a/1", damaged("its header is damaged"), "http://a/3"}));
  EXPECT_EQ(outcomes(first + "WARC/1.0\r\nContent-Length: 1x\r\n\r\n\r\n" + third),
            (Outcomes{"http://a/1", damaged("its header is damaged"), "http://a/3"}));
  EXPECT_EQ(outcomes(first + second.substr(0, second.size() - 20)),
            (Outcomes{"http://a/1", "http://a/2 unreadable: the record is cut off"}));
  EXPECT_EQ(outcomes(first + second.substr(0, 30)), (Outcomes{"http://a/1", damaged("its header is damaged")}));
  EXPECT_EQ(outcomes(first + kRequest.substr(0, kRequest.size() - 10)),
            (Outcomes{"http://a/1", damaged("it is cut off")}));
}

TEST(Warc, GoesOnBehindDamagedCompression) {
  std::string second = gzip(html("http://a/2"));
  second[second.size() / 2] = static_cast<char>(second[second.size() / 2] ^ 0x7F);
  const auto all = outcomes(gzip(html("http://a/1")) + second + gzip(html("http://a/3")));
  ASSERT_GE(all.size(), 3U);
  EXPECT_EQ(all.front(), "http://a/1");
  EXPECT_TRUE(
      std::any_of(all.begin(), all.end(), [](const auto& one) { return one.starts_with("a.warc unreadable"); }));
  EXPECT_EQ(all.back(), "http://a/3");
}

TEST(Warc, NamesPagesWithoutAnAddressByTheirPlace) {
  const std::string first = html("http://a/1");
  const std::string nameless = record("WARC-Type: response\r\n", "HTTP/1.1 200 OK\r\n\r\n" + kPage);
  EXPECT_EQ(outcomes(first + nameless), (Outcomes{"http://a/1", "a.warc#" + std::to_string(first.size())}));
}

TEST(Warc, LosesNoMemberInSilence) {
  const std::string first = gzip(html("http://a/1"));
  std::string second = gzip(html("http://a/2"));
  second[0] = 'X';  // no longer known as a member
  const std::string damage = "a.warc unreadable: the gzip data is damaged";
  EXPECT_EQ(outcomes(first + second + gzip(html("http://a/3"))), (Outcomes{"http://a/1", damage, "http://a/3"}));
  EXPECT_EQ(outcomes(first + gzip(html("http://a/3")) + second), (Outcomes{"http://a/1", "http://a/3", damage}));
  const std::string padding(1000, '\0');
  EXPECT_EQ(outcomes(first + padding + gzip(html("http://a/3")) + padding), (Outcomes{"http://a/1", "http://a/3"}));
}

TEST(Warc, ReadsZstdWithTheDictionaryInFront) {
  std::string dictionary;
  for (int i = 0; i < 50; ++i) dictionary += "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\n";
  const auto packed = [&](const std::string& bytes) {
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress_usingDict(context.get(), out.data(), out.size(), bytes.data(), bytes.size(),
                                       dictionary.data(), dictionary.size(), 3));
    return out;
  };
  const auto in_front = [](std::string frame, char kind) {
    std::string bytes = {kind, '\x2A', '\x4D', '\x18'};
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(frame.size() >> shift & 0xFFU);
    return bytes + frame;
  };
  const std::string pages = packed(html("http://a/1")) + packed(html("http://a/2"));
  const Outcomes both = {"http://a/1", "http://a/2"};
  EXPECT_EQ(outcomes(in_front(dictionary, '\x5D') + pages), both);
  EXPECT_EQ(outcomes(in_front(zstd(dictionary), '\x5D') + pages), both);
  EXPECT_EQ(outcomes(in_front("anything", '\x50') + zstd(html("http://a/1"))), Outcomes{"http://a/1"});
  const std::string damage = "a.warc unreadable: the zstd data is damaged";
  EXPECT_EQ(outcomes(in_front(zstd(dictionary).substr(0, 20), '\x5D') + pages), Outcomes{damage});
  EXPECT_EQ(outcomes(in_front(dictionary, '\x5D').substr(0, 6)), Outcomes{damage});
}

TEST(Warc, LimitsTheSizeOfEachPage) {
  const std::string archive =
      html("http://a/1") + response("http://a/2", "Content-Type: text/html\r\n", std::string(2'000'000, 'x')) +
      response("http://a/3", "Content-Type: text/html\r\n", std::string(2000, 'x')) +
      response("http://a/4", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzip(std::string(2000, 'x'))) +
      html("http://a/5");
  EXPECT_EQ(outcomes(archive, {.max_bytes = 1000}),
            (Outcomes{"http://a/1", "http://a/2 too_large: the page has more than 1000 bytes",
                      "http://a/3 too_large: the page has more than 1000 bytes",
                      "http://a/4 too_large: more than 1000 bytes", "http://a/5"}));
}

TEST(Warc, IsLinearInHostileInput) {
  std::string blank_lines = html("http://a/1");
  for (int i = 0; i < 500'000; ++i) blank_lines += "\r\n";
  EXPECT_EQ(outcomes(blank_lines), Outcomes{"http://a/1"});
  std::string headers = "WARC/1.0\r\n";
  for (int i = 0; i < 200'000; ++i) headers += "X-Field: y\r\n";
  EXPECT_LE(outcomes(headers).size(), 2U);
}

}  // namespace
}  // namespace klartext
