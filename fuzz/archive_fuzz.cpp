// Any bytes as an input: packed or not, WARC, MHTML or a page. Reading ends, and no page is larger than allowed.
#include <string>

#include "check.h"
#include "input/pages.h"

using namespace klartext;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxBytes = 50'000;
  const auto pages = pages_of_bytes(std::string(fuzz::text_of(data, size)), {"fuzz", {}, {}, {}}, {kMaxBytes});
  std::size_t count = 0;
  while (const auto item = pages->next()) {
    ++count;
    if (item->page) {
      fuzz::require(item->page->bytes.size() <= kMaxBytes, "a page is no larger than allowed");
    } else {
      fuzz::require(!item->page.error().message.empty(), "an error has a reason");
    }
  }
  fuzz::require(count > 0, "an input gives at least one page or error");
  return 0;
}
