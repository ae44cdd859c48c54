// One address, waited for.
#include "input/fetch.h"

#include "input/answer.h"
#include "input/transfer.h"

namespace klartext {
namespace {

Result<Answer> request(const CurlLibrary& library, const FetchOptions& options, std::string url) {
  Transfer transfer(library, options, {std::move(url), {}}, nullptr);
  if (transfer.handle() == nullptr) return Error{ErrorCode::internal, "libcurl gives no handle"};
  return transfer.finish(library.easy_perform(transfer.handle()));
}

}  // namespace

Result<FetchedPage> fetch(std::string_view url, const FetchOptions& options) {
  const auto library = curl_library();
  if (!library) return library.error();
  std::string next(url);
  for (int hop = 0; hop <= options.max_redirects; ++hop) {
    auto answer = request(**library, options, next);
    if (!answer) return answer.error();
    if (!is_redirect(*answer)) return page_of_answer(std::move(*answer), options);
    if (const auto objection = redirect_objection(next, answer->redirect_url, options)) return *objection;
    next = std::move(answer->redirect_url);
  }
  return Error{ErrorCode::blocked,
               "the server redirects more than " + std::to_string(options.max_redirects) + " times"};
}

}  // namespace klartext
