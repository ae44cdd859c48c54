// Until the first address turns up, whoever asks for a task reads the next input itself. From then on a thread (the
// pump) reads the inputs, hands addresses to the fetcher, and puts files and fetched pages into one queue in the order
// in which they become ready: a slow list must not keep fetched pages waiting, nor a slow server the files.
#include "input/feed.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "input/fetcher.h"

namespace klartext {
namespace {

/// Addresses that are fetched ahead, for each connection: enough for all hosts to be busy while one is slow.
constexpr std::size_t kAheadPerConnection = 4;

/// Fetched pages that wait for a worker are not let grow beyond this.
constexpr std::size_t kMaxWaitingBytes = std::size_t{128} << 20U;

/// Tasks that wait in the queue; a file is only a name there.
constexpr std::size_t kMaxWaitingTasks = 64;

/// Opens a file when its first page is asked for, in the worker.
class FilePages : public PageStream {
 public:
  FilePages(Input input, ReadOptions options) : input_(std::move(input)), options_(options) {}

  std::optional<PageItem> next() override {
    if (!pages_) pages_ = open_pages(input_, options_);
    return pages_->next();
  }

 private:
  Input input_;
  ReadOptions options_;
  std::unique_ptr<PageStream> pages_;
};

/// Looks into a fetched page in the worker.
class FetchedPages : public PageStream {
 public:
  FetchedPages(std::string name, FetchedPage page, ReadOptions options)
      : name_(std::move(name)), page_(std::move(page)), options_(options) {}

  std::optional<PageItem> next() override {
    if (!pages_) {
      Source source{name_, std::move(page_.url), std::move(page_.content_type), std::nullopt};
      pages_ = pages_of_bytes(std::move(page_.bytes), std::move(source), options_);
    }
    return pages_->next();
  }

 private:
  std::string name_;
  FetchedPage page_;
  ReadOptions options_;
  std::unique_ptr<PageStream> pages_;
};

FetchOptions with_limit(FetchOptions options, std::size_t max_bytes) {
  options.max_bytes = max_bytes;
  return options;
}

}  // namespace

class PageFeed::State {
 public:
  State(InputStream inputs, FeedOptions options) : options_(std::move(options)), inputs_(std::move(inputs)) {
    options_.fetch = with_limit(std::move(options_.fetch), options_.read.max_bytes);
    fetch_ahead_ = static_cast<std::size_t>(std::max(1, options_.fetch.max_connections)) * kAheadPerConnection;
  }

  ~State() {
    stop();
    if (pump_.joinable()) pump_.join();
    fetcher_.reset();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::optional<Task> next() {
    if (auto task = read_one()) return task;
    return take_ready();
  }

  void finished(std::uint64_t number) {
    {
      const std::lock_guard lock(mutex_);
      first_unfinished_ = std::max(first_unfinished_, number + 1);
    }
    room_.notify_all();
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    inputs_.interrupt();
    room_.notify_all();
    ready_.notify_all();
  }

  std::string current_host() {
    const std::lock_guard lock(mutex_);
    return fetcher_ ? fetcher_->current_host() : std::string();
  }

 private:
  struct Ready {
    Task task;
    std::size_t bytes = 0;
  };

  /// Reads the next input in the calling thread, as long as there is no pump. Nothing: look into the queue.
  std::optional<Task> read_one() {
    const std::lock_guard reading(reading_);
    if (pump_.joinable() || !wait_for_room()) return std::nullopt;
    auto item = inputs_.next();
    if (!item) {
      end_of_inputs();
      return std::nullopt;
    }
    if (auto task = unfetched_task(*item)) return task;
    start_pump(std::move(*item));
    return std::nullopt;
  }

  std::optional<Task> take_ready() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return stopped_ || !queue_.empty() || (inputs_ended_ && fetching_ == 0); });
    if (stopped_ || queue_.empty()) return std::nullopt;
    Ready ready = std::move(queue_.front());
    queue_.pop_front();
    waiting_bytes_ -= ready.bytes;
    lock.unlock();
    room_.notify_all();
    return std::move(ready.task);
  }

  /// Waits until the next number is inside the window. False if all is to end.
  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || number_ < first_unfinished_ + options_.window; });
    return !stopped_;
  }

  /// The same for the pump, which also minds how much lies ready.
  bool wait_for_room_in_queue() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return stopped_ || (number_ < first_unfinished_ + options_.window && queue_.size() < kMaxWaitingTasks &&
                          fetching_ < fetch_ahead_ && waiting_bytes_ < kMaxWaitingBytes);
    });
    return !stopped_;
  }

  std::uint64_t take_number() {
    const std::lock_guard lock(mutex_);
    return number_++;
  }

  /// The task of an input that needs no fetching; nothing for an address that does.
  std::optional<Task> unfetched_task(const InputItem& item) {
    Task task{0, item.input, nullptr, std::nullopt};
    if (item.error) {
      task.pages = single_page({item.input.name, *item.error});
    } else if (options_.recall && (task.recalled = options_.recall(item.input))) {
      // nothing to read
    } else if (item.input.kind == Input::Kind::url) {
      return std::nullopt;
    } else {
      task.pages = std::make_unique<FilePages>(item.input, options_.read);
    }
    task.number = take_number();
    return task;
  }

  void start_pump(InputItem first) {
    auto fetcher = std::make_unique<Fetcher>(options_.fetch);
    {
      const std::lock_guard lock(mutex_);
      fetcher_ = std::move(fetcher);
    }
    pump_ = std::thread([this, item = std::move(first)]() mutable { pump(std::move(item)); });
  }

  /// `first` is an address.
  void pump(InputItem first) {
    submit(std::move(first.input), take_number());
    while (wait_for_room_in_queue()) {
      auto item = inputs_.next();
      if (!item) return end_of_inputs();
      if (auto task = unfetched_task(*item)) {
        put({std::move(*task), 0}, 0);
      } else {
        submit(std::move(item->input), take_number());
      }
    }
  }

  void submit(Input input, std::uint64_t number) {
    {
      const std::lock_guard lock(mutex_);
      ++fetching_;
    }
    const std::string url = input.name;
    const bool listed = input.listed;
    fetcher_->submit(url, listed, [this, input = std::move(input), number](Result<FetchedPage> page) {
      fetched(input, number, std::move(page));
    });
  }

  void fetched(const Input& input, std::uint64_t number, Result<FetchedPage> page) {
    Ready ready{{number, input, nullptr, std::nullopt}, page.ok() ? page->bytes.size() : 0};
    if (page) {
      ready.task.pages = std::make_unique<FetchedPages>(input.name, std::move(*page), options_.read);
    } else {
      ready.task.pages = single_page({input.name, page.error()});
    }
    put(std::move(ready), 1);
  }

  /// `fetched` is 1 for a task that counted as being fetched until now.
  void put(Ready ready, std::size_t fetched) {
    bool is_last = false;
    {
      const std::lock_guard lock(mutex_);
      fetching_ -= fetched;
      waiting_bytes_ += ready.bytes;
      queue_.push_back(std::move(ready));
      is_last = inputs_ended_ && fetching_ == 0;
    }
    is_last ? ready_.notify_all() : ready_.notify_one();
    room_.notify_all();
  }

  void end_of_inputs() {
    {
      const std::lock_guard lock(mutex_);
      inputs_ended_ = true;
    }
    ready_.notify_all();
  }

  FeedOptions options_;
  std::size_t fetch_ahead_ = 0;

  std::mutex reading_;  ///< guards these three, until there is a pump
  InputStream inputs_;
  std::thread pump_;
  std::unique_ptr<Fetcher> fetcher_;

  std::mutex mutex_;  ///< guards all below
  std::condition_variable room_;
  std::condition_variable ready_;
  std::deque<Ready> queue_;
  std::size_t waiting_bytes_ = 0;
  std::size_t fetching_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t first_unfinished_ = 0;
  bool inputs_ended_ = false;
  bool stopped_ = false;
};

PageFeed::PageFeed(InputStream inputs, FeedOptions options)
    : state_(std::make_unique<State>(std::move(inputs), std::move(options))) {}
PageFeed::~PageFeed() = default;
std::optional<Task> PageFeed::next() { return state_->next(); }
void PageFeed::finished(std::uint64_t number) { state_->finished(number); }
void PageFeed::stop() { state_->stop(); }
std::string PageFeed::current_host() { return state_->current_host(); }

}  // namespace klartext
