#include "html/render.h"

#include "base/text.h"

namespace klartext {
namespace {

/// A <br> between two lines of at least this length (in bytes), the first ending like a sentence, parts paragraphs;
/// between shorter ones it is a line break inside one: an address, a verse, a list of names.
constexpr std::size_t kSentenceLineBytes = 60;

bool ends_like_a_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "…", ".“", ".”", ".\"", "!“", "?“", ".»", ".)", ":"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

bool continues(const Document& document, const Block& previous, const Block& block) {
  if (block.before != Break::line || block.node != previous.node) return false;
  const auto before = document.text(previous);
  return before.size() < kSentenceLineBytes || !ends_like_a_sentence(before) || !starts_upper(document.text(block));
}

}  // namespace

Mask::Mask(const Document& document) : document_(&document), dropped_(document.size(), false) {}

void Mask::drop(NodeId n) {
  for (NodeId i = n; i < document_->end(n); ++i) dropped_[i] = true;
}

void Mask::drop(const Block& block) {
  for (NodeId i = block.first; i < block.last; ++i) dropped_[i] = true;
}

std::vector<Paragraph> paragraphs(const Document& document, const std::vector<std::uint32_t>& blocks) {
  std::vector<Paragraph> out;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = document.blocks()[blocks[i]];
    const bool joined =
        i > 0 && blocks[i - 1] + 1 == blocks[i] && continues(document, document.blocks()[blocks[i - 1]], block);
    if (joined) {
      out.back().text.append(1, ' ').append(document.text(block));
    } else {
      out.push_back({std::string(document.text(block)), block.kind});
    }
  }
  return out;
}

std::string join_paragraphs(const std::vector<Paragraph>& paragraphs) {
  std::string out;
  for (const auto& paragraph : paragraphs) {
    if (!out.empty()) out += "\n\n";
    out += paragraph.text;
  }
  return out;
}

}  // namespace klartext
