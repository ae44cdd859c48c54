// The stations of an address in the order of the picture in fetcher.h. Nothing here calls itself: an address that goes
// round again is put into `beginning_`.
#include "input/fetch_engine.h"

#include <algorithm>
#include <cmath>

#include "base/stable_hash.h"
#include "base/text.h"
#include "base/url.h"
#include "input/idn.h"
#include "input/meta_refresh.h"
#include "input/retry.h"
#include "klartext/serialize.h"

namespace klartext {
namespace {

/// Numbers of pages begin here, so that a robots.txt always comes before the pages that wait for it.
constexpr JobId kFirstPage = JobId{1} << 32U;

/// A robots.txt may redirect this often (RFC 9309 asks for five).
constexpr int kRobotsRedirects = 5;
constexpr std::size_t kRobotsBytes = std::size_t{4} << 20U;

/// Longest wait for the network without a look around.
constexpr double kMaxWaitMilliseconds = 1000;

std::string host_of(const std::string& url) { return lower_ascii(url_host(url)); }

/// Everything between the scheme and the path.
std::string_view authority_of(std::string_view url) {
  const auto begin = url.find("://");
  if (begin == std::string_view::npos) return url;
  return url.substr(begin + 3, url.find_first_of("/?#", begin + 3) - begin - 3);
}

/// As it goes over the wire: blanks and non-ASCII characters escaped, no fragment.
std::string cleaned(const std::string& url) {
  const std::string ascii = with_ascii_host(url);
  const std::string address = resolve_url(ascii, ascii).value_or(ascii);
  return address.substr(0, address.find('#'));
}

FetchOptions for_robots(FetchOptions options) {
  options.any_content_type = true;
  options.max_bytes = kRobotsBytes;
  options.max_redirects = kRobotsRedirects;
  return options;
}

std::string variant_of(const FetchOptions& options) {
  std::string headers = user_agent(options);
  for (const auto& header : options.headers) headers.append("\n").append(header);
  return hash_name(headers);
}

std::string tries_note(int tries) { return tries > 1 ? " (tried " + std::to_string(tries) + " times)" : std::string(); }

}  // namespace

Result<std::unique_ptr<FetchEngine>> FetchEngine::open(const FetchOptions& options) {
  const auto library = curl_library();
  if (!library) return library.error();
  std::unique_ptr<FetchEngine> engine(new FetchEngine(**library, options));
  if (auto error = engine->open_folders()) return std::move(*error);
  return engine;
}

FetchEngine::FetchEngine(const CurlLibrary& library, const FetchOptions& options)
    : library_(library),
      options_(options),
      robots_options_(for_robots(options)),
      variant_(variant_of(options)),
      multi_(library.multi_init()),
      share_(library.share_init()),
      schedule_(options.max_connections, options.max_per_host, options.delay_seconds),
      robots_(product_token(user_agent(options))),
      next_page_(kFirstPage),
      random_(std::random_device{}()) {
  library_.multi_setopt(multi_, CURLMOPT_MAX_TOTAL_CONNECTIONS, static_cast<long>(options.max_connections));
  library_.multi_setopt(multi_, CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(options.max_per_host));
  library_.share_setopt(share_, CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
}

FetchEngine::~FetchEngine() {
  for (auto& [id, job] : jobs_) {
    if (job.transfer) library_.multi_remove_handle(multi_, job.transfer->handle());
  }
  jobs_.clear();
  library_.multi_cleanup(multi_);
  library_.share_cleanup(share_);
}

std::optional<Error> FetchEngine::open_folders() {
  if (!options_.cache_directory.empty()) {
    auto cache = HttpCache::open(options_.cache_directory, options_.cache_bytes);
    if (!cache) return cache.error();
    cache_ = std::move(*cache);
  }
  if (!options_.archive_directory.empty()) {
    auto writer = WarcWriter::open(options_.archive_directory, "klartext/" + std::string(version()));
    if (!writer) return writer.error();
    archive_.emplace(std::move(*writer));
  }
  return std::nullopt;
}

void FetchEngine::add(const std::string& url, bool listed, Fetcher::Done done) {
  FetchJob job;
  job.url = cleaned(url);
  job.first_url = job.url;
  job.done = std::move(done);
  job.obeys_robots = options_.robots == Robots::obey || (options_.robots == Robots::automatic && listed);
  job.id = next_page_++;
  beginning_.push_back(job.id);
  jobs_.emplace(job.id, std::move(job));
}

void FetchEngine::wake_up() { library_.multi_wakeup(multi_); }

void FetchEngine::run_once() {
  while (!beginning_.empty()) {
    const JobId id = beginning_.front();
    beginning_.pop_front();
    begin(id);
  }
  start_transfers();
  int running = 0;
  library_.multi_perform(multi_, &running);
  collect_finished();
  if (beginning_.empty()) wait_for_something();
}

void FetchEngine::wait_for_something() {
  double milliseconds = kMaxWaitMilliseconds;
  if (const auto next = schedule_.next_start()) {
    const std::chrono::duration<double, std::milli> until = *next - HostSchedule::Clock::now();
    milliseconds = std::clamp(std::ceil(until.count()), 0.0, kMaxWaitMilliseconds);
  }
  library_.multi_poll(multi_, nullptr, 0, static_cast<int>(milliseconds), nullptr);
}

void FetchEngine::begin(JobId id) {
  FetchJob& job = jobs_.at(id);
  if (!is_http_url(job.url)) return finish(id, Error{ErrorCode::blocked, "this is not a well-formed http address"});
  if (job.obeys_robots && !may_go(id, job)) return;
  if (cache_ && answer_from_cache(id, job)) return;
  schedule_.add(id, host_of(job.url));
}

/// False if the address waits for a robots.txt, or is refused by it and done.
bool FetchEngine::may_go(JobId id, const FetchJob& job) {
  using Kind = RobotsBook::Verdict::Kind;
  const auto verdict = robots_.ask(job.url, id, now_in_seconds());
  if (verdict.crawl_delay) schedule_.set_delay(host_of(job.url), *verdict.crawl_delay);
  if (verdict.kind == Kind::ask_and_wait) ask_for_robots(robots_url(job.url));
  if (verdict.kind == Kind::refuse) finish(id, *verdict.error);
  return verdict.kind == Kind::go;
}

void FetchEngine::ask_for_robots(const std::string& url) {
  FetchJob job;
  job.url = url;
  job.first_url = url;
  job.id = next_robots_++;
  beginning_.push_back(job.id);
  jobs_.emplace(job.id, std::move(job));
}

/// True if a fresh answer was there and has been handled. A stale one is kept for asking about it.
bool FetchEngine::answer_from_cache(JobId id, FetchJob& job) {
  job.stale = cache_->find(job.url);
  if (job.stale && !fits_request(*job.stale, variant_)) job.stale.reset();
  if (!job.stale || !is_fresh(*job.stale, now_in_seconds())) return false;
  const StoredAnswer stored = std::move(*job.stale);
  job.stale.reset();
  if (auto error = archive_stored(stored)) {
    finish(id, std::move(*error));
  } else {
    handle(id, stored.answer);
  }
  return true;
}

void FetchEngine::start_transfers() {
  while (const auto id = schedule_.start(HostSchedule::Clock::now())) start(*id);
}

void FetchEngine::start(JobId id) {
  FetchJob& job = jobs_.at(id);
  Request request{job.url, {}, authority_of(job.url) != authority_of(job.first_url)};
  if (job.stale) request.headers = validation_headers(job.stale->answer);
  job.requested = now_in_seconds();
  const bool loads_cookies = !std::exchange(cookies_loaded_, true);
  job.transfer = std::make_unique<Transfer>(library_, options_for(job), std::move(request), share_, loads_cookies);
  CURL* handle = job.transfer->handle();
  const bool added = handle != nullptr && library_.multi_add_handle(multi_, handle) == CURLM_OK;
  if (added) {
    library_.easy_setopt(handle, CURLOPT_PRIVATE, &job);  // elements of the map do not move
    return;
  }
  schedule_.finished(host_of(job.url));
  job.transfer.reset();
  finish(id, Error{ErrorCode::internal, "libcurl cannot take another request"});
}

void FetchEngine::collect_finished() {
  int left = 0;
  while (const CURLMsg* message = library_.multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    CURL* handle = message->easy_handle;
    FetchJob* owner = nullptr;
    library_.easy_getinfo(handle, CURLINFO_PRIVATE, &owner);
    FetchJob& job = *owner;
    auto attempt = job.transfer->finish(code);
    library_.multi_remove_handle(multi_, handle);
    job.transfer.reset();
    schedule_.finished(host_of(job.url));
    settle(job.id, std::move(attempt));
  }
}

void FetchEngine::settle(JobId id, Attempt attempt) {
  FetchJob& job = jobs_.at(id);
  ++job.tries;
  if (try_again(id, attempt)) return;
  auto& answer = attempt.answer;
  std::optional<Error> error;
  if (answer) error = archive(*answer, attempt.sent);
  if (answer && !error && answer->status / 100 == 2 && answer->whole)
    error = undo_encoding(*answer, options_for(job).max_bytes);
  if (!answer) error = answer.error();
  if (error) {
    error->message += tries_note(job.tries);
    return job.is_robots() ? robots_settled(id, *error) : finish(id, std::move(*error));
  }
  if (cache_) error = keep_in_cache(job, *answer);
  if (error) return finish(id, std::move(*error));
  handle(id, std::move(*answer));
}

/// True if the request failed in a way that may pass, and is queued again.
bool FetchEngine::try_again(JobId id, const Attempt& attempt) {
  const FetchJob& job = jobs_.at(id);
  const double chance = std::uniform_real_distribution<double>(0, 1)(random_);
  const auto retry = retry_after(attempt, job.tries, options_for(job), chance, now_in_seconds());
  if (!retry) return false;
  const auto wait = std::chrono::duration<double>(retry->wait_seconds);
  const auto when = HostSchedule::Clock::now() + std::chrono::duration_cast<HostSchedule::Clock::duration>(wait);
  schedule_.add(id, host_of(job.url), when);
  if (retry->whole_host) schedule_.hold(host_of(job.url), when);
  return true;
}

std::optional<Error> FetchEngine::archive(const Answer& answer, const std::string& sent) {
  if (!archive_ || !answer.whole) return std::nullopt;
  return archive_->write({answer, sent, now_in_seconds()});
}

/// What comes from the cache belongs into the archive too: who keeps pages wants those of this run.
std::optional<Error> FetchEngine::archive_stored(const StoredAnswer& stored) {
  if (!archive_) return std::nullopt;
  const bool is_page = stored.answer.status / 100 == 2;
  return archive_->write({stored.answer, {}, stored.received, is_page});
}

/// Stores an answer, or renews a stored one that a 304 confirms; `answer` then becomes that one. A disk that refuses
/// the cache costs no page; one that refuses the archive of what was confirmed does.
std::optional<Error> FetchEngine::keep_in_cache(FetchJob& job, Answer& answer) {
  const Timestamp now = now_in_seconds();
  std::optional<Error> error;
  if (answer.status == 304 && job.stale) {
    StoredAnswer renewed = freshened(std::move(*job.stale), answer, job.requested, now);
    cache_->store(job.url, renewed);
    error = archive_stored(renewed);
    answer = std::move(renewed.answer);
  } else if (answer.whole && may_store(answer, now)) {
    cache_->store(job.url, {answer, job.requested, now, variant_});
  }
  job.stale.reset();
  return error;
}

void FetchEngine::handle(JobId id, Answer answer) {
  FetchJob& job = jobs_.at(id);
  if (is_redirect(answer)) {
    if (auto objection = redirect_objection(job.url, answer.redirect_url, options_)) return finish(id, *objection);
    return go_to(id, cleaned(answer.redirect_url));
  }
  if (job.is_robots()) return robots_settled(id, std::move(answer));
  const int tries = job.tries;
  auto page = page_of_answer(std::move(answer), options_);
  if (!page) return finish(id, Error{page.error().code, page.error().message + tries_note(tries)});
  const auto target = job.refreshed ? std::nullopt : meta_refresh_target(page->bytes, page->url);
  if (!target || redirect_objection(job.url, *target, options_)) return finish(id, std::move(page));
  job.refreshed = true;
  go_to(id, cleaned(*target));
}

void FetchEngine::go_to(JobId id, std::string url) {
  FetchJob& job = jobs_.at(id);
  const int limit = options_for(job).max_redirects;
  if (++job.redirects > limit) {
    return finish(id, Error{ErrorCode::blocked, "the server redirects more than " + std::to_string(limit) + " times"});
  }
  job.url = std::move(url);
  job.tries = 0;
  beginning_.push_back(id);
}

void FetchEngine::finish(JobId id, Result<FetchedPage> page) {
  FetchJob& job = jobs_.at(id);
  if (job.is_robots()) return robots_settled(id, page.error());
  const auto done = std::move(job.done);
  jobs_.erase(id);
  done(std::move(page));
}

void FetchEngine::robots_settled(JobId id, const Result<Answer>& answer) {
  const std::string url = jobs_.at(id).first_url;
  jobs_.erase(id);
  const Timestamp now = now_in_seconds();
  const auto waiting = answer.ok() ? robots_.answered(url, *answer, now) : robots_.failed(url, answer.error(), now);
  beginning_.insert(beginning_.end(), waiting.begin(), waiting.end());
}

}  // namespace klartext
