// Everything that is set on an easy handle is set here. Redirects are not libcurl's business: each hop is a request of
// its own, so that robots.txt, the limits per host, the cache and the rules about schemes hold for it too.
#include "input/transfer.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "input/address_range.h"
#include "input/byte_stream.h"
#include "klartext/serialize.h"

namespace klartext {
namespace {

/// The text of an error page is not read further than this.
constexpr std::size_t kErrorBodyBytes = std::size_t{64} << 10U;

constexpr const char* kAccept = "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";

/// True for "Authorization: …" and "Cookie: …".
bool is_credential(std::string_view header) {
  const auto name = trim(header.substr(0, header.find(':')));
  return equals_ignoring_case(name, "authorization") || equals_ignoring_case(name, "cookie");
}

struct CurlProblem {
  CURLcode code;
  ErrorCode kind;
  std::string_view sentence;
  bool may_pass = false;
  bool needs_detail = false;  ///< the sentence alone does not say enough
};

constexpr std::array kProblems = std::to_array<CurlProblem>({
    {CURLE_UNSUPPORTED_PROTOCOL, ErrorCode::network, "the answer is not HTTP"},
    {CURLE_URL_MALFORMAT, ErrorCode::blocked, "this is not a well-formed address"},
    {CURLE_COULDNT_RESOLVE_PROXY, ErrorCode::network, "the name of the proxy cannot be found", true},
    {CURLE_COULDNT_RESOLVE_HOST, ErrorCode::network, "the name of the server cannot be found", true},
    {CURLE_COULDNT_CONNECT, ErrorCode::network, "no connection to the server"},
    {CURLE_OPERATION_TIMEDOUT, ErrorCode::timeout, "the server took too long", true},
    {CURLE_SSL_CONNECT_ERROR, ErrorCode::network, "no secure connection (TLS) to the server", false, true},
    {CURLE_PEER_FAILED_VERIFICATION, ErrorCode::network, "the server's certificate (TLS) cannot be trusted", false,
     true},
    {CURLE_SSL_CACERT_BADFILE, ErrorCode::network, "the file of trusted certificates cannot be read", false, true},
    {CURLE_GOT_NOTHING, ErrorCode::network, "the server closed the connection without an answer", true},
    {CURLE_PARTIAL_FILE, ErrorCode::network, "the connection broke in the middle of the page", true},
    {CURLE_RECV_ERROR, ErrorCode::network, "the connection broke", true},
    {CURLE_SEND_ERROR, ErrorCode::network, "the connection broke", true},
    {CURLE_HTTP2, ErrorCode::network, "the connection broke (HTTP/2)", true},
    {CURLE_HTTP2_STREAM, ErrorCode::network, "the connection broke (HTTP/2)", true},
    {CURLE_BAD_CONTENT_ENCODING, ErrorCode::network, "the compressed answer is damaged"},
    {CURLE_WEIRD_SERVER_REPLY, ErrorCode::network, "the answer is not HTTP"},
    {CURLE_OUT_OF_MEMORY, ErrorCode::internal, "out of memory"},
});

}  // namespace

std::string user_agent(const FetchOptions& options) {
  return options.user_agent.empty() ? "klartext/" + std::string(version()) : options.user_agent;
}

Transfer::Transfer(const CurlLibrary& library, const FetchOptions& options, Request request, CURLSH* share,
                   bool loads_cookies)
    : library_(&library),
      options_(&options),
      request_(std::move(request)),
      handle_(library.easy_init(), Cleanup{&library}),
      header_list_(nullptr, Cleanup{&library}) {
  answer_.url = request_.url;
  if (!handle_) return;
  set_up_request();
  set_up_limits();
  set_up_connection();
  set_up_cookies(share, loads_cookies);
  if (!options.archive_directory.empty()) set_up_record();
}

void Transfer::set_up_request() {
  set(CURLOPT_URL, request_.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br, zstd");
  set(CURLOPT_HTTP_CONTENT_DECODING, 0L);  // undone later, with a limit, and archived as received
  set(CURLOPT_USERAGENT, user_agent(*options_).c_str());
  curl_slist* list = library_->slist_append(nullptr, kAccept);
  for (const auto& header : options_->headers) {
    if (!request_.foreign || !is_credential(header)) list = library_->slist_append(list, header.c_str());
  }
  for (const auto& header : request_.headers) list = library_->slist_append(list, header.c_str());
  header_list_.reset(list);
  set(CURLOPT_HTTPHEADER, list);
  set(CURLOPT_HEADERFUNCTION, &on_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_ERRORBUFFER, detail_.data());
}

void Transfer::set_up_limits() {
  constexpr double kMilliseconds = 1000;
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_QUICK_EXIT, 1L);  // do not wait for a name server when everything is to end
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_->timeout_seconds * kMilliseconds));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_->connect_timeout_seconds * kMilliseconds));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options_->max_bytes));
}

void Transfer::set_up_connection() {
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_PIPEWAIT, 1L);
  set(CURLOPT_TCP_KEEPALIVE, 1L);
  set_text(CURLOPT_PROXY, options_->proxy);
  set_text(CURLOPT_CAINFO, options_->ca_file);
  if (!options_->public_only) return;
  set(CURLOPT_NOPROXY, "*");  // a proxy would connect in our place, and who knows to what
  set(CURLOPT_OPENSOCKETFUNCTION, &on_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
}

void Transfer::set_up_cookies(CURLSH* share, bool loads_cookies) {
  if (share != nullptr) set(CURLOPT_SHARE, share);
  set(CURLOPT_COOKIEFILE, loads_cookies ? options_->cookie_file.c_str() : "");  // empty: cookies, but none from a file
}

void Transfer::set_up_record() {
  set(CURLOPT_VERBOSE, 1L);
  set(CURLOPT_DEBUGFUNCTION, &on_debug);
  set(CURLOPT_DEBUGDATA, this);
}

int Transfer::on_debug(CURL* /*handle*/, curl_infotype type, char* data, std::size_t size, void* self) {
  if (type == CURLINFO_HEADER_OUT) static_cast<Transfer*>(self)->sent_.append(data, size);
  return 0;
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
    refusal_ = too_large(limit);
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

/// libcurl says "Failed to connect to 127.0.0.1 port 1 after …", which names the proxy if it is that; the system says
/// why.
std::string Transfer::refused_connection() const {
  constexpr std::string_view kBegin = "Failed to connect to ";
  const std::string_view detail = detail_.data();
  const bool known = detail.starts_with(kBegin) && detail.find(" after ") != std::string_view::npos;
  const auto target =
      known ? detail.substr(kBegin.size(), detail.find(" after ") - kBegin.size()) : std::string_view("the server");
  long reason = 0;
  library_->easy_getinfo(handle_.get(), CURLINFO_OS_ERRNO, &reason);
  const std::string why = reason > 0 ? " (" + system_error(static_cast<int>(reason)).message + ")" : "";
  return "no connection to " + std::string(target) + why;
}

/// The status with which a proxy refuses to connect to the server; 0 if none did.
int Transfer::refusal_of_proxy() const {
  constexpr long kFirstError = 400;
  long status = 0;
  library_->easy_getinfo(handle_.get(), CURLINFO_HTTP_CONNECTCODE, &status);
  return status >= kFirstError ? static_cast<int>(status) : 0;
}

Attempt Transfer::failure(CURLcode code) {
  if (const int status = refusal_of_proxy(); status != 0) {
    const std::string name(status_name(status));
    const std::string text = std::to_string(status) + (name.empty() ? "" : " (" + name + ")");
    return {Error{ErrorCode::network, "the proxy answered " + text}, status >= 500, std::move(sent_)};
  }
  if (refusal_) return {*refusal_, false, std::move(sent_)};
  if (code == CURLE_FILESIZE_EXCEEDED) return {too_large(options_->max_bytes), false, std::move(sent_)};
  const auto* row = std::find_if(kProblems.begin(), kProblems.end(), [&](const auto& p) { return p.code == code; });
  if (row == kProblems.end()) {
    return {Error{ErrorCode::network, library_->easy_strerror(code)}, false, std::move(sent_)};
  }
  std::string message = code == CURLE_COULDNT_CONNECT ? refused_connection() : std::string(row->sentence);
  if (row->needs_detail && detail_.front() != '\0') message.append(": ").append(detail_.data());
  return {Error{row->kind, std::move(message)}, row->may_pass, std::move(sent_)};
}

Attempt Transfer::finish(CURLcode code) {
  const bool broken_off_by_choice = code == CURLE_WRITE_ERROR && !body_is_wanted_ && !refusal_;
  if (code != CURLE_OK && !broken_off_by_choice) return failure(code);
  if (answer_.status == 0) accept_body();
  answer_.whole = code == CURLE_OK;
  answer_.redirect_url = info_text(CURLINFO_REDIRECT_URL);
  library_->easy_getinfo(handle_.get(), CURLINFO_TOTAL_TIME, &answer_.seconds);
  return {std::move(answer_), false, std::move(sent_)};
}

}  // namespace klartext
