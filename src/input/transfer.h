// One request on the wire: a libcurl easy handle and what has arrived so far.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "input/answer.h"
#include "input/curl_library.h"
#include "input/fetch.h"

namespace klartext {

/// A GET request.
struct Request {
  std::string url;
  std::vector<std::string> headers = {};  ///< besides those of the options: "If-None-Match: …"
  bool foreign =
      false;  ///< reached by a redirect from another server: credentials among the options' headers stay home
};

/// What the User-Agent header says.
std::string user_agent(const FetchOptions& options);

/// Owns an easy handle set up for a request. Stays where it is while the transfer runs: libcurl holds its address.
class Transfer {
 public:
  /// `share` holds the cookies and may be null; `loads_cookies` on the first transfer that uses it. `library` and
  /// `options` outlive the transfer.
  Transfer(const CurlLibrary& library, const FetchOptions& options, Request request, CURLSH* share, bool loads_cookies);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  [[nodiscard]] CURL* handle() const { return handle_.get(); }

  /// What came of it, once libcurl is done with `code`; the body as received. Only once.
  Attempt finish(CURLcode code);

 private:
  struct Cleanup {
    const CurlLibrary* library;
    void operator()(CURL* handle) const { library->easy_cleanup(handle); }
    void operator()(curl_slist* list) const { library->slist_free_all(list); }
  };

  void set_up_request();
  void set_up_limits();
  void set_up_connection();
  void set_up_cookies(CURLSH* share, bool loads_cookies);
  void set_up_record();
  template <class Value>
  void set(CURLoption option, Value value) {
    library_->easy_setopt(handle_.get(), option, value);
  }
  void set_text(CURLoption option, const std::string& value) {
    if (!value.empty()) set(option, value.c_str());
  }
  [[nodiscard]] std::string info_text(CURLINFO info) const;
  std::size_t take_header(std::string_view line);
  std::size_t take_body(std::string_view piece);
  bool accept_body();
  [[nodiscard]] std::string refused_connection() const;
  Attempt failure(CURLcode code);
  [[nodiscard]] int refusal_of_proxy() const;

  static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self);
  static int on_debug(CURL* handle, curl_infotype type, char* data, std::size_t size, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

  const CurlLibrary* library_;
  const FetchOptions* options_;
  Request request_;
  std::unique_ptr<CURL, Cleanup> handle_;
  std::unique_ptr<curl_slist, Cleanup> header_list_;
  Answer answer_;
  std::string sent_;
  std::array<char, CURL_ERROR_SIZE> detail_ = {};  ///< libcurl's own words for an error
  std::optional<Error> refusal_;                   ///< why this side broke the transfer off
  bool body_is_wanted_ = true;
};

}  // namespace klartext
