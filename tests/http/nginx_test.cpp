// Against nginx: HTTP/2, TLS, gzip, validators, and many pages at once.
#include "http/nginx.h"

#include <gtest/gtest.h>

#include "http/fetch_many.h"
#include "input/fetch.h"
#include "input/packed.h"
#include "klartext/extract.h"

namespace klartext {
namespace {

class NginxTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!server_.runs()) GTEST_SKIP() << "nginx and openssl are needed";
    for (int i = 0; i < 200; ++i) body_ += "<p>Noch ein Absatz mit Umlauten: äöü.</p>\n";
    server_.write("page.html", body_);
    server_.write("paper.pdf", "%PDF-1.4");
    options_.timeout_seconds = 20;
    options_.retries = 0;
  }

  static std::string outcome(const Result<FetchedPage>& page) {
    return page.ok() ? "page" : std::string(code_name(page.error().code)) + ": " + page.error().message;
  }

  Nginx server_;
  std::string body_ = "<!doctype html><title>Ein Titel</title>";
  FetchOptions options_;
};

TEST_F(NginxTest, GivesAPackedPageWithItsCharset) {
  const auto page = fetch(server_.url("/page.html"), options_);
  ASSERT_EQ(outcome(page), "page");
  EXPECT_EQ(page->bytes, body_);
  EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
  EXPECT_NE(page->headers.find("Content-Encoding: gzip"), std::string::npos);
  EXPECT_EQ(outcome(fetch(server_.url("/paper.pdf"), options_)),
            "not_html: the server sent application/pdf, not a web page");
  EXPECT_EQ(outcome(fetch(server_.url("/none.html"), options_)), "http_status: the server answered 404 (Not Found)");
}

TEST_F(NginxTest, GivesPagesThatLieThereInOtherCodings) {
  const std::string small = "<!doctype html><p>Text eines Artikels.</p>\n";
  server_.write("br/small.html", "\xA0\x02\x10" + small + "\x03");  // a stored block of 43 bytes, then the last one
  server_.write("zstd/page.html", zstd(body_));
  server_.write("br/plain.html", body_);
  server_.write("zstd/cut.html", zstd(body_).substr(0, 50));
  const std::pair<std::string, std::string> pages[] = {
      {"/br/small.html", small}, {"/zstd/page.html", body_}, {"/br/plain.html", body_}};
  for (const auto& [path, bytes] : pages) {
    const auto page = fetch(server_.url(path), options_);
    ASSERT_EQ(outcome(page), "page") << path;
    EXPECT_EQ(page->bytes, bytes) << path;
  }
  EXPECT_EQ(outcome(fetch(server_.url("/zstd/cut.html"), options_)),
            "network: the compressed answer is damaged or cut off");
}

TEST_F(NginxTest, NamesCharsetsThatPagesContradict) {
  struct Row {
    std::string path;
    std::string charset;  ///< in the page
    std::string words;
  };
  // The server says utf-8 of all but "/latin1/".
  const Row rows[] = {
      {"/old.html", "iso-8859-1",
       "Gr\xF6\xDF"
       "ere M\xFClltonnen"},
      {"/bare.html", "",
       "Gr\xF6\xDF"
       "ere M\xFClltonnen"},
      {"/latin1/new.html", "utf-8", "Größere Mülltonnen"},
      {"/latin1/old.html", "utf-8",
       "Gr\xF6\xDF"
       "ere M\xFClltonnen"},
  };
  for (const Row& row : rows) {
    const std::string meta = row.charset.empty() ? "" : "<meta charset=" + row.charset + ">";
    std::string text;
    for (const std::string place : {"am Markt", "in den Vororten", "vor dem Rathaus", "an der Schule"}) {
      text += "<p>" + row.words + " stehen von Montag an " + place + ", wie die Stadt am Abend mitteilte.</p>";
    }
    server_.write(row.path.substr(1), "<html><head>" + meta + "<title>" + row.words +
                                          "</title></head><body><article><h1>" + row.words + "</h1>" + text +
                                          "</article></body></html>");
    const auto page = fetch(server_.url(row.path), options_);
    ASSERT_EQ(outcome(page), "page") << row.path;
    const auto article = extract(page->bytes, {row.path, page->url, page->content_type, std::nullopt});
    ASSERT_TRUE(article.ok()) << row.path << article.error().message;
    EXPECT_EQ(article->title, "Größere Mülltonnen") << row.path;
  }
}

TEST_F(NginxTest, SpeaksHttp2OverTlsWithATrustedCertificate) {
  options_.ca_file = server_.certificate();
  const auto page = fetch(server_.tls_url("/page.html"), options_);
  ASSERT_EQ(outcome(page), "page");
  EXPECT_EQ(page->bytes, body_);
  EXPECT_TRUE(page->headers.starts_with("HTTP/2 200")) << page->headers;
  EXPECT_TRUE(server_.has_logged("GET /page.html HTTP/2.0 200")) << server_.log();
}

TEST_F(NginxTest, RefusesCertificatesThatCannotBeTrusted) {
  const std::string unknown = outcome(fetch(server_.tls_url("/page.html"), options_));
  EXPECT_TRUE(unknown.starts_with("network: the server's certificate (TLS) cannot be trusted: ")) << unknown;
  options_.ca_file = server_.certificate();
  const std::string wrong_name = outcome(fetch(server_.tls_url("/page.html", "127.0.0.1"), options_));
  EXPECT_TRUE(wrong_name.starts_with("network: the server's certificate (TLS) cannot be trusted: ")) << wrong_name;
  options_.ca_file = "/no/such/file";
  EXPECT_TRUE(outcome(fetch(server_.tls_url("/page.html"), options_)).starts_with("network: the file of trusted"));
}

TEST_F(NginxTest, LeadsFromHttpToHttpsButNotBack) {
  options_.ca_file = server_.certificate();
  EXPECT_EQ(outcome(fetch(server_.url("/up"), options_)), "page");
  EXPECT_EQ(outcome(fetch(server_.tls_url("/down"), options_)),
            "blocked: the server redirects from https to unprotected http (" + server_.url("/page.html") + ")");
  options_.allow_downgrade = true;
  EXPECT_EQ(outcome(fetch(server_.tls_url("/down"), options_)), "page");
}

TEST_F(NginxTest, IsAskedOnlyForWhatChanged) {
  const TemporaryFolder folder;
  options_.cache_directory = folder.path("cache");
  for (int run = 0; run < 2; ++run) {
    const auto page = fetch(server_.url("/page.html"), options_);
    ASSERT_EQ(outcome(page), "page");
    EXPECT_EQ(page->bytes, body_);
  }
  server_.write("page.html", "<p>Neu");
  const auto page = fetch(server_.url("/page.html"), options_);
  ASSERT_EQ(outcome(page), "page");
  EXPECT_EQ(page->bytes, "<p>Neu");
  EXPECT_TRUE(server_.has_logged(" 304")) << server_.log();
}

TEST_F(NginxTest, GivesManyPagesAtOnce) {
  constexpr int kPages = 2000;
  std::vector<std::string> urls;
  for (int i = 0; i < kPages; ++i) {
    server_.write("many/" + std::to_string(i) + ".html", body_);
    urls.push_back(server_.url("/many/" + std::to_string(i) + ".html"));
  }
  options_.max_per_host = 500;
  options_.max_connections = 500;
  EXPECT_EQ(fetch_all(urls, options_, false), std::vector<std::string>(kPages, "page"));
  options_.max_per_host = 8;
  options_.ca_file = server_.certificate();
  for (int i = 0; i < kPages; ++i)
    urls[static_cast<std::size_t>(i)] = server_.tls_url("/many/" + std::to_string(i) + ".html");
  EXPECT_EQ(fetch_all(urls, options_, false), std::vector<std::string>(kPages, "page"));
}

}  // namespace
}  // namespace klartext
