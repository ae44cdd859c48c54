// One address, waited for.
#include "input/fetch.h"

#include <future>

#include "input/fetcher.h"

namespace klartext {

Result<FetchedPage> fetch(std::string_view url, const FetchOptions& options) {
  auto outcome = std::make_shared<std::promise<Result<FetchedPage>>>();
  auto page = outcome->get_future();
  Fetcher fetcher(options);
  fetcher.submit(std::string(url), false,
                 [outcome](Result<FetchedPage> result) { outcome->set_value(std::move(result)); });
  return page.get();
}

}  // namespace klartext
