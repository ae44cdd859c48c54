#include "extract/person_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

constexpr std::size_t kLongestNameBytes = 60;
constexpr std::size_t kMostNameWords = 6;
/// No article has more authors; a longer list is something else.
constexpr std::size_t kMostNames = 30;
constexpr std::size_t kMostInitialsBytes = 5;

constexpr std::array<std::string_view, 36> kOrganizationWords = {
    "redaktion", "newsroom",       "staff",    "team",    "editors",   "editorial",    "agentur",  "agenturen",
    "agencies",  "agency",         "agence",   "agencia", "redacción", "redazione",    "redacção", "rédaction",
    "redactie",  "redaktionen",    "redakcja", "news",    "press",     "online",       "desk",     "verlag",
    "media",     "magazin",        "magazine", "zeitung", "network",   "contributors", "admin",    "editor",
    "reporters", "correspondents", "gmbh",     "inc"};
constexpr std::array<std::string_view, 24> kAgencies = {"dpa",
                                                        "afp",
                                                        "reuters",
                                                        "apa",
                                                        "ap",
                                                        "sid",
                                                        "epd",
                                                        "kna",
                                                        "ansa",
                                                        "efe",
                                                        "lusa",
                                                        "anp",
                                                        "belga",
                                                        "ntb",
                                                        "tt",
                                                        "ritzau",
                                                        "stt",
                                                        "pap",
                                                        "čtk",
                                                        "ctk",
                                                        "associated press",
                                                        "agence france-presse",
                                                        "bloomberg",
                                                        "keystone-sda"};
/// Titles and functions that stand with a name, never alone as one.
constexpr std::array<std::string_view, 44> kRoles = {"redakteur",
                                                     "redakteurin",
                                                     "reporter",
                                                     "reporterin",
                                                     "autor",
                                                     "autorin",
                                                     "journalist",
                                                     "journalistin",
                                                     "korrespondent",
                                                     "korrespondentin",
                                                     "chefredakteur",
                                                     "chefredakteurin",
                                                     "volontär",
                                                     "volontärin",
                                                     "ressortleiter",
                                                     "freier mitarbeiter",
                                                     "editor",
                                                     "senior editor",
                                                     "staff writer",
                                                     "writer",
                                                     "senior writer",
                                                     "correspondent",
                                                     "contributor",
                                                     "author",
                                                     "freelance writer",
                                                     "news editor",
                                                     "managing editor",
                                                     "editor-in-chief",
                                                     "senior reporter",
                                                     "staff reporter",
                                                     "columnist",
                                                     "guest author",
                                                     "journaliste",
                                                     "periodista",
                                                     "giornalista",
                                                     "jornalista",
                                                     "dziennikarz",
                                                     "md",
                                                     "phd",
                                                     "mba",
                                                     "jr.",
                                                     "rd",
                                                     "m.d.",
                                                     "ph.d."};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view folded) {
  return std::find(list.begin(), list.end(), folded) != list.end();
}

/// "Von Anna" → "Anna"; the longest prefix of the table that stands before a blank or colon.
std::string_view without_byline_prefix(std::string_view text) {
  const std::string folded = lower_ascii(text);
  std::size_t cut = 0;
  for (const auto& row : byline_words()) {
    for (const auto prefix : split(row.prefixes, "|")) {
      if (!folded.starts_with(prefix) || folded.size() <= prefix.size()) continue;
      const char next = folded[prefix.size()];
      if (next == ' ' || next == ':') cut = std::max(cut, prefix.size() + 1);
    }
  }
  return trim(text.substr(cut));
}

bool is_conjunction(std::string_view word) {
  const std::string folded = lower_ascii(word);
  for (const auto& row : byline_words()) {
    const auto list = split(row.conjunctions, "|");
    if (std::find(list.begin(), list.end(), folded) != list.end()) return true;
  }
  return false;
}

/// Parts at punctuation, then at conjunctions between blanks.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (const auto piece : split(text, ",;|&•·\n\t")) {
    std::string name;
    for (const auto word : split(piece, " ")) {
      if (is_conjunction(word)) {
        if (!name.empty()) parts.push_back(std::move(name));
        name.clear();
      } else {
        name.append(name.empty() ? "" : " ").append(word);
      }
    }
    if (!name.empty()) parts.push_back(std::move(name));
  }
  return parts;
}

std::string_view without_brackets(std::string_view text) {
  const auto open = text.find_first_of("([{<");
  if (open == 0 && text.find_first_of(")]}>") == text.size() - 1) return text.substr(1, text.size() - 2);
  return open == std::string_view::npos ? text : trim(text.substr(0, open));
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool is_address_or_handle(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
         text.starts_with("www.") || text.find(".com/") != std::string_view::npos;
}

bool may_be_name(std::string_view name) {
  if (name.size() < 2 || name.size() > kLongestNameBytes || words(name).empty() || words(name).size() > kMostNameWords)
    return false;
  if (is_address_or_handle(name) || has_digit(name)) return false;
  return !is_one_of(kRoles, lower_ascii(name)) && label_of(name).empty();
}

}  // namespace

std::vector<std::string> author_names(std::string_view text) {
  std::vector<std::string> names;
  for (const auto& part : parts_of(without_byline_prefix(trim(text)))) {
    std::string name = clean(without_brackets(without_byline_prefix(part)));
    if (names.size() == kMostNames) break;
    if (!may_be_name(name)) continue;
    const std::string folded = fold(name);
    const bool known =
        std::any_of(names.begin(), names.end(), [&](const auto& other) { return fold(other) == folded; });
    if (!known) names.push_back(std::move(name));
  }
  return names;
}

bool looks_like_initials(std::string_view name) {
  return name.size() <= kMostInitialsBytes && name.find(' ') == std::string_view::npos && !starts_upper(name) &&
         !looks_like_organization(name);
}

bool looks_like_organization(std::string_view name) {
  const std::string folded = fold(name);
  if (is_one_of(kAgencies, folded)) return true;
  const auto own_words = words(folded);
  return std::any_of(own_words.begin(), own_words.end(), [](auto word) { return is_one_of(kOrganizationWords, word); });
}

bool looks_like_person(std::string_view name) {
  const auto own_words = split(name, " ");
  if (own_words.size() < 2 || own_words.size() > 5 || looks_like_organization(name)) return false;
  return starts_upper(own_words.front()) && starts_upper(own_words.back());
}

}  // namespace klartext
