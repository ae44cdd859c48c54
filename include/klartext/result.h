// A value or the reason why there is none.
//
// klartext's own code does not throw: whatever can go wrong with an input is an `Error` with one of few stable codes,
// carried in a `Result<T>`. (g++ 12 has no std::expected; this is the small part of it that is needed.)
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace klartext {

/// What went wrong. The words of `code_name()` are part of the output format and never change.
enum class ErrorCode : std::uint8_t {
  not_found,    ///< no such file or folder
  unreadable,   ///< it is there but cannot be read, or its bytes are damaged
  too_large,    ///< over a size limit or a parsing budget
  not_html,     ///< something else than a web page
  no_article,   ///< a web page, but not an article
  http_status,  ///< the server answered with a status of 400 or more
  network,      ///< no connection, broken connection, TLS failure
  timeout,      ///< a time limit was reached
  blocked,      ///< refused by a rule: robots.txt, address range, scheme
  profile,      ///< a site profile cannot be used
  internal,     ///< a defect of klartext
};

/// "not_found", "http_status", … Never empty.
std::string_view code_name(ErrorCode code);

/// Why there is no value. `message` is one line for a person: what came, what was expected, what to do.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
};

/// Either a T or an Error. Access to the absent side is a defect (assert).
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  T& value() {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const {
    assert(ok());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

}  // namespace klartext
