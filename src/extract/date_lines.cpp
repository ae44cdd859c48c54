// Finding dates in short blocks, and reading the words before them.
#include "extract/date_lines.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace klartext {
namespace {

/// Longer blocks are prose, and a date in prose is that of an event.
constexpr std::uint32_t kMostWordsAroundDate = 24;
/// A caption may be as short as this and be a line of its own that is only called one.
constexpr std::uint32_t kMostWordsOfNoCaption = 8;
/// Besides each date, a line set apart holds at most a weekday, a place, "5 min read" or a name.
constexpr std::size_t kMostWordsBesideDate = 5;
/// An element called "date" that holds more is a wrapper.
constexpr std::size_t kLongestDateElement = 60;  // bytes

std::optional<DateRole> role_of_label(std::string_view text) {
  const LabelSet labels = label_of(text);
  if (labels.has(Label::modified)) return DateRole::modified;
  if (labels.has(Label::published)) return DateRole::published;
  return std::nullopt;
}

/// A single word is a label at the beginning of the line or written like one: "weekly update 3 May" is a headline.
bool may_be_label(const std::vector<std::string_view>& all, std::size_t begin, std::size_t end) {
  return end - begin > 1 || begin == 0 || starts_upper(all[begin]);
}

std::string_view joined(const std::vector<std::string_view>& all, std::size_t begin, std::size_t end) {
  const char* const first = all[begin].data();
  return {first, static_cast<std::size_t>(all[end - 1].data() + all[end - 1].size() - first)};
}

/// The longest label that ends at word `end`.
std::optional<DateRole> role_ending_at(const std::vector<std::string_view>& all, std::size_t end) {
  constexpr std::size_t kLongestLabel = 4;  // words
  for (std::size_t begin = end - std::min(end, kLongestLabel); begin < end; ++begin) {
    if (!may_be_label(all, begin, end)) continue;
    if (const auto role = role_of_label(joined(all, begin, end))) return role;
  }
  return std::nullopt;
}

std::string_view tail_of(std::string_view text) {
  constexpr std::size_t kReach = 90;  // bytes
  if (text.size() <= kReach) return text;
  text.remove_prefix(text.size() - kReach);
  return text.substr(std::min(text.find(' '), text.size()));
}

bool is_caption(const Story& story, std::uint32_t i) {
  const Block& block = story.page.document.blocks()[i];
  if (story.page.traits[i].words <= kMostWordsOfNoCaption) return false;
  return block.kind == BlockKind::caption || story.page.places.hinted(block.first, Hint::caption, 1) ||
         story.page.places.hinted(block.first, Hint::figure_element, 2);
}

bool is_called_date(const Story& story, NodeId n) {
  const auto& places = story.page.places;
  return places.hinted(n, Hint::date, 1) || places.hinted(n, Hint::byline, 1) || places.hinted(n, Hint::meta, 1);
}

bool is_set_apart(const Story& story, const Block& block, std::string_view text,
                  const std::vector<PrintedDate>& dates) {
  return words_beside(text, dates) <= kMostWordsBesideDate * dates.size() || is_called_date(story, block.first);
}

/// The text node of a block that holds this byte of it.
NodeId text_node_at(const Document& document, const Block& block, std::size_t byte) {
  const std::size_t wanted = block.begin + byte;
  for (NodeId n = block.first; n < block.last; ++n) {
    if (document.is_text(n) && document.text_begin(n) <= wanted && wanted < document.text_end(n)) return n;
  }
  return block.first;
}

bool is_printed_as_updated(const Story& story, const Block& block, std::size_t byte) {
  const auto& document = story.page.document;
  constexpr int kSteps = 2;
  NodeId n = text_node_at(document, block, byte);
  for (int step = 0; step < kSteps && n != 0; ++step) {
    n = document.parent(n);
    if (is_called_updated(story, n)) return true;
    if (n == block.node) break;
  }
  return false;
}

bool is_all_of(std::string_view text, const PrintedDate& date) { return trim(text).size() == date.end - date.begin; }

/// "Dieser Artikel wurde am 3. Mai 2019 um 9 Uhr aktualisiert": the verb stands behind the date.
bool is_followed_by_change(std::string_view behind) {
  constexpr std::array kVerbs =
      std::to_array<std::string_view>({"aktualisiert", "geändert", "überarbeitet", "bijgewerkt", "gewijzigd"});
  constexpr std::size_t kReach = 4;  // words: "um 9.30 Uhr"
  behind = behind.substr(0, behind.find_first_of("\n|;"));
  const auto all = words(behind);
  for (std::size_t i = 0; i < std::min(kReach, all.size()); ++i) {
    if (std::ranges::find(kVerbs, all[i]) == kVerbs.end()) continue;
    const std::string_view rest =
        behind.substr(static_cast<std::size_t>(all[i].data() + all[i].size() - behind.data()));
    return rest.empty() || rest.starts_with('.') || rest.starts_with(',') || rest.starts_with(')');
  }
  return false;
}

/// A teaser leads to another page; without a link <p class="card__meta"> is what the theme calls any line of this kind.
bool leads_away(const Story& story, NodeId place) {
  const auto& document = story.page.document;
  NodeId frame = document.parent(place);
  if (frame == kNoNode || document.contains(frame, story.headline.node)) frame = place;
  return document.link_bytes(frame) > 0 || document.closest(place, Tag::a) != kNoNode;
}

/// "Dieser Beitrag wurde vor Ort am …"
bool speaks_of_itself(std::string_view line) {
  constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"dieser beitrag wurde", "dieser eintrag wurde", "dieser artikel wurde", "dieser artikel ist am",
       "this entry was", "this post was", "this article was", "cet article a été", "ce billet a été",
       "este artículo fue", "esta entrada fue", "questo articolo è stato", "dit bericht werd", "dit bericht is"});
  return std::ranges::any_of(kBeginnings, [line](auto words) { return starts_with_ignoring_case(line, words); });
}

/// Reads one block after the other.
struct LineReader {
  const Story& story;
  Vicinity vicinity;
  std::vector<DateLine> lines;

  void add(const DateLine& line) {
    if (is_believed(story, line.date)) lines.push_back(line);
  }

  void read_short(std::uint32_t i) {
    const Block& block = story.page.document.blocks()[i];
    const auto text = story.page.document.text(block);
    const auto dates = find_dates(text, story.page.dialect);
    if (dates.empty()) return read_named(i);
    const bool set_apart = is_set_apart(story, block, text, dates);
    for (const auto& printed : dates) {
      const bool updated = is_printed_as_updated(story, block, printed.begin);
      const DateRole role =
          is_followed_by_change(text.substr(printed.end)) ? DateRole::modified : role_at(story, i, printed.begin);
      add({printed.date, role, block.node, i, updated, set_apart});
    }
  }

  bool is_date_element(NodeId n) const {
    const auto& document = story.page.document;
    return document.text(n).size() <= kLongestDateElement &&
           (document.tag(n) == Tag::time || story.page.places.hinted(n, Hint::date, 0));
  }

  /// Elements called "date" in a block whose text runs into them: a headline, a standfirst, "Updated onMay 3, 2019";
  /// and in a short block any that hold the date and nothing else: <b>Erstellt</b><b>3. Mai 2019</b>.
  void read_named(std::uint32_t i) {
    const auto& document = story.page.document;
    const Block& block = document.blocks()[i];
    const bool is_short = story.page.traits[i].words <= kMostWordsAroundDate;
    for (NodeId n = block.first; n < block.last; ++n) {
      if (!document.is_text(n)) continue;
      const NodeId element = document.parent(n);
      const bool named = is_date_element(element);
      if (!named && (!is_short || document.text(element).size() > kLongestDateElement)) continue;
      const auto dates = find_dates(document.text(element), story.page.dialect);
      if (dates.size() != 1 || (!named && !is_all_of(document.text(element), dates.front()))) continue;
      const std::size_t begin = document.text_begin(element);
      const DateRole role = role_at(story, i, begin > block.begin ? begin - block.begin : 0);
      add({dates.front().date, role, element, i, is_called_updated(story, element), true});
    }
  }

  /// "This entry was posted on Thursday, June 2nd, 2011 and is filed under …", the long line below a blog's entry.
  void read_entry_line(std::uint32_t i) {
    constexpr std::size_t kReach = 80;  // bytes
    const Block& block = story.page.document.blocks()[i];
    const auto opening = story.page.document.text(block).substr(0, kReach);
    const auto dates = find_dates(opening, story.page.dialect);
    if (dates.empty()) return;
    if (!speaks_of_itself(opening) && role_at(story, i, dates.front().begin) != DateRole::published) return;
    add({dates.front().date, DateRole::published, block.node, i, false, false});
  }

  void read(std::uint32_t i) {
    if (is_foreign(story, story.page.document.blocks()[i].first, vicinity) || is_caption(story, i)) return;
    if (story.page.traits[i].words <= kMostWordsAroundDate) {
      read_short(i);
    } else {
      read_named(i);
      read_entry_line(i);
    }
  }
};

}  // namespace

bool is_believed(const Story& story, const Date& date) { return date.days() <= story.page.latest.days() + 1; }

DateRole role_before_date(std::string_view words_before) {
  constexpr std::size_t kReach = 3;  // words between label and date: "am Montag, den"
  const auto tail = tail_of(words_before);
  const auto all = words(tail);
  for (std::size_t end = all.size(); end > 0 && all.size() - end <= kReach; --end) {
    if (const auto role = role_ending_at(all, end)) return *role;
  }
  return trim(tail).ends_with(':') ? DateRole::other : DateRole::plain;
}

DateRole role_at(const Story& story, std::uint32_t block, std::size_t byte) {
  const auto& page = story.page;
  auto before = tail_of(page.document.text(page.document.blocks()[block]).substr(0, byte));
  const auto earlier = find_dates(before, page.dialect);
  if (!earlier.empty()) before = before.substr(earlier.back().end);
  if (!words(before).empty() || !earlier.empty()) return role_before_date(before);
  return block == 0 ? DateRole::plain
                    : role_of_label(page.document.text(page.document.blocks()[block - 1])).value_or(DateRole::plain);
}

bool is_called_updated(const Story& story, NodeId n) {
  const auto& document = story.page.document;
  if (contains_ignoring_case(document.attribute(n, Attribute::itemprop), "dateModified")) return true;
  const auto names = document.attribute(n, Attribute::class_);
  const auto says = [&](std::string_view word) { return contains_ignoring_case(names, word); };
  return (says("updated") || says("modified")) && !says("publish");
}

bool is_foreign(const Story& story, NodeId n, Vicinity vicinity) {
  const auto is_in = [&](Hint hint, int steps) {
    const NodeId place = story.page.places.hinting_beside(n, hint, steps, story.headline.node);
    return place != kNoNode && (vicinity == Vicinity::page || leads_away(story, place));
  };
  if (vicinity == Vicinity::page && (is_in(Hint::comment, 6) || is_in(Hint::nav, 3))) return true;
  return is_in(Hint::related, 4) || is_in(Hint::popular, 4) || is_in(Hint::teaser, 3);
}

std::vector<DateLine> date_lines(const Story& story, std::pair<std::uint32_t, std::uint32_t> range, Vicinity vicinity) {
  LineReader reader{story, vicinity, {}};
  for (std::uint32_t i = range.first; i < range.second; ++i) reader.read(i);
  return std::move(reader.lines);
}

}  // namespace klartext
