#include "base/url.h"

#include <gtest/gtest.h>

namespace klartext {
namespace {

constexpr std::string_view kBase = "https://www.example.com/politik/2021/artikel.html?page=2#top";

struct ResolveCase {
  std::string_view base;
  std::string_view reference;
  std::optional<std::string> expected;
};

TEST(Url, Resolves) {
  const ResolveCase cases[] = {
      {kBase, "https://other.org/x", "https://other.org/x"},
      {kBase, "HTTP://Other.ORG:80", "http://other.org/"},
      {kBase, "https://other.org:443/a", "https://other.org/a"},
      {kBase, "https://other.org:8443/a", "https://other.org:8443/a"},
      {kBase, "//cdn.example.com/a.jpg", "https://cdn.example.com/a.jpg"},
      {kBase, "/wirtschaft/", "https://www.example.com/wirtschaft/"},
      {kBase, "bild.jpg", "https://www.example.com/politik/2021/bild.jpg"},
      {kBase, "../x/./y", "https://www.example.com/politik/x/y"},
      {kBase, "../../../../x", "https://www.example.com/x"},
      {kBase, "..", "https://www.example.com/politik/"},
      {kBase, "./", "https://www.example.com/politik/2021/"},
      {kBase, "/a/%2e%2E/b", "https://www.example.com/b"},
      {kBase, "?page=3", "https://www.example.com/politik/2021/artikel.html?page=3"},
      {kBase, "/a b/ü.html", "https://www.example.com/a%20b/%C3%BC.html"},
      {kBase, "/meldung_36604_Partner+der+Kommunen.html",
       "https://www.example.com/meldung_36604_Partner+der+Kommunen.html"},
      {kBase, "/a%20b?q=%C3%BC&x=a+b", "https://www.example.com/a%20b?q=%C3%BC&x=a+b"},
      {kBase, "/x?q=\"a\"'<b>", "https://www.example.com/x?q=%22a%22%27%3Cb%3E"},
      {kBase, "  /x\n\t", "https://www.example.com/x"},
      {kBase, "/lo\nng\r\n/pa\tth", "https://www.example.com/long/path"},
      {kBase, "\\a\\b", "https://www.example.com/a/b"},
      {kBase, "http:\\\\other.org\\x", "http://other.org/x"},
      {kBase, "https:///other.org/x", "https://other.org/x"},
      {kBase, "https://MÜNCHEN.de/x", "https://münchen.de/x"},
      {kBase, "/x#teil 2", "https://www.example.com/x#teil%202"},
      {kBase, "a:b/c", std::nullopt},
      {kBase, "./a:b/c", "https://www.example.com/politik/2021/a:b/c"},
      {"http://example.com", "a", "http://example.com/a"},
      {"http://[::1]:8080/x", "a", "http://[::1]:8080/a"},
      {"http://user:pw@example.com/x", "a", "http://user:pw@example.com/a"},
      {kBase, "#top", std::nullopt},
      {kBase, "", std::nullopt},
      {kBase, "  ", std::nullopt},
      {kBase, "javascript:void(0)", std::nullopt},
      {kBase, "java\nscript:void(0)", std::nullopt},
      {kBase, "mailto:a@b.de", std::nullopt},
      {kBase, "tel:+49", std::nullopt},
      {kBase, "data:image/gif;base64,R0", std::nullopt},
      {kBase, "https://", std::nullopt},
      {kBase, "https://a b.de/", std::nullopt},
      {kBase, "https://a.de:b:/c", std::nullopt},
      {kBase, "https://[::1]:8080/c", "https://[::1]:8080/c"},
      {kBase, "https://[::1/c", std::nullopt},
      {kBase, "https://a[b]/c", std::nullopt},
      {kBase, "https://a\x1b[31m.de/", std::nullopt},
      {kBase, "https://a\u202Eb.de/", std::nullopt},
      {"https://a\x03.de/", "b", std::nullopt},
      {kBase, "https://a.de:x/", std::nullopt},
      {"", "/a b.html", "/a%20b.html"},
      {"", "x.html?a=ü#z", "x.html?a=%C3%BC#z"},
      {"", "//host.de/x", "//host.de/x"},
      {"file:///tmp/x.html", "y.html", "y.html"},
      {"", "https://a.de/x", "https://a.de/x"},
      {kBase, "https://a.de/x/../y/./z", "https://a.de/y/z"},
      {kBase, "https://a.de/x/%2e%2e/y", "https://a.de/y"},
      {kBase, "https://a.de/x/.well-known//y/", "https://a.de/x/.well-known//y/"},
      {kBase, "https://a.de/x?q=a/../b#c/./d", "https://a.de/x?q=a/../b#c/./d"},
      {kBase, "https://a.de/x?q='a'", "https://a.de/x?q=%27a%27"},
      {kBase, "https://a.de\\x\\y", "https://a.de/x/y"},
      {kBase, "https://a.de?x", "https://a.de/?x"},
      {kBase, "/\\a.de/x", "https://a.de/x"},
      {kBase, "/x/{y}`z", "https://www.example.com/x/%7By%7D%60z"},
      {"http://example.com", "/a", "http://example.com/a"},
      {"http://example.com?a/b", "/a", "http://example.com/a"},
      {"http://Example.com:8080/x", "/a", "http://example.com:8080/a"},
      {" http://example.com/x", "/a", "http://example.com/a"},
  };
  for (const auto& [base, reference, expected] : cases) EXPECT_EQ(resolve_url(base, reference), expected) << reference;
}

struct PartsCase {
  std::string_view url;
  std::string_view host;
  std::string_view path;
  std::string_view site;
  std::string_view domain;
};

TEST(Url, TakesApart) {
  const PartsCase cases[] = {
      {"https://www.kommune21.de/a/b?c#d", "www.kommune21.de", "/a/b", "kommune21.de", "kommune21.de"},
      {"http://news.bbc.co.uk:8080", "news.bbc.co.uk", "", "news.bbc.co.uk", "bbc.co.uk"},
      {"https://abc.net.au/x", "abc.net.au", "/x", "abc.net.au", "abc.net.au"},
      {"https://www3.nhk.or.jp/", "www3.nhk.or.jp", "/", "www3.nhk.or.jp", "nhk.or.jp"},
      {"https://g1.globo.com.br/x/", "g1.globo.com.br", "/x/", "g1.globo.com.br", "globo.com.br"},
      {"http://127.0.0.1:80/x", "127.0.0.1", "/x", "127.0.0.1", "127.0.0.1"},
      {"http://localhost/x", "localhost", "/x", "localhost", "localhost"},
      {"http://u:p@h.de/x", "h.de", "/x", "h.de", "h.de"},
      {"https://de.com/", "de.com", "/", "de.com", "de.com"},
      {"ftp://a.de/x", "", "", "", ""},
      {"/a/b", "", "", "", ""},
      {"", "", "", "", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(url_host(c.url), c.host) << c.url;
    EXPECT_EQ(url_path(c.url), c.path) << c.url;
    EXPECT_EQ(site_host(c.url), c.site) << c.url;
    EXPECT_EQ(registrable_domain(c.url), c.domain) << c.url;
    EXPECT_EQ(is_http_url(c.url), !c.host.empty()) << c.url;
  }
  EXPECT_EQ(web_address("https://a.de/x?b=1#c").behind_path, "?b=1#c");
  EXPECT_EQ(web_address("https://a.de:80/x#c?d").behind_path, "#c?d");
  EXPECT_EQ(web_address("https://a.de?b").behind_path, "?b");
  EXPECT_EQ(web_address("https://a.de/x").behind_path, "");
}

TEST(Url, TellsThePartsOfAReferenceUnresolved) {
  const auto is = [](std::string_view reference, const WebAddress& expected) {
    return address_as_written(kBase, reference) == expected;
  };
  EXPECT_TRUE(is("https://other.org/x/y?a=1#b", {"other.org", "/x/y", "?a=1#b"}));
  EXPECT_TRUE(is("/x/y#b", {"www.example.com", "/x/y", "#b"}));
  for (const auto* other : {"x", "../x", "/x/../y", "//other.org/x", "https://Other.org/x", "https://other.org", "/a b",
                            "#b", "", "mailto:a@b.de"}) {
    EXPECT_TRUE(is(other, {})) << other;
  }
  EXPECT_EQ(address_as_written("", "/x"), WebAddress{});
}

TEST(Url, ComparesArticles) {
  EXPECT_EQ(comparable_url("https://www.Example.com/Artikel/1/?utm_source=x#y"), "example.com/artikel/1");
  EXPECT_EQ(comparable_url("http://example.com/artikel/1"), "example.com/artikel/1");
  EXPECT_EQ(comparable_url("https://example.com/"), "example.com");
  EXPECT_EQ(comparable_url("/Artikel/1/?x"), "/artikel/1?x");
  EXPECT_EQ(comparable_url("https://example.com/show.php?id=5&fbclid=A&ref=home"), "example.com/show.php?id=5");
  EXPECT_EQ(comparable_url("https://example.com/show.php?WT_mc=rss&id=6&xtor=7"), "example.com/show.php?id=6");
  EXPECT_EQ(comparable_url("https://example.com?utm_source=x"), "example.com");
  EXPECT_EQ(comparable_url("https://example.com/a?id=5&ref=x#y?z"), "example.com/a?id=5");
  EXPECT_EQ(comparable_url("https://example.com/a#y?id=5"), "example.com/a");
}

TEST(Url, KnowsViewsOfOnePage) {
  EXPECT_TRUE(same_page("a.de/x", "a.de/x"));
  EXPECT_TRUE(same_page("a.de/x", "a.de/x?page=2"));
  EXPECT_TRUE(same_page("a.de/x?id=5&print=1", "a.de/x?id=5"));
  EXPECT_FALSE(same_page("a.de/x?id=5", "a.de/x?id=6"));
  EXPECT_FALSE(same_page("a.de/x", "a.de/xy"));
  EXPECT_FALSE(same_page("", ""));
}

TEST(Url, DecodesPercent) {
  EXPECT_EQ(percent_decode("a%20b%C3%BC+c"), "a bü+c");
  EXPECT_EQ(percent_decode("100%"), "100%");
  EXPECT_EQ(percent_decode("%FF%zz%4"), "%FF%zz%4");
  EXPECT_EQ(percent_decode("a%00b%0A"), "a%00b%0A");
}

}  // namespace
}  // namespace klartext
