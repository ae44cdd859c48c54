// Everything that is set on an easy handle is set here. Redirects are not libcurl's business: each hop is a request of
// its own, so that robots.txt, the limits per host, the cache and the rules about schemes hold for it too.
#include "input/transfer.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "input/address_range.h"
#include "klartext/serialize.h"

namespace klartext {
namespace {

/// The text of an error page is not read further than this.
constexpr std::size_t kErrorBodyBytes = std::size_t{64} << 10U;

/// A body slower than this for `timeout_seconds` has stalled.
constexpr long kStalledBytesPerSecond = 1;

constexpr const char* kAccept = "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";

struct CurlProblem {
  CURLcode code;
  ErrorCode kind;
  std::string_view sentence;
};

constexpr std::array kProblems = std::to_array<CurlProblem>({
    {CURLE_UNSUPPORTED_PROTOCOL, ErrorCode::blocked, "only http and https addresses can be fetched"},
    {CURLE_URL_MALFORMAT, ErrorCode::blocked, "this is not a well-formed address"},
    {CURLE_COULDNT_RESOLVE_PROXY, ErrorCode::network, "the name of the proxy cannot be found"},
    {CURLE_COULDNT_RESOLVE_HOST, ErrorCode::network, "the name of the server cannot be found"},
    {CURLE_COULDNT_CONNECT, ErrorCode::network, "no connection to the server"},
    {CURLE_OPERATION_TIMEDOUT, ErrorCode::timeout, "the server took too long"},
    {CURLE_SSL_CONNECT_ERROR, ErrorCode::network, "no secure connection (TLS) to the server"},
    {CURLE_PEER_FAILED_VERIFICATION, ErrorCode::network, "the server's certificate (TLS) is not valid for it"},
    {CURLE_SSL_CACERT_BADFILE, ErrorCode::network, "the file of trusted certificates cannot be read"},
    {CURLE_GOT_NOTHING, ErrorCode::network, "the server closed the connection without an answer"},
    {CURLE_PARTIAL_FILE, ErrorCode::network, "the connection broke in the middle of the page"},
    {CURLE_RECV_ERROR, ErrorCode::network, "the connection broke"},
    {CURLE_SEND_ERROR, ErrorCode::network, "the connection broke"},
    {CURLE_HTTP2, ErrorCode::network, "the connection broke (HTTP/2)"},
    {CURLE_HTTP2_STREAM, ErrorCode::network, "the connection broke (HTTP/2)"},
    {CURLE_BAD_CONTENT_ENCODING, ErrorCode::network, "the compressed answer is damaged"},
    {CURLE_WEIRD_SERVER_REPLY, ErrorCode::network, "the answer is not HTTP"},
    {CURLE_OUT_OF_MEMORY, ErrorCode::internal, "out of memory"},
});

}  // namespace

Transfer::Transfer(const CurlLibrary& library, const FetchOptions& options, Request request, CURLSH* share)
    : library_(&library),
      options_(&options),
      request_(std::move(request)),
      handle_(library.easy_init(), Cleanup{&library}),
      header_list_(nullptr, Cleanup{&library}) {
  answer_.url = request_.url;
  if (!handle_) return;
  set_up_request();
  set_up_limits();
  set_up_connection(share);
}

void Transfer::set_up_request() {
  set(CURLOPT_URL, request_.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_ACCEPT_ENCODING, "");
  const std::string agent = options_->user_agent.empty() ? "klartext/" + std::string(version()) : options_->user_agent;
  set(CURLOPT_USERAGENT, agent.c_str());
  curl_slist* list = library_->slist_append(nullptr, kAccept);
  for (const auto& header : options_->headers) list = library_->slist_append(list, header.c_str());
  for (const auto& header : request_.headers) list = library_->slist_append(list, header.c_str());
  header_list_.reset(list);
  set(CURLOPT_HTTPHEADER, list);
  set(CURLOPT_HEADERFUNCTION, &on_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_WRITEDATA, this);
}

void Transfer::set_up_limits() {
  constexpr double kMilliseconds = 1000;
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_->timeout_seconds * kMilliseconds));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_->connect_timeout_seconds * kMilliseconds));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options_->max_bytes));
}

void Transfer::set_up_connection(CURLSH* share) {
  if (share != nullptr) set(CURLOPT_SHARE, share);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_PIPEWAIT, 1L);
  set(CURLOPT_TCP_KEEPALIVE, 1L);
  set_text(CURLOPT_PROXY, options_->proxy);
  set_text(CURLOPT_CAINFO, options_->ca_file);
  set(CURLOPT_COOKIEFILE, options_->cookie_file.c_str());  // empty: the cookie engine without a file
  if (!options_->public_only) return;
  set(CURLOPT_OPENSOCKETFUNCTION, &on_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
}

std::size_t Transfer::on_header(char* data, std::size_t size, std::size_t count, void* self) {
  return static_cast<Transfer*>(self)->take_header({data, size * count});
}

std::size_t Transfer::on_body(char* data, std::size_t size, std::size_t count, void* self) {
  return static_cast<Transfer*>(self)->take_body({data, size * count});
}

curl_socket_t Transfer::on_socket(void* self, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (!is_public_address(address->addr)) {
    transfer.refusal_ = Error{ErrorCode::blocked, "the server's address " + address_text(address->addr) +
                                                      " is not public, and only public ones are allowed"};
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Interim answers (100, 103) and those of a proxy open a block too: the last one counts.
std::size_t Transfer::take_header(std::string_view line) {
  if (line.starts_with("HTTP/")) answer_.header_block.clear();
  answer_.header_block.append(line);
  return line.size();
}

/// Looks at the header when the body begins. False: this body is not wanted, the transfer can end here.
bool Transfer::accept_body() {
  answer_.status = status_of(answer_.header_block.substr(0, answer_.header_block.find('\n')));
  answer_.fields = HeaderFields(answer_.header_block);
  const bool is_page = options_->any_content_type || may_be_page(answer_.fields.find("Content-Type").value_or(""));
  return answer_.status / 100 != 2 || is_page;
}

std::size_t Transfer::take_body(std::string_view piece) {
  if (answer_.status == 0) body_is_wanted_ = accept_body();
  const std::size_t limit =
      answer_.status / 100 == 2 ? options_->max_bytes : std::min(kErrorBodyBytes, options_->max_bytes);
  const bool fits = piece.size() <= limit - answer_.body.size();
  if (!fits && answer_.status / 100 == 2) {
    refusal_ = Error{ErrorCode::too_large, "the page has more than " + std::to_string(limit) + " bytes"};
  }
  if (!fits) body_is_wanted_ = false;
  if (!body_is_wanted_) return 0;  // libcurl breaks off
  answer_.body.append(piece);
  return piece.size();
}

std::string Transfer::info_text(CURLINFO info) const {
  const char* text = nullptr;
  library_->easy_getinfo(handle_.get(), info, &text);
  return text == nullptr ? std::string() : std::string(text);
}

Error Transfer::error_of(CURLcode code) const {
  if (refusal_) return *refusal_;
  if (code == CURLE_FILESIZE_EXCEEDED) {
    return {ErrorCode::too_large, "the page has more than " + std::to_string(options_->max_bytes) + " bytes"};
  }
  const auto* row = std::find_if(kProblems.begin(), kProblems.end(), [&](const auto& p) { return p.code == code; });
  if (row != kProblems.end()) return {row->kind, std::string(row->sentence)};
  return {ErrorCode::network, library_->easy_strerror(code)};
}

Result<Answer> Transfer::finish(CURLcode code) {
  const bool broken_off_by_choice = code == CURLE_WRITE_ERROR && !body_is_wanted_ && !refusal_;
  if (code != CURLE_OK && !broken_off_by_choice) return error_of(code);
  if (answer_.status == 0) accept_body();
  answer_.redirect_url = info_text(CURLINFO_REDIRECT_URL);
  library_->easy_getinfo(handle_.get(), CURLINFO_TOTAL_TIME, &answer_.seconds);
  return std::move(answer_);
}

}  // namespace klartext
