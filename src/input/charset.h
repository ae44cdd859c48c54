// Which character encoding a page is in, and the page as UTF-8.
//
// The order of belief is the one browsers have: byte order mark, HTTP header, what the page declares of itself (meta
// prescan of the WHATWG HTML standard, XML declaration), then a guess. Two liberties are taken because saved pages lie
// in two known ways: bytes that are valid multi-byte UTF-8 are UTF-8 whatever they declare, and a page that declares
// UTF-8 but plainly is a single-byte page is read as windows-1252.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace klartext {

/// What the decision rests on.
enum class CharsetOrigin : std::uint8_t {
  byte_order_mark,
  http_header,
  declaration,  ///< <meta charset>, <meta http-equiv>, <?xml encoding?>
  content,      ///< the bytes themselves: valid UTF-8, UTF-16 by its zero bytes, else windows-1252
};

/// A page as UTF-8, and how it was read.
struct DecodedText {
  std::string text;           ///< valid UTF-8 without byte order mark and without U+0000
  std::string_view encoding;  ///< WHATWG name, "windows-1252"; static lifetime
  CharsetOrigin origin = CharsetOrigin::content;
};

/// Decodes a page. `content_type` is the value of the HTTP header as received ("text/html; charset=iso-8859-1").
/// Never fails: what cannot be decoded becomes U+FFFD. UTF-8 is validated and copied once, nothing else.
DecodedText decode_page(std::string_view bytes, std::optional<std::string_view> content_type = std::nullopt);

/// The text of `decode_page`, in the page's own bytes where these are it already, as of most pages: a copy would be a
/// third of what the charset costs. `bytes` outlive it.
class Utf8Page {
 public:
  explicit Utf8Page(std::string_view bytes, std::optional<std::string_view> content_type = std::nullopt);
  [[nodiscard]] std::string_view text() const { return decoded_ ? std::string_view(*decoded_) : as_it_is_; }

 private:
  std::string_view as_it_is_;
  std::optional<std::string> decoded_;
};

/// The text of `decode_page` alone.
std::string to_utf8(std::string_view bytes, std::optional<std::string_view> content_type = std::nullopt);

/// The encoding that a label means by the WHATWG Encoding Standard ("latin1" → "windows-1252", " UTF8 " → "UTF-8");
/// empty for a label that means none. Static lifetime.
std::string_view encoding_for_label(std::string_view label);

/// Label in the parameter `charset` of a Content-Type value; empty if there is none. A slice of `content_type`.
std::string_view charset_parameter(std::string_view content_type);

}  // namespace klartext
