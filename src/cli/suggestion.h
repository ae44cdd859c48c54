// What a mistyped word was probably meant to be.
#pragma once

#include <span>
#include <string_view>

namespace klartext {

/// The name that `typed` is a slip of: a letter left out, doubled, wrong, or two letters in each other's place, for
/// each three letters of it. The first of those that are equally near; empty if none is near.
std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> names);

}  // namespace klartext
