// What the parser is shown in place of a page: its tags without their attributes, and one character for each text.
//
// The tree builder costs about 50 ns a byte, of text and attributes as of tags, and what it does depends on next to
// none of them: whether a text is white space, whether two formatting elements have equal attributes, and a few more.
// So prune writes
//
//    <p class="lead">Kommunen &amp; IT <b>warten</b>.</p>      the page
//    <p>①<b>②</b>③</p>                                        the skeleton
//
// where ① … are characters of private use that count the texts, and keeps the rest beside it as slices of the page.
// White space that stands alone is written as such. The reader finds a text by its number, whatever the tree builder
// moved or joined, and an element's attributes by the place of its start tag. Attributes that do shape the tree stay in
// the skeleton (prune_attributes.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/char_buffer.h"
#include "html/tag.h"

namespace klartext {

struct Skeleton {
  /// How a text was to be read: as markup, with character references, or character by character.
  enum class Reading : std::uint8_t { markup, raw };
  struct Text {
    std::string_view written;
    Reading reading = Reading::markup;
  };
  struct AttributeText {
    Attribute name;
    std::string_view written;  ///< without quotes, character references as they are
  };
  /// A start tag with attributes that are kept beside it.
  struct TagAttributes {
    std::uint32_t tag = 0;    ///< place of its '<' in `markup`
    std::uint32_t first = 0;  ///< in `attributes`; they reach up to the next tag's
  };

  CharBuffer markup;
  std::vector<Text> texts;
  std::vector<TagAttributes> tags;  ///< in the order of `markup`
  std::vector<AttributeText> attributes;
  std::size_t bytes_beside = 0;  ///< of texts and attributes

  void add_text(std::string_view written, Reading reading);
  /// Of the tag that is being written.
  void add_attribute(Attribute name, std::string_view written) {
    constexpr std::size_t kAround = std::string_view(" class=\"\"").size();
    attributes.push_back({name, written});
    bytes_beside += written.size() + kAround;
  }
  /// To be called when a start tag is complete, with the place of its '<' and the count of attributes before it.
  void tag_ends(std::size_t tag, std::size_t first) {
    if (first == attributes.size()) return;
    tags.push_back({static_cast<std::uint32_t>(tag), static_cast<std::uint32_t>(first)});
  }

  /// What the parser would have been given without a skeleton.
  [[nodiscard]] std::size_t pruned_bytes() const { return markup.size() + bytes_beside; }
};

/// Leads from the parser's tree back to the page.
class SkeletonReader {
 public:
  /// `skeleton` outlives the reader.
  explicit SkeletonReader(const Skeleton& skeleton) : skeleton_(skeleton) {}

  /// The page's text, decoded, for a text node of the skeleton's tree. Valid until the next call.
  std::string_view text(std::string_view parsed);

  struct Attributes {
    const Skeleton::AttributeText* first = nullptr;
    const Skeleton::AttributeText* last = nullptr;
    [[nodiscard]] const Skeleton::AttributeText* begin() const { return first; }
    [[nodiscard]] const Skeleton::AttributeText* end() const { return last; }
    [[nodiscard]] bool empty() const { return first == last; }
  };
  /// Those kept of the start tag that stands at `tag` in the skeleton; empty: the parser has all that there are.
  /// Fastest where tags are asked for in their order.
  Attributes attributes(std::size_t tag);
  /// The value, decoded. Valid until the next call.
  std::string_view value(const Skeleton::AttributeText& attribute);

 private:
  void append(const Skeleton::Text& text);

  const Skeleton& skeleton_;
  std::size_t next_ = 0;  ///< the entry of `tags` that is probably asked for next
  std::string decoded_;
};

}  // namespace klartext
