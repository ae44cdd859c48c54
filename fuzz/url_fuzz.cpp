// A base and a reference, a line each: what comes out is printable ASCII, http or https under a usable base, and stays
// as it is when resolved again.
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "base/url.h"
#include "check.h"
#include "input/idn.h"
#include "output/safe_text.h"

using namespace klartext;

namespace {

bool is_printable_ascii(std::string_view text) {
  for (const char c : text) {
    if (c <= ' ' || c >= '\x7F') return false;
  }
  return true;
}

bool is_plain_host(std::string_view host) {
  for (const char c : host) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

void check_resolved(std::string_view base, std::string_view reference) {
  const auto url = resolve_url(base, reference);
  if (!url) return;
  fuzz::require(is_valid_utf8(*url), "an address is valid UTF-8");
  fuzz::require(!url->empty(), "an address is not empty");
  if (is_http_url(base) && resolve_url("", base) == base) {  // as browsers write it
    fuzz::require(is_http_url(*url), "an address under a base is http or https");
  }
  if (is_plain_host(url_host(*url))) fuzz::require(is_printable_ascii(*url), "an address is printable ASCII");
  fuzz::require(markdown_address(*url).find_first_of("()<> \n") == std::string::npos, "Markdown cannot be ended");
  if (!is_http_url(*url)) return;
  fuzz::require(resolve_url(base, *url) == url, "an address resolved again stays");
  fuzz::require(same_page(comparable_url(*url), comparable_url(*url)), "an address is the same page as itself");
  registrable_domain(*url);
  site_host(*url);
  date_in_url(*url);
  with_ascii_host(*url);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input = to_valid_utf8(fuzz::text_of(data, size));
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string base = input.substr(0, line);
  const std::string reference = input.substr(std::min(line + 1, input.size()));
  check_resolved(base, reference);
  check_resolved("https://www.example.org/a/b/c.html?d=e", reference);
  fuzz::require(is_valid_utf8(percent_decode(input)), "decoded text is valid UTF-8");
  return 0;
}
