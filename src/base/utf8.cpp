// UTF-8 in and out: decoding, encoding, validity.
#include <cstdint>
#include <cstring>

#include "base/text.h"

namespace klartext {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t at) { return static_cast<std::uint8_t>(text[at]); }

/// What the lead byte of a sequence demands: how many bytes follow, and the bounds of the first of them (which exclude
/// overlong forms, surrogates and everything above U+10FFFF).
struct Lead {
  int following;  ///< 0: no lead byte
  std::uint8_t low;
  std::uint8_t high;
};

Lead lead_of(std::uint8_t byte) {
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte < 0xF0) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte < 0xF4) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

struct Decoded {
  char32_t character;
  std::size_t length;  ///< bytes taken; of a broken sequence its maximal subpart
  bool valid;
};

Decoded decode(std::string_view text, std::size_t at) {
  const std::uint8_t first = byte_at(text, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.following == 0) return {kReplacement, 1, false};
  char32_t character = first & (0x3FU >> static_cast<unsigned>(lead.following));
  for (int i = 1; i <= lead.following; ++i) {
    const std::size_t position = at + static_cast<std::size_t>(i);
    const std::uint8_t low = i == 1 ? lead.low : 0x80;
    const std::uint8_t high = i == 1 ? lead.high : 0xBF;
    if (position >= text.size() || byte_at(text, position) < low || byte_at(text, position) > high) {
      return {kReplacement, static_cast<std::size_t>(i), false};
    }
    character = (character << 6U) | (byte_at(text, position) & 0x3FU);
  }
  return {character, static_cast<std::size_t>(lead.following) + 1, true};
}

/// First position from `at` on with a byte that is not ASCII, eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, text.data() + at, sizeof chunk);
    if ((chunk & kHighBits) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

/// Length of the valid prefix of `bytes` from `at` on.
std::size_t skip_valid(std::string_view bytes, std::size_t at) {
  while ((at = skip_ascii(bytes, at)) < bytes.size()) {
    const Decoded next = decode(bytes, at);
    if (!next.valid) break;
    at += next.length;
  }
  return at;
}

void append_without_nul(std::string& out, std::string_view text) {
  for (std::size_t nul = text.find('\0'); nul != std::string_view::npos; nul = text.find('\0')) {
    out.append(text.substr(0, nul));
    append_utf8(out, kReplacement);
    text.remove_prefix(nul + 1);
  }
  out.append(text);
}

}  // namespace

char32_t next_wide_character(std::string_view text, std::size_t& at) {
  const Decoded next = decode(text, at);
  at += next.length;
  return next.character;
}

void append_utf8(std::string& out, char32_t character) {
  const auto append = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  const auto continuation = [&](unsigned shift) { append(0x80U | ((character >> shift) & 0x3FU)); };
  if (character < 0x80) return append(character);
  if (character < 0x800) return append(0xC0U | (character >> 6U)), continuation(0);
  if (character >= 0xD800 && character < 0xE000) return append_utf8(out, kReplacement);
  if (character < 0x10000) return append(0xE0U | (character >> 12U)), continuation(6), continuation(0);
  if (character > 0x10FFFF) return append_utf8(out, kReplacement);
  append(0xF0U | (character >> 18U)), continuation(12), continuation(6), continuation(0);
}

std::size_t length_in_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

bool is_valid_utf8(std::string_view bytes) { return skip_valid(bytes, 0) == bytes.size(); }

std::string to_valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t stop = skip_valid(bytes, at);
    append_without_nul(out, bytes.substr(at, stop - at));
    at = stop;
    if (at == bytes.size()) break;
    at += decode(bytes, at).length;
    append_utf8(out, kReplacement);
  }
  return out;
}

}  // namespace klartext
