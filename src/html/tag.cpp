// The lists of tag.h, as tables.
#include "html/tag.h"

#include <array>

#include "html/name_table.h"

namespace klartext {
namespace {

constexpr std::array kTagNames = std::to_array<std::string_view>({
#define X(enumerator, name, is_block) name,
    KLARTEXT_TAGS(X)
#undef X
});

constexpr std::array kAttributeNames = std::to_array<std::string_view>({
#define X(enumerator, name) name,
    KLARTEXT_ATTRIBUTES(X)
#undef X
});

constexpr NameTable kTags(kTagNames);
constexpr NameTable kAttributes(kAttributeNames);

static_assert(static_cast<std::size_t>(Tag::text) == kTagNames.size());

}  // namespace

std::string_view tag_name(Tag tag) {
  switch (tag) {
    case Tag::text:
      return "#text";
    case Tag::custom:
      return "custom";
    case Tag::other:
      return "other";
    default:
      return kTagNames[static_cast<std::size_t>(tag)];
  }
}

std::string_view attribute_name(Attribute attribute) { return kAttributeNames[static_cast<std::size_t>(attribute)]; }

std::optional<Tag> tag_from_name(std::string_view name) {
  const std::size_t index = kTags.find(name);
  if (index == kTagNames.size()) return std::nullopt;
  return static_cast<Tag>(index);
}

std::optional<Attribute> attribute_from_name(std::string_view name) { return attribute_from_name(name, name.size()); }

std::optional<Attribute> attribute_from_name(std::string_view name, std::size_t readable) {
  const std::size_t index = kAttributes.find(name, readable);
  if (index == kAttributeNames.size()) return std::nullopt;
  return static_cast<Attribute>(index);
}

}  // namespace klartext
