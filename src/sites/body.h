// Lead, body and the author's sign.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/render.h"
#include "sites/frame.h"
#include "sites/headline.h"
#include "sites/reading.h"
#include "sites/sheet.h"

namespace klartext::sites {

struct BodyText {
  std::optional<Found<std::string>> lead;
  Found<std::vector<Paragraph>> paragraphs;  ///< the lead first
  Found<std::vector<Author>> authors;
};

/// Reads the text between anchor and below. Headline, pictures' captions, links and advertisements are in the mask.
BodyText read_body(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile, const Frame& frame,
                   const Mask& mask);

}  // namespace klartext::sites
