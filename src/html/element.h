// What the tree builder knows of each element: one row an element, in the terms of the HTML standard's tree
// construction, as Gumbo 0.10.1 reads it (<main> is not special there, <menuitem> is, no name after 2015 is known).
//
// tag.h lists what klartext reads; this lists what decides where an element goes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace klartext {

/// What a start tag does in the insertion mode "in body".
enum class StartRule : std::uint8_t {
  other,    ///< opens an element inside the current paragraph
  block,    ///< closes an open <p> first
  heading,  ///< … and an open heading
  form,
  item,        ///< <li>
  definition,  ///< <dd>, <dt>
  plaintext,
  button,
  anchor,
  formatting,  ///< stays on the list of elements to be opened again
  nobr,
  scoped,  ///< <object> and the like: formatting outside does not reach in
  table,
  inline_leaf,  ///< never open: <br>, <img>
  leaf,         ///< never open, reopens no formatting: <param>
  head_leaf,    ///< never open, belongs into <head>: <meta>
  rule,         ///< <hr>
  isindex,
  head_text,  ///< holds text only and belongs into <head>: <script>, <style>, <title>
  text,       ///< holds text only: <iframe>, <textarea>
  xmp,
  select,
  option,
  ruby,
  foreign,  ///< <svg>, <math>
  template_,
  table_part,  ///< ignored outside a table
  page,        ///< <html>, <body>, <frameset>: at most adds attributes
  count_,
};

/// What an end tag does in the insertion mode "in body".
enum class EndRule : std::uint8_t {
  other,
  block,
  form,
  paragraph,
  item,
  definition,
  heading,
  formatting,
  scoped,
  line_break,  ///< </br> makes a <br>
  template_,
  page,
  count_,
};

/// How the tokenizer reads what follows a start tag.
enum class Content : std::uint8_t { markup, escapable_text, raw_text, script, plain_text };

inline constexpr std::uint8_t kSpecial = 1;    ///< an unmatched end tag is not looked for beyond it
inline constexpr std::uint8_t kScope = 2;      ///< hides the elements outside from most end tags
inline constexpr std::uint8_t kImplied = 4;    ///< its end tag may be left out
inline constexpr std::uint8_t kThorough = 8;   ///< … at the end of a template
inline constexpr std::uint8_t kBreakout = 16;  ///< its start tag ends an <svg> or <math>

// clang-format off
/// X(enumerator, name, start rule, end rule, flags)
#define KLARTEXT_ELEMENTS(X) \
  X(html, "html", page, page, kSpecial | kScope) \
  X(head, "head", table_part, other, kSpecial | kThorough | kBreakout) \
  X(title, "title", head_text, other, kSpecial) X(base, "base", head_leaf, other, kSpecial) \
  X(link, "link", head_leaf, other, kSpecial) X(meta, "meta", head_leaf, other, kSpecial | kBreakout) \
  X(bgsound, "bgsound", head_leaf, other, kSpecial) X(basefont, "basefont", head_leaf, other, kSpecial) \
  X(menuitem, "menuitem", head_leaf, other, kSpecial) X(style, "style", head_text, other, kSpecial) \
  X(script, "script", head_text, other, kSpecial) X(noframes, "noframes", head_text, other, kSpecial) \
  X(noscript, "noscript", other, other, kSpecial) X(template_, "template", template_, template_, kSpecial | kScope) \
  X(body, "body", page, page, kSpecial | kBreakout) X(article, "article", block, block, kSpecial) \
  X(section, "section", block, block, kSpecial) X(nav, "nav", block, block, kSpecial) \
  X(aside, "aside", block, block, kSpecial) X(hgroup, "hgroup", block, block, kSpecial) \
  X(header, "header", block, block, kSpecial) X(footer, "footer", block, block, kSpecial) \
  X(address, "address", block, block, kSpecial) X(blockquote, "blockquote", block, block, kSpecial | kBreakout) \
  X(ol, "ol", block, block, kSpecial | kBreakout) X(ul, "ul", block, block, kSpecial | kBreakout) \
  X(dl, "dl", block, block, kSpecial | kBreakout) X(figure, "figure", block, block, kSpecial) \
  X(figcaption, "figcaption", block, block, kSpecial) X(div, "div", block, block, kSpecial | kBreakout) \
  X(center, "center", block, block, kSpecial | kBreakout) X(details, "details", block, block, kSpecial) \
  X(dir, "dir", block, block, kSpecial) X(fieldset, "fieldset", block, block, kSpecial) \
  X(menu, "menu", block, block, kSpecial | kBreakout) X(summary, "summary", block, block, kSpecial) \
  X(main, "main", block, block, 0) X(pre, "pre", block, block, kSpecial | kBreakout) \
  X(listing, "listing", block, block, kSpecial | kBreakout) \
  X(h1, "h1", heading, heading, kSpecial | kBreakout) X(h2, "h2", heading, heading, kSpecial | kBreakout) \
  X(h3, "h3", heading, heading, kSpecial | kBreakout) X(h4, "h4", heading, heading, kSpecial | kBreakout) \
  X(h5, "h5", heading, heading, kSpecial | kBreakout) X(h6, "h6", heading, heading, kSpecial | kBreakout) \
  X(p, "p", block, paragraph, kSpecial | kImplied | kThorough | kBreakout) \
  X(hr, "hr", rule, other, kSpecial | kBreakout) \
  X(li, "li", item, item, kSpecial | kImplied | kThorough | kBreakout) \
  X(dt, "dt", definition, definition, kSpecial | kImplied | kThorough | kBreakout) \
  X(dd, "dd", definition, definition, kSpecial | kImplied | kThorough | kBreakout) \
  X(a, "a", anchor, formatting, 0) X(b, "b", formatting, formatting, kBreakout) \
  X(big, "big", formatting, formatting, kBreakout) X(code, "code", formatting, formatting, kBreakout) \
  X(em, "em", formatting, formatting, kBreakout) X(font, "font", formatting, formatting, 0) \
  X(i, "i", formatting, formatting, kBreakout) X(nobr, "nobr", nobr, formatting, kBreakout) \
  X(s, "s", formatting, formatting, kBreakout) X(small, "small", formatting, formatting, kBreakout) \
  X(strike, "strike", formatting, formatting, kBreakout) X(strong, "strong", formatting, formatting, kBreakout) \
  X(tt, "tt", formatting, formatting, kBreakout) X(u, "u", formatting, formatting, kBreakout) \
  X(span, "span", other, other, kBreakout) X(sub, "sub", other, other, kBreakout) \
  X(sup, "sup", other, other, kBreakout) X(var, "var", other, other, kBreakout) \
  X(ruby, "ruby", other, other, kBreakout) X(rb, "rb", ruby, other, kImplied) \
  X(rp, "rp", ruby, other, kImplied | kThorough) X(rt, "rt", ruby, other, kImplied | kThorough) \
  X(rtc, "rtc", ruby, other, kImplied | kThorough) \
  X(br, "br", inline_leaf, line_break, kSpecial | kBreakout) X(wbr, "wbr", inline_leaf, other, kSpecial) \
  X(img, "img", inline_leaf, other, kSpecial | kBreakout) X(image, "image", inline_leaf, other, 0) \
  X(embed, "embed", inline_leaf, other, kSpecial | kBreakout) X(area, "area", inline_leaf, other, kSpecial) \
  X(keygen, "keygen", inline_leaf, other, 0) X(input, "input", inline_leaf, other, kSpecial) \
  X(param, "param", leaf, other, kSpecial) X(source, "source", leaf, other, 0) X(track, "track", leaf, other, 0) \
  X(isindex, "isindex", isindex, other, kSpecial) \
  X(iframe, "iframe", text, other, kSpecial) X(noembed, "noembed", text, other, kSpecial) \
  X(textarea, "textarea", text, other, kSpecial) X(xmp, "xmp", xmp, other, kSpecial) \
  X(plaintext, "plaintext", plaintext, other, kSpecial) \
  X(object, "object", scoped, scoped, kSpecial | kScope) X(applet, "applet", scoped, scoped, kSpecial | kScope) \
  X(marquee, "marquee", scoped, scoped, kSpecial | kScope) \
  X(table, "table", table, other, kSpecial | kScope | kBreakout) \
  X(caption, "caption", table_part, other, kSpecial | kScope | kThorough) \
  X(colgroup, "colgroup", table_part, other, kSpecial | kThorough) X(col, "col", table_part, other, kSpecial) \
  X(tbody, "tbody", table_part, other, kSpecial | kThorough) X(tfoot, "tfoot", table_part, other, kSpecial | kThorough) \
  X(thead, "thead", table_part, other, kSpecial) X(tr, "tr", table_part, other, kSpecial | kThorough) \
  X(td, "td", table_part, other, kSpecial | kScope | kThorough) \
  X(th, "th", table_part, other, kSpecial | kScope | kThorough) \
  X(form, "form", form, form, kSpecial) X(button, "button", button, block, kSpecial) \
  X(select, "select", select, other, kSpecial) X(option, "option", option, other, kImplied | kThorough) \
  X(optgroup, "optgroup", option, other, kImplied | kThorough) \
  X(frame, "frame", table_part, other, kSpecial) X(frameset, "frameset", page, other, kSpecial) \
  X(svg, "svg", foreign, other, 0) X(math, "math", foreign, other, 0) \
  X(foreignobject, "foreignobject", other, other, 0) X(desc, "desc", other, other, 0) \
  X(mi, "mi", other, other, 0) X(mo, "mo", other, other, 0) X(mn, "mn", other, other, 0) X(ms, "ms", other, other, 0) \
  X(mtext, "mtext", other, other, 0) X(mglyph, "mglyph", other, other, 0) \
  X(malignmark, "malignmark", other, other, 0) X(annotation_xml, "annotation-xml", other, other, 0) \
  X(cite, "cite", other, other, 0) X(q, "q", other, other, 0) X(dfn, "dfn", other, other, 0) \
  X(abbr, "abbr", other, other, 0) X(data, "data", other, other, 0) X(time, "time", other, other, 0) \
  X(samp, "samp", other, other, 0) X(kbd, "kbd", other, other, 0) X(mark, "mark", other, other, 0) \
  X(bdi, "bdi", other, other, 0) X(bdo, "bdo", other, other, 0) X(ins, "ins", other, other, 0) \
  X(del, "del", other, other, 0) X(video, "video", other, other, 0) X(audio, "audio", other, other, 0) \
  X(canvas, "canvas", other, other, 0) X(map, "map", other, other, 0) X(legend, "legend", other, other, 0) \
  X(label, "label", other, other, 0) X(datalist, "datalist", other, other, 0) X(output, "output", other, other, 0) \
  X(progress, "progress", other, other, 0) X(meter, "meter", other, other, 0) X(acronym, "acronym", other, other, 0) \
  X(nextid, "nextid", other, other, 0) X(blink, "blink", other, other, 0) X(multicol, "multicol", other, other, 0) \
  X(spacer, "spacer", other, other, 0)
// clang-format on

enum class Element : std::uint8_t {
#define X(enumerator, name, start, end, flags) enumerator,
  KLARTEXT_ELEMENTS(X)
#undef X
      unknown,  ///< any other name; Gumbo takes all of these for one and the same
  count_,
};

struct ElementTraits {
  StartRule start = StartRule::other;
  EndRule end = EndRule::other;
  std::uint8_t flags = 0;
};

inline constexpr auto kElementTraits = std::to_array<ElementTraits>({
#define X(enumerator, name, start, end, flags) {StartRule::start, EndRule::end, flags},
    KLARTEXT_ELEMENTS(X)
#undef X
        {},  // unknown
});

/// `name` in any case of letters.
Element element_from_name(std::string_view name);
/// The same, faster where sixteen characters are `readable` from where the name begins.
Element element_from_name(std::string_view name, std::size_t readable);
/// Lower case; empty for `unknown`.
std::string_view element_name(Element element);
constexpr const ElementTraits& traits(Element element) { return kElementTraits[static_cast<std::size_t>(element)]; }
/// How the text of this element is read where it stands as HTML; `markup` for all that hold elements.
Content content_of(Element element);
/// True for an element that never has children (<br>), or only text (<title>): it never stays open.
bool never_open(Element element);

}  // namespace klartext
