#include "input/meta_scan.h"

#include <algorithm>

#include "base/text.h"

namespace klartext {
namespace {

constexpr std::string_view kSpace = "\t\n\f\r ";

/// The slot of `meta` for an attribute; null for those of no interest.
std::optional<std::string_view>* slot_for(MetaTag& meta, std::string_view name) {
  if (equals_ignoring_case(name, "http-equiv")) return &meta.http_equiv;
  if (equals_ignoring_case(name, "content")) return &meta.content;
  if (equals_ignoring_case(name, "charset")) return &meta.charset;
  return nullptr;
}

}  // namespace

std::optional<MetaTag> MetaScan::next() {
  while (at_ < bytes_.size()) {
    at_ = std::min(bytes_.find('<', at_), bytes_.size());
    if (at_meta()) return meta_tag();
    skip_one_tag();
  }
  return std::nullopt;
}

bool MetaScan::at_meta() const {
  constexpr std::string_view kMeta = "<meta";
  return starts_with_ignoring_case(bytes_.substr(at_, kMeta.size()), kMeta) &&
         (ahead(kMeta.size()) == '/' || kSpace.find(ahead(kMeta.size())) != std::string_view::npos);
}

void MetaScan::skip_one_tag() {
  if (bytes_.substr(at_).starts_with("<!--")) return skip_comment();
  if (is_ascii_letter(ahead(1)) || (ahead(1) == '/' && is_ascii_letter(ahead(2)))) return skip_tag();
  if (ahead(1) == '!' || ahead(1) == '/' || ahead(1) == '?') return go_to_any_of(">");
  at_ = std::min(at_ + 1, bytes_.size());
}

/// "<!-->" is a whole comment.
void MetaScan::skip_comment() {
  constexpr std::string_view kEnd = "-->";
  const auto end = bytes_.find(kEnd, at_ + 2);
  at_ = end == std::string_view::npos ? bytes_.size() : end + kEnd.size();
}

void MetaScan::skip_tag() {
  go_to_any_of("\t\n\f\r >");
  while (next_attribute()) {
  }
}

void MetaScan::skip_any_of(std::string_view characters) {
  at_ = std::min(bytes_.find_first_not_of(characters, at_), bytes_.size());
}

void MetaScan::go_to_any_of(std::string_view characters) {
  at_ = std::min(bytes_.find_first_of(characters, at_), bytes_.size());
}

MetaTag MetaScan::meta_tag() {
  at_ += std::string_view("<meta").size();
  MetaTag meta;
  while (const auto attribute = next_attribute()) {
    auto* slot = slot_for(meta, attribute->name);
    if (slot != nullptr && !*slot) *slot = attribute->value;
  }
  return meta;
}

/// nullopt at the end of the tag.
std::optional<MetaScan::Attribute> MetaScan::next_attribute() {
  skip_any_of("\t\n\f\r /");
  if (at_ == bytes_.size() || bytes_[at_] == '>') return std::nullopt;
  const std::size_t begin = at_++;  // a name may begin with '='
  go_to_any_of("\t\n\f\r />=");
  Attribute attribute{bytes_.substr(begin, at_ - begin), {}};
  skip_any_of(kSpace);
  if (ahead(0) != '=') return attribute;
  ++at_;
  skip_any_of(kSpace);
  attribute.value = attribute_value();
  return attribute;
}

std::string_view MetaScan::attribute_value() {
  const char quote = ahead(0);
  const bool quoted = quote == '"' || quote == '\'';
  if (quoted) ++at_;
  const std::size_t begin = at_;
  go_to_any_of(quoted ? std::string_view(&quote, 1) : "\t\n\f\r >");
  const auto value = bytes_.substr(begin, at_ - begin);
  if (quoted && at_ < bytes_.size()) ++at_;
  return value;
}

}  // namespace klartext
