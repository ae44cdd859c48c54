// The thread around the engine, and the box through which addresses reach it.
#include "input/fetcher.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "input/fetch_engine.h"

namespace klartext {
namespace {

struct Submission {
  std::string url;
  bool listed = false;
  Fetcher::Done done;
};

}  // namespace

class Fetcher::Thread {
 public:
  explicit Thread(const FetchOptions& options) : engine_(FetchEngine::open(options)), thread_([this] { run(); }) {}

  ~Thread() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_up();
    thread_.join();
  }
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;

  void submit(Submission submission) {
    {
      const std::lock_guard lock(mutex_);
      inbox_.push_back(std::move(submission));
    }
    wake_up();
  }

  std::string current_host() {
    const std::lock_guard lock(mutex_);
    return busy_host_;
  }

 private:
  void wake_up() {
    arrived_.notify_one();
    if (engine_) (*engine_)->wake_up();
  }

  void run() {
    while (const auto submissions = take_inbox()) {
      for (const auto& submission : *submissions) begin(submission);
      if (engine_) (*engine_)->run_once();
    }
  }

  /// nullopt when the fetcher is to end. Without an engine there is nothing to do but wait.
  std::optional<std::vector<Submission>> take_inbox() {
    std::unique_lock lock(mutex_);
    if (!engine_) arrived_.wait(lock, [&] { return stopping_ || !inbox_.empty(); });
    if (engine_) busy_host_ = (*engine_)->busy_host();
    if (stopping_) return std::nullopt;
    return std::exchange(inbox_, {});
  }

  void begin(const Submission& submission) {
    if (!engine_) return submission.done(engine_.error());
    (*engine_)->add(submission.url, submission.listed, submission.done);
  }

  Result<std::unique_ptr<FetchEngine>> engine_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<Submission> inbox_;
  std::string busy_host_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all the others
};

Fetcher::Fetcher(const FetchOptions& options) : thread_(std::make_unique<Thread>(options)) {}
Fetcher::~Fetcher() = default;

void Fetcher::submit(std::string url, bool listed, Done done) {
  thread_->submit({std::move(url), listed, std::move(done)});
}

std::string Fetcher::current_host() const { return thread_->current_host(); }

}  // namespace klartext
