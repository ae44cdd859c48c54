#include "extract/title_noise.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "extract/vocabulary.h"

namespace klartext {
namespace {

constexpr std::array<std::string_view, 9> kArrows{"»", "›", "→", "▶", "►", "•", "·", "|", ">"};
/// Beginnings of the words for reader comments.
constexpr std::array<std::string_view, 9> kCommentWords{"kommentar", "comment",  "comentario", "commento", "commenti",
                                                        "reactie",   "reaktion", "komentar",   "comentár"};

bool is_number(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit); }

/// "669 Kommentare", "Comments: 3".
bool is_comment_count(std::string_view text) {
  const auto all = words(text);
  return all.size() == 2 && std::any_of(all.begin(), all.end(), is_number) &&
         std::any_of(all.begin(), all.end(), [](std::string_view word) {
           return std::any_of(kCommentWords.begin(), kCommentWords.end(),
                              [&](std::string_view known) { return starts_with_ignoring_case(word, known); });
         });
}

std::string_view without_arrow_before(std::string_view title) {
  for (const auto arrow : kArrows) {
    // »Quoted« has no blank behind its mark.
    auto rest = title;
    while (rest.starts_with(arrow)) rest.remove_prefix(arrow.size());
    if (rest.size() < title.size() && rest.starts_with(' ')) return trim(rest);
  }
  return title;
}

std::string_view without_arrow_behind(std::string_view title) {
  for (const auto arrow : kArrows) {
    const auto rest = title.substr(0, title.size() - std::min(title.size(), arrow.size()));
    if (title.ends_with(arrow) && rest.ends_with(' ')) return trim(rest);
  }
  return title;
}

std::string_view without_bracketed_count(std::string_view title) {
  const auto open = title.rfind('(');
  if (!title.ends_with(')') || open == std::string_view::npos || !is_comment_count(title.substr(open))) return title;
  return trim(title.substr(0, open));
}

/// "Headline | mehr".
std::string_view without_call_to_read(std::string_view title) {
  const auto bar = title.rfind('|');
  if (bar == std::string_view::npos || !label_of(title.substr(bar + 1)).has(Label::read_more)) return title;
  return trim(title.substr(0, bar));
}

/// "Headline 02:31": minutes and seconds of a video. Without the zero it may be a score.
std::string_view without_duration(std::string_view title) {
  const auto blank = title.rfind(' ');
  if (blank == std::string_view::npos) return title;
  const auto last = title.substr(blank + 1);
  const auto colon = last.find(':');
  constexpr std::size_t kSecondsBytes = 2;
  const bool duration = last.starts_with('0') && colon != std::string_view::npos && is_number(last.substr(0, colon)) &&
                        last.size() == colon + 1 + kSecondsBytes && is_number(last.substr(colon + 1));
  return duration ? trim(title.substr(0, blank)) : title;
}

constexpr std::array kCuts{without_bracketed_count, without_call_to_read, without_duration, without_arrow_before,
                           without_arrow_behind};

}  // namespace

std::string without_date_before(std::string_view title) {
  if (title.empty() || title.front() < '0' || title.front() > '9') return std::string(title);
  const auto dates = find_dates(title);
  if (dates.empty() || dates.front().begin != 0) return std::string(title);
  const auto rest = trim(title.substr(dates.front().end));
  for (const std::string_view mark : {"-", "–", "—", "|", ":", "//"}) {
    if (rest.starts_with(mark)) return clean(rest.substr(mark.size()));
  }
  return std::string(title);
}

std::string without_noise(std::string_view title) {
  std::string_view kept = trim(title);
  for (const auto cut : kCuts) {
    if (const auto rest = cut(kept); !rest.empty()) kept = rest;
  }
  return std::string(kept);
}

}  // namespace klartext
