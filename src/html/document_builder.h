// Walks the parser's tree once and fills the arrays of a Document.
//
// The builder knows nothing of the parser: document.cpp, the door to it, tells it what opens, what closes and what text
// comes between. Here the rules of the reader's eye live: where a line ends, what white space remains, what is not
// shown.
#pragma once

#include <string_view>
#include <vector>

#include "html/document.h"

namespace klartext {

class DocumentBuilder {
 public:
  explicit DocumentBuilder(Document& document) : document_(document) {}

  void reserve(std::size_t pruned_bytes);
  /// Elements open and close properly nested. Attributes follow their element at once.
  void open(Tag tag);
  void attribute(Attribute name, std::string_view value);
  void attributes_done();
  void text(std::string_view raw);
  void white_space() { space_pending_ = true; }
  void close();
  void finish();

 private:
  enum Trait : std::uint8_t {
    in_link = 1,
    strong = 2,
    hidden = 4,
    silent = 8,  ///< text is not read at all
    furniture = 16,
    in_head = 32,
    preformatted = 64,
  };
  /// What the content of an open element inherits.
  struct Context {
    NodeId node = kNoNode;
    NodeId block = kNoNode;  ///< nearest block element
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t heading_level = 0;
    bool own_line = false;    ///< it is a block element, or shown as one; never inherited
    std::uint8_t traits = 0;  ///< bits of Trait

    [[nodiscard]] bool is(Trait trait) const { return (traits & trait) != 0; }
    void become(Trait trait) { traits |= trait; }
  };

  static constexpr std::uint8_t traits_of(Tag tag);
  NodeId add_node(Tag tag);
  [[nodiscard]] bool goes_on_with_line() const;
  void begin_line(Context& inside);
  void break_line(Break kind);
  void begin_run();
  void append(std::string_view raw);
  void append_character(std::string_view raw, std::size_t& at);
  std::size_t put_run(std::string_view raw, std::size_t begin, std::size_t end);
  void put(std::string_view bytes);
  void normalize(std::size_t from);
  void start_block();
  void count(std::uint32_t bytes);
  void index_blocks();

  Document& document_;
  std::vector<Context> open_;
  NodeId text_node_ = kNoNode;
  bool space_pending_ = false;
  bool line_open_ = false;  ///< the current line has text
  Break break_pending_ = Break::element;
  bool needs_nfc_ = false;
};

}  // namespace klartext
