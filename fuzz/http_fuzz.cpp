// Any text as what a server sends: header block, blank line, then a body that is read as robots.txt and as the coded
// body that the headers announce.
#include <string>

#include "check.h"
#include "input/answer.h"
#include "input/cache_rules.h"
#include "input/content_coding.h"
#include "input/header_fields.h"
#include "input/robots.h"

using namespace klartext;

namespace {

constexpr std::size_t kMaxBytes = 100'000;
constexpr Timestamp kNow = 1'780'000'000;

Answer answer_of(std::string_view head, std::string_view body) {
  Answer answer;
  answer.url = "https://example.org/a?b";
  answer.status = status_of(head.substr(0, head.find('\n')));
  answer.header_block = head;
  answer.fields = HeaderFields(head);
  answer.body = body;
  return answer;
}

void check_headers(const HeaderFields& fields) {
  for (const auto& [name, value] : fields.all()) {
    fuzz::require(!name.empty(), "a field has a name");
    fuzz::require(fields.find(name).has_value(), "and is found by it");
    header_parameter(value, "charset");
    may_be_page(value);
    undo_transfer_coding(value, "quoted-printable");
    undo_transfer_coding(value, "base64");
  }
}

void check_cache(const Answer& answer) {
  may_store(answer, kNow);
  const StoredAnswer stored{answer, kNow - 10, kNow - 9, "Accept: a"};
  is_fresh(stored, kNow);
  fits_request(stored, "Accept: b");
  for (const auto& header : validation_headers(answer)) {
    fuzz::require(header.find_first_of("\r\n") == std::string::npos, "a header is one line");
  }
  freshened(stored, answer, kNow - 1, kNow);
}

void check_body(Answer answer) {
  answer.body = undo_chunks(std::move(answer.body));
  if (undo_encoding(answer, kMaxBytes)) return;
  const auto page = page_of_answer(answer, FetchOptions{});
  if (!page) fuzz::require(!page.error().message.empty(), "an error has a reason");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text_of(data, size);
  const std::size_t blank = std::min(input.find("\n\n"), input.size());
  const std::string_view body = input.substr(std::min(blank + 2, input.size()));
  const Answer answer = answer_of(input.substr(0, blank), body);
  check_headers(answer.fields);
  check_cache(answer);
  check_body(answer);
  const RobotsRules rules(body, product_token(input.substr(0, blank)));
  for (const char* url : {"https://example.org/", "https://example.org/a/b?c=d$", "https://example.org/%C3%BC*"}) {
    (void)rules.allows(url);
  }
  if (const auto delay = rules.crawl_delay()) fuzz::require(*delay >= 0, "a delay is not negative");
  return 0;
}
