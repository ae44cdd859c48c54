// A small CSS selector: enough to say in a table where news pages keep a thing.
//
// Supported: tag, *, .class, #id, [attr], [attr=v], [attr~=v], [attr*=v], [attr^=v], [attr$=v] (values ASCII
// case-insensitive), descendant (blank), child (>), comma lists. Tags and attributes are those of tag.h. Matching is
// right to left over the Document's arrays: one walk up the ancestors with a set of the parts still to be found, so
// that no selector and no page makes it try twice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/document.h"
#include "klartext/result.h"

namespace klartext {

class Selector {
 public:
  /// Error `profile` with the offending part in its message.
  static Result<Selector> parse(std::string_view text);
  [[nodiscard]] bool matches(const Document& document, NodeId n) const;
  /// Matching nodes of the subtree in document order.
  [[nodiscard]] std::vector<NodeId> select(const Document& document, NodeId root = 0) const;

 private:
  friend class SelectorParser;
  struct Condition {
    enum class Kind : std::uint8_t { present, equals, word, part, prefix, suffix } kind;
    Attribute attribute;
    std::string value;
  };
  struct Compound {
    bool any_tag = true;
    Tag tag = Tag::other;
    std::vector<Condition> conditions;
    bool child_of_previous = false;
  };
  static bool holds(const Condition& condition, const Document& document, NodeId n);
  static bool matches(const Compound& compound, const Document& document, NodeId n);
  static bool matches(const std::vector<Compound>& compounds, const Document& document, NodeId n);

  std::vector<std::vector<Compound>> alternatives_;
};

}  // namespace klartext
