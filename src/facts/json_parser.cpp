#include "facts/json_parser.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "base/byte_scan.h"
#include "base/text.h"

namespace klartext {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit_byte(c)) return c - '0';
  const char letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// A double holds it. Without an exponent so many digits are safe.
bool is_finite(std::string_view number) {
  constexpr std::size_t kSafeDigits = 300;
  const bool plain = number.find_first_of("eE") == std::string_view::npos;
  return (plain && number.size() < kSafeDigits) || std::isfinite(std::strtod(std::string(number).c_str(), nullptr));
}

/// The end of what a string holds as written: a quote, a backslash, a control character or the end of the text.
std::size_t plain_end(std::string_view text, std::size_t at) {
  constexpr char kLastControl = '\x1F';
  for (; text.size() - at >= kBytesAtOnce; at += kBytesAtOnce) {
    const std::uint32_t found = low_places_or<kLastControl, '"', '\\'>(text.data() + at);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) > kLastControl && text[at] != '"' && text[at] != '\\')
    ++at;
  return at;
}

}  // namespace

bool JsonParser::run() {
  if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  skip_blanks();
  Next next = Next::value;
  while (next == Next::value) {
    next = begin_value();
    if (next == Next::end) next = go_on();
  }
  return next == Next::end;
}

/// Reads a value, or of a list or object what comes before its first one.
JsonParser::Next JsonParser::begin_value() {
  if (at_ == text_.size()) return Next::error;
  switch (text_[at_]) {
    case '{':
    case '[':
      return open(text_[at_]);
    case '"':
      return told(read_string() && sink_.string(string_));
    case 't':
      return read_word("true");
    case 'f':
      return read_word("false");
    case 'n':
      return read_word("null");
    default:
      return told(read_number());
  }
}

JsonParser::Next JsonParser::open(char bracket) {
  ++at_;
  if (!sink_.open(bracket)) return Next::error;
  skip_blanks();
  if (take(bracket == '{' ? '}' : ']')) return told(sink_.close());
  open_.push_back(bracket);
  return bracket == '[' || read_key() ? Next::value : Next::error;
}

/// Behind a value: to the next one, or to the end of the text.
JsonParser::Next JsonParser::go_on() {
  while (true) {
    skip_blanks();
    if (open_.empty()) return at_ == text_.size() ? Next::end : Next::error;
    const bool in_object = open_.back() == '{';
    if (take(',')) {
      skip_blanks();
      return !in_object || read_key() ? Next::value : Next::error;
    }
    if (!take(in_object ? '}' : ']') || !sink_.close()) return Next::error;
    open_.pop_back();
  }
}

JsonParser::Next JsonParser::read_word(std::string_view word) {
  if (!text_.substr(at_).starts_with(word)) return Next::error;
  at_ += word.size();
  return told(sink_.word(word));
}

/// A key and the colon behind it.
bool JsonParser::read_key() {
  if (!read_string() || !sink_.key(string_)) return false;
  skip_blanks();
  if (!take(':')) return false;
  skip_blanks();
  return true;
}

bool JsonParser::read_string() {
  if (!take('"')) return false;
  const std::size_t begin = at_;
  at_ = plain_end(text_, at_);
  string_ = text_.substr(begin, at_ - begin);
  if (take('"')) return true;
  decoded_ = string_;
  while (at_ < text_.size() && text_[at_] == '\\') {
    if (!read_escape()) return false;
    const std::size_t end = plain_end(text_, at_);
    decoded_.append(text_, at_, end - at_);
    at_ = end;
  }
  string_ = decoded_;
  return take('"');
}

bool JsonParser::read_escape() {
  constexpr std::string_view kEscapes = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  if (++at_ == text_.size()) return false;
  const char c = text_[at_++];
  if (c == 'u') return read_unicode_escape();
  const std::size_t which = kEscapes.find(c);
  if (which == std::string_view::npos) return false;
  decoded_ += kMeanings[which];
  return true;
}

/// Behind "\u". Surrogates come in pairs.
bool JsonParser::read_unicode_escape() {
  const int first = read_hex();
  if (first < 0 || (first >= 0xDC00 && first < 0xE000)) return false;
  auto character = static_cast<char32_t>(first);
  if (first >= 0xD800 && first < 0xDC00) {
    if (!take('\\') || !take('u')) return false;
    const int second = read_hex();
    if (second < 0xDC00 || second >= 0xE000) return false;
    character = 0x10000 + ((character - 0xD800) << 10U) + (static_cast<char32_t>(second) - 0xDC00);
  }
  append_utf8(decoded_, character);
  return true;
}

/// Four digits, or -1.
int JsonParser::read_hex() {
  constexpr std::size_t kDigits = 4;
  if (text_.size() - at_ < kDigits) return -1;
  int number = 0;
  for (const std::size_t end = at_ + kDigits; at_ < end; ++at_) {
    const int digit = hex_value(text_[at_]);
    if (digit < 0) return -1;
    number = number * 16 + digit;
  }
  return number;
}

/// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool JsonParser::read_number() {
  const std::size_t begin = at_;
  take('-');
  if (!take('0') && !skip_digits()) return false;
  if (take('.') && !skip_digits()) return false;
  if (take('e') || take('E')) {
    if (!take('+')) take('-');
    if (!skip_digits()) return false;
  }
  const std::string_view number = text_.substr(begin, at_ - begin);
  return is_finite(number) && sink_.number(number == "-0" ? number.substr(1) : number);
}

bool JsonParser::skip_digits() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_digit_byte(text_[at_])) ++at_;
  return at_ > begin;
}

void JsonParser::skip_blanks() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r'))
    ++at_;
}

bool JsonParser::take(char c) {
  const bool is_there = at_ < text_.size() && text_[at_] == c;
  if (is_there) ++at_;
  return is_there;
}

}  // namespace klartext
