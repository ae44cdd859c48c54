#include "extract/person_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/word_filter.h"

namespace klartext {
namespace {

// clang-format off
constexpr std::array<std::string_view, 80> kOrganizationWords = {
  "redaktion", "newsroom", "staff", "team", "editors", "editorial", "agentur", "agenturen", "agencies", "agency",
  "agence", "agencia", "redacción", "redazione", "redacção", "rédaction", "redactie", "redaktionen", "redakcja",
  "news", "press", "online", "desk", "verlag", "media", "magazin", "magazine", "zeitung", "network",
  "contributors", "admin", "editor", "reporters", "correspondents", "gmbh", "inc", "newsdesk", "redakteure",
  "gastbeitrag", "agenturmeldung", "universität", "university", "institut", "institute", "stiftung", "foundation",
  "e.v", "ag", "verein", "verband", "pressemitteilung", "pressestelle", "presse", "tv", "radio", "blog", "company",
  "club", "forum", "webredaktion", "reporterteam", "nachrichten", "center", "centre", "department", "ministry",
  "association", "society", "council", "bureau", "commission", "committee", "ministerium", "kommission", "gesellschaft",
  "hospital", "museum", "geschäftsstelle", "sekretariat", "pressedienst"};
constexpr std::array<std::string_view, 71> kAgencies = {
  "dpa", "afp", "reuters", "apa", "ap", "sid", "epd", "kna", "ansa", "efe", "lusa", "anp", "belga", "ntb", "tt",
  "ritzau", "stt", "pap", "čtk", "ctk", "associated press", "the associated press", "agence france-presse", "bloomberg", "keystone-sda",
  "dpa-afx", "tass", "xinhua", "anadolu", "upi", "ans", "cna", "pti", "ats",
  "keystone", "sda", "mti", "tanjug", "hina", "bta", "interfax", "unian", "ukrinform", "europa press", "notimex",
  "agência lusa", "agencia efe", "reuters staff", "thomson reuters", "bloomberg news", "presse canadienne",
  "the canadian press", "canadian press", "ani", "ians", "jiji", "kyodo", "yonhap", "press association", "pa media",
  "pa", "sp-x", "spot on news", "dts", "ots", "aa", "iha", "dha", "anadolu ajansı", "agerpres", "kathpress"};
/// Titles, functions and accounts of programs: they stand with a name, never alone as one.
constexpr std::array<std::string_view, 60> kRoles = {
  "no author", "reviewer", "expert reviewer", "fact checker", "contributing writer", "guest contributor",
  "redakteur", "redakteurin", "reporter", "reporterin", "autor", "autorin", "journalist", "journalistin",
  "korrespondent", "korrespondentin", "chefredakteur", "chefredakteurin", "volontär", "volontärin",
  "ressortleiter", "freier mitarbeiter", "editor", "senior editor", "staff writer", "writer", "senior writer",
  "correspondent", "contributor", "author", "freelance writer", "news editor", "managing editor",
  "editor-in-chief", "senior reporter", "staff reporter", "columnist", "guest author", "journaliste", "periodista",
  "giornalista", "jornalista", "dziennikarz", "md", "phd", "mba", "jr.", "rd", "m.d.", "ph.d.", "nachrichten",
  "news", "online", "admin", "administrator", "webmaster", "wordpress", "root", "publisher", "super user"};
constexpr std::array<std::string_view, 74> kRoleWords = {
  "director", "coordinator", "manager", "educator", "founder", "cofounder", "ceo", "cto", "cfo", "coo", "officer",
  "president", "professor", "redakteur", "redakteurin", "reporter", "reporterin", "editor", "writer",
  "correspondent", "korrespondent", "korrespondentin", "journalist", "journalistin", "leiter", "leiterin",
  "specialist", "consultant", "analyst", "engineer", "columnist", "kolumnist", "kolumnistin", "photographer",
  "fotograf", "fotografin", "author", "autor", "autorin", "strategist", "producer", "fellow", "lecturer",
  "contributor", "expert", "expertin", "horticulturalist", "graduate", "attorney", "physician", "veterinarian",
  "chefredakteur", "chefredakteurin", "volontär", "volontärin", "mitarbeiter", "mitarbeiterin", "geschäftsführer",
  "geschäftsführerin", "vorsitzender", "vorsitzende", "sprecher", "sprecherin", "journaliste", "rédacteur",
  "rédactrice", "periodista", "giornalista", "jornalista", "dziennikarz", "grader", "journalism", "developer",
  "designer"};
constexpr std::array<std::string_view, 47> kCredentials = {
  "md", "m.d.", "phd", "ph.d.", "ph.d", "mba", "rd", "rdn", "rn", "dvm", "vmd", "cpp", "psp", "cpa", "cfp", "cfa",
  "jd", "j.d.", "esq", "esq.", "dds", "lcsw", "lpc", "lmft", "mph", "msc", "bsc", "ms", "ba", "ma", "m.a.", "b.a.",
  "dacvb", "lvt", "crna", "np", "pa-c", "cscs", "mfa", "edd", "do", "faan", "facp", "pmp", "cissp", "psyd", "pharmd"};
constexpr std::array<std::string_view, 113> kFurnitureWords = {
  "read", "reading", "minute", "minutes", "lesezeit", "uhr", "updated", "published", "posted", "aktualisiert",
  "veröffentlicht", "stand", "comments", "comment", "kommentare", "kommentar", "views", "view", "share", "teilen",
  "drucken", "print", "time", "date", "datum", "photo", "photos", "foto", "fotos", "bild", "bilder", "image",
  "video", "audio", "getty", "images", "newsletter", "follow", "bio", "profile", "email", "mail", "menu", "home",
  "startseite", "login", "abo", "plus", "premium", "anzeige", "werbung", "february", "march", "july", "september",
  "october", "november", "december", "januar", "februar", "juni", "juli", "oktober", "dezember", "monday",
  "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
  "donnerstag", "freitag", "samstag", "sonntag", "categories", "category", "kategorie", "tags", "tag", "guide",
  "guides", "review", "reviews", "article", "artikel", "how", "what", "why", "wortlaut", "interview", "analyse",
  "sat", "tue", "wed", "thu", "fri", "deinen", "gastbeitrag", "name", "nachricht", "website", "full",
  "symbolbild", "link", "dank", "grüße", "grüßen", "thanks", "regards"};
constexpr std::array<std::string_view, 14> kBeforeDate = {
  "am", "on", "um", "vom", "le", "el", "il", "op", "den", "at", "-", "–", "—", "/"};
// clang-format on

template <const auto& kList>
bool is_one_of(std::string_view folded) {
  static constexpr WordFilter kFilter(kList);
  return kFilter.may_hold(folded) && std::find(kList.begin(), kList.end(), folded) != kList.end();
}

template <const auto& kList>
bool holds_one_of(std::string_view text) {
  const std::string folded = fold(text);
  std::size_t at = 0;
  for (auto word = next_word(folded, at); !word.empty(); word = next_word(folded, at)) {
    if (is_one_of<kList>(word)) return true;
  }
  return false;
}

}  // namespace

bool is_agency(std::string_view name) {
  const std::string folded = fold(name);
  return is_one_of<kAgencies>(folded) ||
         is_one_of<kAgencies>(trim(std::string_view(folded).substr(0, folded.find('/'))));
}
bool has_organization_word(std::string_view name) {
  return holds_one_of<kOrganizationWords>(name) || contains_ignoring_case(name, " e.V");
}
bool leads_to_date(std::string_view word) { return is_one_of<kBeforeDate>(word); }
bool is_role(std::string_view text) { return is_one_of<kRoles>(lower_ascii(text)); }
bool has_role_word(std::string_view text) { return holds_one_of<kRoleWords>(text); }
bool is_credential(std::string_view word) { return is_one_of<kCredentials>(lower_ascii(word)); }
bool has_furniture_word(std::string_view text) { return holds_one_of<kFurnitureWords>(text); }

}  // namespace klartext
