// Reading profiles: a table of keys, checked one by one, so that a damaged file names its place.
#include "sites/profile.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace klartext {

// Generated from src/sites/profiles by cmake/Embed.cmake.
extern const EmbeddedFile kProfileFiles[];
extern const std::size_t kProfileFilesCount;

namespace {

using nlohmann::json;

struct TextKey {
  std::string_view key;
  std::string Profile::*member;
};
constexpr std::array<TextKey, 3> kTextKeys = {{
    {"name", &Profile::name},
    {"site", &Profile::site},
    {"language", &Profile::language},
}};

struct ListKey {
  std::string_view key;
  std::vector<std::string> Profile::*member;
};
constexpr std::array<ListKey, 3> kListKeys = {{
    {"hosts", &Profile::hosts},
    {"article_paths", &Profile::article_paths},
    {"weekdays", &Profile::weekdays},
}};

struct PhrasesKey {
  std::string_view key;
  sites::Phrases Profile::*member;
};
constexpr std::array<PhrasesKey, 28> kPhrasesKeys = {{
    {"title_names", &Profile::title_names},
    {"related", &Profile::related},
    {"providers", &Profile::providers},
    {"tags", &Profile::tags},
    {"print", &Profile::print},
    {"pdf", &Profile::pdf},
    {"mail", &Profile::mail},
    {"ad", &Profile::ad},
    {"end_marks", &Profile::end_marks},
    {"end_openings", &Profile::end_openings},
    {"more", &Profile::more},
    {"types", &Profile::types},
    {"types_in_names", &Profile::types_in_names},
    {"plain_types", &Profile::plain_types},
    {"page_turns", &Profile::page_turns},
    {"postings", &Profile::postings},
    {"updates", &Profile::updates},
    {"newsletters", &Profile::newsletters},
    {"credits", &Profile::credits},
    {"link_labels", &Profile::link_labels},
    {"site_links", &Profile::site_links},
    {"pointers", &Profile::pointers},
    {"chrome", &Profile::chrome},
    {"bylines", &Profile::bylines},
    {"biographies", &Profile::biographies},
    {"not_signs", &Profile::not_signs},
    {"notes", &Profile::notes},
    {"media", &Profile::media},
}};

struct WeightKey {
  std::string_view key;
  int MatchWeights::*member;
};
constexpr std::array<WeightKey, 9> kWeightKeys = {{
    {"related", &MatchWeights::related},
    {"providers", &MatchWeights::providers},
    {"tools", &MatchWeights::tools},
    {"tags", &MatchWeights::tags},
    {"dated", &MatchWeights::dated},
    {"shape", &MatchWeights::shape},
    {"name", &MatchWeights::name},
    {"links", &MatchWeights::links},
    {"enough", &MatchWeights::enough},
}};

Error damaged(std::string_view file, std::string_view what) {
  return {ErrorCode::profile, "site profile " + std::string(file) + ".json: " + std::string(what)};
}

std::optional<std::string> wrong(std::string_view key, std::string_view expected) {
  return '"' + std::string(key) + "\" must be " + std::string(expected);
}

std::optional<std::string> read_text(const json& value, std::string_view key, std::string& out) {
  if (!value.is_string() || value.get_ref<const std::string&>().empty()) return wrong(key, "a non-empty string");
  out = value.get<std::string>();
  return std::nullopt;
}

std::optional<std::string> read_list(const json& value, std::string_view key, std::vector<std::string>& out) {
  const bool strings = value.is_array() && std::all_of(value.begin(), value.end(), [](const json& item) {
                         return item.is_string() && !item.get_ref<const std::string&>().empty();
                       });
  if (!strings) return wrong(key, "a list of non-empty strings");
  out = value.get<std::vector<std::string>>();
  return std::nullopt;
}

std::optional<std::string> read_phrases(const json& value, std::string_view key, sites::Phrases& out) {
  std::vector<std::string> list;
  if (auto problem = read_list(value, key, list)) return problem;
  out = {};
  for (const auto& phrase : list) out.add(phrase);
  return std::nullopt;
}

std::optional<std::string> read_weights(const json& value, MatchWeights& out) {
  if (!value.is_object()) return wrong("weights", "an object of numbers");
  for (const auto& [key, number] : value.items()) {
    const auto* known =
        std::find_if(kWeightKeys.begin(), kWeightKeys.end(), [&key = key](const WeightKey& k) { return k.key == key; });
    if (known == kWeightKeys.end()) return "\"weights\" has an unknown key \"" + key + '"';
    if (!number.is_number_integer()) return wrong("weights." + key, "a whole number");
    out.*known->member = number.get<int>();
  }
  return std::nullopt;
}

template <class Table>
const typename Table::value_type* row_of(const Table& table, std::string_view key) {
  const auto* found = std::find_if(table.begin(), table.end(), [key](const auto& row) { return row.key == key; });
  return found == table.end() ? nullptr : found;
}

/// Reads one key of the file into the profile; the problem, if there is one.
std::optional<std::string> read_key(Profile& profile, std::string_view key, const json& value) {
  if (key == "like") return std::nullopt;
  if (key == "weights") return read_weights(value, profile.weights);
  if (const auto* text = row_of(kTextKeys, key)) return read_text(value, key, profile.*text->member);
  if (const auto* list = row_of(kListKeys, key)) return read_list(value, key, profile.*list->member);
  if (const auto* words = row_of(kPhrasesKeys, key)) return read_phrases(value, key, profile.*words->member);
  return "unknown key \"" + std::string(key) + '"';
}

std::optional<std::string> missing(const Profile& profile) {
  for (const auto& row : kTextKeys) {
    if ((profile.*row.member).empty()) return '"' + std::string(row.key) + "\" is missing";
  }
  for (const auto& row : kListKeys) {
    if ((profile.*row.member).empty()) return '"' + std::string(row.key) + "\" is missing";
  }
  for (const auto& row : kPhrasesKeys) {
    if ((profile.*row.member).empty()) return '"' + std::string(row.key) + "\" is missing";
  }
  if (profile.weights.enough <= 0) return "\"weights.enough\" must be more than 0";
  return std::nullopt;
}

struct Draft {
  std::string_view file;
  json keys;
  std::string like;
};

Result<std::vector<Draft>> parse_files(std::span<const EmbeddedFile> files) {
  std::vector<Draft> drafts;
  for (const auto& file : files) {
    auto keys = json::parse(file.text, nullptr, /*allow_exceptions=*/false);
    if (keys.is_discarded() || !keys.is_object()) return damaged(file.name, "is not a JSON object");
    std::string like;
    if (keys.contains("like")) {
      if (auto problem = read_text(keys["like"], "like", like)) return damaged(file.name, *problem);
    }
    drafts.push_back({file.name, std::move(keys), std::move(like)});
  }
  // Profiles that stand on their own come first, so that the others find their model.
  std::stable_partition(drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.like.empty(); });
  return drafts;
}

Result<Profile> build(const Draft& draft, const std::vector<Profile>& models) {
  Profile profile;
  if (!draft.like.empty()) {
    const auto model =
        std::find_if(models.begin(), models.end(), [&](const Profile& known) { return known.name == draft.like; });
    if (model == models.end()) return damaged(draft.file, "\"like\": there is no profile \"" + draft.like + '"');
    profile = *model;
  }
  for (const auto& [key, value] : draft.keys.items()) {
    if (auto problem = read_key(profile, key, value)) return damaged(draft.file, *problem);
  }
  if (auto problem = missing(profile)) return damaged(draft.file, *problem);
  return profile;
}

}  // namespace

Result<std::vector<Profile>> parse_profiles(std::span<const EmbeddedFile> files) {
  const auto drafts = parse_files(files);
  if (!drafts) return drafts.error();
  std::vector<Profile> profiles;
  for (const auto& draft : *drafts) {
    auto profile = build(draft, profiles);
    if (!profile) return profile.error();
    profiles.push_back(std::move(*profile));
  }
  return profiles;
}

const Result<std::vector<Profile>>& site_profiles() {
  static const Result<std::vector<Profile>> profiles = parse_profiles(std::span(kProfileFiles, kProfileFilesCount));
  return profiles;
}

}  // namespace klartext
