#include "html/element.h"

#include <array>

#include "html/name_table.h"

namespace klartext {
namespace {

constexpr std::array kNames = std::to_array<std::string_view>({
#define X(enumerator, name, start, end, flags) name,
    KLARTEXT_ELEMENTS(X)
#undef X
});

constexpr NameTable kElements(kNames);
static_assert(kNames.size() == static_cast<std::size_t>(Element::unknown));

}  // namespace

Element element_from_name(std::string_view name) { return element_from_name(name, name.size()); }

Element element_from_name(std::string_view name, std::size_t readable) {
  return static_cast<Element>(kElements.find(name, readable));
}

std::string_view element_name(Element element) {
  return element == Element::unknown ? std::string_view() : kNames[static_cast<std::size_t>(element)];
}

Content content_of(Element element) {
  switch (element) {
    case Element::title:
    case Element::textarea:
      return Content::escapable_text;
    case Element::style:
    case Element::noframes:
    case Element::iframe:
    case Element::noembed:
    case Element::xmp:
      return Content::raw_text;
    case Element::script:
      return Content::script;
    case Element::plaintext:
      return Content::plain_text;
    default:
      return Content::markup;
  }
}

bool never_open(Element element) {
  switch (traits(element).start) {
    case StartRule::inline_leaf:
    case StartRule::leaf:
    case StartRule::head_leaf:
    case StartRule::rule:
    case StartRule::head_text:
    case StartRule::text:
    case StartRule::xmp:
    case StartRule::isindex:
    case StartRule::page:
      return true;
    default:
      return element == Element::col || element == Element::frame || element == Element::head;
  }
}

}  // namespace klartext
