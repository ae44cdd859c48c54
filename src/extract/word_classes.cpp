#include "extract/word_classes.h"

#include "base/text.h"
#include "base/word_hash.h"

namespace klartext {
namespace {

// The most frequent function words of the languages that news is written in; prose holds a third of them, menus few.
constexpr std::string_view kFunctionWords =
    "der die das und in den von zu mit ist des auf für im nicht ein eine dem sich als auch es an werden aus er hat "
    "dass "
    "sie nach wird bei einer um am sind noch wie einem über einen so zum haben nur oder aber vor zur bis mehr durch "
    "man "
    "sein wurde sei the of and to in a is that for it as was with be by on not he his but at are this have from or had "
    "an they which she were their we been has will would who said can if more about out so what its than into them i "
    "you "
    "le la les de et un une du est que dans qui pour au sur pas plus par se ne avec ce sont il elle des en aux été "
    "mais "
    "el los las y del se con una por su para como más al lo es no sus ha fue pero entre desde "
    "il che di è per non si da sono della alla nel dei anche ma delle gli "
    "o os não uma do dos das em mais foi ao "
    "het een van op te dat zijn voor met niet aan er ook maar om bij "
    "och att det som på för av är den till om har inte jag men var ett "
    "og det er til på av som ikke med har en at af "
    "w i na z się nie do jest że o to jak po co ale za od "
    "ja on ei se että oli hän mutta ovat "
    "és hogy nem egy az is "
    "bir ve bu için de da ile "
    "и в не на что с он как это по к у из за но о для от "
    "і у на що з та до не про "
    "a se si že je v s z k ";

std::uint32_t hash_of(std::string_view word) { return hash_word(word, 0, word.size()); }

KnownWords make_known_words() {
  KnownWords known;
  std::uint8_t index = 0;
  for (const std::string_view list : {
#define X(name, words) std::string_view(words),
           KLARTEXT_WORD_CLASSES(X)
#undef X
       }) {
    for (const auto text : split(list, " ")) {
      KnownWord& word = known[hash_of(text)];
      if (word.word_class == kWordClassCount) word.word_class = index;  // the first class that names a word has it
    }
    ++index;
  }
  for (const auto text : split(kFunctionWords, " ")) known[hash_of(text)].is_function_word = true;
  return known;
}

}  // namespace

const KnownWords& known_words() {
  static const KnownWords kWords = make_known_words();
  return kWords;
}

}  // namespace klartext
