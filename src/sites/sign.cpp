// A sign is a parenthesis that closes the text behind the end of a sentence: a few letters, or a name.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "sites/body.h"

namespace klartext::sites {
namespace {

constexpr std::size_t kSignBytes = 90;
constexpr std::size_t kInitialsLetters = 4;
constexpr std::size_t kNameWords = 8;

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 14> kEnds = {".", "!", "?", "…", "“", "”", "\"",
                                                      "«", "»", "‘", "’", "'", ")", ":"};
  text = trim(text);
  return text.empty() ||
         std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) { return text.ends_with(end); });
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "sib", "al/sib", "bs, mor": nothing but short runs of letters.
bool are_initials(std::string_view text) {
  const auto parts = split(text, "/,.+ ");
  return !parts.empty() && parts.size() <= 3 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    std::size_t at = 0;
    return is_letter(next_character(part, at)) && length_in_characters(part) <= kInitialsLetters;
  });
}

bool is_name_particle(std::string_view word) {
  constexpr std::array<std::string_view, 16> kParticles = {"von", "van", "de",  "der", "den", "zu", "zur", "und",
                                                           "da",  "di",  "del", "le",  "la",  "el", "al",  "ten"};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

/// Each word of a name begins upper case, particles aside.
bool is_name(std::string_view text) {
  const auto parts = split(text, " ,/");
  if (parts.size() < 2 || parts.size() > kNameWords) return false;
  const bool upper = std::all_of(parts.begin(), parts.end(),
                                 [](std::string_view word) { return starts_upper(word) || is_name_particle(word); });
  return upper && starts_upper(parts.back());
}

}  // namespace

std::optional<Author> closing_sign(const Profile& profile, std::string_view text) {
  text = trim(text);
  if (!text.ends_with(')')) return std::nullopt;
  const auto open = text.rfind('(');
  if (open == std::string_view::npos || text.size() - open > kSignBytes) return std::nullopt;
  const auto inside = trim(text.substr(open + 1, text.size() - open - 2));
  if (inside.empty() || has_digit(inside) || profile.not_signs.are_all_of(inside)) return std::nullopt;
  const auto before = text.substr(0, open);
  const bool lower = inside == lower_ascii(inside);
  if (are_initials(inside) && (lower || ends_sentence(before))) {
    return Author{std::string(inside), Author::Type::initials, std::nullopt};
  }
  if (is_name(inside) && ends_sentence(before)) {
    return Author{std::string(inside), Author::Type::person, std::nullopt};
  }
  return std::nullopt;
}

}  // namespace klartext::sites
