// Pure judgement, no network: a status, a type and a body go in, a page or a sentence comes out.
#include "input/answer.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/url.h"
#include "input/content_coding.h"
#include "input/http_time.h"
#include "input/sniff.h"

namespace klartext {
namespace {

struct StatusName {
  int status;
  std::string_view name;
};

constexpr std::array kStatusNames = std::to_array<StatusName>({
    {400, "Bad Request"},
    {401, "Unauthorized: the page needs a login; --cookie-file or --header can bring one"},
    {402, "Payment Required"},
    {403,
     "Forbidden: the server does not give the page to this program; --cookie-file or --user-agent may help, or saving "
     "it "
     "in a browser"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {418, "I'm a teapot"},
    {421, "Misdirected Request"},
    {425, "Too Early"},
    {429, "Too Many Requests: the server wants to be asked less often; try --delay 5 or --max-per-host 1"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {520, "Web server returns an unknown error"},
    {521, "Web server is down"},
    {522, "Connection timed out"},
    {524, "A timeout occurred"},
});

Error status_error(const Answer& answer) {
  std::string message = "the server answered " + std::to_string(answer.status);
  const auto name = status_name(answer.status);
  if (!name.empty()) message.append(" (").append(name).append(")");
  if (const auto wait = answer.fields.find("Retry-After")) {
    message.append(", asks to wait ").append(shorten(*wait, 40));
    if (parse_seconds(*wait)) message += " s";
  }
  if (answer.status / 100 == 3) message += " without an address to go to";
  return {ErrorCode::http_status, std::move(message)};
}

bool is_https(std::string_view url) { return starts_with_ignoring_case(url, "https:"); }

}  // namespace

std::string_view status_name(int status) {
  const auto* row =
      std::find_if(kStatusNames.begin(), kStatusNames.end(), [&](const auto& s) { return s.status == status; });
  return row == kStatusNames.end() ? std::string_view{} : row->name;
}

bool is_redirect(const Answer& answer) {
  constexpr std::array kRedirects = {301, 302, 303, 307, 308};
  const bool redirects = std::find(kRedirects.begin(), kRedirects.end(), answer.status) != kRedirects.end();
  return redirects && !answer.redirect_url.empty();
}

std::optional<Error> redirect_objection(std::string_view from, std::string_view to, const FetchOptions& options) {
  if (!is_http_url(to)) {
    return Error{ErrorCode::blocked, "the server redirects to " + shorten(to, 100) + ", which is not an http address"};
  }
  if (is_https(from) && !is_https(to) && !options.allow_downgrade) {
    return Error{ErrorCode::blocked, "the server redirects from https to unprotected http (" + shorten(to, 100) + ")"};
  }
  return std::nullopt;
}

std::optional<Error> undo_encoding(Answer& answer, std::size_t max_bytes) {
  auto body = undo_content_coding(std::move(answer.body), answer.fields.joined("Content-Encoding"), max_bytes);
  answer.body.clear();
  if (body) {
    answer.body = std::move(*body);
    return std::nullopt;
  }
  if (body.error().code == ErrorCode::too_large) return too_large(max_bytes);
  return Error{ErrorCode::network, "the compressed answer is damaged or cut off"};
}

Error too_large(std::size_t max_bytes) {
  return {ErrorCode::too_large, "the page has more than " + std::to_string(max_bytes) + " bytes"};
}

Result<FetchedPage> page_of_answer(Answer answer, const FetchOptions& options) {
  if (answer.status < 200 || answer.status >= 300) return status_error(answer);
  const std::string type = std::string(answer.fields.find("Content-Type").value_or(""));
  if (!options.any_content_type) {
    if (!may_be_page(type))
      return Error{ErrorCode::not_html, "the server sent " + media_type(type) + ", not a web page"};
    if (answer.body.empty()) return Error{ErrorCode::not_html, "the server sent an empty page"};
    if (const auto what = not_a_page(answer.body)) return Error{ErrorCode::not_html, not_a_page_message(*what)};
  }
  FetchedPage page;
  page.status = answer.status;
  page.url = std::move(answer.url);
  page.bytes = std::move(answer.body);
  page.headers = std::move(answer.header_block);
  if (!type.empty()) page.content_type = type;
  return page;
}

}  // namespace klartext
