// What the article is about, as far as single words tell: the names and nouns of its headline and keywords.
//
// A list of articles without any label belongs to the article if its headlines speak of the same. No stemming: a word
// counts if it is the same or begins the other ("Corona", "Corona-Zeiten", "Impfpflicht", "Impfpflichten").
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "extract/story.h"

namespace klartext {

class Subject {
 public:
  explicit Subject(const Story& story);

  /// Does the text name something that the article's headline or keywords name?
  [[nodiscard]] bool named_in(std::string_view text) const;

 private:
  void add(std::string_view text);

  std::unordered_set<std::string> beginnings_;
};

}  // namespace klartext
