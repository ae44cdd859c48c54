// A table of kinds: the first test that a line passes gives its kind.
#include "sites/landmarks.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"

namespace klartext::sites {
namespace {

/// "Mittwoch, 22. September 2021" is the longest line that is nothing but a date.
constexpr std::size_t kDateBytes = 32;
/// A line of print, PDF and mail words with their separators.
constexpr std::size_t kToolsBytes = 120;
/// A heading's words may be spread over this many lines.
constexpr std::uint32_t kHeadingLines = 4;
/// Names of sections are short: "Personalausweis und Bürgerkonto".
constexpr std::size_t kNameBytes = 80;
/// Between a picture and its credit there is a caption at most.
constexpr std::uint32_t kCreditLines = 2;
/// A line with today's date: "Donnerstag, 24. September 2026 | KW 39".
constexpr std::size_t kTodayBytes = 60;

struct Test {
  Kind kind;
  bool (*passes)(const Profile&, std::string_view);
};

bool is_today(const Profile& profile, std::string_view text) {
  if (text.size() > kTodayBytes) return false;
  return std::any_of(profile.weekdays.begin(), profile.weekdays.end(),
                     [text](const std::string& day) { return starts_with_ignoring_case(text, day); }) &&
         !find_dates(text, profile.language).empty();
}

bool is_bare_date(const Profile& profile, std::string_view text) {
  if (text.size() > kDateBytes || text.empty()) return false;
  const auto dates = find_dates(text, profile.language);
  return dates.size() == 1 && dates[0].begin == 0 && dates[0].end == text.size();
}

/// "Zuletzt aktualisiert am 13.12.2019"
bool is_update(const Profile& profile, std::string_view text) {
  return text.size() <= kTodayBytes && profile.updates.open(text) && !find_dates(text, profile.language).empty();
}

/// "1 2 3 Weiter": the pages that an article is parted into.
bool turns_pages(const Profile& profile, std::string_view text) {
  if (text.size() > kTodayBytes) return false;
  const auto words = split(text, " |");
  const auto is_number = [](std::string_view word) {
    return word.size() <= 2 && std::all_of(word.begin(), word.end(), is_ascii_digit);
  };
  return words.size() > 1 && std::any_of(words.begin(), words.end(), is_number) &&
         std::all_of(words.begin(), words.end(), [&](std::string_view word) {
           return is_number(word) || !has_words(word) || profile.page_turns.are_all_of(word);
         });
}

constexpr std::array<Test, 12> kTests = {{
    {Kind::dated, [](const Profile&, std::string_view text) { return bracketed_date(text).has_value(); }},
    {Kind::related,
     [](const Profile& profile, std::string_view text) { return profile.related.open(text).has_value(); }},
    {Kind::providers,
     [](const Profile& profile, std::string_view text) { return profile.providers.open(text).has_value(); }},
    {Kind::ad, [](const Profile& profile, std::string_view text) { return profile.ad.are_all_of(text); }},
    {Kind::tools, are_tools},
    {Kind::more, [](const Profile& profile, std::string_view text) { return profile.more.are_all_of(text); }},
    {Kind::end,
     [](const Profile& profile, std::string_view text) {
       return profile.end_marks.are_all_of(text) || (text.size() < 300 && profile.end_openings.open(text).has_value());
     }},
    {Kind::chrome,
     [](const Profile& profile, std::string_view text) { return profile.chrome.are_all_of(text) || !has_words(text); }},
    {Kind::chrome, is_update},
    {Kind::chrome, turns_pages},
    {Kind::today, is_today},
    {Kind::bare_date, is_bare_date},
}};

Kind kind_of(const Profile& profile, std::string_view text) {
  const auto* test = std::find_if(kTests.begin(), kTests.end(), [&](const Test& t) { return t.passes(profile, text); });
  return test == kTests.end() ? Kind::text : test->kind;
}

/// "© Stadt Lindenau" right below a picture says who took it; below a page it comes with a year.
bool is_credit(const Sheet& sheet, std::uint32_t i) {
  const auto text = sheet.text(i);
  if (!text.starts_with("©") || text.size() > kNameBytes || std::any_of(text.begin(), text.end(), is_ascii_digit))
    return false;
  const NodeId above = i < kCreditLines ? 0 : sheet.line(i - kCreditLines).last;
  const auto [first, last] = sheet.pictures_between(above, sheet.line(i).first);
  return first < last;
}

/// The heading whose words begin in line `first`, if they do: lines are joined until the phrase is whole.
std::optional<NamedHeading> heading_at(const Sheet& sheet, const Phrases& phrases, std::uint32_t first) {
  std::string joined(sheet.text(first));
  for (std::uint32_t last = first + 1;; ++last) {
    if (const auto end = phrases.open(joined)) {
      return NamedHeading{first, last, std::string(without_colon(trim(std::string_view(joined).substr(*end))))};
    }
    if (last >= sheet.size() || last - first >= kHeadingLines || !phrases.are_opened_by(joined)) return std::nullopt;
    joined.append(1, ' ').append(sheet.text(last));
  }
}

/// "Anzeige <b>Weitere Meldungen … Panorama</b>": the heading begins with an element in the middle of a short line.
std::optional<NamedHeading> heading_within(const Sheet& sheet, const Phrases& phrases, std::uint32_t i) {
  const Line& line = sheet.line(i);
  if (line.span.size() > kToolsBytes + kNameBytes) return std::nullopt;
  for (const Piece& piece : sheet.pieces(line)) {
    const auto rest = sheet.text(Span{piece.span.begin, line.span.end});
    const auto end = phrases.open(rest);
    if (end) return NamedHeading{i, i + 1, std::string(rest.substr(*end))};
  }
  return std::nullopt;
}

/// "… aus dem Bereich" and the name in an element of its own.
void take_name_from_next_line(const Sheet& sheet, const std::vector<Kind>& kinds, NamedHeading& heading) {
  if (heading.last >= sheet.size() || kinds[heading.last] != Kind::text) return;
  const auto text = sheet.text(heading.last);
  const bool names = text.size() <= kNameBytes && text.find(": ") == std::string_view::npos;
  if (!names) return;
  heading.name = without_colon(text);
  ++heading.last;
}

/// "aus dem Bereich: Politik", "aus dem Bereich „Politik“": the name alone.
std::string tidy_name(std::string_view name) {
  while (!name.empty() && (name.front() == ':' || name.front() == ' ')) name.remove_prefix(1);
  return std::string(without_quotes(without_colon(name)));
}

std::vector<NamedHeading> find_headings(const Sheet& sheet, const Phrases& phrases, Kind kind,
                                        std::vector<Kind>& kinds) {
  std::vector<NamedHeading> headings;
  for (std::uint32_t i = 0; i < sheet.size(); ++i) {
    const bool opens = kinds[i] == kind || (kinds[i] == Kind::text && phrases.are_opened_by(sheet.text(i)));
    if (!opens && kinds[i] != Kind::text) continue;
    auto heading = opens ? heading_at(sheet, phrases, i) : heading_within(sheet, phrases, i);
    if (!heading) continue;
    heading->name = tidy_name(heading->name);
    if (heading->name.size() > kNameBytes) continue;  // a sentence that opens like a heading
    if (heading->name.empty()) take_name_from_next_line(sheet, kinds, *heading);
    for (auto line = heading->first; line < heading->last; ++line) kinds[line] = kind;
    i = heading->last - 1;
    headings.push_back(std::move(*heading));
  }
  return headings;
}

/// Old pages drew a heading as a picture of its letters, with the words as the alt text.
void add_drawn_headings(const Sheet& sheet, const Phrases& phrases, std::vector<NamedHeading>& headings) {
  for (const Picture& picture : sheet.pictures()) {
    const auto alt = clean_markup(sheet.document().attribute(picture.node, Attribute::alt));
    const auto end = alt.size() <= kToolsBytes + kNameBytes ? phrases.open(alt) : std::nullopt;
    if (!end) continue;
    const std::uint32_t line = sheet.line_at_or_after(picture.node);
    if (line < sheet.size()) headings.push_back({line, line, tidy_name(alt.substr(*end)), picture.node});
  }
}

}  // namespace

bool Landmarks::has_drawn_heading_above(std::uint32_t line) const {
  return std::any_of(related.begin(), related.end(), [line](const NamedHeading& heading) {
    return heading.picture != kNoNode && heading.first == line;
  });
}

std::optional<std::size_t> tags_label(const Sheet& sheet, const Profile& profile, const Line& line) {
  const auto text = sheet.text(line);
  const auto end = profile.tags.open(text);
  if (!end) return std::nullopt;
  if (profile.tags.are_all_of(text)) return text.size();
  const auto rest = text.substr(*end);
  const auto colon = rest.find_first_not_of(" \xC2\xA0");
  if (colon != std::string_view::npos && rest[colon] == ':') return *end + colon + 1;
  const Piece& label = sheet.pieces(line).front();
  const bool apart = profile.tags.are_all_of(sheet.text(label)) &&
                     !is_block(sheet.document().tag(sheet.document().parent(label.node)));
  return apart ? std::optional<std::size_t>(label.span.end - line.span.begin) : std::nullopt;
}

bool are_tools(const Profile& profile, std::string_view text) {
  if (text.size() > kToolsBytes) return false;
  std::string left = fold(text);
  bool any = false;
  for (const auto* phrases : {&profile.print, &profile.pdf, &profile.mail}) {
    for (const auto& word : phrases->folded()) {
      const auto at = left.find(word);
      if (at == std::string::npos) continue;
      left.replace(at, word.size(), " ");
      any = true;
    }
  }
  return any && bare(left).empty();
}

Landmarks find_landmarks(const Sheet& sheet, const Profile& profile) {
  Landmarks landmarks;
  landmarks.kinds.reserve(sheet.size());
  for (std::uint32_t i = 0; i < sheet.size(); ++i) {
    const bool tags = tags_label(sheet, profile, sheet.line(i)).has_value();
    const Kind kind = tags ? Kind::tags : kind_of(profile, sheet.text(i));
    landmarks.kinds.push_back(kind == Kind::end && is_credit(sheet, i) ? Kind::text : kind);
  }
  landmarks.related = find_headings(sheet, profile.related, Kind::related, landmarks.kinds);
  if (landmarks.related.empty()) add_drawn_headings(sheet, profile.related, landmarks.related);
  landmarks.providers = find_headings(sheet, profile.providers, Kind::providers, landmarks.kinds);
  return landmarks;
}

}  // namespace klartext::sites
