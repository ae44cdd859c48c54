#include "extract/section.h"

#include <array>

#include "base/text.h"
#include "extract/site_name.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

using SectionRule = Rule<Page, std::string>;
using FoundSection = std::optional<Finding<std::string>>;

constexpr std::size_t kLongestSectionBytes = 50;

FoundSection section(const Page& page, std::string_view text, NodeId node, std::string_view where) {
  if (text.empty() || text.size() > kLongestSectionBytes || label_of(text).has(Label::navigation)) return std::nullopt;
  if (is_site_name(page, text)) return std::nullopt;
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

constexpr std::array kRules = {
    SectionRule{"articleSection", stated},
    SectionRule{"article:section and the like", in_meta},
    SectionRule{"breadcrumbs", in_breadcrumbs},
};

}  // namespace

std::optional<std::string> read_section(const Page& page, Evidence& evidence) {
  auto found = decide<Page, std::string>("section", kRules, page, evidence);
  return found ? std::optional(std::move(found->value)) : std::nullopt;
}

}  // namespace klartext
