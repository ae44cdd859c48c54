// Hands out tasks under a lock; reading and fetching happen in the worker that took the task.
#include "input/feed.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace klartext {
namespace {

std::unique_ptr<PageStream> fetched_page(const Input& input, const FeedOptions& options) {
  auto fetched = fetch(input.name, options.fetch);
  if (!fetched) return single_page({input.name, fetched.error()});
  Source source{input.name, std::move(fetched->url), std::move(fetched->content_type), std::nullopt};
  return pages_of_bytes(std::move(fetched->bytes), std::move(source), options.read);
}

/// Opens an input when its first page is asked for.
class LazyPages : public PageStream {
 public:
  LazyPages(Input input, const FeedOptions& options) : input_(std::move(input)), options_(options) {}

  std::optional<PageItem> next() override {
    if (!pages_) {
      const bool is_url = input_.kind == Input::Kind::url;
      pages_ = is_url ? fetched_page(input_, options_) : open_pages(input_, options_.read);
    }
    return pages_->next();
  }

 private:
  Input input_;
  const FeedOptions& options_;  // of the feed, which outlives its tasks
  std::unique_ptr<PageStream> pages_;
};

}  // namespace

class PageFeed::State {
 public:
  State(InputStream inputs, FeedOptions options) : inputs_(std::move(inputs)), options_(std::move(options)) {}

  std::optional<Task> next() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return stopped_ || number_ < first_unfinished_ + options_.window; });
    if (stopped_) return std::nullopt;
    auto item = next_of_shard();
    if (!item) return std::nullopt;
    Task task{number_++, item->input, nullptr};
    if (item->error) {
      task.pages = single_page({item->input.name, *item->error});
    } else {
      task.pages = std::make_unique<LazyPages>(std::move(item->input), options_);
    }
    return task;
  }

  void finished(std::uint64_t number) {
    {
      const std::lock_guard lock(mutex_);
      first_unfinished_ = std::max(first_unfinished_, number + 1);
    }
    wake_.notify_all();
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    wake_.notify_all();
  }

 private:
  std::optional<InputItem> next_of_shard() {
    auto item = inputs_.next();
    while (item && place_++ % options_.shards != options_.shard) item = inputs_.next();
    return item;
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  InputStream inputs_;
  FeedOptions options_;
  std::uint64_t place_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t first_unfinished_ = 0;
  bool stopped_ = false;
};

PageFeed::PageFeed(InputStream inputs, FeedOptions options)
    : state_(std::make_unique<State>(std::move(inputs), std::move(options))) {}
PageFeed::~PageFeed() = default;
std::optional<Task> PageFeed::next() { return state_->next(); }
void PageFeed::finished(std::uint64_t number) { state_->finished(number); }
void PageFeed::stop() { state_->stop(); }

}  // namespace klartext
