#include "extract/section.h"

#include <array>
#include <vector>

#include "base/text.h"
#include "extract/names.h"
#include "extract/site_name.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

using SectionRule = Rule<Page, std::string>;
using FoundSection = std::optional<Finding<std::string>>;

constexpr std::size_t kLongestSectionBytes = 50;

FoundSection section(const Page& page, std::string_view text, NodeId node, std::string_view where) {
  if (text.empty() || text.size() > kLongestSectionBytes || label_of(text).has(Label::navigation)) return std::nullopt;
  if (is_site_name(page, text) || text.find('{') != std::string_view::npos) return std::nullopt;
  return Finding<std::string>{clean(text), node, where};
}

FoundSection stated(const Page& page) {
  if (page.article == nullptr) return std::nullopt;
  for (const auto& name : page.article->sections) {
    if (auto found = section(page, name, page.article->node, "structured data")) return found;
  }
  return std::nullopt;
}

FoundSection in_meta(const Page& page) {
  for (const std::string_view key :
       {"article:section", "og:article:section", "parsely-section", "cxenseparse:taxonomy", "sailthru.section"}) {
    if (auto found = section(page, page.facts.meta(key), kNoNode, key)) return found;
  }
  return std::nullopt;
}

/// Home > Section > … > the article itself.
FoundSection in_breadcrumbs(const Page& page) {
  const auto& crumbs = page.facts.breadcrumbs;
  if (crumbs.size() < 2) return std::nullopt;
  const bool begins_at_home = label_of(crumbs.front()).has(Label::navigation) || crumbs.size() > 2;
  const std::size_t index = begins_at_home ? 1 : 0;
  return index + 1 < crumbs.size() || !begins_at_home ? section(page, crumbs[index], kNoNode, "breadcrumbs")
                                                      : std::nullopt;
}

bool is_breadcrumb(const Document& document, NodeId n) {
  static constexpr NameWords kNames(
      "breadcrumb breadcrumbs breadcrumbnav brotkrumen brotkrume krumelpfad rootline ariane migas briciole kruimelpad "
      "okruszki");
  return is_called(document, n, kNames) ||
         contains_ignoring_case(document.attribute(n, Attribute::aria_label), "breadcrumb");
}

/// <nav class="breadcrumb"> above the headline: the link behind the one to the front page.
FoundSection in_printed_breadcrumbs(const Page& page) {
  constexpr NodeId kMostNodes = 200;
  const auto& document = page.document;
  for (NodeId n = 0; n < document.size(); ++n) {
    if (document.tag(n) == Tag::h1 && page.places.prose_share(document.parent(n)) > 0) break;
    if (document.is_text(n) || document.end(n) - n > kMostNodes || !is_breadcrumb(document, n)) continue;
    std::vector<NodeId> links;
    for (NodeId a = n; a < document.end(n); ++a) {
      if (document.tag(a) == Tag::a && !document.text(a).empty()) links.push_back(a);
    }
    const bool begins_at_home = links.size() > 1 && label_of(document.text(links.front())).has(Label::navigation);
    if (!begins_at_home) continue;
    return section(page, document.text(links[1]), links[1], "page");
  }
  return std::nullopt;
}

constexpr std::array kRules = {
    SectionRule{"articleSection", stated},
    SectionRule{"article:section and the like", in_meta},
    SectionRule{"breadcrumbs", in_breadcrumbs},
    SectionRule{"printed breadcrumbs", in_printed_breadcrumbs},
};

}  // namespace

std::optional<std::string> read_section(const Page& page, Evidence& evidence) {
  auto found = decide<Page, std::string>("section", kRules, page, evidence);
  return found ? std::optional(std::move(found->value)) : std::nullopt;
}

}  // namespace klartext
