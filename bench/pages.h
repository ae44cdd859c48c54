// The pages of a benchmark: those of folders, archives or files given by path.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "input/input.h"
#include "input/pages.h"

namespace klartext {

/// Calls `use` with each page below `paths`, a LoadedPage; what is no page is left out.
template <typename Use>
void for_each_page(std::vector<std::string> paths, Use use) {
  InputStream inputs({.arguments = std::move(paths), .lists = {}, .null_separated = false});
  while (auto input = inputs.next()) {
    const auto stream = open_pages(input->input);
    while (auto item = stream->next()) {
      if (item->page) use(std::move(*item->page));
    }
  }
}

}  // namespace klartext
