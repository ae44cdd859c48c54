// A news agency signs between the place and the first sentence, an author's sign or name stands in brackets behind the
// last one. Both are short and stand where prose does not put a bracket.
#include "extract/signatures.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"
#include "extract/person_names.h"
#include "extract/person_words.h"

namespace klartext {
namespace {

constexpr std::uint32_t kMostSignatureWords = 16;
constexpr std::size_t kLongestSign = 48;  // bytes

FoundAuthors found(std::string_view name, Author::Type type, NodeId node) {
  return Finding<Authors>{{{std::string(name), type, {}}}, node, {}};
}

/// The last lines of the text, and the one that stands beside its last paragraph whether or not the text takes it in.
std::vector<std::uint32_t> closing_lines(const Story& story) {
  constexpr std::size_t kLastBlocks = 3;
  const auto& document = story.page.document;
  auto lines = story.body.blocks;
  if (lines.empty()) return lines;
  const std::uint32_t next = lines.back() + 1;
  const auto parent_of = [&](std::uint32_t i) { return document.parent(document.blocks()[i].node); };
  const bool beside = next < document.blocks().size() && parent_of(next) == parent_of(lines.back());
  if (beside && document.blocks()[next].link_bytes == 0) lines.push_back(next);
  lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(std::min(lines.size(), kLastBlocks + 1)));
  return lines;
}

}  // namespace

FoundAuthors signature(const Story& story) {
  const auto lines = closing_lines(story);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Block& block = story.page.document.blocks()[lines[i]];
    const auto text = story.page.document.text(block);
    const auto name = trim(text.substr(0, text.find_first_of("\n,")));
    const bool follows_text = story.page.traits[lines[i - 1]].prose;
    const bool short_line = block.heading_level == 0 && story.page.traits[lines[i]].words <= kMostSignatureWords;
    if (!follows_text || !short_line || !is_name_alone(name) || in_place_of_others(story, block.node)) continue;
    return found(name, Author::Type::person, block.node);
  }
  return std::nullopt;
}

namespace {

/// "sib", "al/sib"
bool is_sign(std::string_view text) {
  constexpr std::size_t kFewestLetters = 2;
  constexpr std::size_t kMostLetters = 5;
  const auto parts = split(text, "/,");
  const auto is_short = [](std::string_view part) {
    return part.size() >= kFewestLetters && part.size() <= kMostLetters &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  return !parts.empty() && std::all_of(parts.begin(), parts.end(), is_short);
}

/// Whom the words in closing brackets name. A person signs with the date behind, else "(Ben Muster)" explains who was
/// meant.
std::optional<Author::Type> type_of_sign(const Story& story, std::string_view sign, bool dated) {
  if (is_agency(sign)) return Author::Type::organization;
  if (dated && is_name_alone(sign)) return Author::Type::person;
  const bool german = story.page.language.starts_with("de");
  return german && is_sign(sign) ? std::optional(Author::Type::initials) : std::nullopt;
}

FoundAuthors sign_at_end(const Story& story, const Block& block) {
  const auto text = trim(story.page.document.text(block));
  const auto open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')') || text.size() - open > kLongestSign) return std::nullopt;
  const auto inside = text.substr(open + 1, text.size() - open - 2);
  const auto dates = find_dates(inside, story.page.dialect);
  auto sign = trim(inside.substr(0, dates.empty() ? inside.size() : dates.front().begin));
  if (sign.ends_with(',')) sign = trim(sign.substr(0, sign.size() - 1));
  const auto type = type_of_sign(story, sign, !dates.empty());
  return type ? found(sign, *type, block.node) : std::nullopt;
}

}  // namespace

FoundAuthors closing_sign(const Story& story) {
  const auto& kept = story.body.blocks;
  for (auto i = kept.rbegin(); i != kept.rend(); ++i) {  // behind it may stand lines that only seem to be text
    if (auto sign = sign_at_end(story, story.page.document.blocks()[*i])) return sign;
    if (story.page.traits[*i].prose) break;
  }
  return std::nullopt;
}

FoundAuthors opening_agency(const Story& story) {
  constexpr std::size_t kLongestPlace = 60;  // bytes
  if (story.body.blocks.empty()) return std::nullopt;
  const Block& block = story.page.document.blocks()[story.body.blocks.front()];
  const auto text = story.page.document.text(block);
  const auto open = text.substr(0, kLongestPlace).find('(');
  if (open == std::string_view::npos) return std::nullopt;
  const auto close = text.substr(0, open + kLongestSign).find(')', open);
  if (close == std::string_view::npos) return std::nullopt;
  const auto behind = trim(text.substr(close + 1));
  constexpr std::array kMarks = std::to_array<std::string_view>({"-", "–", "—", ".", ":"});
  const bool parted =
      std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return behind.starts_with(mark); });
  const auto name = trim(text.substr(open + 1, close - open - 1));
  return parted && is_agency(name) ? found(name, Author::Type::organization, block.node) : std::nullopt;
}

FoundAuthors agency_below(const Story& story) {
  constexpr std::uint32_t kReach = 3;  // blocks before and behind the end of the text
  constexpr std::uint32_t kMostWords = 8;
  const auto& document = story.page.document;
  const auto end = story.foot().first;
  const auto last = std::min(end + kReach, static_cast<std::uint32_t>(story.page.traits.size()));
  for (std::uint32_t i = end - std::min(end, kReach); i < last; ++i) {
    const Block& block = document.blocks()[i];
    const auto text = document.text(block);
    const bool credits = story.page.traits[i].prefix_label.has(Label::caption_credit) || text.starts_with("©");
    if (!credits || story.page.traits[i].words > kMostWords || in_place_of_others(story, block.node)) continue;
    for (const auto word : split(text.substr(text.find_first_of(":©")), " :,-©")) {
      if (is_agency(word)) return found(word, Author::Type::organization, block.node);
    }
  }
  return std::nullopt;
}

}  // namespace klartext
