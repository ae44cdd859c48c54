// Month names of about thirty languages in the forms in which dates use them, with their abbreviations, and zone names.
//
// The table is written by language, to be read and extended; the compiler sorts it by name for looking up. Spellings
// are lower case; alternatives are parted by '|'.
#include "base/date_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/unicode.h"

namespace klartext {
namespace {

struct Months {
  std::string_view language;
  std::array<std::string_view, 12> names;
};

// clang-format off
constexpr std::array kMonths = std::to_array<Months>({
  {"de", {"januar|jänner|jaenner|jan|jän", "februar|feber|febr|feb", "märz|maerz|mär|mrz", "april|apr", "mai",
          "juni|jun", "juli|jul", "august|aug", "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez"}},
  {"en", {"january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
          "september|sept|sep", "october|oct", "november|nov", "december|dec"}},
  {"fr", {"janvier|janv", "février|fevrier|févr|fév|fevr", "mars", "avril|avr", "mai", "juin", "juillet|juil",
          "août|aout", "septembre", "octobre", "novembre", "décembre|decembre|déc"}},
  {"es", {"enero|ene", "febrero", "marzo", "abril|abr", "mayo", "junio", "julio", "agosto|ago",
          "septiembre|setiembre|set", "octubre", "noviembre", "diciembre|dic"}},
  {"it", {"gennaio|genn|gen", "febbraio|febbr", "marzo", "aprile", "maggio|magg|mag", "giugno|giu", "luglio|lug",
          "agosto|ago", "settembre|sett|set", "ottobre|ott", "novembre", "dicembre|dic"}},
  {"pt", {"janeiro", "fevereiro|fev", "março|marco", "abril|abr", "maio|mai", "junho", "julho", "agosto|ago",
          "setembro|set", "outubro|out", "novembro", "dezembro|dez"}},
  {"ca", {"gener|gen", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre", "novembre",
          "desembre|des"}},
  {"nl", {"januari", "februari", "maart|mrt", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december"}},
  {"sv", {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
          "december"}},
  {"da", {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
          "december"}},
  {"no", {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
          "desember|des"}},
  {"is", {"janúar", "febrúar", "mars", "apríl", "maí", "júní", "júlí", "ágúst", "september", "október", "nóvember",
          "desember|des"}},
  {"fi", {"tammikuuta|tammikuu", "helmikuuta|helmikuu", "maaliskuuta|maaliskuu", "huhtikuuta|huhtikuu",
          "toukokuuta|toukokuu", "kesäkuuta|kesäkuu", "heinäkuuta|heinäkuu", "elokuuta|elokuu", "syyskuuta|syyskuu",
          "lokakuuta|lokakuu", "marraskuuta|marraskuu", "joulukuuta|joulukuu"}},
  {"et", {"jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober",
          "november", "detsember"}},
  {"pl", {"stycznia|styczeń|sty", "lutego|luty|lut", "marca|marzec", "kwietnia|kwiecień|kwi", "maja|maj",
          "czerwca|czerwiec|cze", "lipca|lipiec|lip", "sierpnia|sierpień|sie", "września|wrzesień|wrz",
          "października|październik|paź", "listopada|listopad|lis", "grudnia|grudzień|gru"}},
  {"cs", {"ledna|leden", "února|únor", "března|březen", "dubna|duben", "května|květen", "června|červen",
          "července|červenec", "srpna|srpen", "září", "října|říjen", "listopadu|listopad", "prosince|prosinec"}},
  {"sk", {"januára|január", "februára|február", "marca|marec", "apríla|apríl", "mája|máj", "júna|jún", "júla|júl",
          "augusta", "septembra", "októbra|október", "novembra", "decembra"}},
  {"sl", {"januarja", "februarja", "marca", "aprila", "maja", "junija", "julija", "avgusta|avgust|avg", "septembra",
          "oktobra", "novembra", "decembra"}},
  {"hr", {"siječnja|siječanj", "veljače|veljača", "ožujka|ožujak", "travnja|travanj", "svibnja|svibanj",
          "lipnja|lipanj", "srpnja|srpanj", "kolovoza|kolovoz", "rujna|rujan", "listopada|listopad",
          "studenoga|studenog|studeni", "prosinca|prosinac"}},
  {"sr", {"januar|јануар", "februar|фебруар", "mart|март", "april|април", "maj|мај", "jun|јун", "jul|јул",
          "avgust|август", "septembar|септембар", "oktobar|октобар", "novembar|новембар", "decembar|децембар"}},
  {"hu", {"január", "február", "március|márc", "április|ápr", "május|máj", "június|jún", "július|júl", "augusztus",
          "szeptember|szept", "október", "november", "december"}},
  {"ro", {"ianuarie|ian", "februarie", "martie", "aprilie", "mai", "iunie|iun", "iulie|iul", "august", "septembrie",
          "octombrie", "noiembrie|noi", "decembrie"}},
  {"tr", {"ocak|oca", "şubat|şub", "mart", "nisan|nis", "mayıs", "haziran|haz", "temmuz|tem", "ağustos|ağu",
          "eylül|eyl", "ekim|eki", "kasım|kas", "aralık|ara"}},
  {"id", {"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus|agu", "september", "oktober",
          "november", "desember|des"}},
  {"lt", {"sausio|sausis", "vasario|vasaris", "kovo|kovas", "balandžio|balandis", "gegužės|gegužė", "birželio|birželis",
          "liepos|liepa", "rugpjūčio|rugpjūtis", "rugsėjo|rugsėjis", "spalio|spalis", "lapkričio|lapkritis",
          "gruodžio|gruodis"}},
  {"lv", {"janvāris|janvārī", "februāris|februārī", "marts|martā", "aprīlis|aprīlī", "maijs|maijā", "jūnijs|jūnijā",
          "jūlijs|jūlijā", "augusts|augustā", "septembris|septembrī", "oktobris|oktobrī", "novembris|novembrī",
          "decembris|decembrī"}},
  {"ru", {"января|январь|янв", "февраля|февраль|февр|фев", "марта|март|мар", "апреля|апрель|апр", "мая|май",
          "июня|июнь|июн", "июля|июль|июл", "августа|август|авг", "сентября|сентябрь|сент|сен", "октября|октябрь|окт",
          "ноября|ноябрь|нояб|ноя", "декабря|декабрь|дек"}},
  {"uk", {"січня|січень|січ", "лютого|лютий|лют", "березня|березень|бер", "квітня|квітень|квіт|кві",
          "травня|травень|трав|тра", "червня|червень|черв|чер", "липня|липень|лип", "серпня|серпень|серп|сер",
          "вересня|вересень|вер", "жовтня|жовтень|жовт|жов", "листопада|листопад|лист|лис", "грудня|грудень|груд|гру"}},
  {"bg", {"януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември",
          "декември"}},
  {"el", {"ιανουαρίου|ιανουάριος|ιαν", "φεβρουαρίου|φεβρουάριος|φεβ", "μαρτίου|μάρτιος|μαρ", "απριλίου|απρίλιος|απρ",
          "μαΐου|μαίου|μάιος|μάι|μαϊ", "ιουνίου|ιούνιος|ιουν|ιούν", "ιουλίου|ιούλιος|ιουλ|ιούλ",
          "αυγούστου|αύγουστος|αυγ|αύγ", "σεπτεμβρίου|σεπτέμβριος|σεπτ|σεπ", "οκτωβρίου|οκτώβριος|οκτ",
          "νοεμβρίου|νοέμβριος|νοε|νοέ", "δεκεμβρίου|δεκέμβριος|δεκ"}},
  {"mk", {"јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември", "октомври", "ноември",
          "декември"}},
  {"sq", {"janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor",
          "dhjetor"}},
  {"gl", {"xaneiro", "febreiro", "marzo", "abril", "maio", "xuño", "xullo", "agosto", "setembro", "outubro", "novembro",
          "decembro"}},
  {"af", {"januarie", "februarie", "maart", "april", "mei", "junie", "julie", "augustus", "september", "oktober",
          "november", "desember"}},
  {"ms", {"januari", "februari", "mac", "april", "mei", "jun", "julai", "ogos", "september", "oktober", "november",
          "disember|dis"}},
  {"lb", {"januar", "februar", "mäerz", "abrëll", "mee", "juni", "juli", "august", "september", "oktober", "november",
          "dezember"}},
  {"he", {"בינואר|ינואר", "בפברואר|פברואר", "במרץ|מרץ|במרס|מרס", "באפריל|אפריל", "במאי|מאי", "ביוני|יוני", "ביולי|יולי",
          "באוגוסט|אוגוסט", "בספטמבר|ספטמבר", "באוקטובר|אוקטובר", "בנובמבר|נובמבר", "בדצמבר|דצמבר"}},
  {"ka", {"იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო", "სექტემბერი", "ოქტომბერი",
          "ნოემბერი", "დეკემბერი"}},
  {"ar", {"يناير", "فبراير", "مارس", "أبريل|ابريل|إبريل", "مايو", "يونيو", "يوليو", "أغسطس|اغسطس", "سبتمبر",
          "أكتوبر|اكتوبر", "نوفمبر", "ديسمبر"}},
  {"hi", {"जनवरी", "फरवरी|फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर|सितम्बर", "अक्टूबर|अक्तूबर",
          "नवंबर|नवम्बर", "दिसंबर|दिसम्बर"}},
});
// clang-format on

struct MonthName {
  std::string_view name;
  std::string_view language;
  int month = 0;
};

constexpr std::size_t kMonthNameCount = [] {
  std::size_t count = 0;
  for (const Months& row : kMonths) {
    for (const std::string_view names : row.names)
      count += 1 + static_cast<std::size_t>(std::ranges::count(names, '|'));
  }
  return count;
}();

constexpr auto kMonthNames = [] {
  std::array<MonthName, kMonthNameCount> sorted{};
  std::size_t filled = 0;
  for (const Months& row : kMonths) {
    for (std::size_t month = 0; month < row.names.size(); ++month) {
      std::string_view rest = row.names[month];
      while (!rest.empty()) {
        const std::size_t bar = std::min(rest.find('|'), rest.size());
        sorted[filled++] = {rest.substr(0, bar), row.language, static_cast<int>(month) + 1};
        rest.remove_prefix(std::min(bar + 1, rest.size()));
      }
    }
  }
  std::ranges::sort(sorted, {}, &MonthName::name);
  return sorted;
}();

struct Zone {
  std::string_view name;
  int minutes;
};

/// Names that mean one offset on nearly every news page; "IST" is India's, "CST" America's, "BST" Britain's.
constexpr std::array kZones = std::to_array<Zone>({
    {"ACDT", 630}, {"ACST", 570}, {"AEDT", 660}, {"AEST", 600}, {"AKDT", -480}, {"AKST", -540}, {"ART", -180},
    {"AWST", 480}, {"BRT", -180}, {"BST", 60},   {"CDT", -300}, {"CEST", 120},  {"CET", 60},    {"CST", -360},
    {"EAT", 180},  {"EDT", -240}, {"EEST", 180}, {"EET", 120},  {"EST", -300},  {"GMT", 0},     {"HKT", 480},
    {"HST", -600}, {"IST", 330},  {"JST", 540},  {"KST", 540},  {"MDT", -360},  {"MESZ", 120},  {"MEZ", 60},
    {"MSK", 180},  {"MST", -420}, {"NPT", 345},  {"NZDT", 780}, {"NZST", 720},  {"PDT", -420},  {"PKT", 300},
    {"PST", -480}, {"SAST", 120}, {"SGT", 480},  {"UT", 0},     {"UTC", 0},     {"WAT", 60},    {"WEST", 60},
    {"WET", 0},    {"WIB", 420},  {"Z", 0},
});

constexpr std::array kDateJoints = std::to_array<std::string_view>(
    {"da", "de", "dei", "del", "dello", "den", "di", "do", "el", "gada", "m", "of", "van"});

constexpr std::array kOrdinalEndings =
    std::to_array<std::string_view>({"a", "e", "eme", "er", "ère", "ème", "nd", "o", "rd", "re", "st", "th", "ª", "º"});

constexpr std::array kTimeLeads = std::to_array<std::string_view>(
    {"a",   "alle", "as",  "at",  "d", "den", "from", "g",   "gegen", "godz", "h",    "hora", "ob", "kello", "kl",
     "klo", "la",   "las", "los", "n", "o",   "om",   "ora", "ore",   "saat", "time", "um",   "v",  "ve",    "à",
     "às",  "én",   "án",  "в",   "г", "год", "года", "о",   "об",    "р",    "року", "στις", "ώρα"});

constexpr std::array kTimeClosings =
    std::to_array<std::string_view>({"h", "hod", "horas", "hrs", "hours", "hs", "uhr", "ur", "uur"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::string lowered(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t character = next_character(word, at);
    if (character < 0x80) {
      out.push_back(static_cast<char>(character >= 'A' && character <= 'Z' ? character | 0x20U : character));
    } else {
      append_utf8(out, to_lower(character));
    }
  }
  return out;
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

}  // namespace

std::optional<int> month_of(std::string_view word, std::string_view language) {
  const std::string name = lowered(word);
  const auto* const begin = std::ranges::lower_bound(kMonthNames, std::string_view(name), {}, &MonthName::name);
  const auto* const end = std::ranges::upper_bound(kMonthNames, std::string_view(name), {}, &MonthName::name);
  if (begin == end) return std::nullopt;
  const auto* const own = std::find_if(
      begin, end, [&](const MonthName& row) { return equals_ignoring_case(row.language, primary_language(language)); });
  if (own != end) return own->month;
  const bool agreed = std::all_of(begin, end, [&](const MonthName& row) { return row.month == begin->month; });
  return agreed ? std::optional(begin->month) : std::nullopt;
}

std::optional<int> zone_offset(std::string_view name) {
  const auto* zone = std::ranges::lower_bound(kZones, name, {}, &Zone::name);
  return zone != kZones.end() && zone->name == name ? std::optional(zone->minutes) : std::nullopt;
}

std::optional<bool> day_first_in(std::string_view language) {
  constexpr std::array kUnsettled = std::to_array<std::string_view>({"", "en", "zh", "ja", "ko", "fa"});
  constexpr std::array kMonthFirst = std::to_array<std::string_view>({"en-us", "en-ph", "es-us"});
  std::string tag = lower_ascii(language);
  std::ranges::replace(tag, '_', '-');
  if (is_one_of(kMonthFirst, tag)) return false;
  if (tag.starts_with("en-")) return true;
  return is_one_of(kUnsettled, primary_language(tag)) ? std::nullopt : std::optional(true);
}

bool joins_date_parts(std::string_view word) { return is_one_of(kDateJoints, lowered(word)); }

bool is_ordinal_ending(std::string_view word) { return is_one_of(kOrdinalEndings, lowered(word)); }

bool leads_to_time(std::string_view word) { return is_one_of(kTimeLeads, lowered(word)); }

bool closes_time(std::string_view word) { return is_one_of(kTimeClosings, lowered(word)); }

}  // namespace klartext
