// Who wrote the article, where a line or a box of their own says so.
#pragma once

#include <vector>

#include "html/render.h"
#include "sites/frame.h"
#include "sites/headline.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

struct BylineScene {
  const Sheet& sheet;
  const Landmarks& landmarks;
  const Profile& profile;
  const Frame& frame;
  const Headline& headline;
};

/// The line that names the authors, under the headline, under the lead or behind the text. It goes into the mask unless
/// words about the authors follow, or it is a sign in italics: these are printed with the text.
Found<std::vector<Author>> read_byline(const BylineScene& scene, Mask& mask);

/// The box behind the text that shows its author: a name, perhaps a portrait and a few words. It goes into the mask, so
/// whoever looks for pictures comes later.
Found<std::vector<Author>> read_author_box(const BylineScene& scene, Mask& mask);

}  // namespace klartext::sites
