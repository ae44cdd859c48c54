// Looking things up in a Document. Everything here is arithmetic on the flat arrays.
#include <algorithm>

#include "html/document.h"

namespace klartext {
namespace {

std::string_view trim_breaks(std::string_view text) {
  const auto is_break = [](char c) { return c == ' ' || c == '\n'; };
  while (!text.empty() && is_break(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_break(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

NodeId Document::next_sibling(NodeId n) const {
  const NodeId up = parent(n);
  return up != kNoNode && end(n) < end(up) ? end(n) : kNoNode;
}

NodeId Document::closest(NodeId n, Tag wanted) const {
  while (n != kNoNode && tag(n) != wanted) n = parent(n);
  return n;
}

NodeId Document::common_ancestor(NodeId a, NodeId b) const {
  while (a != kNoNode && !contains(a, b)) a = parent(a);
  return a;
}

std::string_view Document::attribute(NodeId n, Attribute name) const {
  for (std::size_t i = nodes_[n].attributes_begin, end = attributes_end(n); i < end; ++i) {
    if (attributes_[i].name == name) return value_of(attributes_[i]);
  }
  return {};
}

bool Document::has(NodeId n, Attribute name) const {
  const auto begin = attributes_.begin() + nodes_[n].attributes_begin;
  return std::any_of(begin, attributes_.begin() + static_cast<std::ptrdiff_t>(attributes_end(n)),
                     [name](const AttributeValue& entry) { return entry.name == name; });
}

std::uint32_t Document::text_end(NodeId n) const {
  return end(n) < size() ? nodes_[end(n)].text_begin : static_cast<std::uint32_t>(text_.size());
}

std::string_view Document::text(NodeId n) const {
  return trim_breaks(std::string_view(text_).substr(text_begin(n), text_end(n) - text_begin(n)));
}

std::uint32_t Document::link_bytes(NodeId n) const {
  return (end(n) < size() ? nodes_[end(n)].link_begin : link_bytes_) - nodes_[n].link_begin;
}

double Document::link_density(NodeId n) const {
  const auto bytes = text_end(n) - text_begin(n);
  return bytes == 0 ? 0.0 : static_cast<double>(link_bytes(n)) / static_cast<double>(bytes);
}

std::string node_path(const Document& document, NodeId n) {
  std::string path;
  for (; n != kNoNode; n = document.parent(n)) {
    int index = 1;
    int same = 0;
    const NodeId up = document.parent(n);
    for (NodeId s = up == kNoNode ? kNoNode : document.first_child(up); s != kNoNode; s = document.next_sibling(s)) {
      if (document.tag(s) != document.tag(n)) continue;
      ++same;
      if (s < n) ++index;
    }
    std::string step(tag_name(document.tag(n)));
    if (same > 1) step += '[' + std::to_string(index) + ']';
    path = path.empty() ? step : step + '/' + path;
  }
  return path;
}

}  // namespace klartext
