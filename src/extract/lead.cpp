// The paragraph that the page sets apart above the body.
//
// It is the first block of the text, and something distinguishes it: a name, bold type, an element of its own kind, or
// that the page's description repeats it.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/body.h"
#include "extract/names.h"

namespace klartext {
namespace {

constexpr NameWords kLeadNames(
    "lead lede teaser intro vorspann anreisser summary standfirst dek deck abstract excerpt subtitle subheadline "
    "chapo chapeau entradilla bajada sommario sapo ingress manchet introduction leadtext description perex strap "
    "subline");
constexpr int kNameSteps = 2;
constexpr std::uint32_t kFewestLeadWords = 6;
constexpr std::uint32_t kMostLeadWords = 130;
constexpr double kBoldShare = 0.9;

struct LeadContext {
  const Page& page;
  const Block& first;
  const Block* second;
};
using LeadRule = Rule<LeadContext, std::string>;

std::optional<Finding<std::string>> first_block(const LeadContext& context) {
  return Finding<std::string>{std::string(context.page.document.text(context.first)), context.first.node};
}

std::optional<Finding<std::string>> named(const LeadContext& context) {
  const auto& document = context.page.document;
  const NodeId name = nearest_called(document, document.parent(context.first.first), kLeadNames, kNameSteps);
  if (name == kNoNode) return std::nullopt;
  if (context.second != nullptr && document.contains(name, context.second->first)) return std::nullopt;
  return first_block(context);
}

std::optional<Finding<std::string>> in_bold(const LeadContext& context) {
  const auto is_bold = [](const Block& block) {
    return block.strong_bytes >= kBoldShare * static_cast<double>(block.end - block.begin);
  };
  const bool set_apart = is_bold(context.first) && (context.second == nullptr || !is_bold(*context.second));
  return set_apart ? first_block(context) : std::nullopt;
}

std::optional<Finding<std::string>> heading_of_prose(const LeadContext& context) {
  return context.first.kind == BlockKind::heading ? first_block(context) : std::nullopt;
}

/// The description that search engines get is the lead, word for word, on pages that have one outside the text's
/// element.
std::optional<Finding<std::string>> described(const LeadContext& context) {
  const auto& document = context.page.document;
  const bool same_place =
      context.second != nullptr && document.parent(context.first.node) == document.parent(context.second->node);
  if (same_place) return std::nullopt;
  const std::string own = fold(document.text(context.first));
  for (const auto key : {"og:description", "description"}) {
    if (const auto text = fold(context.page.facts.meta(key)); !text.empty() && own.starts_with(text))
      return first_block(context);
  }
  return std::nullopt;
}

constexpr std::array kRules = {
    LeadRule{"named lead", named},
    LeadRule{"in bold", in_bold},
    LeadRule{"heading of prose", heading_of_prose},
    LeadRule{"description apart from the text", described},
};

}  // namespace

std::string find_lead(const Page& page, const std::vector<std::uint32_t>& blocks, Evidence& evidence) {
  if (blocks.empty()) return {};
  const auto& traits = page.traits[blocks.front()];
  if (traits.words < kFewestLeadWords || traits.words > kMostLeadWords) return {};
  const auto& all = page.document.blocks();
  const LeadContext context{page, all[blocks.front()], blocks.size() > 1 ? &all[blocks[1]] : nullptr};
  auto found = decide<LeadContext, std::string>("lead", kRules, context, evidence);
  return found ? std::move(found->value) : std::string{};
}

}  // namespace klartext
