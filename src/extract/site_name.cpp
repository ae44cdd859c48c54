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

/// Are these the letters of the name? Two plain ones at its beginning settle the first of them.
bool has_letters(std::string_view name, std::string_view letters) {
  if (letters.empty()) return false;
  const bool plain = name.size() > 1 && is_ascii_letter_or_digit(name[0]) && is_ascii_letter_or_digit(name[1]);
  if (plain && !starts_with_ignoring_case(name, letters.substr(0, 1))) return false;
  return letters_of(name) == letters;
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

PublicationNames publication_names(const Page& page) {
  PublicationNames names;
  const auto add = [&names](std::string_view name) {
    if (!name.empty()) names.folded.push_back(fold(name));
  };
  add(page.facts.meta("og:site_name"));
  add(site_host(page.url));
  if (page.article != nullptr) add(page.article->publisher);
  for (const auto& name : page.facts.site_names) add(name);
  names.spelled = {std::string(domain_label(page)), letters_of(registrable_domain(page.url))};
  return names;
}

bool is_site_name(const Page& page, std::string_view name) {
  const auto& [folded, spelled] = page.publication;
  return std::any_of(folded.begin(), folded.end(), [name](const auto& own) { return folds_to(name, own); }) ||
         std::any_of(spelled.begin(), spelled.end(), [name](const auto& own) { return has_letters(name, own); });
}

}  // namespace klartext
