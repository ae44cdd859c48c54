// From blocks to text: which lines of the page make one paragraph, and how they are joined.
#pragma once

#include <string>
#include <vector>

#include "html/document.h"

namespace klartext {

/// Nodes that some stage decided to leave out; a set over a Document, marked by subtree.
class Mask {
 public:
  explicit Mask(const Document& document);
  void drop(NodeId n);  ///< the whole subtree
  void drop(const Block& block);
  [[nodiscard]] bool dropped(NodeId n) const { return dropped_[n]; }
  [[nodiscard]] bool dropped(const Block& block) const { return dropped_[block.first]; }

 private:
  const Document* document_;
  std::vector<bool> dropped_;
};

/// A block of the article's text.
struct Paragraph {
  std::string text;
  BlockKind kind = BlockKind::paragraph;
};

/// Texts of these blocks (indices into document.blocks(), ascending) joined into paragraphs: lines that a single <br>
/// parts become one paragraph unless both read like whole sentences of a paragraph; everything else stays apart.
std::vector<Paragraph> paragraphs(const Document& document, const std::vector<std::uint32_t>& blocks);

/// Paragraphs with one blank line between them.
std::string join_paragraphs(const std::vector<Paragraph>& paragraphs);

}  // namespace klartext
