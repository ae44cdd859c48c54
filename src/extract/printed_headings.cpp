#include "extract/printed_headings.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "extract/heading_parts.h"
#include "extract/title_noise.h"

namespace klartext {
namespace {

/// What a heading's vote weighs: the h1 that other sources back best, the others, and an h1 that shares no word with
/// any.
constexpr double kH1Weight = 1.0;
constexpr double kFurtherH1Weight = 0.26;
constexpr double kUnbackedH1Weight = 0.3;
constexpr double kLowerHeadingWeight = 0.9;
/// The headline is among the first, and votes are compared in pairs.
constexpr std::size_t kMostH1s = 6;
/// A lower heading prints the headline if it shares at least this much of a stated title.
constexpr double kLeastLikeness = 0.6;
/// So much better must another h1 be backed than the first.
constexpr double kClearlyBetter = 0.25;
constexpr int kLowestHeadingLevel = 4;
constexpr std::size_t kShortestLowerHeading = 8;

/// Addresses that lead to the front page, relative ones.
constexpr std::array<std::string_view, 7> kFrontPages = {
    "/", "./", "../", "index.html", "/index.html", "../index.html", "/index.php"};

/// The words of a text, each once and in order: a headline's are few.
using WordSet = std::vector<std::string_view>;

WordSet word_set(std::string_view folded) {
  WordSet own = words(folded);
  std::sort(own.begin(), own.end());
  own.erase(std::unique(own.begin(), own.end()), own.end());
  return own;
}

/// The stated titles, and the words of each.
class StatedTitles {
 public:
  explicit StatedTitles(std::span<const TitleNomination> nominations) : nominations_(nominations) {
    for (const auto& title : nominations) words_.push_back(words(title.folded));
  }
  [[nodiscard]] std::span<const TitleNomination> nominations() const { return nominations_; }

  /// How like a text is to the stated title that is most like it.
  [[nodiscard]] double best_likeness(std::string_view folded) const {
    const WordSet own = word_set(folded);
    double best = 0;
    for (const auto& theirs : words_) best = std::max(best, likeness(own, theirs));
    return best;
  }
  /// How like a text is to the stated titles, weighed as they are.
  [[nodiscard]] double backing(std::string_view folded) const {
    const WordSet own = word_set(folded);
    double sum = 0;
    double weights = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      sum += nominations_[i].weight * likeness(own, words_[i]);
      weights += nominations_[i].weight;
    }
    return weights > 0 ? sum / weights : 0.0;
  }

 private:
  /// Share of their words that two texts have in common, 0…1 (Dice's coefficient).
  static double likeness(const WordSet& own, const std::vector<std::string_view>& theirs) {
    const auto shared = std::count_if(theirs.begin(), theirs.end(),
                                      [&own](auto word) { return std::binary_search(own.begin(), own.end(), word); });
    const auto all = own.size() + theirs.size();
    return all == 0 ? 0.0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
  }

  std::span<const TitleNomination> nominations_;
  std::vector<std::vector<std::string_view>> words_;
};

bool leads_to_front_page(std::string_view address) {
  if (std::find(kFrontPages.begin(), kFrontPages.end(), address) != kFrontPages.end()) return true;
  const auto scheme = address.rfind("://");
  if (scheme == std::string_view::npos) return false;
  const auto slash = address.find('/', scheme + 3);
  return slash == std::string_view::npos || slash + 1 == address.size();
}

/// <h1><a href="/">Name of the site</a></h1>
bool is_logo(const Document& document, NodeId heading) {
  for (NodeId n = heading + 1; n < document.end(heading); ++n) {
    if (document.tag(n) != Tag::a || document.text(n) != document.text(heading)) continue;
    if (leads_to_front_page(trim(document.attribute(n, Attribute::href)))) return true;
  }
  return false;
}

/// The heading as a nomination, its kicker left out.
TitleNomination nomination(const Page& page, std::string_view source, NodeId heading, const StatedTitles& stated) {
  auto parts = parts_of_heading(page.document, heading, stated.nominations());
  std::string text = without_date_before(parts ? parts->title : clean(page.document.text(heading)));
  std::string folded = fold(text);
  return {source, std::move(text), std::move(folded), 0.0, heading};
}

std::vector<NodeId> headings(const Page& page, int first_level, int last_level) {
  std::vector<NodeId> found;
  for (const auto& block : page.document.blocks()) {
    if (block.heading_level < first_level || block.heading_level > last_level || block.hidden || block.furniture) {
      continue;
    }
    NodeId heading = block.node;
    while (heading != kNoNode && heading_level(page.document.tag(heading)) == 0)
      heading = page.document.parent(heading);
    if (heading == kNoNode || (!found.empty() && found.back() == heading)) continue;
    found.push_back(heading);
  }
  return found;
}

/// Each h1 is a nomination of its own; the one that other sources back best weighs most.
std::vector<TitleNomination> h1_nominations(const Page& page, const StatedTitles& stated) {
  std::vector<TitleNomination> found;
  std::size_t main = 0;
  double best = 0;
  for (const NodeId h1 : headings(page, 1, 1)) {
    if (is_in_trail(page, h1) || is_logo(page.document, h1) || names_site(page.document.text(h1), page)) continue;
    auto candidate = nomination(page, "h1", h1, stated);
    if (candidate.folded.empty()) continue;
    const double backed = stated.backing(candidate.folded);
    if (backed > best + kClearlyBetter || found.empty()) {
      main = found.size();
      best = backed;
    }
    candidate.weight = kFurtherH1Weight;
    found.push_back(std::move(candidate));
    if (found.size() == kMostH1s) break;
  }
  if (!found.empty()) found[main].weight = best > 0 || stated.nominations().empty() ? kH1Weight : kUnbackedH1Weight;
  return found;
}

/// On a page without a usable h1: the heading that shares most words with a stated title.
std::vector<TitleNomination> lower_nomination(const Page& page, const StatedTitles& stated) {
  std::vector<TitleNomination> found;
  double best = kLeastLikeness;
  for (const NodeId heading : headings(page, 2, kLowestHeadingLevel)) {
    auto candidate = nomination(page, "lower heading", heading, stated);
    if (candidate.folded.size() < kShortestLowerHeading) continue;
    const std::string whole = fold(page.document.text(heading));
    double backed = stated.best_likeness(candidate.folded);
    if (whole != candidate.folded) backed = std::max(backed, stated.best_likeness(whole));
    if (backed < best || (!found.empty() && backed == best)) continue;
    best = backed;
    candidate.weight = kLowerHeadingWeight;
    found.clear();
    found.push_back(std::move(candidate));
  }
  return found;
}

}  // namespace

bool is_in_trail(const Page& page, NodeId heading) {
  if (page.places.hinted(heading, Hint::nav, 1)) return true;
  const NodeId item = page.document.closest(heading, Tag::li);
  return item != kNoNode && page.document.text(item) == page.document.text(heading);
}

std::vector<TitleNomination> heading_nominations(const Page& page, std::span<const TitleNomination> nominations) {
  const StatedTitles stated(nominations);
  auto found = h1_nominations(page, stated);
  return found.empty() ? lower_nomination(page, stated) : found;
}

}  // namespace klartext
