#include "listing/lister.h"

#include <algorithm>
#include <deque>
#include <future>
#include <iterator>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/stable_hash.h"
#include "base/text.h"
#include "base/url.h"
#include "input/byte_stream.h"
#include "input/charset.h"
#include "input/fetcher.h"
#include "input/unpack.h"
#include "listing/section_page.h"
#include "listing/xml_listing.h"

namespace klartext {
namespace {

/// Documents fetched or being fetched at once: servers are kept busy, and few large sitemaps lie in memory.
constexpr std::size_t kAhead = 8;

/// The sitemap protocol knows one level of indexes; some sites have two.
constexpr int kMaxDepth = 3;

/// An index may name 50,000 sitemaps.
constexpr std::size_t kMaxDocuments = 100'000;

/// Addresses are remembered as 8 bytes each, about 50 with the table around them.
constexpr std::size_t kMaxAddresses = 4'000'000;

/// A document to be read.
struct Wanted {
  Input input;
  std::string source;                  ///< the input it belongs to
  int depth = 0;                       ///< 0: named by the user
  std::vector<ListedArticle> instead;  ///< teasers of the page that named this feed, should it be of no use
  std::optional<Error> error = {};     ///< why there is nothing to read
  std::shared_ptr<std::future<Result<FetchedPage>>> fetched = nullptr;
};

/// A document, unpacked.
struct Loaded {
  std::string bytes;
  Source source;
};

Result<Loaded> unpacked_document(std::unique_ptr<ByteStream> stream, Source source, std::size_t max_bytes) {
  auto bytes = BufferedReader(unpacked(std::move(stream))).read_all(max_bytes);
  if (!bytes) return bytes.error();
  return Loaded{std::move(*bytes), std::move(source)};
}

/// A sitemap may be a text file: an address a line and nothing else.
bool is_text_sitemap(std::string_view text) { return is_http_url(trim(text.substr(0, text.find('\n')))); }

void read_text_sitemap(std::string_view text, const ListingReceiver& receiver) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto url = resolve_url({}, text.substr(0, end));
    if (url && is_http_url(*url)) receiver.article({std::move(*url), std::nullopt, std::nullopt});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

class Walk {
 public:
  Walk(InputStream inputs, ListingOptions options, const ListingEvents& events)
      : inputs_(std::move(inputs)), options_(std::move(options)), events_(events) {
    options_.fetch.max_bytes = options_.read.max_bytes;
    options_.fetch.any_content_type = true;
  }

  void run() {
    while (!stopped_) {
      pull_inputs();
      if (queue_.empty()) return;
      fetch_ahead();
      Wanted next = std::move(queue_.front());
      queue_.pop_front();
      visit(std::move(next));
    }
  }

 private:
  void pull_inputs() {
    while (!inputs_ended_ && queue_.size() < kAhead) {
      auto item = inputs_.next();
      inputs_ended_ = !item;
      if (!item) return;
      if (!options_.url.empty()) item->input.url = options_.url;
      std::string source = item->input.name;
      documents_.insert(stable_hash(source));
      queue_.push_back({std::move(item->input), std::move(source), 0, {}, std::move(item->error)});
    }
  }

  void fetch_ahead() {
    for (std::size_t i = 0; i < std::min(kAhead, queue_.size()); ++i) {
      Wanted& wanted = queue_[i];
      if (wanted.input.kind != Input::Kind::url || wanted.error || wanted.fetched) continue;
      if (!fetcher_) fetcher_ = std::make_unique<Fetcher>(options_.fetch);
      auto outcome = std::make_shared<std::promise<Result<FetchedPage>>>();
      wanted.fetched = std::make_shared<std::future<Result<FetchedPage>>>(outcome->get_future());
      fetcher_->submit(wanted.input.name, wanted.input.listed,
                       [outcome](Result<FetchedPage> page) { outcome->set_value(std::move(page)); });
    }
  }

  Result<Loaded> load(Wanted& wanted) const {
    if (wanted.error) return *wanted.error;
    const Input& input = wanted.input;
    const std::size_t limit = options_.read.max_bytes;
    Source source{wanted.source, input.url, std::nullopt, std::nullopt};
    if (input.kind == Input::Kind::standard_input) return unpacked_document(standard_input(), source, limit);
    if (input.kind == Input::Kind::file) {
      auto stream = open_file(input.name);
      if (!stream) return stream.error();
      return unpacked_document(std::move(*stream), source, limit);
    }
    auto page = wanted.fetched->get();
    if (!page) return page.error();
    source.url = page->url;
    source.content_type = page->content_type;
    return unpacked_document(stream_of(std::move(page->bytes)), source, limit);
  }

  void visit(Wanted wanted) {
    auto document = load(wanted);
    if (!document) return fail(wanted, document.error());
    const std::string text = to_utf8(document->bytes, document->source.content_type);
    if (is_xml_listing(text)) return read_listing(wanted, text, document->source.url.value_or(""));
    if (is_text_sitemap(text)) return read_text_sitemap(text, receiver(wanted, nullptr));
    if (wanted.depth > 0) return fail(wanted, {ErrorCode::not_html, "this is neither a feed nor a sitemap"});
    read_page(wanted, *document);
  }

  /// Hands articles on and collects sitemaps.
  ListingReceiver receiver(const Wanted& wanted, std::vector<std::string>* sitemaps) {
    return {[this, &wanted](const ListedArticle& article) { give(wanted.source, article); },
            [sitemaps](std::string url) {
              if (sitemaps != nullptr) sitemaps->push_back(std::move(url));
            }};
  }

  void read_listing(const Wanted& wanted, std::string_view text, std::string_view url) {
    std::vector<std::string> sitemaps;
    const auto before = given_;
    const auto error = read_xml_listing(text, url, receiver(wanted, &sitemaps));
    const bool is_of_use = given_ > before || !sitemaps.empty();
    if (!is_of_use && !wanted.instead.empty()) return give_instead(wanted);
    if (error) events_.problem(wanted.input.name, *error);
    follow(wanted, sitemaps);
  }

  /// Queues the sitemaps of an index before everything else, in their order; one that was read already is left out.
  void follow(const Wanted& index, std::vector<std::string>& sitemaps) {
    if (sitemaps.empty()) return;
    if (index.depth >= kMaxDepth) {
      return events_.problem(index.input.name, {ErrorCode::blocked, "sitemap indexes nest more than " +
                                                                        std::to_string(kMaxDepth) + " deep here"});
    }
    std::vector<Wanted> wanted;
    for (auto& url : sitemaps) {
      if (!documents_.insert(stable_hash(url)).second) continue;
      if (documents_.size() > kMaxDocuments) {
        events_.problem(index.input.name, {ErrorCode::too_large, "more than " + std::to_string(kMaxDocuments) +
                                                                     " sitemaps; the rest is left out"});
        break;
      }
      wanted.push_back(document_at(std::move(url), index));
    }
    queue_.insert(queue_.begin(), std::make_move_iterator(wanted.begin()), std::make_move_iterator(wanted.end()));
  }

  static Wanted document_at(std::string url, const Wanted& from) {
    Input input;
    input.kind = Input::Kind::url;
    input.name = std::move(url);
    input.listed = true;
    return {std::move(input), from.source, from.depth + 1, {}};
  }

  void read_page(const Wanted& wanted, const Loaded& document) {
    auto page = read_section_page(document.bytes, document.source);
    if (!page) return fail(wanted, page.error());
    if (wanted.input.kind == Input::Kind::url && !page->feeds.empty()) {
      Wanted feed = document_at(std::move(page->feeds.front()), wanted);
      feed.instead = std::move(page->articles);
      return queue_.push_front(std::move(feed));
    }
    if (page->articles.empty()) {
      return fail(wanted, {ErrorCode::no_article, "the page names no feed and shows no teasers of articles"});
    }
    for (const auto& article : page->articles) give(wanted.source, article);
  }

  void fail(const Wanted& wanted, const Error& error) {
    if (!wanted.instead.empty()) return give_instead(wanted);
    events_.problem(wanted.input.name, error);
  }

  void give_instead(const Wanted& wanted) {
    for (const auto& article : wanted.instead) give(wanted.source, article);
  }

  void give(const std::string& source, const ListedArticle& article) {
    ++given_;
    if (stopped_ || !articles_.insert(stable_hash(comparable_url(article.url))).second) return;
    if (articles_.size() > kMaxAddresses) {
      events_.problem(source, {ErrorCode::too_large,
                               "more than " + std::to_string(kMaxAddresses) + " addresses; the rest is left out"});
      stopped_ = true;
      return;
    }
    stopped_ = !events_.article(source, article);
  }

  InputStream inputs_;
  ListingOptions options_;
  const ListingEvents& events_;
  std::unique_ptr<Fetcher> fetcher_;
  bool inputs_ended_ = false;
  bool stopped_ = false;
  std::deque<Wanted> queue_;
  std::unordered_set<std::uint64_t> documents_;
  std::unordered_set<std::uint64_t> articles_;
  std::uint64_t given_ = 0;
};

}  // namespace

void list_articles(InputStream inputs, ListingOptions options, const ListingEvents& events) {
  Walk(std::move(inputs), std::move(options), events).run();
}

}  // namespace klartext
