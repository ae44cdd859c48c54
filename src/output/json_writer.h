// Writes JSON, key by key, straight into a string.
//
// A record is written once and never looked at again, so no tree of values is built for it. Strings come out as valid
// UTF-8 whatever goes in; characters that act on a terminal are \u-escaped, so that `cat` of an output is harmless.
#pragma once

#include <string>
#include <string_view>

namespace klartext {

class JsonWriter {
 public:
  /// `pretty`: every key and item on a line of its own, indented by two blanks. Else no white space at all.
  explicit JsonWriter(bool pretty) : pretty_(pretty) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// The key of the value that is written next.
  void key(std::string_view name);
  void string(std::string_view value);
  void number(long value);
  /// With one digit behind the point.
  void decimal(double value);
  void boolean(bool value);
  void null();

  /// Takes the text written so far, with a newline at its end.
  [[nodiscard]] std::string take();

 private:
  void open(char bracket);
  void close(char bracket);
  void before_value();
  void new_line();

  std::string out_;
  int depth_ = 0;
  bool pretty_;
  bool empty_ = true;  ///< nothing yet in the innermost object or array
  bool after_key_ = false;
};

/// Appends `value` as a JSON string, with its quotes.
void append_json_string(std::string& out, std::string_view value);

}  // namespace klartext
