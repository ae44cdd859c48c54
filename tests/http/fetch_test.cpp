// What one fetch does with what servers do.
#include "input/fetch.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <ctime>

#include "http/raw_server.h"
#include "http/test_server.h"
#include "input/packed.h"
#include "input/temporary_folder.h"

namespace klartext {
namespace {

/// "page", or "code: message".
std::string outcome(const Result<FetchedPage>& page) {
  return page.ok() ? "page" : std::string(code_name(page.error().code)) + ": " + page.error().message;
}

FetchOptions quick() {
  FetchOptions options;
  options.timeout_seconds = 5;
  options.retries = 0;
  options.first_retry_seconds = 0.05;
  return options;
}

TEST(Fetch, GivesThePageAndWhatIsKnownOfIt) {
  TestServer server;
  server.routes().Get("/a", [](const auto& request, auto& response) {
    EXPECT_EQ(request.get_header_value("User-Agent").substr(0, 9), "klartext/");
    EXPECT_NE(request.get_header_value("Accept").find("text/html"), std::string::npos);
    response.set_content(kPage, "text/html; charset=iso-8859-1");
  });
  server.start();
  const auto page = fetch(server.url("/a"), quick());
  ASSERT_EQ(outcome(page), "page");
  EXPECT_EQ(page->bytes, kPage);
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->url, server.url("/a"));
  EXPECT_EQ(page->content_type, "text/html; charset=iso-8859-1");
  EXPECT_NE(page->headers.find("HTTP/1.1 200"), std::string::npos);
}

TEST(Fetch, FollowsRedirectsUpToALimit) {
  TestServer server;
  server.page("/end", kPage);
  for (const int status : {301, 302, 303, 307, 308})
    server.redirect("/from/" + std::to_string(status), "../end", status);
  server.redirect("/loop", "/loop");
  server.redirect("/1", "/2");
  server.redirect("/2", "/3");
  server.redirect("/3", "/end");
  server.redirect("/file", "file:///etc/passwd");
  server.redirect("/ftp", "ftp://127.0.0.1/x");
  server.routes().Get("/nowhere", [](const auto&, auto& response) { response.status = 302; });
  server.start();
  for (const int status : {301, 302, 303, 307, 308}) {
    const auto page = fetch(server.url("/from/" + std::to_string(status)), quick());
    ASSERT_EQ(outcome(page), "page") << status;
    EXPECT_EQ(page->url, server.url("/end"));
  }
  EXPECT_EQ(outcome(fetch(server.url("/loop"), quick())), "blocked: the server redirects more than 10 times");
  EXPECT_EQ(server.hits("/loop"), 11);
  FetchOptions few = quick();
  few.max_redirects = 3;
  EXPECT_EQ(outcome(fetch(server.url("/1"), few)), "page");
  few.max_redirects = 2;
  EXPECT_EQ(outcome(fetch(server.url("/1"), few)), "blocked: the server redirects more than 2 times");
  EXPECT_EQ(outcome(fetch(server.url("/file"), quick())),
            "blocked: the server redirects to file:///etc/passwd, which is not an http address");
  EXPECT_EQ(outcome(fetch(server.url("/ftp"), quick())),
            "blocked: the server redirects to ftp://127.0.0.1/x, which is not an http address");
  EXPECT_EQ(outcome(fetch(server.url("/nowhere"), quick())),
            "http_status: the server answered 302 without an address to go to");
}

TEST(Fetch, SaysWhatCameInsteadOfAPage) {
  TestServer server;
  const auto status = [&](int code) {
    server.routes().Get("/" + std::to_string(code), [=](const auto&, auto& response) {
      response.status = code;
      response.set_content("<p>Fehler</p>", "text/html");
    });
  };
  for (const int code : {400, 401, 403, 404, 410, 429, 451, 499, 500, 503}) status(code);
  server.page("/pdf", "%PDF-1.4", "application/pdf");
  server.page("/hidden-pdf", "%PDF-1.4", "text/html");
  server.page("/json", "{\"a\":1}", "application/json");
  server.page("/png", "\x89PNG\r\n\x1A\n", "image/png");
  server.page("/text", "Text", "text/plain");
  server.page("/empty", "", "text/html");
  server.page("/stream", kPage, "application/octet-stream");
  server.page("/xhtml", kPage, "application/xhtml+xml;charset=utf-8");
  server.start();
  const auto at = [&](const std::string& path) { return outcome(fetch(server.url(path), quick())); };
  EXPECT_EQ(at("/404"), "http_status: the server answered 404 (Not Found)");
  EXPECT_EQ(at("/410"), "http_status: the server answered 410 (Gone)");
  EXPECT_EQ(at("/403"),
            "http_status: the server answered 403 (Forbidden: the server does not give the page to this program; "
            "--cookie-file or --user-agent may help, or saving it in a browser)");
  EXPECT_EQ(at("/429"),
            "http_status: the server answered 429 (Too Many Requests: the server wants to be asked less often; try "
            "--delay 5 or --max-per-host 1)");
  EXPECT_EQ(at("/499"), "http_status: the server answered 499");
  EXPECT_EQ(at("/500"), "http_status: the server answered 500 (Internal Server Error)");
  EXPECT_EQ(at("/pdf"), "not_html: the server sent application/pdf, not a web page");
  EXPECT_EQ(at("/hidden-pdf"), "not_html: this is a PDF file, not a web page");
  EXPECT_EQ(at("/json"), "not_html: the server sent application/json, not a web page");
  EXPECT_EQ(at("/png"), "not_html: the server sent image/png, not a web page");
  EXPECT_EQ(at("/text"), "not_html: the server sent text/plain, not a web page");
  EXPECT_EQ(at("/empty"), "not_html: the server sent an empty page");
  EXPECT_EQ(at("/stream"), "page");
  EXPECT_EQ(at("/xhtml"), "page");
  FetchOptions anything = quick();
  anything.any_content_type = true;
  EXPECT_EQ(outcome(fetch(server.url("/json"), anything)), "page");
}

TEST(Fetch, RefusesWhatIsNoHttpAddress) {
  for (const auto* url : {"file:///etc/passwd", "ftp://a.example/", "http://", "x", ""}) {
    EXPECT_EQ(outcome(fetch(url, quick())), "blocked: this is not a well-formed http address") << url;
  }
}

TEST(Fetch, AsksForAddressesAsPeopleWriteThem) {
  TestServer server;
  server.page("/m\xC3\xBCll und mehr", kPage);
  server.start();
  const auto page = fetch(server.url("/m\xC3\xBCll und mehr#teil"), quick());
  ASSERT_EQ(outcome(page), "page");
  EXPECT_EQ(page->url, server.url("/m%C3%BCll%20und%20mehr"));
}

TEST(Fetch, UndoesContentEncodings) {
  TestServer server;
  const auto encoded = [&](const std::string& path, const std::string& encoding, const std::string& body) {
    server.routes().Get(path, [=](const auto& request, auto& response) {
      EXPECT_NE(request.get_header_value("Accept-Encoding").find("gzip"), std::string::npos);
      response.set_header("Content-Encoding", encoding);
      response.set_content(body, "text/html");
    });
  };
  encoded("/gzip", "gzip", gzip(kPage));
  encoded("/zstd", "zstd", zstd(kPage));
  encoded("/deflate", "deflate", deflated(kPage, 15));
  encoded("/raw-deflate", "deflate", deflated(kPage, -15));
  encoded("/twice", "deflate, gzip", gzip(deflated(kPage, 15)));
  encoded("/not-at-all", "gzip", kPage);
  encoded("/cut", "gzip", gzip(kPage).substr(0, 40));
  encoded("/bomb", "gzip", gzip(std::string(std::size_t{200} << 20U, 'x')));
  server.routes().Get("/brotli", [](const auto&, auto& response) {  // by the server's own encoder
    std::string long_page = kPage;
    for (int i = 0; i < 200; ++i) long_page += "<p>Noch ein Absatz.</p>";
    response.set_content(long_page, "text/html");
  });
  server.start();
  for (const auto* path : {"/gzip", "/zstd", "/deflate", "/raw-deflate", "/twice", "/not-at-all"}) {
    const auto page = fetch(server.url(path), quick());
    ASSERT_EQ(outcome(page), "page") << path;
    EXPECT_EQ(page->bytes, kPage) << path;
  }
  const auto brotli = fetch(server.url("/brotli"), quick());
  ASSERT_EQ(outcome(brotli), "page");
  EXPECT_NE(brotli->headers.find("Content-Encoding: br"), std::string::npos);
  EXPECT_TRUE(brotli->bytes.starts_with(kPage));
  EXPECT_EQ(outcome(fetch(server.url("/cut"), quick())), "network: the compressed answer is damaged or cut off");
  EXPECT_EQ(outcome(fetch(server.url("/bomb"), quick())), "too_large: the page has more than 33554432 bytes");
}

TEST(Fetch, LimitsTheSizeWhileReceiving) {
  TestServer server;
  server.page("/large", std::string(100'001, 'x'));
  server.page("/fits", kPage + std::string(100'000 - kPage.size(), 'x'));
  server.routes().Get("/endless", [](const auto&, auto& response) {
    response.set_chunked_content_provider("application/octet-stream", [](std::size_t, httplib::DataSink& sink) {
      const std::string piece(65536, 'x');
      return sink.write(piece.data(), piece.size());
    });
  });
  server.start();
  FetchOptions options = quick();
  options.max_bytes = 100'000;
  EXPECT_EQ(outcome(fetch(server.url("/fits"), options)), "page");
  EXPECT_EQ(outcome(fetch(server.url("/large"), options)), "too_large: the page has more than 100000 bytes");
  EXPECT_EQ(outcome(fetch(server.url("/endless"), options)), "too_large: the page has more than 100000 bytes");
}

TEST(Fetch, GivesUpOnSlowAndBrokenServers) {
  FetchOptions options = quick();
  options.timeout_seconds = 0.4;
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n";
  const RawServer silent([](int connection) { RawServer::stall(connection); });
  EXPECT_EQ(outcome(fetch(silent.url(), options)), "timeout: the server took too long");
  const RawServer stalled([&](int connection) {
    RawServer::send_text(connection, head + "<p>");
    RawServer::stall(connection);
  });
  EXPECT_EQ(outcome(fetch(stalled.url(), options)), "timeout: the server took too long");
  const RawServer trickling([&](int connection) {
    RawServer::send_text(connection, head);
    for (int i = 0; i < 30; ++i) {
      RawServer::send_text(connection, "x");
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  });
  EXPECT_EQ(outcome(fetch(trickling.url(), options)), "timeout: the server took too long");
  options.timeout_seconds = 5;
  const RawServer closing([](int) {});
  EXPECT_EQ(outcome(fetch(closing.url(), options)), "network: the server closed the connection without an answer");
  const RawServer cutting([&](int connection) { RawServer::send_text(connection, head + "<p>half"); });
  EXPECT_EQ(outcome(fetch(cutting.url(), options)), "network: the connection broke in the middle of the page");
  const RawServer rubbish([](int connection) { RawServer::send_text(connection, "SSH-2.0-OpenSSH\r\n"); });
  EXPECT_TRUE(outcome(fetch(rubbish.url(), options)).starts_with("network: "));
  EXPECT_EQ(outcome(fetch("http://127.0.0.1:1/", options)),
            "network: no connection to 127.0.0.1 port 1 (connection refused)");
  EXPECT_EQ(outcome(fetch("http://no-such-host.invalid/", options)), "network: the name of the server cannot be found");
}

TEST(Fetch, TriesAgainWhatMayPass) {
  TestServer server;
  std::map<std::string, int> calls;
  const auto flaky = [&](const std::string& path, int failures, int status, const std::string& patience) {
    server.routes().Get(path, [=, &calls](const auto&, auto& response) {
      if (calls[path]++ >= failures) return response.set_content(kPage, "text/html");
      response.status = status;
      if (!patience.empty()) response.set_header("Retry-After", patience);
    });
  };
  flaky("/503", 2, 503, "");
  flaky("/429", 1, 429, "1");
  flaky("/408", 1, 408, "");
  flaky("/404", 1, 404, "");
  flaky("/never", 99, 502, "");
  flaky("/patience", 1, 503, "86400");
  flaky("/past-date", 1, 503, "Fri, 31 Dec 1999 23:59:59 GMT");
  server.start();
  FetchOptions options = quick();
  options.retries = 2;
  EXPECT_EQ(outcome(fetch(server.url("/503"), options)), "page");
  EXPECT_EQ(calls["/503"], 3);
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(outcome(fetch(server.url("/429"), options)), "page");
  EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
  EXPECT_EQ(outcome(fetch(server.url("/408"), options)), "page");
  EXPECT_EQ(outcome(fetch(server.url("/404"), options)), "http_status: the server answered 404 (Not Found)");
  EXPECT_EQ(calls["/404"], 1);
  EXPECT_EQ(outcome(fetch(server.url("/never"), options)),
            "http_status: the server answered 502 (Bad Gateway) (tried 3 times)");
  EXPECT_EQ(outcome(fetch(server.url("/patience"), options)),
            "http_status: the server answered 503 (Service Unavailable), asks to wait 86400 s");
  EXPECT_EQ(calls["/patience"], 1);
  EXPECT_EQ(outcome(fetch(server.url("/past-date"), options)), "page");
  const RawServer closing([](int) {});
  EXPECT_EQ(outcome(fetch(closing.url(), options)),
            "network: the server closed the connection without an answer (tried 3 times)");
  EXPECT_EQ(closing.connections(), 3);
}

TEST(Fetch, WaitsUntilTheDateThatAServerNames) {
  using Clock = std::chrono::system_clock;
  const auto in_seconds = [](int seconds) {
    const std::time_t time = Clock::to_time_t(Clock::now()) + seconds;
    std::tm parts{};
    std::array<char, 64> text{};
    gmtime_r(&time, &parts);
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return std::string(text.data());
  };
  TestServer server;
  std::atomic<int> calls = 0;
  server.routes().Get("/soon", [&](const auto&, auto& response) {
    if (calls++ > 0) return response.set_content(kPage, "text/html");
    response.status = 503;
    response.set_header("Retry-After", in_seconds(3));
  });
  server.routes().Get("/late", [&](const auto&, auto& response) {
    response.status = 429;
    response.set_header("Retry-After", in_seconds(3600));
  });
  server.start();
  FetchOptions options = quick();
  options.retries = 2;
  const auto before = Clock::now();
  EXPECT_EQ(outcome(fetch(server.url("/soon"), options)), "page");
  EXPECT_GE(Clock::now() - before, std::chrono::milliseconds(1900));  // dates are whole seconds
  EXPECT_EQ(calls, 2);
  EXPECT_TRUE(outcome(fetch(server.url("/late"), options)).starts_with("http_status: the server answered 429"));
  EXPECT_EQ(server.hits("/late"), 1);
}

TEST(Fetch, FollowsAMetaRefreshOnce) {
  TestServer server;
  const auto refresh = [&](const std::string& path, const std::string& content) {
    server.page(path, "<html><meta http-equiv='refresh' content=\"" + content + "\"><p>Weiter");
  };
  server.page("/end", kPage);
  refresh("/at-once", "0; URL='/end'");
  refresh("/later", "300; url=/end");
  refresh("/itself", "0");
  refresh("/twice", "0;url=/at-once");
  refresh("/loop", "0;url=/loop2");
  refresh("/loop2", "0;url=/loop");
  server.page("/noscript", "<noscript><meta http-equiv=refresh content='0;url=/end'></noscript><p>Text");
  server.start();
  const auto ends_at = [&](const std::string& path) {
    const auto page = fetch(server.url(path), quick());
    return page.ok() ? page->url.substr(server.url("").size()) : outcome(page);
  };
  EXPECT_EQ(ends_at("/at-once"), "/end");
  EXPECT_EQ(ends_at("/later"), "/later");
  EXPECT_EQ(ends_at("/itself"), "/itself");
  EXPECT_EQ(ends_at("/twice"), "/at-once");
  EXPECT_EQ(ends_at("/loop"), "/loop2");
  EXPECT_EQ(ends_at("/noscript"), "/noscript");
}

TEST(Fetch, SendsHeadersAndCookiesOnlyWhereTheyBelong) {
  TestServer other;
  other.routes().Get("/seen", [](const auto& request, auto& response) {
    EXPECT_FALSE(request.has_header("Authorization"));
    EXPECT_EQ(request.get_header_value("X-Mine"), "1");
    response.set_content(kPage, "text/html");
  });
  other.start();
  TestServer server;
  server.routes().Get("/page", [](const auto& request, auto& response) {
    EXPECT_EQ(request.get_header_value("Authorization"), "Bearer x");
    EXPECT_EQ(request.get_header_value("User-Agent"), "Probe/1.0");
    EXPECT_EQ(request.get_header_value("Cookie"), "name=value");
    response.set_content(kPage, "text/html");
  });
  server.routes().Get("/set", [](const auto&, auto& response) {
    response.set_header("Set-Cookie", "session=7; Path=/");
    response.set_redirect("/needs");
  });
  server.routes().Get("/needs", [](const auto& request, auto& response) {
    if (request.get_header_value("Cookie").find("session=7") == std::string::npos) response.status = 403;
    response.set_content(kPage, "text/html");
  });
  server.redirect("/away", other.url("/seen"));
  server.start();
  const TemporaryFolder folder;
  FetchOptions options = quick();
  options.user_agent = "Probe/1.0";
  options.headers = {"Authorization: Bearer x", "X-Mine: 1"};
  options.cookie_file = folder.write("cookies", "127.0.0.1\tFALSE\t/\tFALSE\t0\tname\tvalue\n");
  EXPECT_EQ(outcome(fetch(server.url("/page"), options)), "page");
  EXPECT_EQ(outcome(fetch(server.url("/set"), options)), "page");
  EXPECT_EQ(outcome(fetch(server.url("/away"), options)), "page");
}

TEST(Fetch, RefusesPrivateAddressesWhenAsked) {
  TestServer server;
  server.page("/a", kPage);
  server.start();
  FetchOptions options = quick();
  options.public_only = true;
  EXPECT_EQ(outcome(fetch(server.url("/a"), options)),
            "blocked: the server's address 127.0.0.1 is not public, and only public ones are allowed");
  const std::string by_name = "http://localhost:" + std::to_string(server.port()) + "/a";
  EXPECT_TRUE(outcome(fetch(by_name, options)).starts_with("blocked: the server's address "));
  EXPECT_EQ(server.hits("/a"), 0);
}

TEST(Fetch, SaysThatAProxyRefuses) {
  const RawServer proxy([](int connection) {
    RawServer::send_text(connection, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
  });
  FetchOptions options = quick();
  options.proxy = proxy.url();
  EXPECT_EQ(outcome(fetch("https://news.example/1", options)),
            "network: the proxy answered 407 (Proxy Authentication Required)");
  EXPECT_EQ(proxy.connections(), 1);
}

TEST(Fetch, UsesAProxy) {
  const RawServer proxy([](int connection) {
    RawServer::send_text(connection, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " +
                                         std::to_string(kPage.size()) + "\r\n\r\n" + kPage);
  });
  FetchOptions options = quick();
  options.proxy = proxy.url();
  EXPECT_EQ(outcome(fetch("http://no-such-host.invalid/", options)), "page");
  options.proxy.clear();
  setenv("http_proxy", proxy.url().c_str(), 1);
  EXPECT_EQ(outcome(fetch("http://no-such-host.invalid/", options)), "page");
  options.public_only = true;  // the proxy would connect to whatever the list of a stranger names
  EXPECT_EQ(outcome(fetch("http://no-such-host.invalid/", options)), "network: the name of the server cannot be found");
  unsetenv("http_proxy");
  EXPECT_EQ(proxy.connections(), 2);
}

}  // namespace
}  // namespace klartext
