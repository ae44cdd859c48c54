// A sign is a parenthesis that closes the text behind the end of a sentence: a few letters, or a name. A byline opens
// with a word such as "Von" and holds nothing else but names, a place behind them and the credits of pictures aside.
// Several authors stand side by side: "sib/bs".
#include "sites/sign.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"

namespace klartext::sites {
namespace {

constexpr std::size_t kSignBytes = 90;
constexpr std::size_t kInitialsLetters = 4;
constexpr std::size_t kNameWords = 8;
/// "Von Dr. Helena Brandt, Klaus-Peter Öztürk-Lindemann und Kurt Bader".
constexpr std::size_t kBylineBytes = 120;

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 14> kEnds = {".", "!", "?", "…", "“", "”", "\"",
                                                      "«", "»", "‘", "’", "'", ")", ":"};
  text = trim(text);
  return text.empty() ||
         std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) { return text.ends_with(end); });
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_digit); }

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

/// Each word of a name begins upper case, particles aside; "Quelle: Stadt Lindenau" is a label and what it says.
bool is_name(std::string_view text) {
  if (text.find_first_of(":()[]") != std::string_view::npos) return false;
  const auto parts = split(text, " ,/");
  if (parts.size() < 2 || parts.size() > kNameWords) return false;
  const bool upper = std::all_of(parts.begin(), parts.end(),
                                 [](std::string_view word) { return starts_upper(word) || is_name_particle(word); });
  return upper && starts_upper(parts.back());
}

/// Parts of the text between slashes, commas and the like, and the word "und".
std::vector<std::string_view> authors_in(std::string_view text) {
  constexpr std::string_view kAnd = " und ";
  std::vector<std::string_view> authors;
  while (!text.empty()) {
    const auto at = text.find(kAnd);
    for (const auto part : split(text.substr(0, at), "/,+;|")) authors.push_back(part);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + kAnd.size());
  }
  return authors;
}

std::vector<Author> make(const std::vector<std::string_view>& names, Author::Type type) {
  std::vector<Author> authors;
  for (const auto name : names) authors.push_back({std::string(name), type, std::nullopt});
  return authors;
}

/// None unless each is a name.
std::vector<Author> persons(const std::vector<std::string_view>& names) {
  const bool all = !names.empty() && std::all_of(names.begin(), names.end(), is_name);
  return all ? make(names, Author::Type::person) : std::vector<Author>{};
}

/// "Jana Mertens/sib"; none unless each part is a name or initials.
std::vector<Author> names_and_initials(const std::vector<std::string_view>& parts) {
  std::vector<Author> authors;
  for (const auto part : parts) {
    const bool name = is_name(part);
    if (!name && !are_initials(part)) return {};
    authors.push_back({std::string(part), name ? Author::Type::person : Author::Type::initials, std::nullopt});
  }
  return authors;
}

/// Behind the names a single word is the place: "Helena Brandt, Lindenau".
std::string_view without_place(std::string_view names) {
  const auto comma = names.rfind(',');
  if (comma == std::string_view::npos) return names;
  const auto place = trim(names.substr(comma + 1));
  return starts_upper(place) && place.find(' ') == std::string_view::npos ? names.substr(0, comma) : names;
}

/// "Helena Brandt, Fotos: Kurt Bader": who took the pictures wrote no word.
void drop_credits(const Profile& profile, std::vector<std::string_view>& names) {
  const auto is_credit = [&](std::string_view name) {
    return name.find(':') != std::string_view::npos && profile.credits.open(name);
  };
  names.erase(std::find_if(names.begin(), names.end(), is_credit), names.end());
}

struct Bracketed {
  std::string_view before;
  std::string_view inside;
};

/// What closes the text in parentheses or square brackets; a full stop may stand behind.
std::optional<Bracketed> closing_brackets(std::string_view text) {
  constexpr std::array<std::pair<char, char>, 2> kBrackets = {{{'(', ')'}, {'[', ']'}}};
  text = trim(text);
  if (text.ends_with('.')) text.remove_suffix(1);
  for (const auto& [opening, closing] : kBrackets) {
    const auto open = text.ends_with(closing) ? text.rfind(opening) : std::string_view::npos;
    if (open == std::string_view::npos || text.size() - open > kSignBytes) continue;
    return Bracketed{text.substr(0, open), trim(text.substr(open + 1, text.size() - open - 2))};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Author> closing_sign(const Profile& profile, std::string_view text) {
  const auto brackets = closing_brackets(text);
  if (!brackets) return {};
  const auto [before, inside] = *brackets;
  if (inside.empty() || has_digit(inside) || profile.not_signs.are_all_of(inside)) return {};
  const bool lower = inside == lower_ascii(inside);
  const auto parts = authors_in(inside);
  if (are_initials(inside) && (lower || ends_sentence(before))) return make(parts, Author::Type::initials);
  if (!ends_sentence(before)) return {};
  if (auto named = byline(profile, inside); !named.empty()) return named;
  if (auto named = persons(parts); !named.empty()) return named;
  if (auto mixed = names_and_initials(parts); !mixed.empty()) return mixed;
  return is_name(inside) ? make({inside}, Author::Type::person) : std::vector<Author>{};
}

std::vector<Author> closing_credit(const Profile& profile, std::string_view text) {
  text = trim(text);
  if (text.ends_with('.')) text.remove_suffix(1);
  for (auto blank = text.rfind(' '); blank != std::string_view::npos && text.size() - blank <= kBylineBytes;
       blank = text.rfind(' ', blank - 1)) {
    if (blank == 0) break;
    if (!ends_sentence(text.substr(0, blank))) continue;
    if (auto authors = byline(profile, text.substr(blank)); !authors.empty()) return authors;
  }
  return {};
}

std::vector<Author> byline(const Profile& profile, std::string_view text) {
  text = trim(text);
  if (text.ends_with('.')) text.remove_suffix(1);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const auto opening = text.size() <= kBylineBytes ? profile.bylines.open(text) : std::nullopt;
  if (!opening) return {};
  text = text.substr(*opening);
  auto names = authors_in(without_place(text.starts_with(':') ? text.substr(1) : text));
  drop_credits(profile, names);
  return persons(names);
}

std::vector<Author> bare_names(std::string_view text) {
  return text.size() <= kBylineBytes ? persons(authors_in(trim(text))) : std::vector<Author>{};
}

std::vector<Author> leading_name(std::string_view text) {
  text = trim(text);
  if (!starts_upper(text)) return {};
  std::size_t end = 0;
  for (const auto word : split(text, " ")) {
    if (starts_upper(word)) {
      end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
    } else if (!is_name_particle(word)) {
      return bare_names(text.substr(0, end));
    }
  }
  return {};
}

std::vector<Author> bare_initials(std::string_view text) {
  const bool lower = text.size() > 1 && text == lower_ascii(text);
  return lower && are_initials(text) ? make(authors_in(text), Author::Type::initials) : std::vector<Author>{};
}

}  // namespace klartext::sites
