// Which request may start now: limits per host and in all, pauses between requests to one host.
//
// Pure bookkeeping with the time handed in, so that it can be tested without waiting.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace klartext {

/// Of several requests that may start, the one with the lowest number does.
using JobId = std::uint64_t;

class HostSchedule {
 public:
  using Clock = std::chrono::steady_clock;
  using Time = Clock::time_point;

  HostSchedule(int max_connections, int max_per_host, double delay_seconds);

  /// Queues a request. `not_before` is for further tries; these stand before what is queued already.
  void add(JobId job, const std::string& host, std::optional<Time> not_before = std::nullopt);
  /// The next request that may start; it counts as running until `finished(host)`.
  std::optional<JobId> start(Time now);
  void finished(const std::string& host);

  /// Pause between starts that a host asks for; the longer one of this and the option holds.
  void set_delay(const std::string& host, double seconds);
  /// Nothing to this host before `until`.
  void hold(const std::string& host, Time until);

  /// When `start` may succeed by the passing of time alone; nullopt: only when something is added or finished.
  [[nodiscard]] std::optional<Time> next_start() const;
  /// A host that is being asked, for showing; empty if none.
  [[nodiscard]] std::string busy_host() const;

 private:
  struct Waiting {
    JobId job;
    Time not_before;
  };
  struct Host {
    std::deque<Waiting> queue;
    int running = 0;
    Clock::duration delay{};
    Time next_start{};
  };

  [[nodiscard]] bool has_room(const Host& host) const { return !host.queue.empty() && host.running < max_per_host_; }
  [[nodiscard]] static Time earliest(const Host& host);
  [[nodiscard]] static std::deque<Waiting>::iterator first_due(Host& host, Time now);
  Host& host_named(const std::string& name);
  void forget_idle_hosts();

  int max_connections_;
  int max_per_host_;
  Clock::duration delay_;
  int running_ = 0;
  std::unordered_map<std::string, Host> hosts_;
};

}  // namespace klartext
