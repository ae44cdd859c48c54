// The page as an index: nodes in document order in flat arrays, so that a subtree is a range.
//
//    <html>            id tag    parent end     subtree of n = ids [n, end(n))
//      <body>          0  html     -     4      text(n)      = one slice of one buffer
//        <h1>          1  body     0     4      link density = difference of prefix sums, O(1) for any subtree
//        <p>           2  h1       1     3
//                      3  p        1     4
//
// The text buffer is the page as a reader sees it: white space collapsed, soft hyphens and zero-width characters gone,
// NFC, and a '\n' wherever a block element or a <br> starts a new line. Each line of the buffer is a `Block`, the unit
// that every later stage decides on. A Document never changes after parsing; opinions live beside it (`Mask`).
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/deadline.h"
#include "html/char_buffer.h"
#include "html/tag.h"
#include "klartext/article.h"
#include "klartext/result.h"

namespace klartext {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFFU;

/// What parts a block from the one before it.
enum class Break : std::uint8_t {
  line,       ///< one <br>
  paragraph,  ///< two or more <br>, or <br> around nothing
  element,    ///< a block element began or ended
};

/// One line of the page: a run of inline content between two breaks. Never empty.
struct Block {
  NodeId node = kNoNode;    ///< nearest block element around it
  NodeId first = kNoNode;   ///< its first text node
  NodeId last = kNoNode;    ///< one past its last text node
  std::uint32_t begin = 0;  ///< slice of the document's text, without the '\n' around it
  std::uint32_t end = 0;
  std::uint32_t link_bytes = 0;    ///< bytes of its text inside <a href>
  std::uint32_t strong_bytes = 0;  ///< bytes of its text inside <b> or <strong>
  Break before = Break::element;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t heading_level = 0;  ///< 1…6 for a heading
  bool hidden = false;     ///< the page says that it is not shown: hidden, display:none, noscript, closed dialog
  bool furniture = false;  ///< inside nav, button, dialog or an element with such a role
};

class Document {
 public:
  /// Parses a page (valid UTF-8). Prunes first. Errors: `too_large` (a parsing budget), `timeout`.
  /// The document owns everything it hands out views of; it can be moved, and the views stay valid.
  static Result<Document> parse(std::string_view html, Deadline deadline = {});

  // --- the tree ---
  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }  ///< node 0 is <html>
  [[nodiscard]] Tag tag(NodeId n) const { return nodes_[n].tag; }
  [[nodiscard]] NodeId parent(NodeId n) const { return nodes_[n].parent; }  ///< kNoNode for node 0
  [[nodiscard]] NodeId end(NodeId n) const { return nodes_[n].end; }
  [[nodiscard]] NodeId first_child(NodeId n) const { return n + 1 < end(n) ? n + 1 : kNoNode; }
  [[nodiscard]] NodeId next_sibling(NodeId n) const;
  [[nodiscard]] std::uint16_t depth(NodeId n) const { return nodes_[n].depth; }
  [[nodiscard]] bool is_text(NodeId n) const { return tag(n) == Tag::text; }
  [[nodiscard]] bool contains(NodeId ancestor, NodeId n) const { return ancestor <= n && n < end(ancestor); }
  /// Nearest ancestor-or-self with this tag, or kNoNode.
  [[nodiscard]] NodeId closest(NodeId n, Tag tag) const;
  /// Deepest node that contains both.
  [[nodiscard]] NodeId common_ancestor(NodeId a, NodeId b) const;

  // --- attributes ---
  /// Value with character references decoded, or empty where absent.
  [[nodiscard]] std::string_view attribute(NodeId n, Attribute name) const;
  [[nodiscard]] bool has(NodeId n, Attribute name) const;
  /// False: no element of the page has it.
  [[nodiscard]] bool has_anywhere(Attribute name) const { return (attributes_seen_ & attribute_bit(name)) != 0; }
  /// Calls `visit(name, value)` for each attribute of the node: for whoever asks for several, or of every node.
  template <class Visit>
  void each_attribute(NodeId n, Visit visit) const {
    for (std::size_t i = nodes_[n].attributes_begin, end = attributes_end(n); i < end; ++i) {
      visit(attributes_[i].name, value_of(attributes_[i]));
    }
  }

  // --- text ---
  /// Text of the subtree: inline text joined, '\n' between blocks, trimmed. A slice of `all_text()`.
  [[nodiscard]] std::string_view text(NodeId n) const;
  [[nodiscard]] std::string_view all_text() const { return text_; }
  /// Where the subtree's text lies in `all_text()`, untrimmed.
  [[nodiscard]] std::uint32_t text_begin(NodeId n) const { return nodes_[n].text_begin; }
  [[nodiscard]] std::uint32_t text_end(NodeId n) const;
  /// Bytes of text in the subtree that are inside <a href>.
  [[nodiscard]] std::uint32_t link_bytes(NodeId n) const;
  /// link_bytes / bytes of text, 0…1; 0 for no text.
  [[nodiscard]] double link_density(NodeId n) const;

  // --- blocks ---
  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  [[nodiscard]] std::string_view text(const Block& block) const {
    return std::string_view(text_).substr(block.begin, block.end - block.begin);
  }
  /// Blocks with text in the subtree of n, as indices [first, second) into `blocks()`.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> blocks_of(NodeId n) const {
    return {first_reaching_[n], std::max(first_reaching_[n], first_from_[end(n)])};
  }

  /// The time for this page is up: whoever works through it may stop, as nothing of it will be used (base/deadline.h).
  [[nodiscard]] bool out_of_time() const { return deadline_.passed(); }
  /// The same for steps too small to look at the clock at each.
  [[nodiscard]] SteppedDeadline stepped_deadline() const { return SteppedDeadline(deadline_); }

  // --- what prune lifted out ---
  [[nodiscard]] const std::vector<std::string>& json_ld() const { return json_ld_; }

 private:
  friend class DocumentBuilder;
  Document() = default;

  struct Node {
    Tag tag = Tag::other;
    std::uint16_t depth = 0;
    NodeId parent = kNoNode;
    NodeId end = 0;
    std::uint32_t text_begin = 0;
    std::uint32_t link_begin = 0;        ///< link bytes before this node: a prefix sum
    std::uint32_t attributes_begin = 0;  ///< first of its entries in attributes_
  };
  struct AttributeValue {
    Attribute name;
    std::uint32_t begin = 0;  ///< of its value in attribute_text_
    std::uint32_t length = 0;
  };

  [[nodiscard]] std::size_t attributes_end(NodeId n) const {
    return n + 1 < size() ? nodes_[n + 1].attributes_begin : attributes_.size();
  }
  [[nodiscard]] std::string_view value_of(const AttributeValue& entry) const {
    return {attribute_text_.data() + entry.begin, entry.length};
  }

  std::vector<Node> nodes_;
  std::vector<AttributeValue> attributes_;
  CharBuffer attribute_text_;
  std::string text_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> first_reaching_;  ///< for each node: the first block that ends behind its begin …
  std::vector<std::uint32_t> first_from_;  ///< … and the first that begins there or later; one entry more than nodes
  std::vector<std::string> json_ld_;
  std::uint64_t attributes_seen_ = 0;  ///< their bits
  std::uint32_t link_bytes_ = 0;
  Deadline deadline_;
};

/// "html/body/div[2]/h1": how a person finds the node; [i] counts same-tag siblings from 1, left out for an only one.
std::string node_path(const Document& document, NodeId n);

}  // namespace klartext
