// Comparing what a page prints with the words of a profile.
//
// Pages print a landmark in many dresses ("- Anzeige -", "Suchen …", "STICHWÖRTER:"): everything is compared folded and
// without the punctuation around it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klartext::sites {

/// `text` folded, without punctuation and arrows at both ends: "mehr… »" → "mehr".
std::string bare(std::string_view text);

/// There is more in `text` than punctuation and arrows.
bool has_words(std::string_view text);

/// A list of words of a profile, folded once.
class Phrases {
 public:
  void add(std::string_view phrase);
  [[nodiscard]] bool empty() const { return folded_.empty(); }
  [[nodiscard]] const std::vector<std::string>& folded() const { return folded_; }
  /// The whole of `text` is one of them, punctuation aside.
  [[nodiscard]] bool are_all_of(std::string_view text) const;
  /// `text` opens with one of them, at a word's end: how many bytes of `text` the opening takes.
  [[nodiscard]] std::optional<std::size_t> open(std::string_view text) const;
  /// `text`, bare, is the beginning of one of them, ends at a word's end and is not all of it.
  [[nodiscard]] bool are_opened_by(std::string_view text) const;
  /// One of them stands in `text`.
  [[nodiscard]] bool stand_in(std::string_view text) const;

 private:
  std::vector<std::string> folded_;
  std::size_t longest_ = 0;
};

/// "https://www.kommune.example", "www.kommune.example"
bool is_printed_address(std::string_view text);

/// A closing full stop or the like: words of a text, not a label, a kicker or a fact.
bool ends_like_a_sentence(std::string_view text);

/// Letters and digits of `text`, lower case, with the umlauts written out ("ae") and without them: how an address may
/// spell a title.
std::string spelled_out(std::string_view text);
std::string spelled_ascii(std::string_view text);

/// The last part of the address spells these words at its end: "/meldung_36604_Partner+der+Kommunen.html".
bool address_spells(std::string_view address, std::string_view words);

/// The quotation marks around a whole text gone: "„Politik“" → "Politik".
std::string_view without_quotes(std::string_view text);

/// Trailing colons and blanks gone: "KGSt-Studie :" → "KGSt-Studie".
std::string_view without_colon(std::string_view text);

}  // namespace klartext::sites
