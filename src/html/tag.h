// Names of elements and attributes, as numbers.
//
// One list each; the enumerator, its spelling and its traits come from the same row.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace klartext {

// clang-format off
/// X(enumerator, name, is_block): the elements that klartext tells apart. `is_block`: starts a new line on a page.
#define KLARTEXT_TAGS(X) \
  X(a, "a", 0) X(abbr, "abbr", 0) X(address, "address", 1) X(article, "article", 1) X(aside, "aside", 1) \
  X(audio, "audio", 0) X(b, "b", 0) X(base, "base", 0) X(blockquote, "blockquote", 1) X(body, "body", 1) \
  X(br, "br", 0) X(button, "button", 0) X(caption, "caption", 1) X(center, "center", 1) X(cite, "cite", 0) \
  X(code, "code", 0) X(dd, "dd", 1) X(del, "del", 0) X(details, "details", 1) X(dialog, "dialog", 1) \
  X(dir, "dir", 1) X(div, "div", 1) X(dl, "dl", 1) X(dt, "dt", 1) X(em, "em", 0) X(fieldset, "fieldset", 1) \
  X(figcaption, "figcaption", 1) X(figure, "figure", 1) X(font, "font", 0) X(footer, "footer", 1) \
  X(form, "form", 1) X(h1, "h1", 1) X(h2, "h2", 1) X(h3, "h3", 1) X(h4, "h4", 1) X(h5, "h5", 1) X(h6, "h6", 1) \
  X(head, "head", 1) X(header, "header", 1) X(hgroup, "hgroup", 1) X(hr, "hr", 1) X(html, "html", 1) X(i, "i", 0) \
  X(iframe, "iframe", 1) X(img, "img", 0) X(input, "input", 0) X(ins, "ins", 0) X(label, "label", 0) \
  X(legend, "legend", 1) X(li, "li", 1) X(link, "link", 0) X(main, "main", 1) X(mark, "mark", 0) X(menu, "menu", 1) \
  X(meta, "meta", 0) X(nav, "nav", 1) X(noscript, "noscript", 1) X(object, "object", 0) X(ol, "ol", 1) \
  X(option, "option", 1) X(p, "p", 1) X(picture, "picture", 0) X(pre, "pre", 1) X(q, "q", 0) X(rp, "rp", 0) X(rt, "rt", 0) \
  X(s, "s", 0) X(script, "script", 0) X(search, "search", 1) X(section, "section", 1) X(select, "select", 0) X(small, "small", 0) X(source, "source", 0) \
  X(span, "span", 0) X(strong, "strong", 0) X(style, "style", 0) X(sub, "sub", 0) X(summary, "summary", 1) X(sup, "sup", 0) \
  X(svg, "svg", 0) X(table, "table", 1) X(tbody, "tbody", 1) X(td, "td", 1) X(textarea, "textarea", 0) X(tfoot, "tfoot", 1) \
  X(th, "th", 1) X(thead, "thead", 1) X(time, "time", 0) X(title, "title", 1) X(tr, "tr", 1) X(tt, "tt", 0) X(u, "u", 0) \
  X(ul, "ul", 1) X(video, "video", 0)

/// X(enumerator, name): the attributes that some stage reads; prune drops all others.
#define KLARTEXT_ATTRIBUTES(X) \
  X(alt, "alt") X(aria_hidden, "aria-hidden") X(aria_label, "aria-label") X(aria_level, "aria-level") X(charset, "charset") \
  X(class_, "class") X(content, "content") X(data_lazy_src, "data-lazy-src") X(data_lazy_srcset, "data-lazy-srcset") \
  X(data_original, "data-original") X(data_src, "data-src") X(data_srcset, "data-srcset") X(data_testid, "data-testid") \
  X(data_component, "data-component") X(datetime, "datetime") X(hidden, "hidden") X(href, "href") \
  X(http_equiv, "http-equiv") X(id, "id") X(itemid, "itemid") X(itemprop, "itemprop") X(itemref, "itemref") \
  X(itemscope, "itemscope") X(itemtype, "itemtype") X(lang, "lang") X(media, "media") X(name, "name") \
  X(property, "property") X(rel, "rel") X(role, "role") X(size, "size") X(src, "src") X(srcset, "srcset") X(style, "style") \
  X(title, "title") X(type, "type") X(value, "value") X(hreflang, "hreflang") X(width, "width") X(height, "height")
// clang-format on

enum class Tag : std::uint8_t {
#define X(enumerator, name, is_block) enumerator,
  KLARTEXT_TAGS(X)
#undef X
      text,  ///< a text node
  custom,    ///< an element with a hyphen in its name: a component, taken for a block
  other,     ///< any other element, taken for inline
};

inline constexpr auto kTagIsBlock = std::to_array<bool>({
#define X(enumerator, name, is_block) (is_block) != 0,
    KLARTEXT_TAGS(X)
#undef X
        false,  // text
    true,       // custom
    false,      // other
});
inline constexpr std::size_t kTagCount = kTagIsBlock.size();

enum class Attribute : std::uint8_t {
#define X(enumerator, name) enumerator,
  KLARTEXT_ATTRIBUTES(X)
#undef X
      count_,  ///< how many there are; no attribute
};

/// A bit for each attribute, for sets of them.
constexpr std::uint64_t attribute_bit(Attribute attribute) {
  static_assert(static_cast<unsigned>(Attribute::count_) <= 64);
  return std::uint64_t{1} << static_cast<unsigned>(attribute);
}

/// "p", "h1"; "#text", "custom" and "other" for the last three.
std::string_view tag_name(Tag tag);
constexpr bool is_block(Tag tag) { return kTagIsBlock[static_cast<std::size_t>(tag)]; }
/// h1 … h6 → 1 … 6, else 0.
constexpr int heading_level(Tag tag) {
  if (tag < Tag::h1 || tag > Tag::h6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1;
}
std::string_view attribute_name(Attribute attribute);

/// By name, in any case of letters; nothing for a name that is not in the list above.
std::optional<Tag> tag_from_name(std::string_view name);
std::optional<Attribute> attribute_from_name(std::string_view name);
/// The same, faster where sixteen characters are `readable` from where the name begins.
std::optional<Attribute> attribute_from_name(std::string_view name, std::size_t readable);

}  // namespace klartext
