// Text that comes with markup in it: attributes and JSON strings in which a page left references and tags.
//
// Only names of HTML elements are taken for tags, so that "a < b" and "<3" survive; what a block element parted stays
// parted by a blank. Scripts and styles go with their contents.
#include <algorithm>
#include <array>

#include "base/character_references.h"
#include "base/text.h"

namespace klartext {
namespace {

enum class TagKind : std::uint8_t { none, inline_, block, raw };

struct TagName {
  std::string_view name;
  TagKind kind;
};

// clang-format off
constexpr std::array<TagName, 74> kTagNames{{
  {"a", TagKind::inline_}, {"abbr", TagKind::inline_}, {"acronym", TagKind::inline_}, {"address", TagKind::block},
  {"article", TagKind::block}, {"aside", TagKind::block}, {"b", TagKind::inline_}, {"bdi", TagKind::inline_},
  {"big", TagKind::inline_}, {"blockquote", TagKind::block}, {"br", TagKind::block}, {"button", TagKind::inline_},
  {"caption", TagKind::block}, {"center", TagKind::block}, {"cite", TagKind::inline_}, {"code", TagKind::inline_},
  {"dd", TagKind::block}, {"del", TagKind::inline_}, {"div", TagKind::block}, {"dl", TagKind::block},
  {"dt", TagKind::block}, {"em", TagKind::inline_}, {"figcaption", TagKind::block}, {"figure", TagKind::block},
  {"font", TagKind::inline_}, {"footer", TagKind::block}, {"h1", TagKind::block}, {"h2", TagKind::block},
  {"h3", TagKind::block}, {"h4", TagKind::block}, {"h5", TagKind::block}, {"h6", TagKind::block},
  {"header", TagKind::block}, {"hr", TagKind::block}, {"i", TagKind::inline_}, {"iframe", TagKind::block},
  {"img", TagKind::inline_}, {"ins", TagKind::inline_}, {"kbd", TagKind::inline_}, {"li", TagKind::block},
  {"link", TagKind::inline_}, {"main", TagKind::block}, {"mark", TagKind::inline_}, {"nobr", TagKind::inline_},
  {"noscript", TagKind::block}, {"o:p", TagKind::inline_}, {"ol", TagKind::block}, {"p", TagKind::block},
  {"picture", TagKind::inline_}, {"pre", TagKind::block}, {"q", TagKind::inline_}, {"s", TagKind::inline_},
  {"script", TagKind::raw}, {"section", TagKind::block}, {"small", TagKind::inline_}, {"source", TagKind::inline_},
  {"span", TagKind::inline_}, {"strike", TagKind::inline_}, {"strong", TagKind::inline_}, {"style", TagKind::raw},
  {"sub", TagKind::inline_}, {"sup", TagKind::inline_}, {"table", TagKind::block}, {"tbody", TagKind::block},
  {"td", TagKind::block}, {"tfoot", TagKind::block}, {"th", TagKind::block}, {"thead", TagKind::block},
  {"time", TagKind::inline_}, {"tr", TagKind::block}, {"u", TagKind::inline_}, {"ul", TagKind::block},
  {"video", TagKind::block}, {"wbr", TagKind::inline_},
}};
// clang-format on

static_assert(std::is_sorted(kTagNames.begin(), kTagNames.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

/// Longest name in the table.
constexpr std::size_t kLongestTagName = 10;

TagKind kind_of(std::string_view name) {
  const std::string lowered = lower_ascii(name);
  const auto* row = std::lower_bound(kTagNames.begin(), kTagNames.end(), std::string_view(lowered),
                                     [](const TagName& r, std::string_view n) { return r.name < n; });
  return row != kTagNames.end() && row->name == lowered ? row->kind : TagKind::none;
}

struct FoundTag {
  TagKind kind = TagKind::none;
  bool closing = false;
  std::size_t length = 0;  ///< up to and with '>'
};

std::size_t tag_end(std::string_view text) {
  const std::size_t stop = text.find_first_of("<>", 1);
  return stop == std::string_view::npos || text[stop] == '<' ? std::string_view::npos : stop + 1;
}

/// A tag at the beginning of `text`, which begins with '<'. A '<' before the '>' means that it is none.
FoundTag tag_at(std::string_view text) {
  const bool closing = text.size() > 1 && text[1] == '/';
  const std::string_view rest = text.substr(closing ? 2 : 1, kLongestTagName + 1);
  const std::size_t name_end = std::min(rest.find_first_of(" \t\r\n/>"), rest.size());
  if (name_end == 0 || name_end > kLongestTagName) return {};
  const TagKind kind = kind_of(rest.substr(0, name_end));
  const std::size_t end = kind == TagKind::none ? std::string_view::npos : tag_end(text);
  return end == std::string_view::npos ? FoundTag{} : FoundTag{kind, closing, end};
}

/// Bytes to skip for a comment or CDATA bracket at the beginning of `text`, else 0.
std::size_t bracket_length(std::string_view text) {
  constexpr std::string_view kCdataBegin = "<![CDATA[";
  if (text.starts_with(kCdataBegin)) return kCdataBegin.size();
  if (!text.starts_with("<!--")) return 0;
  const std::size_t end = text.find("-->", 4);
  return end == std::string_view::npos ? text.size() : end + 3;
}

/// Bytes of a script or style element from behind its start tag, to behind the '<' of the next closing tag.
std::size_t raw_length(std::string_view text) { return std::min(text.find("</"), text.size()); }

std::string without_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<')) {
    out.append(text.substr(0, open));
    text.remove_prefix(open);
    if (const std::size_t bracket = bracket_length(text); bracket != 0) {
      text.remove_prefix(bracket);
      continue;
    }
    const FoundTag tag = tag_at(text);
    if (tag.kind == TagKind::none) out.push_back('<');
    if (tag.kind == TagKind::block || tag.kind == TagKind::raw) out.push_back(' ');
    text.remove_prefix(std::max<std::size_t>(tag.length, 1));
    if (tag.kind == TagKind::raw && !tag.closing) text.remove_prefix(raw_length(text));
  }
  return out.append(text);
}

}  // namespace

std::string clean_markup(std::string_view text) {
  if (text.find('&') == std::string_view::npos && text.find('<') == std::string_view::npos) return clean(text);
  std::string decoded = decode_references(text);
  if (decoded.find('&') != std::string::npos) decoded = decode_references(decoded);
  if (decoded.find('<') != std::string::npos) decoded = without_tags(decoded);
  return clean(decoded);
}

}  // namespace klartext
