// Well-formed means table 3-7 of the Unicode standard: the second byte decides about overlong forms, surrogates and
// characters above U+10FFFF, all later ones are plain continuation bytes.
#include "input/utf8_scan.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace klartext {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080U;
constexpr std::uint64_t kOnes = 0x0101010101010101U;

/// Length that a lead byte announces, and the range of the byte behind it. Length 0: no lead byte.
struct Lead {
  std::uint8_t length = 0;
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
};

constexpr std::array<Lead, 128> lead_table() {
  std::array<Lead, 128> table{};
  for (std::size_t byte = 0xC2; byte <= 0xF4; ++byte) {
    auto& lead = table[byte - 0x80];
    lead.length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (byte == 0xE0) lead.low = 0xA0;
    if (byte == 0xED) lead.high = 0x9F;
    if (byte == 0xF0) lead.low = 0x90;
    if (byte == 0xF4) lead.high = 0x8F;
  }
  return table;
}

constexpr auto kLeads = lead_table();

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Bytes of the longest beginning of a sequence at `at` that is still well-formed, at least 1.
std::size_t sound_length(std::string_view bytes, std::size_t at, const Lead& lead) {
  std::size_t length = 1;
  while (length < lead.length && at + length < bytes.size()) {
    const auto byte = byte_at(bytes, at + length);
    const bool fits = length == 1 ? byte >= lead.low && byte <= lead.high : (byte & 0xC0U) == 0x80;
    if (!fits) break;
    ++length;
  }
  return length;
}

/// Skips ASCII from `at`; notices NUL bytes on the way.
std::size_t skip_ascii(std::string_view bytes, std::size_t at, bool& has_nul) {
  std::uint64_t zero = 0;
  for (std::array<std::uint64_t, 2> words; at + sizeof words <= bytes.size(); at += sizeof words) {
    std::memcpy(words.data(), bytes.data() + at, sizeof words);
    if (((words[0] | words[1]) & kHighBits) != 0) break;
    zero |= (words[0] - kOnes) | (words[1] - kOnes);  // ASCII bytes borrow into their high bit only from zero
  }
  has_nul = has_nul || (zero & kHighBits) != 0;
  for (; at < bytes.size() && byte_at(bytes, at) < 0x80; ++at) has_nul = has_nul || bytes[at] == '\0';
  return at;
}

}  // namespace

Utf8Scan scan_utf8(std::string_view bytes) {
  Utf8Scan scan;
  for (std::size_t at = skip_ascii(bytes, 0, scan.has_nul); at < bytes.size();) {
    const Lead& lead = kLeads[byte_at(bytes, at) - 0x80U];
    const std::size_t length = sound_length(bytes, at, lead);
    const bool whole = length == lead.length;
    scan.cut_off = !whole && lead.length != 0 && at + length == bytes.size();
    if (whole) ++scan.multi_byte;
    if (!whole && !scan.cut_off) ++scan.broken;
    at += length;
    if (at < bytes.size() && byte_at(bytes, at) < 0x80) at = skip_ascii(bytes, at, scan.has_nul);
  }
  return scan;
}

}  // namespace klartext
