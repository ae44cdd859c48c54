// The meta tags of a page, read from its bytes before anything else is known about it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace klartext {

/// What a meta tag says; of attributes of one name the first counts. Slices of the page.
struct MetaTag {
  std::optional<std::string_view> http_equiv;
  std::optional<std::string_view> content;
  std::optional<std::string_view> charset;
};

/// Pulls the meta tags in document order, by the rules of the HTML standard's encoding prescan: comments do not count,
/// all other tags are stepped over with their attributes.
class MetaScan {
 public:
  explicit MetaScan(std::string_view bytes) : bytes_(bytes) {}

  /// nullopt at the end.
  std::optional<MetaTag> next();
  /// Where the last tag ends.
  [[nodiscard]] std::size_t position() const { return at_; }

 private:
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };

  [[nodiscard]] char ahead(std::size_t offset) const {
    return at_ + offset < bytes_.size() ? bytes_[at_ + offset] : '\0';
  }
  [[nodiscard]] bool at_meta() const;
  void skip_one_tag();
  void skip_comment();
  void skip_tag();
  void skip_any_of(std::string_view characters);
  void go_to_any_of(std::string_view characters);
  MetaTag meta_tag();
  std::optional<Attribute> next_attribute();
  std::string_view attribute_value();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace klartext
