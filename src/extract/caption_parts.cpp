// A credit ends the caption. It is told by a label with a colon, a ©, words such as "Photo by", brackets around a name
// or house, or by the names alone where they are written as agencies write them: "Jane Doe/AFP".
#include "extract/caption_parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "extract/person_words.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

/// A longer end of a caption tells something.
constexpr std::size_t kLongestCredit = 90;  // bytes
constexpr std::size_t kMostNameWords = 4;
constexpr std::string_view kCopyright = "©";

/// Where the caption ends, and the credit behind it.
struct Cut {
  std::size_t caption_end = 0;
  std::string_view credit;
};

template <std::size_t N>
std::string_view without_ends(std::string_view text, const std::array<std::string_view, N>& ends) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const auto end : ends) {
      if (!text.ends_with(end)) continue;
      text.remove_suffix(end.size());
      cut = true;
    }
  }
  return text;
}

/// "(Foto: Paul Ritter)", "Bild: dpa"
std::optional<Cut> behind_label(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto mark = text.find_last_of("(|.", colon);
  const auto copyright = text.rfind(kCopyright, colon);
  const auto begin = std::max(mark == std::string_view::npos ? 0 : mark + 1,
                              copyright == std::string_view::npos ? 0 : copyright + kCopyright.size());
  if (!label_of(text.substr(begin, colon - begin)).has(Label::caption_credit)) return std::nullopt;
  return Cut{begin, text.substr(colon + 1)};
}

/// "Der Zug im Tal – © Paul Ritter"
std::optional<Cut> behind_copyright(std::string_view text) {
  const auto at = text.find(kCopyright);
  if (at == std::string_view::npos || text.size() - at > kLongestCredit) return std::nullopt;
  return Cut{at, text.substr(at + kCopyright.size())};
}

bool is_capitalized(std::string_view text) {
  const auto own_words = split(text, " ");
  return !own_words.empty() && std::all_of(own_words.begin(), own_words.end(), starts_upper);
}

/// A full stop amid the text that stands behind no initial: "Jeffrey T. Doe" is one name.
bool has_full_stop(std::string_view text) {
  for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    if (at > 1 && text[at - 2] != ' ' && text[at - 2] != '.' && text[at - 2] != '/') return true;
  }
  return false;
}

/// "Paul Ritter/dpa", "Jane Doe via Getty Images", "AP Photo": as agencies write whose picture it is.
bool is_written_as_credit(std::string_view text) {
  constexpr std::array kSmall =
      std::to_array<std::string_view>({"via", "for", "the", "für", "de", "von", "pour", "/", "of"});
  constexpr std::array kHouses = std::to_array<std::string_view>({"/", " via ", " for ", " für ", "Photo", "Getty"});
  if (text.empty() || text.size() > kLongestCredit || has_full_stop(text)) return false;
  const auto own_words = split(text, " /");
  const bool names = std::all_of(own_words.begin(), own_words.end(), [&](std::string_view word) {
    return starts_upper(word) || is_agency(word) || std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
  });
  return names && (is_agency(text) || std::any_of(kHouses.begin(), kHouses.end(), [text](std::string_view mark) {
                     return text.find(mark) != std::string_view::npos;
                   }));
}

bool ends_sentence(std::string_view text) {
  text = trim(text);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("”");
}

/// "The pier at dawn. (Jane Doe/AP)", "[File: Reuters]"; in "The pier (UK)" the brackets belong to the caption.
std::optional<Cut> in_closing_brackets(std::string_view text) {
  if (!text.ends_with(')') && !text.ends_with(']')) return std::nullopt;
  const auto open = text.find_last_of("([");
  if (open == std::string_view::npos || text.size() - open > kLongestCredit) return std::nullopt;
  const auto inside = trim(text.substr(open + 1, text.size() - open - 2));
  const bool name = ends_sentence(text.substr(0, open)) && is_capitalized(inside) &&
                    count_words(inside) <= kMostNameWords &&
                    inside.find_first_of("0123456789") == std::string_view::npos;
  return name || is_written_as_credit(inside) ? std::optional(Cut{open, inside}) : std::nullopt;
}

/// "The pier at dawn. Photo by Jane Doe", "Foto von Paul Ritter", "Courtesy of the museum"
std::optional<Cut> behind_phrase(std::string_view text) {
  constexpr std::array kPhrases =
      std::to_array<std::string_view>({"Photo by ", "Photos by ", "Photo via ", "Photo courtesy of ", "Photograph by ",
                                       "Image by ", "Image via ", "Image courtesy of ", "Picture by ", "Courtesy of ",
                                       "Courtesy ", "Foto von ", "Fotos von ", "Bild von ", "Foto di ", "Foto de "});
  constexpr std::string_view kBreaks = ".|/([–—-";
  for (const auto phrase : kPhrases) {
    const auto at = text.rfind(phrase);
    if (at == std::string_view::npos || text.size() - at > kLongestCredit) continue;
    const auto before = trim(text.substr(0, at));
    const bool opens = before.empty() || kBreaks.find(before.back()) != std::string_view::npos;
    if (opens && starts_upper(trim(text.substr(at + phrase.size())))) return Cut{at, text.substr(at + phrase.size())};
  }
  return std::nullopt;
}

/// "The pier at dawn. Jane Doe/AFP"
std::optional<Cut> closing_names(std::string_view text) {
  constexpr std::array kBreaks = std::to_array<std::string_view>({". ", " | ", "” "});
  std::size_t begin = 0;
  for (const auto mark : kBreaks) {
    const auto at = text.rfind(mark);
    if (at != std::string_view::npos) begin = std::max(begin, at + mark.size());
  }
  const auto end = text.substr(begin);
  return begin > 0 && is_written_as_credit(end) && !is_agency(end) ? std::optional(Cut{begin, end}) : std::nullopt;
}

std::string_view bare_caption(std::string_view caption) {
  constexpr std::array kEnds =
      std::to_array<std::string_view>({"(", "[", "|", " ", "–", "—", " -", " /", "∙", "·", "•"});
  return without_ends(trim(caption), kEnds);
}

}  // namespace

std::string bare_credit(std::string_view credit) {
  constexpr std::array kEnds = std::to_array<std::string_view>({";", "|", " ", "[", "("});
  credit = trim(credit);
  const bool framed = credit.size() > 1 && credit.front() == '(' && credit.find(')') == credit.size() - 1;
  if (framed) credit = trim(credit.substr(1, credit.size() - 2));
  const auto colon = credit.find(':');
  if (colon != std::string_view::npos && label_of(credit.substr(0, colon)).has(Label::caption_credit)) {
    credit = trim(credit.substr(colon + 1));
  }
  if (credit.starts_with(kCopyright)) credit = trim(credit.substr(kCopyright.size()));
  const bool closed = credit.ends_with(')') && credit.find('(') == std::string_view::npos;
  return clean(without_ends(closed ? credit.substr(0, credit.size() - 1) : credit, kEnds));
}

CaptionParts split_caption(std::string_view text) {
  CaptionParts parts;
  text = trim(text);
  for (const auto find : {behind_label, behind_copyright, in_closing_brackets, behind_phrase, closing_names}) {
    const auto cut = find(text);
    if (!cut) continue;
    const auto caption = bare_caption(text.substr(0, cut->caption_end));
    auto credit = bare_credit(cut->credit);
    if (!caption.empty()) parts.caption = clean(caption);
    if (!credit.empty()) parts.credit = std::move(credit);
    return parts;
  }
  if (!text.empty()) parts.caption = clean(text);
  return parts;
}

}  // namespace klartext
