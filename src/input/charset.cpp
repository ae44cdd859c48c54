// The decision is one ordered list of opinions (`choose`); decoding is left to decode.cpp.
#include "input/charset.h"

#include <algorithm>

#include "base/text.h"
#include "input/encodings.h"
#include "input/prescan.h"
#include "input/utf8_scan.h"

namespace klartext {
namespace {

struct Choice {
  const Encoding* encoding;
  CharsetOrigin origin;
  std::size_t mark_size = 0;  ///< bytes of the byte order mark
};

/// In a page that declares UTF-8, this many sound sequences outweigh a broken one. Pages cut in the middle of a
/// character or with a pasted byte have hundreds for one; single-byte pages declared UTF-8 have next to none.
constexpr std::size_t kSoundPerBroken = 1;

/// A page that declares a single-byte encoding is UTF-8 in spite of broken sequences only if these are rare.
constexpr std::size_t kSoundPerBrokenAgainstDeclaration = 10;

/// A few characters of GBK or Shift_JIS may by chance be well-formed UTF-8; more than these hardly.
constexpr std::size_t kChanceSequences = 4;

/// Enough of a page to see the zero bytes of UTF-16.
constexpr std::size_t kZeroSample = 1024;

std::optional<Choice> by_mark(std::string_view bytes) {
  constexpr auto kOrigin = CharsetOrigin::byte_order_mark;
  if (bytes.starts_with("\xEF\xBB\xBF")) return Choice{&utf8_encoding(), kOrigin, 3};
  if (bytes.starts_with("\xFF\xFE")) return Choice{&utf16_encoding(false), kOrigin, 2};
  if (bytes.starts_with("\xFE\xFF")) return Choice{&utf16_encoding(true), kOrigin, 2};
  return std::nullopt;
}

/// UTF-16 without a mark: markup is ASCII, so every other byte is zero.
std::optional<Choice> by_zero_bytes(std::string_view bytes) {
  const auto sample = bytes.substr(0, kZeroSample);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t many = sample.size() / 4;
  const std::size_t few = sample.size() / 50;
  if (sample.size() < 4 || std::max(zeros[0], zeros[1]) <= many || std::min(zeros[0], zeros[1]) > few)
    return std::nullopt;
  return Choice{&utf16_encoding(zeros[0] > zeros[1]), CharsetOrigin::content};
}

std::optional<Choice> by_declaration(std::string_view bytes, std::optional<std::string_view> content_type) {
  if (content_type) {
    const auto* encoding = find_encoding(charset_parameter(*content_type));
    if (encoding != nullptr) return Choice{encoding, CharsetOrigin::http_header};
  }
  const auto* encoding = find_encoding(declared_label(bytes));
  if (encoding == nullptr) return std::nullopt;
  return Choice{encoding, CharsetOrigin::declaration};
}

bool is_utf16(const Encoding& encoding) {
  return encoding.family == EncodingFamily::utf16_le || encoding.family == EncodingFamily::utf16_be;
}

/// The bytes are UTF-8, although `declared` (may be null) says something else.
bool is_utf8_in_spite_of(const Encoding* declared, const Utf8Scan& scan) {
  if (declared != nullptr && declared->family == EncodingFamily::multi_byte) {
    return scan.broken == 0 && scan.multi_byte > kChanceSequences;
  }
  if (scan.broken == 0) return scan.multi_byte > 0 || declared == nullptr;
  return scan.multi_byte >= scan.broken * kSoundPerBrokenAgainstDeclaration;
}

/// What the content makes of a declaration. A meta tag that could be read is not in UTF-16, and without zero bytes
/// nothing is: both mean UTF-8.
Choice weigh(std::optional<Choice> declared, const Utf8Scan& scan) {
  if (declared && is_utf16(*declared->encoding)) {
    if (scan.has_nul && declared->origin == CharsetOrigin::http_header) return *declared;
    declared->encoding = &utf8_encoding();
  }
  const bool says_utf8 = declared && declared->encoding->family == EncodingFamily::utf8;
  if (says_utf8) {
    const bool plausible = scan.broken == 0 || scan.multi_byte >= scan.broken * kSoundPerBroken;
    return plausible ? *declared : Choice{&windows_1252_encoding(), CharsetOrigin::content};
  }
  if (is_utf8_in_spite_of(declared ? declared->encoding : nullptr, scan)) {
    return {&utf8_encoding(), CharsetOrigin::content};
  }
  return declared.value_or(Choice{&windows_1252_encoding(), CharsetOrigin::content});
}

Choice choose(std::string_view bytes, std::optional<std::string_view> content_type, const Utf8Scan& scan) {
  if (const auto marked = by_mark(bytes)) return *marked;
  if (scan.has_nul) {
    if (const auto wide = by_zero_bytes(bytes)) return *wide;
  }
  return weigh(by_declaration(bytes, content_type), scan);
}

bool is_utf8_already(const Encoding& encoding, const Utf8Scan& scan) {
  return encoding.family == EncodingFamily::utf8 && scan.clean();
}

/// `content` as UTF-8. U+0000 is dropped, as tokenizers do in text.
std::string decoded(std::string_view content, const Encoding& encoding, const Utf8Scan& scan) {
  if (is_utf8_already(encoding, scan)) return std::string(content);
  const bool is_utf8 = encoding.family == EncodingFamily::utf8;
  std::string text = is_utf8 ? std::string(content) : decode(content, encoding);
  std::erase(text, '\0');
  return is_utf8 ? to_valid_utf8(text) : text;
}

}  // namespace

std::string_view charset_parameter(std::string_view content_type) {
  constexpr std::string_view kSpace = "\t ";
  for (auto semicolon = content_type.find(';'); semicolon != std::string_view::npos;) {
    auto parameter = content_type.substr(semicolon + 1);
    semicolon = content_type.find(';', semicolon + 1);
    parameter = trim(parameter.substr(0, parameter.find(';')));
    if (!starts_with_ignoring_case(parameter, "charset")) continue;
    const auto equals = parameter.find_first_not_of(kSpace, std::string_view("charset").size());
    if (equals == std::string_view::npos || parameter[equals] != '=') continue;
    auto value = trim(parameter.substr(equals + 1));
    while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
    return value.substr(0, value.find_first_of("\"'"));
  }
  return {};
}

std::string_view encoding_for_label(std::string_view label) {
  const auto* encoding = find_encoding(label);
  return encoding == nullptr ? std::string_view{} : encoding->name;
}

DecodedText decode_page(std::string_view bytes, std::optional<std::string_view> content_type) {
  const Utf8Scan scan = scan_utf8(bytes);
  const Choice choice = choose(bytes, content_type, scan);
  return {decoded(bytes.substr(choice.mark_size), *choice.encoding, scan), choice.encoding->name, choice.origin};
}

Utf8Page::Utf8Page(std::string_view bytes, std::optional<std::string_view> content_type) {
  const Utf8Scan scan = scan_utf8(bytes);
  const Choice choice = choose(bytes, content_type, scan);
  as_it_is_ = bytes.substr(choice.mark_size);
  if (!is_utf8_already(*choice.encoding, scan)) decoded_ = decoded(as_it_is_, *choice.encoding, scan);
}

std::string to_utf8(std::string_view bytes, std::optional<std::string_view> content_type) {
  return decode_page(bytes, content_type).text;
}

}  // namespace klartext
