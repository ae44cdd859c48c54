// Parts that are there, joined by a middle dot.
#include "output/byline.h"

#include "output/json.h"

namespace klartext {
namespace {

constexpr std::string_view kDot = " · ";

std::string author_names(const Article& article) {
  std::string names;
  for (const Author& author : article.authors) join(names, author.name, ", ");
  return names;
}

}  // namespace

void join(std::string& line, std::string_view part, std::string_view separator) {
  if (part.empty()) return;
  if (!line.empty()) line += separator;
  line += part;
}

std::string byline(const Article& article, const SerializeOptions& options) {
  std::string line;
  if (keeps_field(options, "site")) join(line, article.site.value_or(""), kDot);
  if (keeps_field(options, "section")) join(line, article.section.value_or(""), kDot);
  if (keeps_field(options, "date")) join(line, article.date.value_or(""), kDot);
  if (keeps_field(options, "authors")) join(line, author_names(article), kDot);
  return line;
}

std::string place(const Provider& provider) {
  std::string words = provider.postcode.value_or("");
  join(words, provider.city.value_or(""), " ");
  return words;
}

}  // namespace klartext
