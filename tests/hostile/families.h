// Pages that were made to hurt: each family repeats one piece of markup until the page has the size asked for.
//
// The piece stands in an article, so that every later stage has work to do, or in a page as kommune21 prints it, or
// alone. A `#` in a piece is its number, so that no two are alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "klartext/klartext.h"

namespace klartext::testing_support {

enum class Around : std::uint8_t {
  article,    ///< headline and two paragraphs before, one behind
  kommune21,  ///< a page with that site's landmarks, between the body and the related heading
  nothing,
};

struct Family {
  std::string_view name;
  std::string_view before;
  std::string_view piece;
  std::string_view closing;  ///< repeated behind, as often as the piece
  std::string_view after;
  Around around = Around::article;
  bool may_fail = false;  ///< a budget of the parser ends it, or it is no article after all
};

std::span<const Family> families();

/// Extracts a page as if it came from an address of its own, on a fixed day.
Result<Article> extract_page(std::string_view page);

/// The family's page of about so many bytes.
std::string page_of(const Family& family, std::size_t bytes);

}  // namespace klartext::testing_support
