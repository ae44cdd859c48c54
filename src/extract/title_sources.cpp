// Where a page states its title, and how the site's name is taken off it.
#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.h"
#include "base/url.h"
#include "extract/headline.h"
#include "extract/printed_headings.h"
#include "extract/title_noise.h"

namespace klartext {
namespace {

/// What a source's vote weighs, relative to the main h1 (printed_headings.cpp). Found by a search over the weights on
/// half of the 1,049 pages with a known title, the other half confirming; alone, the main h1 is right on 77% of all
/// pages, og:title on 66%, <title> on 57%, JSON-LD on 41% (where it is there: 85%).
constexpr double kJsonLdWeight = 0.95;
constexpr double kTitleElementWeight = 0.12;

struct MetaSource {
  std::string_view key;
  double weight;
};
constexpr std::array kMetaSources = {
    MetaSource{"og:title", 0.8},        MetaSource{"twitter:title", 0.15}, MetaSource{"dc.title", 0.14},
    MetaSource{"dcterms.title", 0.14},  MetaSource{"citation_title", 0.4}, MetaSource{"parsely-title", 0.14},
    MetaSource{"sailthru.title", 0.14}, MetaSource{"title", 0.14},
};

constexpr std::array<std::string_view, 10> kSeparators = {" | ", " - ", " – ",  " — ", " · ",
                                                          " • ", " » ", " :: ", " / ", " › "};
/// Behind a bar stands a site or a section, hardly ever a part of the title, if it is short.
constexpr std::size_t kLongestSiteNameWords = 5;

/// A section's name is a single word.
constexpr std::size_t kFewestWordsOfSlug = 2;

/// Letters and digits alone, folded: "Süddeutsche.de" compares with the host.
std::string squeezed(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  for (const auto word : words(folded)) out += word;
  return out;
}

bool is_site_name(std::string_view part, const std::vector<std::string>& names) {
  const std::string own = squeezed(part);
  if (own.empty()) return false;
  return std::any_of(names.begin(), names.end(), [&own](const std::string& name) {
    if (own == name) return true;
    const bool alike = own.size() >= 4 && name.size() >= 4 &&
                       std::max(own.size(), name.size()) <= 3 * std::min(own.size(), name.size());
    return alike && (own.starts_with(name) || name.starts_with(own) || own.ends_with(name) || name.ends_with(own));
  });
}

struct Cut {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
  bool is_bar = false;
};

/// The separator that stands at this place, which is a blank.
Cut separator_at(std::string_view title, std::size_t at) {
  for (const auto separator : kSeparators) {
    if (!title.substr(at).starts_with(separator)) continue;
    const bool is_bar = separator == " | " || separator == " » " || separator == " :: " || separator == " • ";
    return {at, at + separator.size(), is_bar};
  }
  return {};
}

Cut last_separator(std::string_view title) {
  Cut cut;
  for (std::size_t at = title.size(); at-- > 0 && cut.begin == std::string_view::npos;) {
    if (title[at] == ' ') cut = separator_at(title, at);
  }
  return cut;
}

Cut first_separator(std::string_view title) {
  Cut cut;
  for (std::size_t at = 0; at < title.size() && cut.begin == std::string_view::npos; ++at) {
    if (title[at] == ' ') cut = separator_at(title, at);
  }
  return cut;
}

/// Behind a bar or dash: is it the site or a section, and not the headline that the page prints?
bool may_be_dropped(const Cut& cut, std::string_view part, const std::vector<std::string>& names) {
  return is_site_name(part, names) || (cut.is_bar && count_words(part) <= kLongestSiteNameWords);
}

bool is_printed_headline(const Page& page, std::string_view text) {
  const std::string folded = fold(text);
  const auto& blocks = page.document.blocks();
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    return block.heading_level == 1 && folds_to(page.document.text(block), folded);
  });
}

void nominate(std::vector<TitleNomination>& nominations, const Page& page, std::string_view source,
              std::string_view text, double weight) {
  std::string stripped = without_date_before(without_site_name(text, page));
  std::string folded = fold(stripped);
  if (folded.empty()) return;
  nominations.push_back({source, std::move(stripped), std::move(folded), weight, kNoNode});
}

/// "/2013/08/07/weitere-digitalisierung-der-kinos/" names the headline well enough to tell which heading prints it, but
/// is none itself.
std::optional<TitleNomination> title_in_address(const Page& page) {
  const auto steps = split(url_path(page.url), "/");
  if (steps.empty()) return std::nullopt;
  auto slug = std::string(steps.back().substr(0, steps.back().rfind('.')));
  std::ranges::replace(slug, '-', ' ');
  std::ranges::replace(slug, '_', ' ');
  std::string folded = fold(slug);
  if (count_words(folded) < kFewestWordsOfSlug) return std::nullopt;
  return TitleNomination{"address", std::move(slug), std::move(folded), kTitleElementWeight, kNoNode};
}

/// content="Sieger und "hoher Besuch"": pages that do not escape quotation marks lose what follows the first.
bool is_cut_at_quote(std::string_view content, std::string_view title) {
  if (content.empty() || !title.starts_with(content)) return false;
  return trim(title.substr(content.size())).starts_with('"');
}

}  // namespace

std::string without_site_name(std::string_view title, const Page& page) {
  std::string_view rest = trim(title);
  const auto& names = page.site_names;
  for (Cut cut = last_separator(rest); cut.begin != std::string_view::npos; cut = last_separator(rest)) {
    if (!may_be_dropped(cut, rest.substr(cut.end), names) || is_printed_headline(page, rest)) break;
    rest = trim(rest.substr(0, cut.begin));
  }
  const Cut front = first_separator(rest);
  if (front.begin != std::string_view::npos && is_site_name(rest.substr(0, front.begin), names) &&
      !is_printed_headline(page, rest)) {
    rest = trim(rest.substr(front.end));
  }
  return clean(rest);
}

std::vector<std::string> site_names(const Page& page) {
  std::vector<std::string> names;
  const auto add = [&names](std::string_view name) {
    if (auto squeezed_name = squeezed(name); squeezed_name.size() > 1) names.push_back(std::move(squeezed_name));
  };
  add(page.facts.meta("og:site_name"));
  add(page.facts.meta("application-name"));
  add(page.facts.meta("twitter:site"));
  for (const auto& name : page.facts.site_names) add(name);
  for (const auto& article : page.facts.articles) add(article.publisher);
  const auto domain = registrable_domain(page.base_url);
  add(domain);
  add(domain.substr(0, domain.find('.')));
  return names;
}

bool names_site(std::string_view text, const Page& page) {
  const auto& names = page.site_names;
  return std::find(names.begin(), names.end(), squeezed(text)) != names.end();
}

std::vector<TitleNomination> title_nominations(const Page& page) {
  std::vector<TitleNomination> stated;
  for (const auto& source : kMetaSources) {
    if (is_cut_at_quote(page.facts.meta(source.key), page.facts.title)) continue;
    nominate(stated, page, source.key, page.facts.meta(source.key), source.weight);
  }
  if (page.article != nullptr) {
    const auto& name = page.article->headline.empty() ? page.article->name : page.article->headline;
    nominate(stated, page, "json-ld headline", name, kJsonLdWeight);
  }
  nominate(stated, page, "title element", page.facts.title, kTitleElementWeight);
  auto known = stated;
  if (auto address = title_in_address(page)) known.push_back(std::move(*address));
  auto nominations = heading_nominations(page, known);
  nominations.insert(nominations.end(), std::make_move_iterator(stated.begin()), std::make_move_iterator(stated.end()));
  return nominations;
}

}  // namespace klartext
