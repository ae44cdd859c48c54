// The words that news pages label their furniture with, in the languages of the corpus.
//
// "Mehr zum Thema", "Lesen Sie auch", "Anzeige", "By", "Photo": short blocks that say what they are or what follows. A
// label is matched against the whole text of a short block (or what stands before its first colon), through one hash,
// never as a part of prose. All words are data, in vocabulary_words.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace klartext {

enum class Label : std::uint8_t {
  related,  ///< teasers of articles that belong to this one follow
  popular,  ///< teasers that stand on every page follow: most read, latest
  advertisement,
  consent,  ///< cookie and embed prompts
  tags,
  share,
  paywall,
  login,
  caption_credit,  ///< before a photographer or a source of a picture
  byline,
  author_box,  ///< a paragraph about the author follows
  newsletter,
  comments,
  read_more,  ///< the text of a link that opens an article or a list
  print,
  navigation,
  published,  ///< the date of publication follows
  modified,
  media,       ///< a player or gallery and its controls
  contents,    ///< table of contents
  error_page,  ///< headline of a page that is not there
  count_,
};

/// The labels that one text stands for; most stand for none, few for two ("Themen": tags, navigation).
class LabelSet {
 public:
  constexpr LabelSet() = default;
  [[nodiscard]] constexpr bool has(Label label) const { return (bits_ & bit(label)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr void add(Label label) { bits_ |= bit(label); }
  constexpr void add(LabelSet other) { bits_ |= other.bits_; }

 private:
  static constexpr std::uint32_t bit(Label label) { return std::uint32_t{1} << static_cast<unsigned>(label); }
  std::uint32_t bits_ = 0;
};

/// What the whole of a short text stands for; ends such as ":", "…", "»" or "(12)" do not matter.
LabelSet label_of(std::string_view text);

/// What the words before the first colon stand for ("Lesen Sie auch: …"); empty set without a colon near the start.
LabelSet label_before_colon(std::string_view text);

/// What follows the words that open a heading over articles of one subject: "Oberwied" of "Mehr aus
/// Oberwied", "Space" of "More in Space"; empty if it does not open so, or goes on behind a colon.
std::string_view subject_of_heading(std::string_view heading);

/// Is the whole text the name of a form of article, as it is printed beside a teaser: "Interview", "Kommentar", "Live"?
bool names_form(std::string_view text);

/// One row of the label table: words parted by '|', in lower case.
struct LabelWords {
  Label label;
  std::string_view language;  ///< for the reader of the table; any page may use any word
  std::string_view words;
};
std::span<const LabelWords> label_words();

/// Words that open a heading over articles of the subject that it names: "mehr aus|mehr zu".
struct OpeningWords {
  std::string_view language;
  std::string_view words;
};
std::span<const OpeningWords> opening_words();

/// What articles are by their form: "interview|kommentar".
struct FormWords {
  std::string_view language;
  std::string_view words;
};
std::span<const FormWords> form_words();

/// Words between which and behind which names stand in a byline.
struct BylineWords {
  std::string_view language;
  std::string_view prefixes;      ///< "von|text von"
  std::string_view conjunctions;  ///< "und"
};
std::span<const BylineWords> byline_words();

/// The commonest small words of a language: enough to tell the language of a paragraph.
struct StopWords {
  std::string_view language;
  std::string_view words;
};
std::span<const StopWords> stop_words();

}  // namespace klartext
