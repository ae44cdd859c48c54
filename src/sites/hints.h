// What the page says elsewhere about its own headline: <title>, og:title and the like, and the page's address.
//
// Hints never give a value; they confirm what was seen. A hint may hold the kicker, the site's name and a slogan
// besides the headline ("Kommune21 - E-Government, Internet und Informationstechnik: Partner der Kommunen").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/document.h"
#include "sites/profile.h"

namespace klartext::sites {

class TitleHints {
 public:
  TitleHints(const Document& document, const Profile& profile, std::string_view url);
  /// `text` is a part of <title> or a meta title between separators, or the end of the page's address spells it.
  [[nodiscard]] bool confirm(std::string_view text) const;
  /// `before` and `after` stand side by side in a title, parted by separators.
  [[nodiscard]] bool confirm_pair(std::string_view before, std::string_view after) const;
  /// The page's address is one of an article and spells `text`.
  [[nodiscard]] bool are_spelled_by_article_address(std::string_view text) const;
  /// `text` is the publication's name, or holds it and closes <title> behind a headline: "Kommune21 mobil".
  [[nodiscard]] bool are_site_name(std::string_view text) const;

 private:
  const Profile* profile_;
  std::string url_;
  std::vector<std::string> titles_;  ///< folded
};

/// Texts of <title> and the meta titles, as printed.
std::vector<std::string> page_titles(const Document& document);

/// Parts of a title between its separators.
std::vector<std::string_view> title_parts(std::string_view title);

}  // namespace klartext::sites
