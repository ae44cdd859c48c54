#include "input/sniff.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace klartext {
namespace {

using namespace std::string_literals;

struct Case {
  std::string bytes;
  std::string_view what;  ///< empty: may be a page
};

TEST(NotAPage, NamesWhatCame) {
  const std::vector<Case> cases = {
      {"<!doctype html><p>x", ""},
      {"\xEF\xBB\xBF\n<html>", ""},
      {"<?xml version='1.0'?><!DOCTYPE html><html>", ""},
      {"plain words", ""},
      {"f\xFCr M\xE4nner", ""},
      {"\xFF\xFE<\0p\0>\0"s, ""},
      {"<\0p\0>\0\xFC\0x\0"s, ""},
      {"<p>one stray\0byte in a page that is otherwise quite sound and long enough to be believed</p>"s, ""},
      {"{{ template }} <p>x</p>", ""},
      {"[22.6.2021] Text", ""},
      {"%PDF-1.4\n%\xE2\xE3", "a PDF file"},
      {"\x89PNG\r\n\x1A\n\0\0"s, "a PNG image"},
      {"\xFF\xD8\xFF\xE0", "a JPEG image"},
      {"GIF89a\1", "a GIF image"},
      {"RIFF\1\2\3\4WEBPVP8", "a WebP image"},
      {"PK\3\4\x14", "a ZIP archive or an office document"},
      {"\x1F\x8B\x08", "a gzip file"},
      {"\0\0\0\x1C"
       "ftypisom"s,
       "an MP4 video"},
      {"\1\2\3\4\5\6\7\x08", "a binary file"},
      {std::string(512, '\0'), "a binary file"},
      {"{\"a\": 1}", "JSON"},
      {" [ {\"a\": 1} ]", "JSON"},
      {"<?xml version='1.0'?>\n<!-- made by x -->\n<rss version='2.0'>", "an RSS feed"},
      {"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", "an Atom feed"},
      {"<?xml version='1.0'?><urlset>", "a sitemap"},
      {"", "empty"},
      {" \r\n\t", "empty"},
  };
  for (const auto& c : cases) EXPECT_EQ(not_a_page(c.bytes).value_or(""), c.what) << c.bytes;
}

TEST(NotAPageMessage, IsASentence) {
  EXPECT_EQ(not_a_page_message("a PDF file"), "this is a PDF file, not a web page");
  EXPECT_EQ(not_a_page_message("empty"), "this is empty");
}

}  // namespace
}  // namespace klartext
