// The rule tables of the fields, and the recorder beside each decision.
//
// A field is decided by a table of rules: the first that finds something wins. Rules are asked in order; when the user
// wants explanations, the rest of the table is asked too, and the losers are written down. A field whose rules vote
// (title) records its ballots with `Evidence::add` itself.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "html/render.h"
#include "klartext/article.h"

namespace klartext {

/// What a rule found, and where: a node of the page, or words such as "json-ld" when it stood in no node.
template <class T>
struct Finding {
  T value;
  NodeId node = kNoNode;
  std::string_view where = {};
};

/// Collects explanations, or does nothing at next to no cost when nobody asked.
class Evidence {
 public:
  Evidence(const Document& document, bool enabled) : document_(&document), enabled_(enabled) {}
  [[nodiscard]] bool enabled() const { return enabled_; }
  /// Notes a candidate for `field`; `won` marks the one that became the value.
  void add(std::string_view field, std::string_view rule, bool won, std::string_view value, NodeId node,
           std::string_view where = {});
  /// Notes what other rules would have given for a page that is read otherwise: all are losers here.
  void add_losers(std::vector<Explanation> others);
  [[nodiscard]] std::vector<Explanation> take() { return std::move(explanations_); }

 private:
  const Document* document_;
  bool enabled_;
  std::vector<Explanation> explanations_;
};

/// Text of a value for explanations.
std::string shown(const std::string& value);
std::string shown(const std::vector<std::string>& values);
std::string shown(const std::vector<Author>& authors);
std::string shown(const std::vector<Paragraph>& paragraphs);

/// A rule: a name that a person can grep for, and a predicate over the context (a Page, or a struct around it).
template <class Context, class T>
struct Rule {
  std::string_view name;
  std::optional<Finding<T>> (*find)(const Context&);
};

/// Asks the rules in order; the first finding wins.
template <class Context, class T>
std::optional<Finding<T>> decide(std::string_view field, std::span<const Rule<Context, T>> rules,
                                 const Context& context, Evidence& evidence) {
  std::optional<Finding<T>> winner;
  for (const auto& rule : rules) {
    auto finding = rule.find(context);
    if (!finding) continue;
    evidence.add(field, rule.name, !winner, evidence.enabled() ? shown(finding->value) : std::string{}, finding->node,
                 finding->where);
    if (!winner) winner = std::move(finding);
    if (!evidence.enabled()) break;
  }
  return winner;
}

}  // namespace klartext
