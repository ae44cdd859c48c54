// Fetches a list of addresses and waits for all of them.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "input/fetcher.h"

namespace klartext {

/// "page" or the error's code for each address, in their order. `listed`: as if from a list.
inline std::vector<std::string> fetch_all(const std::vector<std::string>& urls, const FetchOptions& options,
                                          bool listed = true) {
  std::vector<std::string> outcomes(urls.size());
  std::mutex mutex;
  std::condition_variable done;
  std::size_t left = urls.size();
  Fetcher fetcher(options);
  for (std::size_t i = 0; i < urls.size(); ++i) {
    fetcher.submit(urls[i], listed, [&, i](const Result<FetchedPage>& page) {
      const std::lock_guard lock(mutex);
      outcomes[i] = page.ok() ? "page" : std::string(code_name(page.error().code));
      if (--left == 0) done.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  done.wait(lock, [&] { return left == 0; });
  return outcomes;
}

}  // namespace klartext
