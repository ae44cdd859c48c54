// A part of a title stands apart if separators or nothing are around it. "E-Government" in the slogan of a site does
// not.
#include "sites/hints.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"

namespace klartext::sites {
namespace {

/// Shorter texts stand in too many titles by chance.
constexpr std::size_t kConfirmedAtLeast = 4;
/// "Kommune21 - E-Government, Internet und Informationstechnik"
constexpr std::size_t kSiteNameBytes = 64;

bool is_separator(char c) { return c == '|' || c == ':' || c == '-' || c == '/'; }

bool separator_ends(std::string_view before) {
  before = trim(before);
  return before.empty() || is_separator(before.back()) || before.ends_with("·") || before.ends_with("»");
}

bool separator_begins(std::string_view after) {
  const bool blank = !after.empty() && after.front() == ' ';
  after = trim(after);
  if (after.empty() || after.front() == '|' || after.starts_with("·")) return true;
  // A colon or a hyphen right behind a word may belong to the words: "Onlinezugang: Jetzt", "E-Government".
  return blank && is_separator(after.front());
}

bool stands_apart(std::string_view title, std::string_view text) {
  for (auto at = title.find(text); at != std::string_view::npos; at = title.find(text, at + 1)) {
    if (separator_ends(title.substr(0, at)) && separator_begins(title.substr(at + text.size()))) return true;
  }
  return false;
}

bool is_title_key(std::string_view key) {
  constexpr std::array<std::string_view, 4> kKeys = {"og:title", "twitter:title", "dc.title", "title"};
  return std::any_of(kKeys.begin(), kKeys.end(), [key](std::string_view k) { return equals_ignoring_case(k, key); });
}

/// "Ein Portal für alle - Kommune21 mobil" closes with the folded text, and what stands before is no name of the site.
bool closes_title(std::string_view title, std::string_view text, const Phrases& names) {
  if (!title.ends_with(text) || title.size() == text.size()) return false;
  const auto before = trim(title.substr(0, title.size() - text.size()));
  return !before.empty() && is_separator(before.back()) && !names.are_all_of(before);
}

}  // namespace

std::vector<std::string> page_titles(const Document& document) {
  std::vector<std::string> titles;
  for (NodeId n = 0; n < document.size(); ++n) {
    const Tag tag = document.tag(n);
    if (tag == Tag::title && document.closest(n, Tag::head) != kNoNode) titles.push_back(clean(document.text(n)));
    if (tag != Tag::meta) continue;
    const auto property = document.attribute(n, Attribute::property);
    if (is_title_key(property) || is_title_key(document.attribute(n, Attribute::name))) {
      titles.push_back(clean_markup(document.attribute(n, Attribute::content)));
    }
  }
  return titles;
}

std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  constexpr std::array<std::string_view, 5> kSeparators = {" | ", " - ", " – ", ": ", " · "};
  for (std::size_t at = 0; at <= title.size(); ++at) {
    const auto rest = title.substr(at);
    const auto* found = std::find_if(kSeparators.begin(), kSeparators.end(),
                                     [rest](std::string_view separator) { return rest.starts_with(separator); });
    if (found == kSeparators.end() && at < title.size()) continue;
    if (const auto part = trim(title.substr(begin, at - begin)); !part.empty()) parts.push_back(part);
    if (found != kSeparators.end()) begin = at + found->size();
  }
  return parts;
}

TitleHints::TitleHints(const Document& document, const Profile& profile, std::string_view url)
    : profile_(&profile), url_(url) {
  for (const auto& title : page_titles(document)) titles_.push_back(fold(title));
}

bool TitleHints::are_site_name(std::string_view text) const {
  const Phrases& names = profile_->title_names;
  if (names.are_all_of(text)) return true;
  if (text.size() > kSiteNameBytes || !names.stand_in(text)) return false;
  const auto folded = fold(text);
  return std::any_of(titles_.begin(), titles_.end(),
                     [&](const std::string& title) { return closes_title(title, folded, names); });
}

bool TitleHints::confirm(std::string_view text) const {
  if (text.size() < kConfirmedAtLeast || are_site_name(text)) return false;
  const auto folded = fold(text);
  const bool titled = std::any_of(titles_.begin(), titles_.end(),
                                  [&](const std::string& title) { return stands_apart(title, folded); });
  return titled || (!url_.empty() && address_spells(url_, text));
}

bool TitleHints::are_spelled_by_article_address(std::string_view text) const {
  const auto& paths = profile_->article_paths;
  const auto path = url_path(url_);
  return std::any_of(paths.begin(), paths.end(), [path](const std::string& p) { return path.starts_with(p); }) &&
         address_spells(url_, text);
}

bool TitleHints::confirm_pair(std::string_view before, std::string_view after) const {
  const auto pair = fold(std::string(before) + ": " + std::string(after));
  return std::any_of(titles_.begin(), titles_.end(),
                     [&](const std::string& title) { return stands_apart(title, pair); });
}

}  // namespace klartext::sites
