// Words that betray furniture: what a line talks about when it is not the article that talks.
//
// Counted, not matched: "photo" in a sentence is nothing, "Photo: AP" in a line of three words is a credit. The block
// model weighs the counts. One table; a word may be in any language, and in one class only.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/hash_table.h"

namespace klartext {

// clang-format off
/// X(name, words)
#define KLARTEXT_WORD_CLASSES(X) \
  X(credit_words, "foto fotos photo photos photograph photographer photography getty images image bild bilder courtesy quelle credit credits caption " \
                  "illustration afp imago alamy shutterstock istock unsplash bildquelle symbolbild archivbild picture alliance pictured crédit copyright " \
                  "reuters dpa ap epa apa keystone ansa efe ntb ritzau tt fotograf fotografie screenshot video gallery galerie slideshow kép fotó 写真 zdjęcie fot") \
  X(subscribe_words, "newsletter newsletters subscribe subscriber subscribers subscription inbox signup sign email mail mailing abonnieren abonnement abo " \
                     "anmelden registrieren registrierung delivered abonnenten abonnez abonnés inscrivez suscríbete suscribirse suscripción boletín iscriviti " \
                     "abbonati nyhetsbrev prenumerera tilaa nieuwsbrief aanmelden enter login register account konto unsubscribe alerts notifications") \
  X(stamp_words, "published updated update min mins minutes read reading lesezeit lesedauer uhr pm am est gmt utc stand aktualisiert veröffentlicht posted " \
                 "publié mis modifié publicado actualizado pubblicato aggiornato oppdatert publisert publicerad uppdaterad gepubliceerd edited erstellt") \
  X(pointer_words, "related lesen lies auch les også read more mehr weitere weiterlesen themen thema artikel article articles see click here tap hier jetzt " \
                   "klicken leggi anche lire aussi lea también lesen läs lees ook watch listen trending stories posts picks continue continued below recommended " \
                   "empfohlen passend previous next siehe dazu popular latest featured") \
  X(legal_words, "cookie cookies consent privacy policy terms rights reserved disclaimer datenschutz datenschutzerklärung impressum agb inhalte einwilligung " \
                 "zustimmung personenbezogene javascript browser disabled enable accept akzeptieren confidentialité privacidad corrections license gdpr external") \
  X(social_words, "facebook twitter instagram whatsapp linkedin pinterest reddit telegram youtube tiktok follow share teilen folgen folge tweet retweet " \
                  "bluesky mastodon threads flipboard print drucken copy link merken compartir partager condividi seguici síguenos suivez dela dele del") \
  X(advert_words, "advertisement advertising anzeige werbung sponsored sponsor commission commissions affiliate promoted publicidad publicité pubblicità annonse " \
                  "annons advertentie reklame reklama deals earn purchase discount coupon shop buy products") \
  X(person_words, "author authors writer writers written reporter editor editors correspondent autor autorin redakteur redakteurin redaktion korrespondent " \
                  "journalist journalistin contributor contributed freelance columnist founder bio auteur periodista giornalista journaliste reviewed") \
  X(comment_words, "comment comments kommentar kommentare kommentieren reply replies discussion forum commentaires comentarios commenti kommentarer reacties " \
                   "leave loading logged moderated antworten diskutieren leserbrief") \
  X(plea_words, "journalism support donate donation membership member members journalismus spenden unterstützen unabhängig independent unbiased readers " \
                "please bitte thank app download free trial premium plus contact feedback newsroom tip tips")
// clang-format on

enum class WordClass : std::uint8_t {
#define X(name, words) name,
  KLARTEXT_WORD_CLASSES(X)
#undef X
      count_,
};
inline constexpr std::size_t kWordClassCount = static_cast<std::size_t>(WordClass::count_);

/// What is known of a word by itself.
struct KnownWord {
  std::uint8_t word_class = kWordClassCount;  ///< index of its class, or kWordClassCount
  bool is_function_word = false;  ///< one of the most frequent words of the languages that news is written in
};

/// By the hash of the word (base/word_hash.h): one look for nearly every word of a page.
using KnownWords = HashTable<std::uint32_t, KnownWord, 4096>;  // slots: four times the words

const KnownWords& known_words();

}  // namespace klartext
