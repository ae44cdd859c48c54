#include "html/prune_attributes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/character_references.h"
#include "html/name_table.h"
#include "html/tag.h"

namespace klartext {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

std::string_view without_blanks_around(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

constexpr std::uint64_t kAddresses = attribute_bit(Attribute::src) | attribute_bit(Attribute::srcset) |
                                     attribute_bit(Attribute::href) | attribute_bit(Attribute::data_src) |
                                     attribute_bit(Attribute::data_srcset) | attribute_bit(Attribute::data_original) |
                                     attribute_bit(Attribute::data_lazy_src) |
                                     attribute_bit(Attribute::data_lazy_srcset);
/// Of these not every value is kept, or not all of it.
constexpr std::uint64_t kWeighed = kAddresses | attribute_bit(Attribute::style);

bool is_address(Attribute attribute) { return (kAddresses & attribute_bit(attribute)) != 0; }

/// Nearly all addresses are told from a data: address by their first letter.
bool is_data_address(std::string_view value) {
  if (value.empty() || (lowered(value[0]) != 'd' && !is_markup_space(value[0]))) return false;
  constexpr std::size_t kReach = 16;
  return occurs_at(without_blanks_around(value.substr(0, kReach)), 0, "data:");
}

/// "display : none !important" → true for ("display", "none").
bool declares(std::string_view declaration, std::string_view property, std::string_view value) {
  const std::size_t colon = declaration.find(':');
  if (colon == std::string_view::npos) return false;
  return same_name(without_blanks_around(declaration.substr(0, colon)), property) &&
         occurs_at(without_blanks_around(declaration.substr(colon + 1)), 0, value);
}

/// "display:block" and its like, for elements that begin a line: not "display:inline-block", not "display:contents".
bool declares_block(std::string_view declaration) {
  constexpr std::array<std::string_view, 5> kBlocks = {"block", "flex", "grid", "table", "list-item"};
  return std::any_of(kBlocks.begin(), kBlocks.end(),
                     [declaration](std::string_view value) { return declares(declaration, "display", value); });
}

/// What a style says about being shown: "display:none", "visibility:hidden", "display:block" or nothing.
std::string_view showing_style(std::string_view style) {
  std::string_view showing;
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    if (declares(declaration, "display", "none")) return "display:none";
    if (declares(declaration, "visibility", "hidden")) {
      showing = "visibility:hidden";
    } else if (showing.empty() && declares_block(declaration)) {
      showing = "display:block";
    }
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return showing;
}

constexpr std::uint64_t kHashPrime = 0x100000001B3U;  // FNV-1a

std::uint64_t hash_of(const AttributeSpan& attribute) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : attribute.name) hash = (hash ^ static_cast<unsigned char>(lowered(c))) * kHashPrime;
  hash = (hash ^ '=') * kHashPrime;
  for (const char c : attribute.value) hash = (hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  return hash ^ (hash >> 29);
}

bool has_equal_attributes_clause(Element element) {
  return traits(element).end == EndRule::formatting && element != Element::a;  // two <a> are never open at once
}

void append_hash(CharBuffer& out, std::uint64_t hash) {
  out += " k=";
  for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[hash >> shift & 15];
}

/// A value that the parser can be shown: what it becomes, a text of the page, is not taken for a stand-in.
bool is_plain(std::string_view value) {
  return std::none_of(value.begin(), value.end(),
                      [](char c) { return c == '&' || static_cast<unsigned char>(c) >= 0x80; });
}

void append_whole(CharBuffer& out, const AttributeSpan& attribute) {
  out += ' ';
  out += attribute.whole();
}

bool may_shape_tree(Element element) {
  return element == Element::input || element == Element::template_ || element == Element::isindex;
}

/// Attributes that the tree builder heeds, or the next reader of this page.
bool shapes_tree(Element element, const AttributeSpan& attribute) {
  switch (element) {
    case Element::input:
      return same_name(attribute.name, "type") && same_name(attribute.value, "hidden");
    case Element::template_:
      return same_name(attribute.name, "shadowrootmode") || same_name(attribute.name, "shadowroot");
    case Element::isindex:
      return same_name(attribute.name, "prompt") && is_plain(attribute.value);
    default:
      return false;
  }
}

/// What is kept of the value, if the attribute is kept.
std::optional<std::string_view> kept_value(Attribute name, const AttributeSpan& attribute) {
  if (attribute.value.size() > kMaxAttributeBytes) return std::nullopt;
  if (name == Attribute::style) {
    // The semicolon of a character reference ends no declaration.
    const bool is_encoded = attribute.value.find('&') != std::string_view::npos;
    const auto showing =
        is_encoded ? showing_style(decode_references(attribute.value)) : showing_style(attribute.value);
    return showing.empty() ? std::nullopt : std::optional(showing);
  }
  if (is_address(name) && is_data_address(attribute.value)) return std::nullopt;
  return attribute.value;
}

/// For <html> and <body>: a second one adds what the first one lacks, so the parser has to see them.
void append_of_page(CharBuffer& out, Attribute name, const AttributeSpan& attribute) {
  const auto kept = kept_value(name, attribute);
  if (kept && name != Attribute::style) return append_whole(out, attribute);
  (out += ' ') += attribute.name;
  if (kept) ((out += "=\"") += *kept) += '"';
  if (!kept && is_address(name)) out += "=data:";
}

}  // namespace

void keep_attributes(Skeleton& skeleton, const TagSpan& tag, Element element) {
  std::uint64_t seen = 0;
  std::uint64_t hash = 0;
  const bool of_page = traits(element).start == StartRule::page;
  const bool remember = has_equal_attributes_clause(element);
  const bool heeded = may_shape_tree(element);
  for (const AttributeSpan& attribute : tag.attributes) {
    const auto name = attribute_from_name(attribute.name, tag.readable(attribute.name));
    const std::uint64_t bit = name ? attribute_bit(*name) : 0;
    if ((seen & bit) != 0) continue;
    seen |= bit;
    if (remember) hash += hash_of(attribute);
    if (heeded && shapes_tree(element, attribute)) append_whole(skeleton.markup, attribute);
    if (!name) continue;
    if (of_page) {
      append_of_page(skeleton.markup, *name, attribute);
    } else if ((bit & kWeighed) == 0 && attribute.value.size() <= kMaxAttributeBytes) {
      skeleton.add_attribute(*name, attribute.value);
    } else if (const auto kept = kept_value(*name, attribute)) {
      skeleton.add_attribute(*name, *kept);
    }
  }
  if (hash != 0) append_hash(skeleton.markup, hash);
}

void append_all_attributes(CharBuffer& out, const TagSpan& tag) {
  constexpr std::size_t kAtMost = 64;
  for (std::size_t i = 0; i < std::min(tag.attributes.size(), kAtMost); ++i) {
    const AttributeSpan& attribute = tag.attributes[i];
    const auto same = [&](const AttributeSpan& other) { return same_name(attribute.name, other.name); };
    const bool again = std::any_of(tag.attributes.begin(), tag.attributes.begin() + i, same);
    const bool joins = attribute.name.front() == '=';  // with the name before it
    if (!again && !joins && attribute.value.size() <= kMaxAttributeBytes) append_whole(out, attribute);
  }
}

std::string_view attribute_value(const TagSpan& tag, std::string_view name) {
  for (const AttributeSpan& attribute : tag.attributes) {
    if (same_name(attribute.name, name)) return attribute.value;
  }
  return {};
}

bool has_attribute(const TagSpan& tag, std::string_view name) {
  return std::any_of(tag.attributes.begin(), tag.attributes.end(),
                     [&](const AttributeSpan& attribute) { return same_name(attribute.name, name); });
}

std::uint64_t hash_of_attributes(const TagSpan& tag) {
  std::uint64_t hash = 0;
  for (const AttributeSpan& attribute : tag.attributes) hash += hash_of(attribute);
  return hash;
}

bool is_json_ld(const TagSpan& tag, std::string_view script) {
  const std::string_view type = without_blanks_around(attribute_value(tag, "type"));
  if (type.empty()) {                   // some pages forget the type
    constexpr std::size_t kReach = 64;  // bytes; "@context" is nearly always the first member
    script = without_blanks_around(script.substr(0, kReach));
    return occurs_at(script, 0, "{") && script.find("\"@context\"") != std::string_view::npos;
  }
  constexpr std::string_view kJsonLd = "application/ld+json";
  const std::string written = type.find('&') == std::string_view::npos ? std::string(type) : decode_references(type);
  if (!occurs_at(written, 0, kJsonLd)) return false;
  return written.size() == kJsonLd.size() || written[kJsonLd.size()] == ';' || is_markup_space(written[kJsonLd.size()]);
}

bool is_unread_link(const TagSpan& tag) {
  constexpr std::array<std::string_view, 12> kUnread = {"stylesheet",   "preload",       "prefetch", "preconnect",
                                                        "dns-prefetch", "modulepreload", "icon",     "apple-touch-icon",
                                                        "mask-icon",    "manifest",      "shortcut", "pingback"};
  std::string_view words = without_blanks_around(attribute_value(tag, "rel"));
  bool unread = false;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(kBlanks), words.size());
    const auto is_word = [&](std::string_view word) { return same_name(words.substr(0, end), word); };
    unread = std::any_of(kUnread.begin(), kUnread.end(), is_word);
    if (!unread) return false;
    words = without_blanks_around(words.substr(end));
  }
  return unread;
}

}  // namespace klartext
