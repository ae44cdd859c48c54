// robots.txt, as RFC 9309 has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext {

/// The rules of one robots.txt for one crawler.
class RobotsRules {
 public:
  /// No rules: everything is allowed.
  RobotsRules() = default;
  /// Reads the first 500 KiB of a robots.txt. Rules are those of all groups for `product_token` ("klartext"), else of
  /// all groups for "*".
  RobotsRules(std::string_view text, std::string_view product_token);

  /// Whether an address may be fetched. The longest rule that matches its path and query decides; at a tie, Allow.
  [[nodiscard]] bool allows(std::string_view url) const;

  /// Seconds between two requests that the site asks for (Crawl-delay, not in the RFC but in use).
  [[nodiscard]] std::optional<double> crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    std::string pattern;  ///< normalised; '*' stands for anything, '$' at the end for the end
    bool allow = false;
  };
  friend class RobotsParser;

  std::vector<Rule> rules_;
  std::optional<double> crawl_delay_;
};

/// The product token of a User-Agent header: "klartext" of "klartext/0.1 (+https://…)".
std::string product_token(std::string_view user_agent);

/// Address of the robots.txt that governs an http(s) address.
std::string robots_url(std::string_view url);

}  // namespace klartext
