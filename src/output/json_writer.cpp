// Commas and indentation follow from two bits of state; the rest is escaping, in runs rather than bytes: most text
// needs none.
#include "output/json_writer.h"

#include <array>
#include <cassert>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "base/text.h"
#include "output/safe_text.h"

namespace klartext {
namespace {

/// A byte at which a plain copy stops: quote, backslash, controls, and the lead bytes of all acting characters.
constexpr bool is_stop(std::uint8_t byte) {
  return (byte < 0x20) | (byte == 0x22) | (byte == 0x5C) | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xD8) |
         (byte == 0xE2);
}

constexpr auto kStops = [] {
  std::array<bool, 256> stops{};
  for (std::size_t byte = 0; byte < stops.size(); ++byte) stops[byte] = is_stop(static_cast<std::uint8_t>(byte));
  return stops;
}();

/// So many bytes are looked at together, in a form of which the compiler makes vector instructions (of a chunk of 16 it
/// does not): a third less for all of a record.
using Chunk = std::array<std::uint8_t, 32>;

bool holds_stop(const char* bytes) {
  Chunk chunk;
  std::memcpy(chunk.data(), bytes, chunk.size());
  std::uint8_t any = 0;
  for (const std::uint8_t byte : chunk) any |= static_cast<std::uint8_t>(is_stop(byte));
  return any != 0;
}

/// The first stop from `at` on, or the end.
std::size_t next_stop(std::string_view text, std::size_t at) {
  while (at + sizeof(Chunk) <= text.size() && !holds_stop(text.data() + at)) at += sizeof(Chunk);
  while (at < text.size() && !kStops[static_cast<std::uint8_t>(text[at])]) ++at;
  return at;
}

std::string_view short_escape(char32_t character) {
  switch (character) {
    case U'"':
      return "\\\"";
    case U'\\':
      return "\\\\";
    case U'\n':
      return "\\n";
    case U'\r':
      return "\\r";
    case U'\t':
      return "\\t";
    default:
      return {};
  }
}

void append_code_escape(std::string& out, char32_t character) {
  constexpr char kHexDigits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[(character >> shift) & 0xFU];
}

void append_character(std::string& out, char32_t character) {
  if (const std::string_view escape = short_escape(character); !escape.empty()) {
    out += escape;
  } else if (acts_on_a_terminal(character)) {
    append_code_escape(out, character);
  } else {
    append_utf8(out, character);
  }
}

void append_valid(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = next_stop(text, at);
    out += text.substr(at, stop - at);
    at = stop;
    if (at < text.size()) append_character(out, next_character(text, at));
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  out += '"';
  if (is_valid_utf8(value)) {
    append_valid(out, value);
  } else {
    append_valid(out, to_valid_utf8(value));
  }
  out += '"';
}

void JsonWriter::key(std::string_view name) {
  before_value();
  append_json_string(out_, name);
  out_ += pretty_ ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
  before_value();
  append_json_string(out_, value);
}

void JsonWriter::number(long value) {
  before_value();
  out_ += std::to_string(value);
}

void JsonWriter::decimal(double value) {
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.1f", value);
  before_value();
  out_.append(text.data(), static_cast<std::size_t>(length));
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

std::string JsonWriter::take() {
  assert(depth_ == 0);
  out_ += '\n';
  return std::move(out_);
}

void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  empty_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!empty_) new_line();
  out_ += bracket;
  empty_ = false;
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!empty_) out_ += ',';
  if (depth_ > 0) new_line();
  empty_ = false;
}

void JsonWriter::new_line() {
  if (!pretty_) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

}  // namespace klartext
