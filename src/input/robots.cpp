// Lines are read one by one into two heaps, the rules for us and those for everybody; the second is used only if no
// group names us.
#include "input/robots.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace klartext {
namespace {

/// The least that the RFC asks crawlers to read; the rest may be ignored.
constexpr std::size_t kMaxRobotsBytes = std::size_t{500} << 10U;

/// Longer pauses would make a list stand still for the sake of one host.
constexpr double kMaxCrawlDelaySeconds = 120;

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool is_token_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }

std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  unsigned value = 0;
  if (at + 2 >= text.size() || text[at] != '%') return std::nullopt;
  const char* end = text.data() + at + 3;
  const auto parsed = std::from_chars(text.data() + at + 1, end, value, 16);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return static_cast<char>(value);
}

void append_escaped(std::string& out, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out.push_back('%');
  out.push_back(kDigits[value >> 4U]);
  out.push_back(kDigits[value & 0xFU]);
}

/// One spelling for equal paths: unreserved characters plain, others that are escaped in upper case, non-ASCII escaped.
std::string normalised(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (const auto byte = escaped_byte(path, at)) {
      is_unreserved(*byte) ? out.push_back(*byte) : append_escaped(out, *byte);
      at += 2;
    } else if (static_cast<unsigned char>(path[at]) >= 0x80) {
      append_escaped(out, path[at]);
    } else {
      out.push_back(path[at]);
    }
  }
  return out;
}

std::string_view origin_of(std::string_view url) {
  const auto host = url.find("://");
  if (host == std::string_view::npos) return url;
  return url.substr(0, url.find_first_of("/?#", host + 3));
}

std::string path_and_query(std::string_view url) {
  auto rest = url.substr(origin_of(url).size());
  rest = rest.substr(0, rest.find('#'));
  return normalised(rest.starts_with('/') ? std::string(rest) : "/" + std::string(rest));
}

/// Matches the pieces of a pattern between its stars one behind the other, each as early as possible.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t at = 0;
  bool first = true;
  while (true) {
    const auto star = pattern.find('*');
    const auto piece = pattern.substr(0, star);
    const bool last = star == std::string_view::npos;
    if (last && to_the_end)
      return path.size() >= at + piece.size() && path.ends_with(piece) && (!first || path == piece);
    const auto found = path.find(piece, at);
    if (found == std::string_view::npos || (first && found != 0)) return false;
    if (last) return true;
    at = found + piece.size();
    pattern.remove_prefix(star + 1);
    first = false;
  }
}

}  // namespace

/// Reads robots.txt line by line.
class RobotsParser {
 public:
  explicit RobotsParser(std::string_view token) : token_(token) {}

  RobotsRules read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of("\r\n"), text.size());
      line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return named_ ? std::move(ours_) : std::move(everybodys_);
  }

 private:
  void line(std::string_view text) {
    text = text.substr(0, text.find('#'));
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return;
    const auto key = trim(text.substr(0, colon));
    const auto value = trim(text.substr(colon + 1));
    if (equals_ignoring_case(key, "user-agent")) return agent(value);
    if (equals_ignoring_case(key, "allow")) return rule(value, true);
    if (equals_ignoring_case(key, "disallow")) return rule(value, false);
    if (equals_ignoring_case(key, "crawl-delay")) return delay(value);
  }

  /// Lines with agents, one behind the other, open a group together.
  void agent(std::string_view value) {
    if (!in_agents_) for_us_ = for_everybody_ = false;
    in_agents_ = true;
    const auto end = std::find_if_not(value.begin(), value.end(), is_token_character);
    const auto token = value.substr(0, static_cast<std::size_t>(end - value.begin()));
    if (value.starts_with('*')) for_everybody_ = true;
    if (!token.empty() && equals_ignoring_case(token, token_)) named_ = for_us_ = true;
  }

  void rule(std::string_view pattern, bool allow) {
    in_agents_ = false;
    if (pattern.empty()) return;  // "Disallow:" forbids nothing
    if (for_us_) ours_.rules_.push_back({normalised(pattern), allow});
    if (for_everybody_) everybodys_.rules_.push_back({normalised(pattern), allow});
  }

  void delay(std::string_view value) {
    in_agents_ = false;
    double seconds = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (parsed.ec != std::errc{} || !(seconds >= 0)) return;
    seconds = std::min(seconds, kMaxCrawlDelaySeconds);
    if (for_us_) ours_.crawl_delay_ = seconds;
    if (for_everybody_) everybodys_.crawl_delay_ = seconds;
  }

  std::string_view token_;
  RobotsRules ours_;
  RobotsRules everybodys_;
  bool in_agents_ = false;
  bool for_us_ = false;
  bool for_everybody_ = false;
  bool named_ = false;  ///< some group is for us, be it without rules
};

RobotsRules::RobotsRules(std::string_view text, std::string_view product_token)
    : RobotsRules(RobotsParser(product_token).read(text.substr(0, kMaxRobotsBytes))) {}

bool RobotsRules::allows(std::string_view url) const {
  const std::string path = path_and_query(url);
  if (path == "/robots.txt") return true;
  std::size_t longest = 0;
  bool allowed = true;
  for (const auto& rule : rules_) {
    const std::size_t length = rule.pattern.size();
    if (length < longest || (length == longest && !rule.allow) || !matches(rule.pattern, path)) continue;
    longest = length;
    allowed = rule.allow;
  }
  return allowed;
}

std::string product_token(std::string_view user_agent) {
  const auto end = std::find_if_not(user_agent.begin(), user_agent.end(), is_token_character);
  return std::string(user_agent.begin(), end);
}

std::string robots_url(std::string_view url) { return std::string(origin_of(url)) + "/robots.txt"; }

}  // namespace klartext
