// Words in the names of an element: its class, id, itemprop and test ids, cut at hyphens, underscores and capitals.
//
// `Hints` answers what kind of place a node is in; this answers whether one element is called one of a few words.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/word_filter.h"
#include "html/document.h"

namespace klartext {

/// End of the word of letters and digits that begins here: a capital behind a small letter begins the next one.
std::size_t name_word_end(std::string_view names, std::size_t begin);

/// A few words that elements are called by.
class NameWords {
 public:
  /// `words` parted by blanks, in lower case; they must outlive this.
  constexpr explicit NameWords(std::string_view words) : words_(words) {
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end + 1) {
      end = std::min(words.find(' ', begin), words.size());
      filter_.add(words.substr(begin, end - begin));
    }
  }
  /// `word` in any case, of ASCII letters and digits.
  [[nodiscard]] bool hold(std::string_view word) const { return filter_.may_hold(word) && is_listed(word); }

 private:
  [[nodiscard]] bool is_listed(std::string_view word) const;

  std::string_view words_;
  WordFilter filter_;
};

/// True if the element's own names hold one of `words` as a whole word: "article__kicker" is "kicker".
bool is_called(const Document& document, NodeId n, const NameWords& words);

/// Nearest such ancestor-or-self at most `steps` up, or kNoNode.
NodeId nearest_called(const Document& document, NodeId n, const NameWords& words, int steps);

/// The class of an entry as blogs write it, "post hentry tag-bahn category-verkehr": names what the entry is filed
/// under.
bool is_filed_entry(std::string_view names);
/// Begins at this byte of such a class a name like "tag-bahn", which says nothing of the element's own place?
bool opens_filing(std::string_view names, std::size_t at);

}  // namespace klartext
