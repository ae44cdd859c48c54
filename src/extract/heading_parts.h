// A heading that prints two things: the kicker in an element that opens it, and the headline behind.
//
//    <h1><span>Kicker</span> Headline</h1>      <h2><div>Kicker</div><span>:</span><div>Headline</div></h2>
//
// Not every first element is a kicker: <h1><span>Ten</span> ways to …</h1> is one headline. What the page states
// elsewhere as running text is one; what it states with a colon or dash between, or without the kicker, is two.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "extract/headline.h"
#include "extract/page.h"
#include "html/document.h"

namespace klartext {

struct HeadingParts {
  std::string kicker;  ///< without trailing colon
  NodeId kicker_node = kNoNode;
  std::string title;
};

/// The parts of a heading element, judged by the titles that the page states elsewhere; nullopt if it is one headline.
std::optional<HeadingParts> parts_of_heading(const Document& document, NodeId heading,
                                             std::span<const TitleNomination> stated);

/// What the heading prints behind an element in it, without the colon or dash between them.
std::string text_behind(const Document& document, NodeId heading, NodeId opening);

/// True if the element's names say that it holds a kicker.
bool is_called_kicker(const Document& document, NodeId n);
/// Nearest such ancestor-or-self at most `steps` up, or kNoNode.
NodeId nearest_called_kicker(const Document& document, NodeId n, int steps);

/// "Kicker:" and "– Headline" without the colon, bar or dash that parts them.
std::string without_mark_behind(std::string_view text);
std::string without_mark_before(std::string_view text);

}  // namespace klartext
