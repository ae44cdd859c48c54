// A page saved as one file. Browsers note where it came from in a comment at its beginning:
//   <!-- saved from url=(0037)https://www.example.org/news/1.html -->
//   <!--
//    Page saved with SingleFile
//    url: https://www.example.org/news/1.html
//    saved date: …
//   -->
#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "input/readers.h"
#include "input/sniff.h"

namespace klartext {
namespace {

/// Both comments stand before <head>.
constexpr std::size_t kCommentBytes = 2048;

std::string url_at(std::string_view text) {
  const auto url = trim(text).substr(0, trim(text).find_first_of(" \t\r\n"));
  return is_http_url(url) ? std::string(url) : std::string();
}

/// "(0037)https://…"
std::string url_behind_length(std::string_view text) {
  const auto close = text.find(')');
  return text.starts_with('(') && close != std::string_view::npos ? url_at(text.substr(close + 1)) : std::string();
}

}  // namespace

std::string saved_from_url(std::string_view page) {
  constexpr std::string_view kBrowsers = "saved from url=";
  constexpr std::string_view kSingleFile = "Page saved with SingleFile";
  const auto beginning = page.substr(0, kCommentBytes);
  if (const auto at = beginning.find(kBrowsers); at != std::string_view::npos) {
    return url_behind_length(beginning.substr(at + kBrowsers.size()));
  }
  const auto mark = beginning.find(kSingleFile);
  const auto at = beginning.find("url:", std::min(mark, beginning.size()));
  return at == std::string_view::npos ? std::string() : url_at(beginning.substr(at + std::string_view("url:").size()));
}

Result<LoadedPage> checked_page(std::string bytes, Source source) {
  if (const auto what = not_a_page(bytes)) return Error{ErrorCode::not_html, not_a_page_message(*what)};
  if (!source.url) {
    auto url = saved_from_url(bytes);
    if (!url.empty()) source.url = std::move(url);
  }
  return LoadedPage{std::move(bytes), std::move(source)};
}

}  // namespace klartext
