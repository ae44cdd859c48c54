#include "html/prune_rules.h"

#include "html/name_table.h"
#include "html/prune_attributes.h"

namespace klartext {
namespace {

bool is_html_annotation(const TagSpan& tag) {
  const std::string_view encoding = attribute_value(tag, "encoding");
  return same_name(encoding, "text/html") || same_name(encoding, "application/xhtml+xml");
}

bool is_styled_font(const TagSpan& tag) {
  return has_attribute(tag, "color") || has_attribute(tag, "face") || has_attribute(tag, "size");
}

}  // namespace

bool is_emptied(const TagSpan& tag, Element element) {
  switch (element) {
    case Element::svg:
    case Element::math:
    case Element::select:
      return true;
    case Element::template_:
      return !has_attribute(tag, "shadowrootmode") && !has_attribute(tag, "shadowroot");
    default:
      return false;
  }
}

ShadowTag shadow_of(const TagSpan& tag) {
  const Element element = element_from_name(tag.name, tag.readable(tag.name));
  ShadowTag shadow{element, tag.name, tag.self_closing};
  if (tag.attributes.empty()) return shadow;
  shadow.hidden_input = element == Element::input && same_name(attribute_value(tag, "type"), "hidden");
  shadow.styled_font = element == Element::font && is_styled_font(tag);
  shadow.html_annotation = element == Element::annotation_xml && is_html_annotation(tag);
  // Of <a>, which costs most to hash, two are never open at once.
  if (traits(element).end == EndRule::formatting && element != Element::a)
    shadow.attributes_hash = hash_of_attributes(tag);
  return shadow;
}

bool misleads_parser(Element element) {
  switch (element) {
    case Element::select:
    case Element::template_:
    case Element::html:
    case Element::frameset:
      return true;
    default:
      return traits(element).start == StartRule::table_part && element != Element::col && element != Element::frame;
  }
}

bool is_nothing_unless_made(Element element) {
  return element == Element::form || (traits(element).start == StartRule::table_part && element != Element::col);
}

bool is_nothing_unless_seen(Element element) {
  switch (traits(element).end) {
    case EndRule::other:
    case EndRule::block:
    case EndRule::item:
    case EndRule::definition:
    case EndRule::heading:
    case EndRule::scoped:
      return true;
    default:
      return false;
  }
}

bool is_dropped_text(Element element) { return element == Element::script || element == Element::style; }

}  // namespace klartext
