// The teasers' zone as a sequence of items: texts, dates, "mehr...", pictures and drawn labels, in reading order.
//
// A line is cut where a date begins, at "mehr...", and where a picture stands in it, so that a teaser that is one
// single line (a whole card in one link) gives the same items as one of ten elements.
#pragma once

#include <string>
#include <vector>

#include "html/render.h"
#include "sites/landmarks.h"
#include "sites/profile.h"
#include "sites/sheet.h"

namespace klartext::sites {

struct Item {
  enum class Type : std::uint8_t { text, date, more, picture, label } type = Type::text;
  NodeId node = kNoNode;  ///< its first text node, or the picture; a label is a picture of its word
  NodeId link = kNoNode;  ///< the link around its beginning
  std::uint32_t line = kNoLine;
  Span span;           ///< empty for a picture and a label
  std::string date;    ///< ISO 8601; empty where a teaser prints none
  bool opens = false;  ///< the page shows that a teaser begins here
};

/// The zone of the teasers: lines [first, last), nodes [from, to).
struct TeaserZone {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  NodeId from = kNoNode;
  NodeId to = kNoNode;
};

/// `text` is a known type label, whatever brackets are around it.
bool is_type_label(const Profile& profile, std::string_view text);
/// The item is a type label, drawn or with a text to itself.
bool is_type_label(const Sheet& sheet, const Profile& profile, const Item& item);

/// Two neighbours are lines of one headline: of a heading or two, or all of one link: "<a>Lindenau<br>Chatbot</a>".
bool are_one_headline(const Sheet& sheet, const Item& first, const Item& second);

/// Items of the zone; what the mask drops is left out.
std::vector<Item> teaser_items(const Sheet& sheet, const Landmarks& landmarks, const Profile& profile,
                               const TeaserZone& zone, const Mask& mask);

}  // namespace klartext::sites
