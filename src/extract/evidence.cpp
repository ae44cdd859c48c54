// Writes down what each rule proposed, for --explain.
#include "extract/evidence.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace klartext {
namespace {

/// Long values (a body) are cut: an explanation is read by a person.
constexpr std::size_t kShownCharacters = 120;

Explanation& explanation_of(std::vector<Explanation>& explanations, std::string_view field) {
  const auto found = std::find_if(explanations.begin(), explanations.end(),
                                  [field](const Explanation& e) { return e.field == field; });
  if (found != explanations.end()) return *found;
  return explanations.emplace_back(Explanation{std::string(field), std::nullopt, {}});
}

/// "A, B, C"
template <class T, class TextOf>
std::string listed(const std::vector<T>& values, const TextOf& text_of) {
  std::string out;
  for (const T& value : values) out.append(out.empty() ? "" : ", ").append(text_of(value));
  return out;
}

}  // namespace

void Evidence::add(std::string_view field, std::string_view rule, bool won, std::string_view value, NodeId node,
                   std::string_view where) {
  if (!enabled_) return;
  auto& explanation = explanation_of(explanations_, field);
  Candidate candidate{std::string(rule), node != kNoNode ? node_path(*document_, node) : std::string(where),
                      shorten(value, kShownCharacters)};
  if (won && !explanation.winner) {
    explanation.winner = std::move(candidate);
  } else {
    explanation.losers.push_back(std::move(candidate));
  }
}

void Evidence::add_losers(std::vector<Explanation> others) {
  for (auto& other : others) {
    auto& explanation = explanation_of(explanations_, other.field);
    if (other.winner) explanation.losers.push_back(std::move(*other.winner));
    std::move(other.losers.begin(), other.losers.end(), std::back_inserter(explanation.losers));
  }
}

std::string shown(const std::string& value) { return value; }

std::string shown(const std::vector<std::string>& values) {
  return listed(values, [](const std::string& value) -> const std::string& { return value; });
}

std::string shown(const std::vector<Author>& authors) { return listed(authors, std::mem_fn(&Author::name)); }

std::string shown(const std::vector<Paragraph>& paragraphs) {
  return listed(paragraphs, std::mem_fn(&Paragraph::text));
}

}  // namespace klartext
