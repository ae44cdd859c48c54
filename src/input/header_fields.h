// Header blocks as HTTP, WARC and mail have them: `Name: value` lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace klartext {

/// The fields of one block, in order. Values are trimmed; folded lines are joined with a blank. Lines without a name
/// and a colon (a status line) are passed over.
class HeaderFields {
 public:
  HeaderFields() = default;
  explicit HeaderFields(std::string_view block);

  /// The first field of that name, whatever its case.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// All fields of that name, joined with ", ".
  [[nodiscard]] std::string joined(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Value of a parameter in `multipart/related; boundary="x"`, quotes removed; empty if there is none.
std::string header_parameter(std::string_view value, std::string_view name);

/// "text/html" of " Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type);

/// Media types that a web page is sent as: text/html, application/xhtml+xml, XML; also none and those that say nothing.
bool may_be_page(std::string_view content_type);

/// Status code of the line `HTTP/1.1 200 OK`; 0 if it is none.
int status_of(std::string_view status_line);

}  // namespace klartext
