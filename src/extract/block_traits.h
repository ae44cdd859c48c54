// What can be said of each block by itself: its words, its links, whether it reads like prose, what it labels.
//
// Computed once a page, from what its texts were read for; every later decision about blocks starts from here.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/block_texts.h"
#include "extract/vocabulary.h"
#include "html/document.h"

namespace klartext {

struct BlockTraits {
  std::uint32_t words = 0;  ///< scripts without blanks between words: two characters count as one word
  std::uint32_t sentences =
      0;                   ///< ends of sentences: a full stop, question or exclamation mark before a blank or the end
  float link_density = 0;  ///< bytes in links / bytes, 0…1
  bool prose = false;      ///< reads like a sentence or more of running text, mostly outside links
  bool unseen = false;     ///< hidden or furniture, unless nearly all prose of the page is
  bool ends_sentence = false;  ///< the last character (quotes and brackets aside) ends a sentence
  LabelSet label;              ///< of the whole block
  LabelSet prefix_label;       ///< of the words before its first colon
};

/// One entry for each block of the document.
std::vector<BlockTraits> block_traits(const Document& document, const BlockTexts& texts);

}  // namespace klartext
