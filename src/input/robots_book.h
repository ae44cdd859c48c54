// What is known of the robots.txt of each server, and which requests wait for it.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "input/answer.h"
#include "input/host_schedule.h"
#include "input/http_time.h"
#include "input/robots.h"

namespace klartext {

class RobotsBook {
 public:
  explicit RobotsBook(std::string product_token) : token_(std::move(product_token)) {}

  /// What to do with a request.
  struct Verdict {
    enum class Kind : std::uint8_t { go, refuse, wait, ask_and_wait };
    Kind kind = Kind::go;
    std::optional<Error> error;         ///< of a refusal
    std::optional<double> crawl_delay;  ///< of the server, if it asks for one
  };

  /// May `job` fetch `url`? With `wait` and `ask_and_wait` it is kept until the rules are known; the latter says that
  /// nobody has asked for them yet.
  Verdict ask(const std::string& url, JobId job, Timestamp now);

  /// The rules behind a robots.txt address are known now, or cannot be had. Returns the jobs that waited.
  std::vector<JobId> answered(const std::string& robots_url, const Answer& answer, Timestamp now);
  std::vector<JobId> failed(const std::string& robots_url, const Error& error, Timestamp now);

 private:
  struct Entry {
    bool known = false;
    RobotsRules rules;
    std::optional<Error> error;  ///< nothing may be fetched
    Timestamp since = 0;
    std::vector<JobId> waiting;
  };

  std::vector<JobId> settle(const std::string& robots_url, RobotsRules rules, std::optional<Error> error,
                            Timestamp now);
  void forget_old(Timestamp now);

  std::string token_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace klartext
