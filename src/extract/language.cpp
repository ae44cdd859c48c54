#include "extract/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "base/url.h"
#include "extract/page.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

/// Enough prose to tell a language, and a bound for the cost.
constexpr std::size_t kSampleWords = 400;
/// A language needs this share of its small words among all words; running prose has 20–40%.
constexpr double kLeastShare = 0.08;

/// Two letters that are no country to those who register names there.
constexpr std::array<std::string_view, 7> kEndingsOfNoCountry = {"ai", "co", "io", "me", "tv", "us", "eu"};

bool is_subtag(std::string_view part) {
  return !part.empty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), [](char c) {
    return is_letter(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c));
  });
}

/// "de_DE.UTF-8" → "de-DE"; empty if it is no language tag.
std::string normalized(std::string_view declared) {
  std::string tag;
  for (const auto part : split(declared.substr(0, declared.find_first_of(".,;@ ")), "-_")) {
    if (!is_subtag(part)) return {};
    const bool is_region = !tag.empty() && part.size() == 2;
    std::string subtag = lower_ascii(part);
    if (is_region)
      std::transform(subtag.begin(), subtag.end(), subtag.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (!tag.empty()) tag += '-';
    tag += subtag;
  }
  const auto primary = tag.find('-') == std::string::npos ? tag.size() : tag.find('-');
  return primary == 2 || primary == 3 ? tag : std::string{};
}

/// Bit i set: the word is one of the small words of language i of `stop_words()`.
using Lexicon = std::unordered_map<std::string_view, std::uint64_t>;

const Lexicon& lexicon() {
  static const Lexicon kLexicon = [] {
    Lexicon languages;
    std::uint64_t bit = 1;
    for (const auto& row : stop_words()) {
      for (const auto word : split(row.words, "|")) languages[word] |= bit;
      bit <<= 1U;
    }
    return languages;
  }();
  return kLexicon;
}

std::vector<std::string> sample_words(const Page& page) {
  std::vector<std::string> sample;
  for (std::size_t i = 0; i < page.traits.size() && sample.size() < kSampleWords; ++i) {
    if (!page.traits[i].prose) continue;
    for (const auto word : words(page.document.text(page.document.blocks()[i]))) sample.push_back(fold(word));
  }
  return sample;
}

/// The language with most of its small words in the sample, if they are enough.
std::string detected(const Page& page) {
  const auto sample = sample_words(page);
  std::vector<std::size_t> hits(stop_words().size());
  for (const auto& word : sample) {
    const auto known = lexicon().find(word);
    std::uint64_t languages = known == lexicon().end() ? 0 : known->second;
    for (; languages != 0; languages &= languages - 1) ++hits[static_cast<std::size_t>(std::countr_zero(languages))];
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  const bool sure = *best > 0 && static_cast<double>(*best) >= kLeastShare * static_cast<double>(sample.size());
  return sure ? std::string(stop_words()[static_cast<std::size_t>(best - hits.begin())].language) : std::string{};
}

}  // namespace

std::string language_of(const Page& page) {
  const std::string_view in_article =
      page.article == nullptr ? std::string_view{} : std::string_view(page.article->language);
  for (const std::string_view declared :
       {std::string_view(page.facts.language), in_article, page.facts.meta("og:locale")}) {
    if (auto tag = normalized(declared); !tag.empty()) return tag;
  }
  return detected(page);
}

std::string dialect_of(const Page& page) {
  if (page.language != "en") return page.language;
  if (auto locale = normalized(page.facts.meta("og:locale")); locale.starts_with("en-")) return locale;
  for (const auto step : split(url_path(page.url), "/")) {
    if (auto locale = normalized(step); locale.starts_with("en-")) return locale;
  }
  const auto host = site_host(page.url.empty() ? page.base_url : page.url);
  const auto ending = host.substr(host.rfind('.') + 1);
  constexpr std::size_t kCountryEnding = 2;  // letters
  return ending.size() == kCountryEnding && std::ranges::find(kEndingsOfNoCountry, ending) == kEndingsOfNoCountry.end()
             ? "en-" + std::string(ending)
             : "en-us";
}

}  // namespace klartext
