// What no page may bring into a record: characters that act on a terminal, and addresses that are not http or https.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/url.h"
#include "output/safe_text.h"

namespace klartext::testing_support {

inline bool acts_on_a_terminal(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (character != U'\n' && klartext::acts_on_a_terminal(character)) return true;
  }
  return false;
}

inline bool holds_address(std::string_view key) { return key == "url" || key == "print" || key == "pdf"; }

/// The first value that is unsafe, with its place; empty if there is none. For a record of a page whose address is
/// known, so that every address in it is absolute. Records nest no deeper than their schema.
inline std::string unsafe_part(const nlohmann::json& value, const std::string& path = "", std::string_view key = {}) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (acts_on_a_terminal(text)) return path + " acts on a terminal";
    if (holds_address(key) && !is_http_url(text)) return path + " is no address: " + text;
  }
  if (!value.is_structured()) return {};
  for (const auto& [name, member] : value.items()) {
    if (std::string found = unsafe_part(member, path + "/" + name, name); !found.empty()) return found;
  }
  return {};
}

}  // namespace klartext::testing_support
