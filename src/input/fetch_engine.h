// What happens to each address between being handed in and being done. Belongs to one thread.
#pragma once

#include <deque>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>

#include "input/curl_library.h"
#include "input/fetcher.h"
#include "input/host_schedule.h"
#include "input/http_cache.h"
#include "input/robots_book.h"
#include "input/transfer.h"
#include "input/warc_writer.h"

namespace klartext {

/// One address on its way.
struct FetchJob {
  JobId id = 0;
  std::string url;        ///< of the current hop
  std::string first_url;  ///< that was handed in
  Fetcher::Done done;     ///< empty for a robots.txt
  bool obeys_robots = false;
  int redirects = 0;
  int tries = 0;           ///< of this hop
  bool refreshed = false;  ///< a meta refresh was followed
  Timestamp requested = 0;
  std::optional<StoredAnswer> stale;  ///< being asked about
  std::unique_ptr<Transfer> transfer;

  [[nodiscard]] bool is_robots() const { return !done; }
};

class FetchEngine {
 public:
  /// Error: libcurl, the cache folder or the archive folder cannot be used.
  static Result<std::unique_ptr<FetchEngine>> open(const FetchOptions& options);
  ~FetchEngine();
  FetchEngine(const FetchEngine&) = delete;
  FetchEngine& operator=(const FetchEngine&) = delete;

  void add(const std::string& url, bool listed, Fetcher::Done done);
  /// One round: begins, starts, receives, finishes; then waits for the network, for time, or for `wake_up`.
  void run_once();
  /// Ends the waiting of `run_once`. Thread-safe.
  void wake_up();
  [[nodiscard]] std::string busy_host() const { return schedule_.busy_host(); }

 private:
  FetchEngine(const CurlLibrary& library, const FetchOptions& options);
  std::optional<Error> open_folders();

  void begin(JobId id);
  bool may_go(JobId id, const FetchJob& job);
  void ask_for_robots(const std::string& url);
  bool answer_from_cache(JobId id, FetchJob& job);
  void start_transfers();
  void start(JobId id);
  void collect_finished();
  void wait_for_something();

  void settle(JobId id, Attempt attempt);
  bool try_again(JobId id, const Attempt& attempt);
  std::optional<Error> archive(const Answer& answer, const std::string& sent);
  std::optional<Error> archive_stored(const StoredAnswer& stored);
  std::optional<Error> keep_in_cache(FetchJob& job, Answer& answer);
  void handle(JobId id, Answer answer);
  void go_to(JobId id, std::string url);
  void finish(JobId id, Result<FetchedPage> page);
  void robots_settled(JobId id, const Result<Answer>& answer);

  [[nodiscard]] const FetchOptions& options_for(const FetchJob& job) const {
    return job.is_robots() ? robots_options_ : options_;
  }

  const CurlLibrary& library_;
  FetchOptions options_;
  FetchOptions robots_options_;
  std::string variant_;  ///< request headers that may change answers, hashed
  CURLM* multi_;
  CURLSH* share_;
  bool cookies_loaded_ = false;
  HostSchedule schedule_;
  RobotsBook robots_;
  std::optional<HttpCache> cache_;
  std::optional<WarcWriter> archive_;
  std::unordered_map<JobId, FetchJob> jobs_;
  std::deque<JobId> beginning_;
  JobId next_robots_ = 0;
  JobId next_page_;
  std::mt19937 random_;
};

}  // namespace klartext
