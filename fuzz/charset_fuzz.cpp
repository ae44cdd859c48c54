// Any bytes, with any Content-Type: the text is valid UTF-8 without NUL, and decoding it again changes nothing.
// The first line is the header, if there are two.
#include <optional>

#include "base/text.h"
#include "check.h"
#include "input/charset.h"
#include "input/meta_refresh.h"
#include "input/sniff.h"

using namespace klartext;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::text_of(data, size);
  const std::size_t line = input.find('\n');
  const bool has_header = line != std::string_view::npos && line < 80;
  const std::string_view page = has_header ? input.substr(line + 1) : input;
  const auto decoded = decode_page(page, has_header ? std::optional(input.substr(0, line)) : std::nullopt);
  fuzz::require(is_valid_utf8(decoded.text), "the text is valid UTF-8");
  fuzz::require(decoded.text.find('\0') == std::string::npos, "the text has no NUL");
  fuzz::require(!decoded.encoding.empty(), "the encoding has a name");
  fuzz::require(to_valid_utf8(decoded.text) == decoded.text, "valid text stays");
  const std::string mended = to_valid_utf8(page);
  fuzz::require(is_valid_utf8(mended), "mended bytes are valid UTF-8");
  not_a_page(page);
  meta_refresh_target(page, "https://example.org/a/b");
  return 0;
}
