// Every host with something queued is looked at for each start; there are never more of them than requests in flight
// and queued, which the feed limits to some hundred.
#include "input/host_schedule.h"

#include <algorithm>

namespace klartext {
namespace {

/// Hosts whose pauses are remembered though nothing is queued for them.
constexpr std::size_t kRememberedHosts = 4096;

HostSchedule::Clock::duration duration_of(double seconds) {
  return std::chrono::duration_cast<HostSchedule::Clock::duration>(std::chrono::duration<double>(seconds));
}

}  // namespace

HostSchedule::HostSchedule(int max_connections, int max_per_host, double delay_seconds)
    : max_connections_(std::max(1, max_connections)),
      max_per_host_(std::max(1, max_per_host)),
      delay_(duration_of(delay_seconds)) {}

HostSchedule::Host& HostSchedule::host_named(const std::string& name) {
  const auto [entry, is_new] = hosts_.try_emplace(name);
  if (is_new) entry->second.delay = delay_;
  return entry->second;
}

void HostSchedule::add(JobId job, const std::string& host, std::optional<Time> not_before) {
  if (hosts_.size() > kRememberedHosts) forget_idle_hosts();
  auto& queue = host_named(host).queue;
  if (not_before) {
    queue.push_front({job, *not_before});
  } else {
    queue.push_back({job, Time{}});
  }
}

HostSchedule::Time HostSchedule::earliest(const Host& host) {
  const auto next = std::min_element(host.queue.begin(), host.queue.end(),
                                     [](const auto& a, const auto& b) { return a.not_before < b.not_before; });
  return std::max(host.next_start, next->not_before);
}

std::deque<HostSchedule::Waiting>::iterator HostSchedule::first_due(Host& host, Time now) {
  return std::find_if(host.queue.begin(), host.queue.end(),
                      [&](const auto& waiting) { return waiting.not_before <= now; });
}

std::optional<JobId> HostSchedule::start(Time now) {
  if (running_ >= max_connections_) return std::nullopt;
  Host* chosen = nullptr;
  for (auto& [name, host] : hosts_) {
    if (!has_room(host) || earliest(host) > now) continue;
    if (chosen == nullptr || first_due(host, now)->job < first_due(*chosen, now)->job) chosen = &host;
  }
  if (chosen == nullptr) return std::nullopt;
  const auto next = first_due(*chosen, now);
  const JobId job = next->job;
  chosen->queue.erase(next);
  ++chosen->running;
  ++running_;
  chosen->next_start = now + chosen->delay;
  return job;
}

void HostSchedule::finished(const std::string& host) {
  --running_;
  --host_named(host).running;
}

void HostSchedule::set_delay(const std::string& host, double seconds) {
  auto& entry = host_named(host);
  entry.delay = std::max(delay_, duration_of(seconds));
}

void HostSchedule::hold(const std::string& host, Time until) {
  auto& entry = host_named(host);
  entry.next_start = std::max(entry.next_start, until);
}

std::optional<HostSchedule::Time> HostSchedule::next_start() const {
  std::optional<Time> next;
  if (running_ >= max_connections_) return next;
  for (const auto& [name, host] : hosts_) {
    if (has_room(host)) next = std::min(next.value_or(Time::max()), earliest(host));
  }
  return next;
}

std::string HostSchedule::busy_host() const {
  const auto busy =
      std::find_if(hosts_.begin(), hosts_.end(), [](const auto& entry) { return entry.second.running > 0; });
  return busy == hosts_.end() ? std::string() : busy->first;
}

void HostSchedule::forget_idle_hosts() {
  std::erase_if(hosts_, [](const auto& entry) {
    return entry.second.queue.empty() && entry.second.running == 0 && entry.second.next_start <= Clock::now();
  });
}

}  // namespace klartext
