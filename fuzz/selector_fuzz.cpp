// Any text as a selector: it is refused or selects, and `select` and `matches` agree.
#include <algorithm>

#include "base/text.h"
#include "check.h"
#include "html/selector.h"

using namespace klartext;

namespace {

constexpr std::string_view kPage =
    "<html lang=de><body class='a b'><div id=x class=a><p class='b c'><a href='/a/b' rel=author>1</a><a>2</a></p>"
    "<ul><li class=a><p><span itemprop=name>3</span></ul></div><article><h1 class=title>4</h1><p>5</article>";

const Document& page() {
  static const auto kDocument = Document::parse(kPage);
  return *kDocument;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto selector = Selector::parse(fuzz::text_of(data, size));
  if (!selector) {
    fuzz::require(selector.error().code == ErrorCode::profile, "a selector is refused as part of a profile");
    return 0;
  }
  const auto selected = selector->select(page());
  for (NodeId n = 0; n < page().size(); ++n) {
    const bool found = std::binary_search(selected.begin(), selected.end(), n);
    fuzz::require(found == selector->matches(page(), n), "select and matches agree");
  }
  return 0;
}
