// An address of a known host settles it. Without one every landmark has a weight, and the sum must reach what the
// profile calls enough: no ordinary news page prints a bracketed date and "Weitere Meldungen … aus dem Bereich" and a
// row of "Druckversion PDF Link mailen"; and the site's name, one of its own headings or the shape of an article must
// be among them, two of these on a page that holds no bracketed date. A page that neither holds one nor names a site in
// its title is refused at once.
#include "sites/match.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "sites/anchor.h"
#include "sites/hints.h"
#include "sites/landmarks.h"
#include "sites/sheet.h"
#include "sites/sign.h"

namespace klartext::sites {
namespace {

/// So many links to the site's own host, and more than a third of all absolute ones, make a page of the site.
constexpr std::size_t kLinksAtLeast = 3;

/// "[" and a digit somewhere: cheap, and false on nearly every page that is none of these sites'.
bool may_hold_bracketed_date(std::string_view text) {
  for (auto at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    if (bracketed_date(text.substr(at, 48))) return true;
  }
  return false;
}

/// The parts of each title of the page.
using Titles = std::vector<std::vector<std::string_view>>;

bool title_names(const Profile& profile, const Titles& titles) {
  return std::any_of(titles.begin(), titles.end(), [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
      return profile.title_names.are_all_of(part) || profile.title_names.open(part).has_value();
    });
  });
}

bool links_name(const Profile& profile, const Document& document) {
  std::size_t absolute = 0;
  std::size_t own = 0;
  for (NodeId n = 0; n < document.size(); ++n) {
    const bool link = document.tag(n) == Tag::a || document.tag(n) == Tag::base || document.tag(n) == Tag::link;
    if (!link) continue;
    const auto href = document.attribute(n, Attribute::href);
    if (!is_http_url(href)) continue;
    ++absolute;
    if (is_host_of(profile, href)) ++own;
  }
  return own >= kLinksAtLeast && own * 3 > absolute;
}

bool has(const Landmarks& landmarks, Kind kind) {
  return std::find(landmarks.kinds.begin(), landmarks.kinds.end(), kind) != landmarks.kinds.end();
}

/// A line of at least two tool words: one alone ("PDF") stands on many pages.
bool has_tools(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile) {
  for (std::uint32_t i = 0; i < sheet.size(); ++i) {
    if (landmarks.kind(i) == Kind::tools && profile.print.stand_in(sheet.text(i))) return true;
  }
  return false;
}

bool is_signed(const Profile& profile, std::string_view text) {
  const auto signs = closing_sign(profile, text);
  return !signs.empty() && signs.front().type == Author::Type::initials &&
         signs.front().name == lower_ascii(signs.front().name);
}

/// The text that a date in brackets opens ends in a lower-case sign, or keywords stand under their label behind it.
bool has_shape(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile) {
  bool dated = false;
  for (std::uint32_t i = 0; i < sheet.size(); ++i) {
    if (sheet.line(i).furniture != kNoNode) continue;
    const Kind kind = landmarks.kind(i);
    if (dated && (kind == Kind::tags || (is_prose(sheet, i) && is_signed(profile, sheet.text(i))))) return true;
    dated = dated || kind == Kind::dated;
  }
  return false;
}

struct Score {
  int landmarks = 0;
  int name = 0;
  bool dated = false;
  bool heading = false;  ///< one of the headings that no other site prints
  bool tags = false;
  bool shape = false;  ///< a text from its date to its end
};

Score score(const Profile& profile, const Sheet& sheet, const Titles& titles) {
  const Landmarks landmarks = find_landmarks(sheet, profile);
  const MatchWeights& weights = profile.weights;
  Score score;
  score.dated = has(landmarks, Kind::dated);
  score.shape = score.dated && has_shape(sheet, landmarks, profile);
  score.tags = has(landmarks, Kind::tags);
  score.heading = !landmarks.related.empty() || !landmarks.providers.empty();
  if (score.dated) score.landmarks += weights.dated;
  if (!landmarks.related.empty()) score.landmarks += weights.related;
  if (!landmarks.providers.empty()) score.landmarks += weights.providers;
  if (score.tags) score.landmarks += weights.tags;
  if (score.shape) score.landmarks += weights.shape;
  if (has_tools(sheet, landmarks, profile)) score.landmarks += weights.tools;
  if (title_names(profile, titles)) score.name += weights.name;
  if (links_name(profile, sheet.document())) score.name += weights.links;
  return score;
}

/// "Impressum - Kommune21 online | Kommune21 - E-Government, …": no other site prints two of its names.
bool title_is_signed(const Profile& profile, const Titles& titles) {
  return std::any_of(titles.begin(), titles.end(), [&](const auto& parts) {
    return std::count_if(parts.begin(), parts.end(),
                         [&](std::string_view part) { return profile.title_names.are_all_of(part); }) > 1;
  });
}

Match match_by_landmarks(const std::vector<Profile>& profiles, const Document& document) {
  const auto whole_titles = page_titles(document);
  Titles titles;
  for (const auto& title : whole_titles) titles.push_back(title_parts(title));
  const bool named = std::any_of(profiles.begin(), profiles.end(),
                                 [&](const Profile& profile) { return title_names(profile, titles); });
  for (const Profile& profile : profiles) {
    if (title_is_signed(profile, titles)) return {&profile, true};
  }
  if (!named && !may_hold_bracketed_date(document.all_text())) return {};
  const Sheet sheet(document);
  Match best;
  int best_sum = 0;
  for (const Profile& profile : profiles) {
    const Score own = score(profile, sheet, titles);
    const int sum = own.landmarks + own.name;
    const bool telling =
        own.dated ? own.heading || own.name > 0 || own.shape : own.name > 0 && (own.heading || own.tags);
    if (!telling || sum < profile.weights.enough || sum <= best_sum) continue;
    best = {&profile, own.name > 0};
    best_sum = sum;
  }
  return best;
}

}  // namespace

bool is_host_of(const Profile& profile, std::string_view url) {
  const auto host = lower_ascii(url_host(url));
  return std::any_of(profile.hosts.begin(), profile.hosts.end(), [&](const std::string& known) {
    return host == known ||
           (host.size() > known.size() && host.ends_with(known) && host[host.size() - known.size() - 1] == '.');
  });
}

Match match_profile(const std::vector<Profile>& profiles, const Document& document, std::string_view url) {
  for (const Profile& profile : profiles) {
    if (is_host_of(profile, url)) return {&profile, true};
  }
  return match_by_landmarks(profiles, document);
}

}  // namespace klartext::sites
