// Everything the rules of a field may look at: one page, read and indexed, and nothing else.
#pragma once

#include <string>

#include "base/date.h"
#include "facts/facts.h"
#include "html/document.h"
#include "klartext/source.h"

namespace klartext {

/// Context of all rules. Views and references live as long as the `extract()` call.
struct Page {
  const Document& document;
  const Facts& facts;
  const Source& source;
  const ArticleFacts* article = nullptr;  ///< the structured-data node that describes this page's article, if any
  std::string base_url;                   ///< what relative addresses are resolved against; may be empty
  std::string url;                        ///< the page's own absolute address (the record's `url`); may be empty
  std::string language;                   ///< BCP 47, declared or detected; may be empty
  Date latest;                            ///< no publication date later than this day is believed
};

}  // namespace klartext
