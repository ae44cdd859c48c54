#include "extract/site_name.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"

namespace klartext {
namespace {

using SiteRule = Rule<Page, std::string>;
using FoundSite = std::optional<Finding<std::string>>;

constexpr std::size_t kLongestNameBytes = 80;

FoundSite name(std::string_view text, std::string_view where) {
  if (text.empty() || text.size() > kLongestNameBytes || is_http_url(text)) return std::nullopt;
  return Finding<std::string>{clean(text), kNoNode, where};
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const auto word : words(text)) letters.append(word);
  return fold(letters);
}

/// "stadtblatt" of "https://www.stadtblatt.example/…"
std::string_view domain_label(const Page& page) {
  const auto domain = registrable_domain(page.url);
  return domain.substr(0, domain.find('.'));
}

FoundSite in_open_graph(const Page& page) { return name(page.facts.meta("og:site_name"), "meta og:site_name"); }
FoundSite publisher(const Page& page) {
  return page.article == nullptr ? std::nullopt : name(page.article->publisher, "structured data");
}
FoundSite site_node(const Page& page) {
  return page.facts.site_names.empty() ? std::nullopt : name(page.facts.site_names.front(), "json-ld");
}
FoundSite application(const Page& page) { return name(page.facts.meta("application-name"), "meta application-name"); }
FoundSite title_suffix(const Page& page) {
  const auto parts = split(page.facts.title, "|");
  return parts.size() < 2 ? std::nullopt : name(parts.back(), "title");
}

/// Does the host spell this name, or begin with it, or the name with the host?
bool is_spelled_by(std::string_view host, std::string_view letters) {
  constexpr std::size_t kShortestBeginning = 5;
  constexpr std::size_t kMostTimesLonger = 3;  // "Muster Werke 15 Virtual Machine" is what they make
  if (host.size() < kShortestBeginning || letters.size() < kShortestBeginning) return !host.empty() && host == letters;
  return host.starts_with(letters) || (letters.starts_with(host) && letters.size() <= kMostTimesLonger * host.size());
}

/// "Wartung im Winter - Muster Werke" of "https://musterwerke.example/…".
FoundSite title_part_like_host(const Page& page) {
  constexpr std::array<std::string_view, 4> kDashes = {" - ", " – ", " — ", " · "};
  std::string title = page.facts.title;
  for (const auto dash : kDashes) {
    for (auto at = title.find(dash); at != std::string::npos; at = title.find(dash, at))
      title.replace(at, dash.size(), "|");
  }
  const auto parts = split(title, "|");
  if (parts.size() < 2) return std::nullopt;
  const auto host = letters_of(domain_label(page));
  for (const auto part : {parts.back(), parts.front()}) {
    if (is_spelled_by(host, letters_of(part))) return name(trim(part), "title");
  }
  return std::nullopt;
}

constexpr std::array kRules = {
    SiteRule{"og:site_name", in_open_graph},
    SiteRule{"publisher", publisher},
    SiteRule{"WebSite node", site_node},
    SiteRule{"application-name", application},
    SiteRule{"part of <title> that the host spells", title_part_like_host},
    SiteRule{"behind the bar in <title>", title_suffix},
};

}  // namespace

std::optional<std::string> read_site_name(const Page& page, Evidence& evidence) {
  auto found = decide<Page, std::string>("site", kRules, page, evidence);
  return found ? std::optional(std::move(found->value)) : std::nullopt;
}

bool is_site_name(const Page& page, std::string_view name) {
  const std::string folded = fold(name);
  const auto is_same = [&](std::string_view other) { return !other.empty() && fold(other) == folded; };
  const auto letters = letters_of(name);
  const auto domain = letters_of(registrable_domain(page.url));
  return is_same(page.facts.meta("og:site_name")) || is_same(site_host(page.url)) ||
         (!letters.empty() && (letters == domain_label(page) || letters == domain)) ||
         (page.article != nullptr && is_same(page.article->publisher)) ||
         std::any_of(page.facts.site_names.begin(), page.facts.site_names.end(), is_same);
}

}  // namespace klartext
