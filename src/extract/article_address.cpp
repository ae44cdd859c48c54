#include "extract/article_address.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/word_filter.h"

namespace klartext {
namespace {

/// Path steps that lead to lists, forms and persons.
constexpr std::array<std::string_view, 69> kOtherPaths = {
    "tag",          "tags",         "thema",       "themen",      "topic",     "topics",     "category",   "categories",
    "kategorie",    "author",       "authors",     "autor",       "autoren",   "auteur",     "section",    "sections",
    "search",       "suche",        "login",       "user",        "account",   "abo",        "subscribe",  "newsletter",
    "newsletters",  "impressum",    "datenschutz", "privacy",     "contact",   "kontakt",    "about",      "profile",
    "people",       "schlagwort",   "spiele",      "games",       "shop",      "gutscheine", "coupons",    "jobs",
    "stellenmarkt", "anzeigen",     "anzeige",     "image",       "redaktion", "redakteure", "staff",      "journalist",
    "journalists",  "writers",      "columnists",  "advertorial", "comment",   "comments",   "kommentare", "forum",
    "foren",        "advertorials", "sponsored",   "epaper",      "etiqueta",  "etiquetas",  "tema",       "temas",
    "emne",         "autore",       "autores",     "schlagworte", "stichwort"};
/// First words of such a step where words are parted by '_': "rubrik_politik.html".
constexpr std::array<std::string_view, 6> kOtherFirstWords = {"rubrik", "ressort", "anbieter",
                                                              "abo",    "suche",   "mailen"};
/// Last path steps of pages that show a state of things: tables of a league, results.
constexpr std::array<std::string_view, 16> kTablePages = {
    "tabelle",       "tabellen",   "spielplan",  "ergebnisse", "standings", "fixtures",   "results",    "scores",
    "clasificacion", "resultados", "calendario", "classement", "resultats", "calendrier", "classifica", "risultati"};
/// First labels of hosts that publishers run beside their news.
constexpr std::array<std::string_view, 24> kOtherHosts = {
    "shop",  "store",   "abo",        "abos",   "aboshop",   "epaper",     "games",       "spiele",
    "jobs",  "stellen", "immobilien", "trauer", "anzeigen",  "tickets",    "marktplatz",  "reisen",
    "login", "account", "konto",      "mein",   "subscribe", "newsletter", "newsletters", "help"};
/// A picture, a player's file or a print version is no article.
constexpr std::array<std::string_view, 13> kFileEndings = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif",
                                                           ".pdf", ".mp3",  ".mp4", ".zip", ".xml",  ".rss"};
/// An article's address says its headline in several words, or holds a number.
constexpr std::ptrdiff_t kFewestHyphens = 3;
constexpr std::size_t kShortestNumber = 5;
/// "cz78x703lrvo": letters and digits mixed name an article where no headline does.
constexpr std::size_t kShortestSign = 8;
constexpr std::ptrdiff_t kFewestDigitsOfSign = 2;

/// Not a year, but the number of an article.
bool holds_number(std::string_view text) {
  std::size_t run = 0;
  return std::any_of(text.begin(), text.end(), [&run](char c) {
    run = is_ascii_digit(c) ? run + 1 : 0;
    return run == kShortestNumber;
  });
}

bool is_sign(std::string_view step) {
  const auto digits = std::count_if(step.begin(), step.end(), is_ascii_digit);
  return step.size() >= kShortestSign && digits >= kFewestDigitsOfSign &&
         step.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos;
}

bool is_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_ascii_digit); }

/// "2026-03-04".
bool is_day(std::string_view step) {
  constexpr std::size_t kDayBytes = 10;
  return step.size() == kDayBytes && step.starts_with("20") && step[4] == '-' && step[7] == '-' &&
         is_digits(step.substr(0, 4)) && is_digits(step.substr(5, 2)) && is_digits(step.substr(8));
}

/// "2026", "03".
bool is_month(std::string_view year, std::string_view month) {
  constexpr std::size_t kYearBytes = 4;
  constexpr std::size_t kMonthBytes = 2;
  return year.size() == kYearBytes && month.size() == kMonthBytes && year.starts_with("20") && is_digits(year) &&
         is_digits(month);
}

std::ptrdiff_t count_word_breaks(std::string_view step) {
  return std::count_if(step.begin(), step.end(), [](char c) { return c == '-' || c == '_'; });
}

/// The lists are asked for every step of every link of a page.
template <const auto& kWords>
bool is_one_of(std::string_view word) {
  static constexpr WordFilter kFilter(kWords);
  return kFilter.may_hold(word) && std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "suche" and "suche.php".
bool is_other_path(std::string_view step) {
  const std::string_view name = step.substr(0, step.find('.'));
  return is_one_of<kOtherPaths>(name) || is_one_of<kOtherFirstWords>(name.substr(0, name.find('_')));
}

bool is_file(std::string_view path) {
  static constexpr WordFilter kFilter(kFileEndings);
  path = path.substr(std::min(path.rfind('.'), path.size()));
  return kFilter.may_hold(path) &&
         std::any_of(kFileEndings.begin(), kFileEndings.end(),
                     [path](std::string_view ending) { return equals_ignoring_case(path, ending); });
}

/// The steps of a path, looked at in one walk.
struct PathSteps {
  std::size_t count = 0;
  std::string_view last;
  std::ptrdiff_t word_breaks = 0;  ///< in the last
  bool holds_day = false;          ///< "/2026/03/der-rat-tagt", "/2026-03-04/der-rat-tagt": pages of a day are articles
  bool other = false;              ///< one of them leads to lists, forms or persons
};

PathSteps steps_of(std::string_view path) {
  PathSteps steps;
  std::string_view before_last;
  while (!path.empty()) {
    const std::size_t stop = std::min(path.find('/'), path.size());
    const std::string_view step = trim(path.substr(0, stop));
    path.remove_prefix(std::min(stop + 1, path.size()));
    if (step.empty()) continue;
    steps.holds_day = steps.holds_day || is_day(steps.last) || is_month(before_last, steps.last);
    steps.other = steps.other || is_other_path(step);
    before_last = steps.last;
    steps.last = step;
    ++steps.count;
  }
  steps.word_breaks = count_word_breaks(steps.last);
  return steps;
}

bool leads_elsewhere(const WebAddress& address, const PathSteps& steps) {
  const auto host = without_www(address.host);
  if (steps.count == 0 || is_file(address.path) || is_one_of<kTablePages>(steps.last) ||
      is_one_of<kOtherHosts>(host.substr(0, host.find('.'))))
    return true;
  return steps.other && !(steps.holds_day && steps.word_breaks > 0);
}

bool looks_like_article(std::string_view path, const PathSteps& steps) {
  return steps.word_breaks >= kFewestHyphens || steps.holds_day || holds_number(path) ||
         std::count(path.begin(), path.end(), '-') > kFewestHyphens || steps.last.ends_with(".html") ||
         is_sign(steps.last);
}

bool names_something(const PathSteps& steps) {
  return steps.word_breaks > 0 || std::any_of(steps.last.begin(), steps.last.end(), is_ascii_digit);
}

}  // namespace

AddressSigns signs_of(const WebAddress& address) {
  const PathSteps steps = steps_of(address.path);
  AddressSigns signs;
  signs.steps = steps.count;
  signs.leads_elsewhere = leads_elsewhere(address, steps);
  signs.names_something = names_something(steps);
  signs.article_by_path = !signs.leads_elsewhere && looks_like_article(address.path, steps);
  signs.article =
      signs.article_by_path || (!signs.leads_elsewhere && address.behind_path.find("?id=") != std::string_view::npos);
  return signs;
}

bool is_root_address(std::string_view url) {
  return url_path(url).size() <= 1 && url.find('?') == std::string_view::npos;
}

std::string article_key(const WebAddress& address, const AddressSigns& signs) {
  return comparable_url(signs.article_by_path ? WebAddress{address.host, address.path, {}} : address);
}

bool lead_apart(const WebAddress& a, const WebAddress& b) {
  const auto part = [](std::string_view own, std::string_view other) {
    const std::size_t shorter = std::min(own.size(), other.size());
    return !equals_ignoring_case(own.substr(0, shorter), other.substr(0, shorter));
  };
  const auto without_slashes = [](std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
  };
  if (a.host != b.host) return part(without_www(a.host), without_www(b.host));
  return part(without_slashes(a.path), without_slashes(b.path));
}

std::string article_key(std::string_view url) {
  const WebAddress address = web_address(url);
  return address.host.empty() ? comparable_url(url) : article_key(address, signs_of(address));
}

}  // namespace klartext
