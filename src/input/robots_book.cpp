// RFC 9309: a robots.txt that is not there (4xx) allows everything, one that cannot be reached forbids everything, and
// what is known holds for a day.
#include "input/robots_book.h"

namespace klartext {
namespace {

constexpr Timestamp kValidSeconds = 86400;

/// Nothing is fetched from a server whose rules cannot be had, but a bad minute must not cost the whole night: after
/// this time they are asked for again.
constexpr Timestamp kErrorValidSeconds = 300;

/// Rules of more servers are thrown away now and then: lists of a million servers must not fill the memory.
constexpr std::size_t kMaxEntries = 10000;

/// What stays true of a server that cannot be reached: the address itself would fail alike.
bool is_unreachable(const Error& error) { return error.code == ErrorCode::network || error.code == ErrorCode::timeout; }

}  // namespace

RobotsBook::Verdict RobotsBook::ask(const std::string& url, JobId job, Timestamp now) {
  if (entries_.size() > kMaxEntries) forget_old(now);
  auto [found, is_new] = entries_.try_emplace(robots_url(url));
  Entry& entry = found->second;
  const bool expired = entry.known && now - entry.since > (entry.error ? kErrorValidSeconds : kValidSeconds);
  if (is_new || expired) {
    entry = {};
    entry.waiting.push_back(job);
    return {Verdict::Kind::ask_and_wait, std::nullopt, std::nullopt};
  }
  if (!entry.known) {
    entry.waiting.push_back(job);
    return {Verdict::Kind::wait, std::nullopt, std::nullopt};
  }
  if (entry.error) return {Verdict::Kind::refuse, entry.error, std::nullopt};
  if (entry.rules.allows(url)) return {Verdict::Kind::go, std::nullopt, entry.rules.crawl_delay()};
  return {Verdict::Kind::refuse,
          Error{ErrorCode::blocked, "the site's robots.txt asks programs not to fetch this address"}, std::nullopt};
}

std::vector<JobId> RobotsBook::answered(const std::string& robots_url, const Answer& answer, Timestamp now) {
  if (answer.status / 100 == 2) return settle(robots_url, RobotsRules(answer.body, token_), std::nullopt, now);
  const bool cannot_tell = answer.status >= 500 || answer.status == 429;
  if (!cannot_tell) return settle(robots_url, {}, std::nullopt, now);
  return settle(robots_url, {},
                Error{ErrorCode::blocked, "the site's robots.txt cannot be read (status " +
                                              std::to_string(answer.status) + "), so nothing may be fetched from it"},
                now);
}

std::vector<JobId> RobotsBook::failed(const std::string& robots_url, const Error& error, Timestamp now) {
  const ErrorCode code = is_unreachable(error) ? error.code : ErrorCode::blocked;
  return settle(robots_url, {}, Error{code, error.message + " (asked for robots.txt)"}, now);
}

std::vector<JobId> RobotsBook::settle(const std::string& robots_url, RobotsRules rules, std::optional<Error> error,
                                      Timestamp now) {
  Entry& entry = entries_[robots_url];
  entry.known = true;
  entry.rules = std::move(rules);
  entry.error = std::move(error);
  entry.since = now;
  return std::exchange(entry.waiting, {});
}

void RobotsBook::forget_old(Timestamp now) {
  std::erase_if(entries_,
                [&](const auto& entry) { return entry.second.known && now - entry.second.since > kValidSeconds; });
  if (entries_.size() <= kMaxEntries) return;
  std::erase_if(entries_, [](const auto& entry) { return entry.second.known; });
}

}  // namespace klartext
