// One pass: a tokenizer that takes whatever stands there for the nearest JSON token, and a writer that keeps the
// grammar by adding what is missing before a token and ignoring what cannot stand here.
//
// A quote inside a string is the hard case ("width="300""): it ends the string only where what follows could follow.
#include "facts/json_repair.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/character_references.h"
#include "base/text.h"

namespace klartext {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_hex(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool is_spelled_as_number(std::string_view word) {
  const auto skip_digits = [&word] {
    std::size_t count = 0;
    while (count < word.size() && is_ascii_digit(word[count])) ++count;
    word.remove_prefix(count);
    return count > 0;
  };
  if (word.starts_with('-')) word.remove_prefix(1);
  if (word.starts_with('0') && word.size() > 1 && is_ascii_digit(word[1])) return false;
  if (!skip_digits()) return false;
  if (word.starts_with('.')) {
    word.remove_prefix(1);
    if (!skip_digits()) return false;
  }
  if (!word.empty() && (word[0] == 'e' || word[0] == 'E')) {
    word.remove_prefix(word.size() > 1 && (word[1] == '+' || word[1] == '-') ? 2 : 1);
    if (!skip_digits()) return false;
  }
  return word.empty();
}

/// A number that parsers take: none beyond the range of double, such as 1e999.
bool is_json_number(std::string_view word) {
  double value = 0;
  return is_spelled_as_number(word) &&
         std::from_chars(word.data(), word.data() + word.size(), value).ec != std::errc::result_out_of_range;
}

/// Writes tokens so that the output is JSON at any time but for what `finish` closes. The root is an array.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t size) { out_.reserve(size + 16); }

  [[nodiscard]] bool at_root() const { return open_.empty(); }
  [[nodiscard]] bool expects_key() const {
    return !at_root() && open_.back() == '}' && (state_ == State::item || state_ == State::behind_item);
  }

  void open(char opener) {
    if (expects_key()) write_key("\"\"");
    begin_value();
    out_.push_back(opener);
    const char closer = opener == '{' ? '}' : ']';
    open_.push_back(closer);
    ++(closer == '}' ? objects_ : arrays_);
    state_ = State::item;
    first_ = true;
  }
  /// Closes the innermost such container, and what is open inside it; ignored where there is none.
  void close(char closer) {
    if ((closer == '}' ? objects_ : arrays_) == 0) return;
    while (open_.back() != closer) pop();
    pop();
  }
  void colon() {
    if (state_ != State::behind_key) return;
    out_.push_back(':');
    state_ = State::value;
  }
  /// `literal` is a JSON string, number or word; `quoted` the same as a string.
  void scalar(std::string_view literal, std::string_view quoted) {
    if (at_root()) return;
    if (expects_key()) return write_key(quoted);
    begin_value();
    out_.append(literal);
    state_ = State::behind_item;
  }
  std::string finish() {
    while (!open_.empty()) pop();
    return out_ == "[" ? std::string{} : out_ + "]";
  }

 private:
  enum class State { item, behind_key, value, behind_item };

  void write_comma() {
    if (!first_) out_.push_back(',');
    first_ = false;
  }
  void write_key(std::string_view quoted) {
    write_comma();
    out_.append(quoted);
    state_ = State::behind_key;
  }
  void begin_value() {
    colon();
    if (state_ != State::value) write_comma();
  }
  void pop() {
    if (state_ == State::behind_key) out_.append(":null");
    if (state_ == State::value) out_.append("null");
    out_.push_back(open_.back());
    --(open_.back() == '}' ? objects_ : arrays_);
    open_.pop_back();
    state_ = State::behind_item;
    first_ = false;
  }

  std::string out_ = "[";
  std::vector<char> open_;  ///< the closers that are due
  std::size_t objects_ = 0;
  std::size_t arrays_ = 0;
  State state_ = State::item;
  bool first_ = true;  ///< nothing stands yet in the innermost container
};

class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text), writer_(text.size()) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return writer_.finish();
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool here(std::string_view bytes) const { return text_.substr(at_, bytes.size()) == bytes; }
  [[nodiscard]] std::size_t next_visible(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }
  [[nodiscard]] char at(std::size_t position) const { return position < text_.size() ? text_[position] : '\0'; }

  void step() {
    const char c = peek();
    if (is_blank(c) || c == ',' || c == ';') {
      ++at_;
    } else if (skip_wrapper() || skip_comment()) {
      return;
    } else if (c == '{' || c == '[') {
      writer_.open(c);
      ++at_;
    } else if (c == '}' || c == ']') {
      writer_.close(c);
      ++at_;
    } else if (c == ':') {
      writer_.colon();
      ++at_;
    } else if ((c == '"' || c == '\'') && !writer_.at_root()) {
      string(c);
    } else {
      word();
    }
  }

  bool skip_wrapper() {
    constexpr std::array<std::string_view, 4> kWrappers{"<!--", "-->", "<![CDATA[", "]]>"};
    for (const std::string_view wrapper : kWrappers) {
      if (!here(wrapper)) continue;
      at_ += wrapper.size();
      return true;
    }
    return false;
  }

  /// "//<![CDATA[{…" on one line is a wrapper, no comment: only the slashes go.
  bool skip_comment() {
    if (here("/*")) {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
      return true;
    }
    if (!here("//")) return false;
    at_ = next_visible(at_ + 2);
    if (!skip_wrapper()) at_ = std::min(text_.find('\n', at_), text_.size());
    return true;
  }

  void word() {
    constexpr std::string_view kEnds = "{}[]:,;\"' \t\r\n";
    const std::size_t end = std::min(text_.find_first_of(kEnds, at_ + 1), text_.size());
    const std::string_view raw = text_.substr(at_, end - at_);
    at_ = end;
    if (writer_.at_root()) return;
    std::string quoted = "\"";
    for (const char c : raw) append_plain(quoted, c);
    quoted.push_back('"');
    const bool literal = raw == "true" || raw == "false" || raw == "null" || is_json_number(raw);
    const bool nothing = raw == "undefined" || raw == "NaN";
    writer_.scalar(nothing ? "null" : literal ? raw : std::string_view(quoted), quoted);
  }

  void string(char quote) {
    std::string quoted = "\"";
    for (++at_; at_ < text_.size() && !closes(quote);) append_character(quoted);
    ++at_;
    quoted.push_back('"');
    writer_.scalar(quoted, quoted);
  }

  /// Whether the quote here, if it is one, ends the string.
  [[nodiscard]] bool closes(char quote) const {
    if (peek() != quote) return false;
    const std::size_t next = next_visible(at_ + 1);
    const char follower = at(next);
    if (next >= text_.size() || (follower == '/' && (at(next + 1) == '/' || at(next + 1) == '*'))) return true;
    if (writer_.expects_key()) return follower == ':' || follower == '}';
    if (follower == '}' || follower == ']') return true;
    if (follower == ',') return may_follow_comma(next_visible(next + 1));
    const bool on_next_line =
        std::find(text_.begin() + static_cast<std::ptrdiff_t>(at_), text_.begin() + static_cast<std::ptrdiff_t>(next),
                  '\n') != text_.begin() + static_cast<std::ptrdiff_t>(next);
    return on_next_line && (follower == '"' || follower == '\'');
  }

  [[nodiscard]] bool may_follow_comma(std::size_t position) const {
    constexpr std::string_view kOpeners = "\"'{[}]/,";
    const char c = at(position);
    if (position >= text_.size() || kOpeners.find(c) != std::string_view::npos || is_ascii_digit(c) || c == '-')
      return true;
    const std::string_view rest = text_.substr(position);
    if (rest.starts_with("true") || rest.starts_with("false") || rest.starts_with("null")) return true;
    return is_unquoted_key(rest);
  }

  [[nodiscard]] static bool is_unquoted_key(std::string_view rest) {
    constexpr std::size_t kLongestKey = 32;
    std::size_t length = 0;
    while (length < std::min(rest.size(), kLongestKey) &&
           (is_letter(static_cast<unsigned char>(rest[length])) || rest[length] == '@')) {
      ++length;
    }
    return length > 0 && length < rest.size() && rest[length] == ':';
  }

  void append_character(std::string& out) {
    if (peek() == '\\') return append_escape(out);
    append_plain(out, peek());
    ++at_;
  }

  static void append_plain(std::string& out, char c) {
    if (c == '"' || c == '\\') out.push_back('\\');
    if (c == '\n') {
      out.append("\\n");
    } else {
      out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
    }
  }

  void append_escape(std::string& out) {
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    const char c = peek(1);
    if (c == 'u') return append_unicode_escape(out);
    at_ += std::min<std::size_t>(2, text_.size() - at_);
    if (kEscapes.find(c) != std::string_view::npos && c != '\0') {
      out.append({'\\', c});
    } else if (c != '\0' && c != '\n' && c != '\r') {
      append_plain(out, c);
    }
  }

  [[nodiscard]] bool is_unicode_escape(std::size_t begin) const {
    const std::string_view digits = text_.substr(std::min(begin + 2, text_.size()), 4);
    return at(begin) == '\\' && at(begin + 1) == 'u' && digits.size() == 4 &&
           std::all_of(digits.begin(), digits.end(), is_hex);
  }
  /// 0xD8…0xDB: high surrogate, 0xDC…0xDF: low.
  [[nodiscard]] bool is_surrogate(std::size_t begin, std::string_view second_digits) const {
    return is_unicode_escape(begin) && (text_[begin + 2] | 0x20) == 'd' &&
           second_digits.find(text_[begin + 3]) != std::string_view::npos;
  }

  void append_unicode_escape(std::string& out) {
    constexpr std::size_t kLength = 6;
    constexpr std::string_view kHigh = "89aAbB";
    constexpr std::string_view kLow = "cCdDeEfF";
    if (!is_unicode_escape(at_)) {
      at_ += 2;
      return out.push_back('u');
    }
    const bool pair = is_surrogate(at_, kHigh) && is_surrogate(at_ + kLength, kLow);
    const bool lone = !pair && (is_surrogate(at_, kHigh) || is_surrogate(at_, kLow));
    const std::size_t length = pair ? 2 * kLength : kLength;
    out.append(lone ? std::string_view("\\uFFFD") : text_.substr(at_, length));
    at_ += length;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  JsonWriter writer_;
};

}  // namespace

std::string repair_json(std::string_view text) {
  const bool escaped = text.find('"') == std::string_view::npos && text.find("&quot;") != std::string_view::npos;
  const std::string decoded = escaped ? decode_references(text) : std::string{};
  return Repair(escaped ? std::string_view(decoded) : text).run();
}

}  // namespace klartext
