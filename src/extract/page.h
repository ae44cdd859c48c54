// Everything the rules of a field may look at: one page, read and indexed, and nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "extract/block_texts.h"
#include "extract/block_traits.h"
#include "extract/places.h"
#include "facts/facts.h"
#include "html/document.h"
#include "klartext/source.h"

namespace klartext {

/// The publication's names, made ready for `is_site_name`.
struct PublicationNames {
  std::vector<std::string> folded;   ///< as the page states them, and its host
  std::vector<std::string> spelled;  ///< its domain with and without the ending, letters alone
};

/// Context of all rules. Views and references live as long as the `extract()` call.
struct Page {
  const Document& document;
  const Facts& facts;
  const Source& source;
  BlockTexts texts;                       ///< what stands in document.blocks(), as counts and numbers
  std::vector<BlockTraits> traits;        ///< one entry for each of document.blocks()
  Places places;                          ///< what the names around a node say of the place it is in
  const ArticleFacts* article = nullptr;  ///< the structured-data node that describes this page's article, if any
  std::string base_url;                   ///< what relative addresses are resolved against; may be empty
  std::string url;                        ///< the page's own absolute address (the record's `url`); may be empty
  std::string language;                   ///< BCP 47, declared or detected; may be empty
  std::string dialect;                    ///< `language`, its country guessed: for reading 03/04/2021
  std::vector<std::string> site_names;    ///< for comparing (headline.h)
  PublicationNames publication;
  Date latest;  ///< no publication date later than this day is believed
};

/// Looks at the page once, for all rules. The arguments must outlive the result.
Page read_page(const Document& document, const Facts& facts, const Source& source);

/// The block that is the whole of the node's text, if one is.
std::optional<std::uint32_t> whole_block(const Page& page, NodeId n);

/// `label_of` the node's text. Most links and headings are a block, whose label is known.
LabelSet label_of(const Page& page, NodeId n);

/// Absolute form of an address that the page gives; nullopt where it leads nowhere (fragment, script, mail).
std::optional<std::string> absolute_url(const Page& page, std::string_view reference);

}  // namespace klartext
